//! The state of the page: one reducer, and the only Yew-aware lines about state.
//!
//! The session's own state machine is in `engine`; around it stand the moments before there is a session and after it
//! was sealed. Once a file is sealed the session is dropped: from then on this page cannot read an answer any more.
//! The reducer always returns a new value, even where nothing changed: an answer that was refused must be drawn again,
//! or the wrong radio would stay marked.

use super::{
    seal::SealedFile,
    sending::Sending,
    stage::{Loaded, Place, Stage, Trouble, Unavailable, Way, Ways, arrive},
};
use crate::browser::history::Entry;
use engine::session::{Event, Plan, Session, Step};
use std::rc::Rc;
use text::{EN, Text};
use yew::Reducible;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Store {
    /// What there is to show.
    pub stage: Stage,
    /// The words of the page.
    pub words: &'static Text,
    /// Whether a language was chosen whose words could not be loaded.
    pub no_language: bool,
    /// Whether the browser keeps drafts.
    pub keeps: bool,
    /// How this browser can hand a file over, besides saving it.
    pub ways: Ways,
    /// The languages that voices of this device speak.
    pub voices: Vec<String>,
    /// Whether the question is being read aloud.
    pub reading: bool,
    /// What happened last.
    pub happened: Happened,
    /// Counted up with every action.
    pub revision: u32,
    /// The build id of the page, which the foot shows and every record names.
    pub build: Rc<str>,
}

/// What happens to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The study was loaded, or not.
    Loaded(Result<Loaded, Unavailable>),
    /// The person carries their draft on.
    CarryOn,
    /// The person starts again.
    StartAgain,
    /// The person did something with the session.
    Did(Event),
    /// The browser's Back or Forward led here.
    Arrived(Entry),
    /// The record was sealed.
    Sealed(SealedFile),
    /// The record could not be sealed.
    NotSealed,
    /// Tries to seal once more.
    SealAgain,
    /// The file was handed over.
    Handed(Way),
    /// Something did not work.
    Trouble(Trouble),
    /// Nothing is left on the device.
    Cleared,
    /// They do not want to take part; whether nothing is left on the device.
    Declined(bool),
    /// The browser does not keep drafts.
    StorageLost,
    /// Another tab carries on with the same questionnaire.
    TurnLost,
    /// The file is to be sent to the study's deposit, for the first time or once more.
    Send,
    /// The deposit answered with this HTTP status, or nothing came back.
    Answered(Option<u16>),
    /// Goes on in these words.
    Speak(&'static Text),
    /// The words of a language could not be loaded.
    NoLanguage,
    /// The languages that voices of this device speak: browsers find them late.
    Voices(Vec<String>),
    /// The question is to be read aloud, or no longer.
    Read(bool),
}

/// What happened last, as far as focus and history need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// The browser led here: its history is right already.
    Arrival,
    /// Somebody asked to go on; if that was not possible, the page says why.
    Asked,
    /// Somebody wants to answer: the answers are where they should be.
    Reopened,
    /// The page has another language.
    Spoken,
    /// What was to be kept was not kept; trying again at once would only fail again, and again.
    NotKept,
    /// Anything else.
    Other,
}

impl Default for Store {
    fn default() -> Self {
        let stage = Stage::Loading;
        Self {
            stage,
            words: &EN,
            no_language: false,
            keeps: true,
            ways: Ways::default(),
            voices: Vec::new(),
            reading: false,
            happened: Happened::Arrival,
            revision: 0,
            build: "".into(),
        }
    }
}

impl Store {
    /// Where the page stands.
    pub fn place(&self) -> Place {
        self.stage.place()
    }

    /// What is asked, once the study is loaded.
    pub fn plan(&self) -> Option<&Rc<Plan>> {
        self.stage.plan()
    }

    /// Where sending the file to the study's deposit stands.
    pub fn sending(&self) -> Option<Sending> {
        match &self.stage {
            Stage::HandOver { sending, .. } => *sending,
            _ => None,
        }
    }

    /// Whether leaving the page now would lose something.
    pub fn would_lose(&self) -> bool {
        match &self.stage {
            Stage::Asking { session, .. } => !self.keeps && session.step() != Step::Start,
            Stage::HandOver { handed, .. } => handed.is_none(),
            _ => false,
        }
    }

