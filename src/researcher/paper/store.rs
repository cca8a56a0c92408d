//! The state of the room where paper forms are keyed in: one value, and what happens to it.
//!
//! Promises: nothing is agreed before two keyings of the whole form say the same, or a person has settled each place
//! where they differ; the second keying begins without anything of the first. Pure: whatever takes randomness or a browser
//! happens outside and comes back as an [`Action`].

use super::{
    keyed::{Keyed, Mistake},
    place::Place,
};
use crate::researcher::team_study::StudyMistake;
use core::fmt;
use engine::study::Offer;
use std::rc::Rc;
use text::LANGUAGES;
use yew::Reducible;

/// Which keying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// The first.
    First,
    /// The second, which must not know the first.
    Second,
}

/// What there is to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// A study is to be chosen.
    #[default]
    Choosing,
    /// A form is being keyed in.
    Keying(Pass),
    /// The first keying is whole: somebody else keys it in again.
    Handing,
    /// The two differ.
    Comparing(Vec<Difference>),
    /// They say the same: it can be sealed.
    Agreed,
    /// It was sealed: the last of [`Store::sealed`].
    Sealed,
}

/// One place where the keyings differ, and what a person who looked at the paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place.
    pub place: Place,
    /// What counts.
    pub settled: Option<Settled>,
}

/// What counts where two keyings differ.
#[derive(Clone, PartialEq, Eq)]
pub enum Settled {
    /// One of them.
    As(Pass),
    /// Neither: what was typed when the paper was looked at.
    Neither(String),
}

/// A form that was sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedForm {
    /// Its receipt code.
    pub receipt: String,
    /// The file: age, in ASCII armour.
    pub text: String,
    /// What the import will say of it by itself, beyond that it is right.
    pub warnings: Vec<String>,
    /// Whether the browser took it.
    pub taken: bool,
}

/// Why a form was not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSealed {
    /// The browser gives no random numbers.
    NoRandomness,
    /// A recipient of the study cannot be sealed to.
    Recipients,
}

/// The state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// What there is to show.
    pub stage: Stage,
    /// The study.
    pub offer: Option<Rc<Offer>>,
    /// Why the last file that was given as a study is none.
    pub study_mistake: Option<StudyMistake>,
    /// The first keying; later what both agree on.
    pub first: Keyed,
    /// The second keying.
    pub second: Keyed,
    /// The invitation of the person, where there is one.
    pub invitation: String,
    /// What is wrong with what was to be taken.
    pub mistakes: Vec<Mistake>,
    /// How often something wrong was to be taken.
    pub refused: u32,
    /// Why the last form was not sealed.
    pub not_sealed: Option<NotSealed>,
    /// The forms that were sealed here, the last one last.
    pub sealed: Vec<Rc<SealedForm>>,
    /// Whether all of them were saved as one zip.
    pub all_saved: Option<bool>,
}

/// What happens to it.
#[derive(Clone, Debug)]
pub enum Action {
    /// A study was given.
    Study(Result<Rc<Offer>, StudyMistake>),
    /// Another study is wanted.
    OtherStudy,
    /// Something was typed or chosen.
    Key(Place, String),
    /// An invitation was typed.
    Invitation(String),
    /// This keying is whole.
    Whole,
    /// The second keying begins.
    Again,
    /// A person looked at the paper.
    Settle(Place, Settled),
    /// Every place is settled.
    SettleAll,
    /// A keying is to be changed.
    Amend(Pass),
    /// The form is to be dropped, and keyed in from the start.
    Drop,
    /// It was sealed, or not.
    Sealed(Result<Rc<SealedForm>, NotSealed>),
    /// The form of this receipt was saved, or not.
    Saved(String, bool),
    /// All of them were.
    SavedAll(bool),
    /// The next form of the pile.
    Next,
}

impl Store {
    /// The keying that is shown.
    pub fn keyed(&self) -> &Keyed {
        if self.stage == Stage::Keying(Pass::Second) { &self.second } else { &self.first }
    }

