//! One keying of a paper form, as it was typed, and what it means.
//!
//! Promises: the record is made by `cohort::keying`, as by `linkwell seal`; every mistake is told at once, with its
//! place. Must never put an answer or the participant code into a mistake or a text of `Debug`.

use super::{day::read_day, place::Place};
use cohort::keying::{AnswersFile, ConsentEntry, make_record};
use core::fmt;
use engine::{
    instrument::ResponseSet,
    record::{Given, HelpMode, NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY, Record, Source, own_words},
    session::{Plan, PlannedItem},
    study::{Offer, place_parts},
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, rc::Rc};

/// Chosen where the form does not say.
pub const NOT_SAID: &str = "-";
/// The part about consent is signed.
pub const SIGNED: &str = "signed";
/// A box is ticked.
pub const TICKED: &str = "x";
/// The ways of filling it in, as the form's small print has them.
pub const HELP: [(&str, HelpMode); 4] = [
    ("myself", HelpMode::Myself),
    ("with_help", HelpMode::WithHelp),
    ("read_to_me", HelpMode::ReadToMe),
    ("interpreter", HelpMode::Interpreter),
];

/// What was typed and chosen, by place.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Keyed(BTreeMap<Place, String>);

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The place.
    pub place: Place,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was chosen.
    NotChosen,
    /// It is no day.
    NotADay,
    /// There is no answer.
    NoAnswer,
    /// It is none of the item's answers.
    NotAnAnswer,
    /// What `cohort` says of it.
    Said(String),
}

impl Mistake {
    pub(super) fn not_chosen(place: &Place) -> Self {
        Self { place: place.clone(), what: Wrong::NotChosen }
    }
}

/// What an item's field means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing stands in it.
    Nothing,
    /// A response.
    Given(Given),
    /// Not one of the item's.
    Unknown,
}

impl Keyed {
    /// What was typed or chosen at `place`.
    pub fn get(&self, place: &Place) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    /// The same with `text` at `place`.
    #[must_use]
    pub fn with(mut self, place: Place, text: impl Into<String>) -> Self {
        self.set(place, text.into());
        self
    }

    pub(super) fn set(&mut self, place: Place, text: String) {
        if text.is_empty() {
            self.0.remove(&place);
        } else {
            self.0.insert(place, text);
        }
    }

    /// Whether anything of a person is in it: what is the same for a pile of forms does not count.
    pub fn is_begun(&self) -> bool {
        self.0.keys().any(|place| !matches!(place, Place::Wave | Place::Language | Place::Site))
    }

    /// What the next form of the pile begins with.
    pub(super) fn for_the_next(&self) -> Self {
        let kept = [Place::Wave, Place::Language, Place::Site];
        kept.into_iter().fold(Self::default(), |next, place| {
            let text = self.get(&place).to_owned();
            next.with(place, text)
        })
    }

    /// Takes over from `other` what belongs to `place`.
    pub(super) fn take(&mut self, place: &Place, other: &Self) {
        let belongs = |at: &&Place| match (place, at) {
            (Place::Consent, Place::Consent | Place::Version | Place::Agreed(_)) => true,
            (Place::Item(item), Place::Blank(of)) => item == of,
            (place, at) => place == *at,
        };
        let both: Vec<Place> = self.0.keys().chain(other.0.keys()).filter(belongs).cloned().collect();
        for at in both {
            let text = other.get(&at).to_owned();
            self.set(at, text);
        }
    }

    /// What is asked on this form; `None` before wave and language are known.
    pub fn plan(&self, offer: &Rc<Offer>) -> Option<Plan> {
        let language = self.get(&Place::Language);
        if language.is_empty() {
            return None;
        }
        Plan::for_paper(offer.clone(), self.get(&Place::Wave), None, language).ok()
    }

    /// What stands in the field of `item`.
    pub fn meaning(&self, item: &PlannedItem) -> Meaning {
        let typed = self.get(&Place::Item(item.id.clone()));
        if matches!(item.responses, ResponseSet::Text { .. }) {
            return match (self.get(&Place::Blank(item.id.clone())), own_words(typed)) {
                (TICKED, words) if words.is_empty() => Meaning::Given(Given::Code(NOT_ANSWERED)),
                (TICKED, _) => Meaning::Unknown,
                (_, words) if words.is_empty() => Meaning::Nothing,
                (_, words) => accepted(item, Given::Text(words)),
            };
        }
        let typed = typed.trim().to_lowercase();
        match typed.as_str() {
            "" => Meaning::Nothing,
            "s" | "skipped" | "-99" => Meaning::Given(Given::Code(NOT_ANSWERED)),
            "p" | "prefer_not_to_say" | "-98" => Meaning::Given(Given::Code(PREFER_NOT_TO_SAY)),
            "n" | "not_shown" | "-97" => Meaning::Given(Given::Code(NOT_SHOWN)),
            code => code.parse().map_or(Meaning::Unknown, |code| accepted(item, Given::Code(code))),
        }
    }

