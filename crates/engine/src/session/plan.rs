//! The plan of a session: what is asked, in which order and in which words. Fixed before the first question.

use alloc::{rc::Rc, string::String, vec::Vec};
use core::fmt;

use crate::{
    catalogue::Instrument,
    instrument::{Code, Definition, Numerals, ResponseSet, TextDirection, Wording},
    invitation::{InvitationProblem, Token},
    record::WordingPin,
    study::{ConsentText, Offer, Wave},
};

/// What is asked in one wave of a study, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    offer: Rc<Offer>,
    wave: String,
    site: Option<String>,
    invitation: Option<Rc<Token>>,
    language: String,
    instruments: Vec<PlannedInstrument>,
    items: Vec<PlannedItem>,
}

/// An instrument of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedInstrument {
    /// Its definition.
    pub definition: Definition,
    /// The SHA-256 of the definition file.
    pub definition_sha256: String,
    /// The wording that is shown.
    pub wording: WordingPin,
    /// The licence line that is shown with its items.
    pub licence: String,
}

/// An item of the plan, with everything its screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedItem {
    /// The position of its instrument in [`Plan::instruments`].
    pub instrument: usize,
    /// The item's id.
    pub id: String,
    /// Stem and recall period.
    pub intro: Option<String>,
    /// The question.
    pub text: String,
    /// What it is answered with.
    pub responses: ResponseSet,
    /// The words of its codes, in display order; empty for a number or a text.
    pub choices: Vec<Choice>,
    /// What a number counts.
    pub unit: Option<String>,
    /// Why it is asked.
    pub why: Option<String>,
    /// The language of the text, which may differ from the page's.
    pub language: String,
    /// Which way the text runs.
    pub direction: TextDirection,
    /// The numerals in which the numbers of a number scale are shown.
    pub numerals: Numerals,
}

/// One response that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The response code.
    pub code: Code,
    /// Its words; absent for the inner numbers of a number scale.
    pub label: Option<String>,
}

/// Why there is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// The study has no wave with this id.
    UnknownWave,
    /// The study has no site with this id, or no link worker there.
    UnknownSite,
    /// An instrument of the wave has no wording in the language, nor in English.
    NoWording,
    /// The study asks nobody without an invitation.
    InvitationRequired,
    /// The invitation cannot be used now, in this study.
    Invitation(InvitationProblem),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Invitation(problem) => return problem.fmt(f),
            Self::InvitationRequired => "this study asks for an invitation: open the link of the letter",
            Self::UnknownWave => "the study has no wave with this name",
            Self::UnknownSite => "the study has no site, or no link worker there, with this name",
            Self::NoWording => "an instrument of this wave has no wording in this language, nor in English",
        })
    }
}

impl core::error::Error for PlanError {}

impl Plan {
    /// The plan of a wave for whoever opens the page without an invitation; `language` is a BCP 47 tag, and an
    /// instrument without a wording in it is asked in English.
    ///
    /// # Errors
    /// [`PlanError`]; [`PlanError::InvitationRequired`] where the study asks for one.
    pub fn new(offer: Rc<Offer>, wave: &str, site: Option<&str>, language: &str) -> Result<Self, PlanError> {
        if offer.study.options.invitation_required {
            return Err(PlanError::InvitationRequired);
        }
        Self::for_paper(offer, wave, site, language)
    }

    /// The plan of a paper form, or of answers that the team keys in from one: without an invitation, whatever the
    /// study asks of its page.
    ///
    /// # Errors
    /// [`PlanError`].
    pub fn for_paper(
        offer: Rc<Offer>,
        wave: &str,
        site: Option<&str>,
        language: &str,
    ) -> Result<Self, PlanError> {
        let planned = offer.study.wave(wave).ok_or(PlanError::UnknownWave)?;
        if site.is_some_and(|site| !offer.study.has_place(site)) {
            return Err(PlanError::UnknownSite);
        }
        let (mut instruments, mut items) = (Vec::new(), Vec::new());
        for id in &planned.instruments {
            let instrument = used(&offer, id).ok_or(PlanError::NoWording)?;
            let wording = worded(instrument, language).ok_or(PlanError::NoWording)?;
            items.extend(planned_items(instruments.len(), instrument, wording));
            instruments.push(planned_instrument(instrument, wording));
        }
        let (wave, site, language) = (wave.into(), site.map(Into::into), language.into());
        Ok(Self { offer, wave, site, invitation: None, language, instruments, items })
    }

