//! The state of the study builder: one value, and what happens to it.
//!
//! Pure: whatever takes time or a browser happens outside and comes back as an [`Action`].

use super::{
    draft::Draft,
    field::Field,
    folder::OpenMistake,
    keys::{KeyFolder, KeyMaking, KeyMistake},
    list::List,
    pasting::{Paste, Pasting},
    switch::Switch,
};
use engine::problem::Problem;
use setup::{folder::OwnFile, start};
use std::rc::Rc;
use yew::Reducible;

/// The state of the builder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// The study; none before one was begun or opened.
    pub draft: Option<Rc<Draft>>,
    /// Why the last file that was given as a study is none.
    pub mistake: Option<OpenMistake>,
    /// The language whose texts are shown; English where it is empty.
    pub language: String,
    /// A wording that is being pasted.
    pub pasting: Option<Pasting>,
    /// What is wrong with the last file that was given as an instrument's.
    pub wrong_file: Vec<Problem>,
    /// The public key that is being added.
    pub new_recipient: String,
    /// The keys that are made here.
    pub keys: KeyMaking,
    /// Whether the keys are to be written without a passphrase.
    pub open_keys: bool,
    /// Whether something was changed since it was saved.
    pub changed: bool,
    /// How often saving was asked for while something was wrong.
    pub refused: u32,
    /// What became of the last saving.
    pub told: Option<Told>,
    /// Whether the patient's journey is shown beside the form.
    pub previewing: bool,
}

/// What was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The public part of the study folder.
    Study,
    /// The same while something is wrong.
    Unfinished,
    /// The keys.
    Keys,
    /// The sheet about them.
    Sheet,
}

/// What became of a saving: whether the browser took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// What was to be saved.
    pub what: Saved,
    /// Whether it was.
    pub taken: bool,
}

/// What happens to the builder.
#[derive(Clone, Debug)]
pub enum Action {
    /// A new study, begun on this day.
    Begin(String),
    /// A file was given as a study.
    Read(Box<Result<Draft, OpenMistake>>),
    /// Another study is wanted.
    Leave,
    /// Something was typed.
    Write(Field, String),
    /// Something was switched on or off.
    Flip(Switch),
    /// One more.
    Add(List),
    /// One fewer.
    Remove(List, usize),
    /// One before the other.
    Raise(List, usize),
    /// The texts of this language are wanted.
    Speak(String),
    /// An instrument is taken into the study, or out of it.
    Use(String),
    /// It is asked in one more wave.
    Ask(usize, String),
    /// It is pinned as it is at hand.
    PinAgain(String),
    /// A wording of this instrument is to be pasted, or no longer.
    Paste(Option<String>),
    /// Something was pasted.
    Pasted(Paste, String),
    /// The pasted wording is whole.
    PasteDone,
    /// A definition or wording file was given.
    OwnFile(String),
    /// A public key is being typed.
    TypeRecipient(String),
    /// It is whole.
    AddRecipient,
    /// Keys are to be written without a passphrase, or with one.
    OpenKeys,
    /// Keys are being made.
    KeysAsked,
    /// They are here, or not.
    KeysMade(Result<Rc<KeyFolder>, KeyMistake>),
    /// They are to be dropped.
    ForgetKeys,
    /// Saving was asked for while something was wrong.
    Refuse,
    /// Something was saved, or not.
    Saved(Told),
    /// The patient's journey is to be shown, or no longer.
    Preview(bool),
}

impl Store {
    /// The language whose texts are shown.
    pub fn language(&self) -> &str {
        if self.language.is_empty() { "en" } else { &self.language }
    }