    /// The record of this keying, with `nonce`.
    ///
    /// # Errors
    /// Every [`Mistake`].
    pub fn record(&self, offer: &Rc<Offer>, nonce: String) -> Result<Record, Vec<Mistake>> {
        let mut mistakes = self.not_chosen(offer);
        let (answers, unread) = self.answers(offer);
        mistakes.extend(unread);
        if read_day(self.get(&Place::Completed)).is_none() {
            mistakes.push(Mistake { place: Place::Completed, what: Wrong::NotADay });
        }
        let problems = match make_record(&self.file(offer, answers), offer.clone(), nonce) {
            Ok(record) if mistakes.is_empty() => return Ok(record),
            made => made.err().unwrap_or_default(),
        };
        let has_no_fields = self.plan(offer).is_none();
        for problem in problems {
            let place = Place::of(&problem.path);
            // Answers are asked for once there are fields for them.
            if has_no_fields && matches!(place, Place::Item(_)) {
                continue;
            }
            if !mistakes.iter().any(|known| known.place == place) {
                mistakes.push(Mistake { place, what: Wrong::Said(problem.message) });
            }
        }
        // As on the form: whoever mends them goes through it once.
        mistakes.sort_by_key(|mistake| mistake.place.rank());
        Err(mistakes)
    }

    /// What must be chosen, and is not.
    fn not_chosen(&self, offer: &Offer) -> Vec<Mistake> {
        let mut places = vec![Place::Wave, Place::Language, Place::Help];
        if !offer.study.sites.is_empty() {
            places.push(Place::Site);
        }
        if !offer.study.consent.is_empty() {
            places.push(Place::Consent);
        }
        let open = places.into_iter().filter(|place| self.get(place).is_empty());
        open.map(|place| Mistake { place, what: Wrong::NotChosen }).collect()
    }

    /// Every answer as it stands in an answers file, and what is none.
    fn answers(&self, offer: &Rc<Offer>) -> (BTreeMap<String, Value>, Vec<Mistake>) {
        let (mut answers, mut mistakes) = (BTreeMap::new(), Vec::new());
        let plan = self.plan(offer);
        for item in plan.iter().flat_map(Plan::items) {
            let wrong = match self.meaning(item) {
                Meaning::Given(Given::Code(code)) => {
                    answers.insert(item.id.clone(), json!(code));
                    continue;
                }
                Meaning::Given(Given::Text(text)) => {
                    answers.insert(item.id.clone(), json!({ "text": text }));
                    continue;
                }
                Meaning::Nothing => Wrong::NoAnswer,
                Meaning::Unknown => Wrong::NotAnAnswer,
            };
            mistakes.push(Mistake { place: Place::Item(item.id.clone()), what: wrong });
        }
        (answers, mistakes)
    }

    fn file(&self, offer: &Offer, answers: BTreeMap<String, Value>) -> AnswersFile {
        let said = |place: &Place| Some(self.get(place)).filter(|text| !text.is_empty() && *text != NOT_SAID);
        let (site, link_worker) = match said(&Place::Site).map(place_parts) {
            Some((site, worker)) => (Some(site.into()), worker.map(Into::into)),
            None => (None, None),
        };
        let help = HELP.iter().find(|(word, _)| *word == self.get(&Place::Help)).map(|(_, help)| *help);
        AnswersFile {
            participant: self.get(&Place::Participant).into(),
            wave: self.get(&Place::Wave).into(),
            site,
            link_worker,
            completed: Some(read_day(self.get(&Place::Completed)).unwrap_or_default()),
            started: None,
            finished: None,
            help,
            layout: None,
            language: self.get(&Place::Language).into(),
            source: Source::Paper,
            consent: self.consent(offer),
            answers,
        }
    }

    fn consent(&self, offer: &Offer) -> Option<ConsentEntry> {
        let (_, text) = offer.study.consent_in(self.get(&Place::Language))?;
        let ids = text.statements.iter().map(|statement| statement.id.clone());
        let agreed = ids.filter(|id| self.get(&Place::Agreed(id.clone())) == TICKED).collect();
        let version = self.get(&Place::Version).trim().to_owned();
        (self.get(&Place::Consent) == SIGNED).then_some(ConsentEntry { version, agreed, given: None })
    }
}

fn accepted(item: &PlannedItem, given: Given) -> Meaning {
    if item.responses.accepts(&given) { Meaning::Given(given) } else { Meaning::Unknown }
}

impl fmt::Debug for Keyed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyed(…)")
    }
}