    /// The plan for the person whom `token` invites: wave, site and participant code are those of the invitation, and
    /// nobody is asked for a code. `now_ms` are milliseconds since 1970-01-01 UTC.
    ///
    /// # Errors
    /// [`PlanError`]; [`PlanError::Invitation`] where the invitation cannot be used.
    pub fn invited(
        offer: Rc<Offer>,
        token: Rc<Token>,
        language: &str,
        now_ms: i64,
    ) -> Result<Self, PlanError> {
        let invitation = token.invitation();
        invitation.judge(&offer.study, now_ms).map_err(PlanError::Invitation)?;
        let plan = Self::for_paper(offer, invitation.wave(), invitation.site(), language)?;
        Ok(Self { invitation: Some(token), ..plan })
    }

    /// The same wave, site and invitation in another language.
    ///
    /// # Errors
    /// [`PlanError::NoWording`].
    pub fn reworded(&self, language: &str) -> Result<Self, PlanError> {
        let plan = Self::for_paper(self.offer.clone(), &self.wave, self.site(), language)?;
        Ok(Self { invitation: self.invitation.clone(), ..plan })
    }

    /// The study with its catalogue.
    pub fn offer(&self) -> &Rc<Offer> {
        &self.offer
    }

    /// The wave.
    pub fn wave(&self) -> &Wave {
        self.offer.study.wave(&self.wave).expect("the plan was made for a wave of this study")
    }

    /// The site that the link or the invitation named, with the link worker where it names one.
    pub fn site(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// The invitation, where there is one.
    pub fn invitation(&self) -> Option<&Token> {
        self.invitation.as_deref()
    }

    /// The interface language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What people are told and asked to agree to, with its language; `None` where the study does not ask.
    pub fn consent(&self) -> Option<(&str, &ConsentText)> {
        self.offer.study.consent_in(&self.language)
    }

    /// The instruments in the order in which they are asked.
    pub fn instruments(&self) -> &[PlannedInstrument] {
        &self.instruments
    }

    /// All items in the order in which they are asked.
    pub fn items(&self) -> &[PlannedItem] {
        &self.items
    }
}

impl PlannedItem {
    /// Whether `code` can be chosen.
    pub fn offers(&self, code: Code) -> bool {
        self.choices.iter().any(|choice| choice.code == code)
    }
}

fn used<'a>(offer: &'a Offer, id: &str) -> Option<&'a Instrument> {
    let pinned = offer.study.instrument(id)?;
    offer.catalogue.find(&pinned.id, &pinned.version)
}

fn worded<'a>(instrument: &'a Instrument, language: &str) -> Option<&'a Wording> {
    instrument.wordings.get(language).or_else(|| instrument.wordings.get("en"))
}

fn planned_instrument(instrument: &Instrument, wording: &Wording) -> PlannedInstrument {
    PlannedInstrument {
        definition: instrument.definition.clone(),
        definition_sha256: instrument.definition_sha256.clone(),
        wording: WordingPin { language: wording.language.clone(), text_sha256: wording.text_sha256.clone() },
        licence: wording.licence.name.clone(),
    }
}

fn planned_items<'a>(
    position: usize,
    instrument: &'a Instrument,
    wording: &'a Wording,
) -> impl Iterator<Item = PlannedItem> + 'a {
    let definition = &instrument.definition;
    definition.items.iter().filter_map(move |item| {
        let text = wording.item(&item.id)?;
        let set = definition.response_sets.get(&item.responses)?;
        let choice = |code: &Code| Choice { code: *code, label: wording.label(text, *code).map(Into::into) };
        Some(PlannedItem {
            instrument: position,
            id: item.id.clone(),
            intro: wording.intro.clone(),
            text: text.text.clone(),
            choices: set.codes().iter().map(choice).collect(),
            responses: set.clone(),
            unit: text.unit.clone(),
            why: text.why.clone(),
            language: wording.language.clone(),
            direction: wording.direction,
            numerals: wording.numerals,
        })
    })
}