    /// Whether leaving the page would lose something.
    pub fn would_lose(&self) -> bool {
        self.changed || matches!(self.keys, KeyMaking::Made(_, false) | KeyMaking::Making)
    }

    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Begin(today) => next.begin(Draft::new(&today)),
            Action::Read(read) => match *read {
                Ok(draft) => next.begin(draft),
                Err(mistake) => next.mistake = Some(mistake),
            },
            Action::Leave => next = Self::default(),
            Action::Speak(language) => next.language = language,
            Action::Paste(instrument) => next.pasting = instrument.map(Pasting::of),
            Action::Pasted(what, text) => {
                if let Some(pasting) = &mut next.pasting {
                    pasting.take(what, text);
                }
            }
            Action::TypeRecipient(text) => next.new_recipient = text,
            Action::OpenKeys => next.open_keys = !next.open_keys,
            Action::KeysAsked => next.keys = KeyMaking::Making,
            Action::KeysMade(made) => next.take_keys(made),
            Action::ForgetKeys => next.keys = KeyMaking::Nothing,
            Action::Preview(shown) => next.previewing = shown,
            Action::Refuse => next.refused = next.refused.saturating_add(1),
            Action::Saved(told) => next.note_saved(told),
            action => next.change(action),
        }
        next
    }

    fn begin(&mut self, draft: Draft) {
        *self = Self { draft: Some(Rc::new(draft)), ..Self::default() };
    }

    /// An action that changes the study.
    fn change(&mut self, action: Action) {
        let Some(before) = &self.draft else { return };
        let mut draft = Draft::clone(before);
        match action {
            Action::Write(field, typed) => draft.write(field, typed),
            Action::Flip(switch) => draft.flip(&switch),
            Action::Add(list) => draft.add(&list),
            Action::Remove(list, at) => draft.remove(&list, at),
            Action::Raise(list, at) => draft.raise(&list, at),
            Action::Use(id) => draft.use_instrument(&id),
            Action::Ask(wave, id) => draft.ask(wave, &id),
            Action::PinAgain(id) => draft.pin_again(&id),
            Action::PasteDone => self.finish_pasting(&mut draft),
            Action::OwnFile(text) => self.take_file(&mut draft, text),
            Action::AddRecipient => {
                let key = std::mem::take(&mut self.new_recipient);
                draft.study.recipients.push(key.trim().into());
            }
            _ => return,
        }
        let draft = draft.checked();
        // A language that was switched off has no texts to show.
        if !draft.study.texts.contains_key(self.language()) && !draft.study.offers(self.language()) {
            self.language.clear();
        }
        self.changed = true;
        self.told = None;
        self.draft = Some(Rc::new(draft));
    }

    fn finish_pasting(&mut self, draft: &mut Draft) {
        let Some(pasting) = &mut self.pasting else { return };
        match pasting.finish(draft) {
            Ok(()) => self.pasting = None,
            Err(problems) => pasting.fail(problems),
        }
    }

    /// What kind of file it is, its text says.
    fn take_file(&mut self, draft: &mut Draft, text: String) {
        self.wrong_file =
            own_file(text).and_then(|(file, id)| draft.add_own(file, &id)).err().unwrap_or_default();
    }

    fn take_keys(&mut self, made: Result<Rc<KeyFolder>, KeyMistake>) {
        if self.keys != KeyMaking::Making {
            return;
        }
        let (keys, draft) = match (made, &self.draft) {
            (Ok(keys), Some(draft)) => (keys, draft),
            (Err(mistake), _) => return self.keys = KeyMaking::Refused(mistake),
            (Ok(_), None) => return self.keys = KeyMaking::Nothing,
        };
        let mut draft = Draft::clone(draft);
        draft.study.recipients = start::recipients(&keys.public);
        // Invitations that were signed before still count.
        let before = draft.study.signing_key.replace(keys.public.signing.to_string());
        draft.study.earlier_signing_keys.extend(before);
        self.draft = Some(Rc::new(draft.checked()));
        self.keys = KeyMaking::Made(keys, false);
        self.changed = true;
    }

    fn note_saved(&mut self, told: Told) {
        self.told = Some(told);
        if !told.taken {
            return;
        }
        match (told.what, &mut self.keys) {
            (Saved::Study | Saved::Unfinished, _) => self.changed = false,
            (Saved::Keys, KeyMaking::Made(_, saved)) => *saved = true,
            _ => {}
        }
    }
}

/// A definition or a wording with its path below the study folder, and the id of its instrument.
fn own_file(text: String) -> Result<(OwnFile, String), Vec<Problem>> {
    use engine::{
        instrument::{Definition, Wording},
        problem::parse,
    };
    let wrong = |problem| vec![problem];
    let keys: serde_json::Map<String, serde_json::Value> = parse(&text).map_err(wrong)?;
    if keys.contains_key("instrument") {
        let Wording { instrument, language, .. } = parse(&text).map_err(wrong)?;
        let path = format!("instruments/{instrument}/wording.{language}.json");
        return Ok((OwnFile { path, text }, instrument));
    }
    let Definition { id, .. } = parse(&text).map_err(wrong)?;
    Ok((OwnFile { path: format!("instruments/{id}/instrument.json"), text }, id))
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