    /// The state after `action`; one that does not fit the present stage changes nothing but the revision.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.revision = next.revision.wrapping_add(1);
        next.happened = happened(&action);
        next.apply(action);
        next.reading &= next.place() == self.place();
        next
    }

    fn apply(&mut self, action: Action) {
        match (&mut self.stage, action) {
            (_, Action::Loaded(loaded)) => self.begin(loaded),
            (_, Action::StorageLost) => self.keeps = false,
            (_, Action::TurnLost) => self.lose_turn(),
            (_, Action::Speak(words)) => self.speak(words),
            (_, Action::NoLanguage) => self.no_language = true,
            (_, Action::Voices(voices)) => self.voices = voices,
            (_, Action::Read(reading)) => self.reading = reading,
            (Stage::Welcome(session), Action::CarryOn) => self.stage = Stage::asking(session.clone()),
            (Stage::Welcome(session), Action::StartAgain) => {
                self.stage = Stage::asking(Session::new(session.plan().clone()));
            }
            (Stage::Asking { session, not_sealed }, Action::Did(event)) => {
                session.apply(event);
                *not_sealed = false;
            }
            (Stage::Asking { session, .. }, Action::Declined(cleared)) => {
                self.stage = Stage::Declined { plan: session.plan().clone(), cleared };
            }
            (Stage::Asking { session, not_sealed }, Action::Arrived(entry)) => {
                arrive(session, entry);
                *not_sealed = false;
            }
            (Stage::Asking { session, .. }, Action::Sealed(file)) => {
                self.stage = Stage::hand_over(session.plan().clone(), file, None, false);
            }
            (Stage::Asking { not_sealed, .. }, Action::NotSealed) => *not_sealed = true,
            (Stage::Asking { not_sealed, .. }, Action::SealAgain) => *not_sealed = false,
            (Stage::HandOver { handed, trouble, .. }, Action::Handed(way)) => {
                *handed = Some(way);
                *trouble = None;
            }
            (Stage::HandOver { sending, trouble, .. }, Action::Send) => {
                *sending = Some(Sending::again(*sending));
                *trouble = None;
            }
            (Stage::HandOver { sending: Some(sending), handed, trouble, .. }, Action::Answered(status)) => {
                *sending = sending.after(status);
                if *sending == Sending::Arrived {
                    *handed = Some(Way::Deposit);
                    *trouble = None;
                }
            }
            (Stage::HandOver { trouble, .. }, Action::Trouble(new)) => *trouble = Some(new),
            (Stage::HandOver { plan, .. }, Action::Cleared) => self.stage = Stage::Ended(plan.clone()),
            _ => {}
        }
    }

    /// Another tab carries on with what is kept. Where nothing is kept there is nothing that it could carry on with:
    /// then the answers stay here, where alone they are.
    fn lose_turn(&mut self) {
        if let (true, Some(plan)) = (self.keeps, self.plan().cloned()) {
            self.stage = Stage::Elsewhere(plan);
        }
    }

    /// Goes on in these words, unless something is answered already: those are the words of the whole session.
    fn speak(&mut self, words: &'static Text) {
        let possible = match &mut self.stage {
            Stage::Asking { session, .. } => session.reword(words.tag()),
            _ => true,
        };
        if possible {
            self.words = words;
            self.no_language = false;
        }
    }

    fn begin(&mut self, loaded: Result<Loaded, Unavailable>) {
        match loaded {
            Ok(loaded) => {
                self.keeps = loaded.keeps;
                self.ways = loaded.ways;
                self.stage = Stage::first(loaded);
            }
            Err(unavailable) => self.stage = Stage::Unavailable(unavailable),
        }
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

fn happened(action: &Action) -> Happened {
    match action {
        Action::Loaded(_) | Action::Arrived(_) => Happened::Arrival,
        Action::Did(Event::Continue | Event::Agree { .. }) => Happened::Asked,
        Action::Did(Event::Clear | Event::AnswerNow) => Happened::Reopened,
        Action::Speak(_) => Happened::Spoken,
        Action::StorageLost => Happened::NotKept,
        _ => Happened::Other,
    }
}
