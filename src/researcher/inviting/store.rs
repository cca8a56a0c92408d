//! The state of the room where invitations are made: one value, and what happens to it.
//!
//! Pure: whatever takes time, randomness or a browser happens outside and comes back as an [`Action`].

use super::{
    key::{KeyMistake, KeyState, Signing},
    make::Made,
};
use crate::researcher::team_study::StudyMistake;
use core::fmt;
use engine::{problem::Problem, study::Offer};
use setup::inviting::base::BaseMistake;
use std::rc::Rc;
use yew::Reducible;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The wave.
    Wave,
    /// Where the page is.
    Base,
    /// The last day.
    Expires,
    /// The site of those whose row names none.
    Site,
    /// Codes that were pasted.
    Pasted,
    /// The list as a file.
    File,
    /// How many new codes are made.
    Make,
    /// The signing key.
    Key,
}

impl Field {
    /// The id of its control.
    pub fn id(self) -> &'static str {
        match self {
            Self::Wave => "invite-wave",
            Self::Base => "invite-base",
            Self::Expires => "invite-expires",
            Self::Site => "invite-site",
            Self::Pasted => "invite-pasted",
            Self::File => "invite-file",
            Self::Make => "invite-make",
            Self::Key => "signing-key",
        }
    }
}

/// What is wrong at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was chosen.
    NotChosen,
    /// It is no address of a page.
    Base(BaseMistake),
    /// It is no day.
    NotADay,
    /// The day is over.
    Over,
    /// A list that is none; where and why.
    NoList(String),
    /// A mistake in the list, with its row and column.
    InList(Problem),
    /// Nobody is invited.
    Nobody,
    /// It is no number.
    NotANumber,
    /// More than the page makes at once.
    TooMany,
    /// There is no key yet.
    NoKey,
    /// The browser gives no random numbers.
    NoRandomness,
    /// The address is too long for a square code.
    TooLong,
}

/// A list that was given as a file.
#[derive(Clone, PartialEq, Eq)]
pub struct ListFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// The study.
    pub offer: Option<Rc<Offer>>,
    /// Why the last file that was given as a study is none.
    pub study_mistake: Option<StudyMistake>,
    /// The id of the wave.
    pub wave: String,
    /// Where the page is, as it was typed.
    pub base: String,
    /// The last day, as it was typed.
    pub expires: String,
    /// The place of those whose row names none.
    pub site: String,
    /// Codes or a table, pasted.
    pub pasted: Pasted,
    /// The same as a file, which counts instead.
    pub file: Option<Rc<ListFile>>,
    /// How many new codes are to be made, as it was typed.
    pub make: String,
    /// The signing key.
    pub key: KeyState,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// How often making was refused.
    pub refused: u32,
    /// Whether they are being made.
    pub making: bool,
    /// What was made.
    pub made: Option<Rc<Made>>,
    /// Whether it was saved: whether the browser took it.
    pub saved: Option<bool>,
    /// Whether the letters are drawn for the printer.
    pub printing: bool,
}

/// Pasted text: codes are personal data, so it never shows in a log.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pasted(pub String);

/// What happens to it.
#[derive(Clone)]
pub enum Action {
    /// A study was given.
    Study(Result<Rc<Offer>, StudyMistake>),
    /// Another study is wanted.
    OtherStudy,
    /// Something was typed or chosen.
    Type(Field, String),
    /// A list was given, or could not be read.
    List(Option<Rc<ListFile>>),
    /// The list is to be dropped.
    DropList,
    /// A key was given.
    KeyRead(Result<KeyState, KeyMistake>),
    /// A passphrase is being tried.
    Unlocking,
    /// It fitted, or not.
    Unlocked(Result<Rc<Signing>, KeyMistake>),
    /// The key is to be dropped.
    ForgetKey,
    /// They are being made.
    Making,
    /// They are made, or not.
    Made(Result<Rc<Made>, Vec<Mistake>>),
    /// They were saved, or not.
    Saved(bool),
    /// The letters are drawn for the printer.
    Printing,
    /// Others are to be made.
    Others,
}

impl Store {
    /// What stands in a field.
    pub fn typed(&self, field: Field) -> &str {
        match field {
            Field::Wave => &self.wave,
            Field::Base => &self.base,
            Field::Expires => &self.expires,
            Field::Site => &self.site,
            Field::Pasted => &self.pasted.0,
            Field::Make => &self.make,
            Field::File | Field::Key => "",
        }
    }

    /// Whether leaving the page would lose something.
    pub fn would_lose(&self) -> bool {
        self.made.is_some() && self.saved != Some(true)
    }

    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Study(Ok(offer)) => next.begin(offer),
            Action::Study(Err(mistake)) => next.study_mistake = Some(mistake),
            Action::OtherStudy => next = Self::default(),
            Action::Type(field, text) => next.take(field, text),
            Action::List(Some(file)) => {
                next.mend(Field::File);
                next.file = Some(file);
            }
            Action::List(None) => {
                next.refuse(vec![Mistake { field: Field::File, what: Wrong::NoList(String::new()) }]);
            }
            Action::DropList => {
                next.mend(Field::File);
                next.file = None;
            }
            Action::KeyRead(read) => {
                next.mend(Field::Key);
                next.key = read.unwrap_or_else(KeyState::Refused);
            }
            Action::Unlocking => {
                if let KeyState::Protected(file, _) = &next.key {
                    next.key = KeyState::Unlocking(file.clone());
                }
            }
            Action::Unlocked(result) => next.unlock(result),
            Action::ForgetKey => next.key = KeyState::Nothing,
            Action::Making => next.making = true,
            Action::Made(result) => next.take_made(result),
            Action::Saved(taken) => next.saved = Some(taken),
            Action::Printing => next.printing = true,
            Action::Others => {
                (next.made, next.saved, next.printing) = (None, None, false);
            }
        }
        next
    }

    fn begin(&mut self, offer: Rc<Offer>) {
        *self = Self::default();
        if let [wave] = offer.study.waves.as_slice() {
            self.wave = wave.id.clone();
        }
        self.offer = Some(offer);
    }

    fn mend(&mut self, field: Field) {
        self.mistakes.retain(|mistake| mistake.field != field);
    }

    fn take(&mut self, field: Field, text: String) {
        self.mend(field);
        match field {
            Field::Wave => self.wave = text,
            Field::Base => self.base = text,
            Field::Expires => self.expires = text,
            Field::Site => self.site = text,
            Field::Pasted => self.pasted = Pasted(text),
            Field::Make => self.make = text,
            Field::File | Field::Key => {}
        }
    }

    fn unlock(&mut self, result: Result<Rc<Signing>, KeyMistake>) {
        let KeyState::Unlocking(file) = &self.key else { return };
        self.key = match result {
            Ok(key) => KeyState::Ready(key),
            Err(mistake) => KeyState::Protected(file.clone(), Some(mistake)),
        };
        self.mend(Field::Key);
    }

    fn take_made(&mut self, result: Result<Rc<Made>, Vec<Mistake>>) {
        self.making = false;
        match result {
            Ok(made) => {
                self.mistakes.clear();
                (self.made, self.saved, self.printing) = (Some(made), None, false);
            }
            Err(mistakes) => self.refuse(mistakes),
        }
    }

    fn refuse(&mut self, mistakes: Vec<Mistake>) {
        self.mistakes = mistakes;
        self.refused = self.refused.saturating_add(1);
    }
}

impl fmt::Debug for Pasted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pasted(…)")
    }
}

impl fmt::Debug for ListFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ListFile(…)")
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