    /// Whether leaving the page would lose something.
    pub fn would_lose(&self) -> bool {
        let unsaved = self.sealed.iter().any(|form| !form.taken) && self.all_saved != Some(true);
        self.first.is_begun() || self.second.is_begun() || unsaved
    }

    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Study(Ok(offer)) => next.begin(offer),
            Action::Study(Err(mistake)) => next.study_mistake = Some(mistake),
            Action::OtherStudy => {
                // Sealed forms stay: their files may still have to be saved.
                next = Self { sealed: next.sealed, all_saved: next.all_saved, ..Self::default() };
            }
            Action::Key(place, text) => next.key(place, text),
            Action::Invitation(text) => next.invitation = text,
            Action::Whole => next.finish_keying(),
            Action::Again => next.go(Stage::Keying(Pass::Second)),
            Action::Settle(place, settled) => next.settle(&place, settled),
            Action::SettleAll => next.settle_all(),
            Action::Amend(pass) => next.go(Stage::Keying(pass)),
            Action::Drop | Action::Next => next.start_form(),
            Action::Sealed(Ok(form)) => next.take_sealed(form),
            Action::Sealed(Err(why)) => next.not_sealed = Some(why),
            Action::Saved(receipt, taken) => next.note_saved(&receipt, taken),
            Action::SavedAll(taken) => next.all_saved = Some(taken),
        }
        next
    }

    fn begin(&mut self, offer: Rc<Offer>) {
        self.study_mistake = None;
        self.first = Self::blank(&offer);
        self.second = Self::blank(&offer);
        self.offer = Some(offer);
        self.go(Stage::Keying(Pass::First));
    }

    /// A keying of which only that is known for which there is one choice.
    fn blank(offer: &Offer) -> Keyed {
        let mut keyed = Keyed::default();
        if let [wave] = offer.study.waves.as_slice() {
            keyed.set(Place::Wave, wave.id.clone());
        }
        if LANGUAGES.iter().filter(|language| offer.study.offers(language.tag)).count() == 1 {
            keyed.set(Place::Language, "en".into());
        }
        keyed
    }

    pub(super) fn go(&mut self, stage: Stage) {
        self.mistakes.clear();
        self.not_sealed = None;
        self.stage = stage;
    }

    pub(super) fn refuse(&mut self, mistakes: Vec<Mistake>) {
        self.mistakes = mistakes;
        self.refused = self.refused.saturating_add(1);
    }

    fn key(&mut self, place: Place, text: String) {
        self.mistakes.retain(|mistake| mistake.place != place);
        match self.stage {
            Stage::Keying(Pass::First) => self.first.set(place, text),
            Stage::Keying(Pass::Second) => self.second.set(place, text),
            _ => {}
        }
    }

    fn finish_keying(&mut self) {
        let (Stage::Keying(pass), Some(offer)) = (self.stage.clone(), self.offer.clone()) else { return };
        match self.keyed().record(&offer, no_nonce()) {
            Err(mistakes) => self.refuse(mistakes),
            Ok(_) if pass == Pass::First && !self.second.is_begun() => self.go(Stage::Handing),
            Ok(_) => self.compare(&offer),
        }
    }

    fn start_form(&mut self) {
        let Some(offer) = &self.offer else { return };
        let mut first = Self::blank(offer);
        let usual = self.first.for_the_next();
        for place in [Place::Wave, Place::Language, Place::Site] {
            if !usual.get(&place).is_empty() {
                first.take(&place, &usual);
            }
        }
        self.second = Self::blank(offer);
        self.first = first;
        self.invitation.clear();
        self.go(Stage::Keying(Pass::First));
    }

    /// The answers leave the memory of the page; what the next form begins with stays.
    fn take_sealed(&mut self, form: Rc<SealedForm>) {
        self.start_form();
        self.sealed.push(form);
        self.all_saved = None;
        self.stage = Stage::Sealed;
    }

    fn note_saved(&mut self, receipt: &str, taken: bool) {
        if let Some(form) = self.sealed.iter_mut().find(|form| form.receipt == receipt) {
            *form = Rc::new(SealedForm { taken: form.taken || taken, ..SealedForm::clone(form) });
        }
    }
}

impl SealedForm {
    /// What the file is called: as those of the patient's page.
    pub fn name(&self) -> String {
        ["linkwell-", &self.receipt, ".txt"].concat()
    }
}

/// A keying is compared and checked without randomness.
pub(super) fn no_nonce() -> String {
    "0".repeat(32)
}

/// Keyed answers are shown on the page, and nowhere else.
impl fmt::Debug for Settled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::As(pass) => write!(f, "As({pass:?})"),
            Self::Neither(_) => f.write_str("Neither(…)"),
        }
    }
}

impl fmt::Debug for SealedForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedForm(…)")
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
