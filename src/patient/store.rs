//! The state of the page: one reducer, and the only Yew-aware lines about state.
//!
//! The session's own state machine is in `engine`; around it stand the moments before there is a session and after it
//! was sealed. Once a file is sealed the session is dropped: from then on this page cannot read an answer any more.
//! The reducer always returns a new value, even where nothing changed: an answer that was refused must be drawn again,
//! or the wrong radio would stay marked.

use super::{
    kept::Kept,
    load::{Loaded, Unavailable},
    seal::SealedFile,
};
use crate::browser::history::Entry;
use engine::session::{Event, Plan, Screen, Session, Step};
use std::rc::Rc;
use yew::Reducible;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Store {
    /// What there is to show.
    pub stage: Stage,
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

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The study is on its way.
    Loading,
    /// There is nothing to fill in.
    Unavailable(Unavailable),
    /// A draft was found on a new visit; nothing of it is shown before somebody says that it is theirs.
    Welcome(Session),
    /// The session's own screens.
    Asking {
        /// It holds every answer.
        session: Session,
        /// Whether sealing its record failed.
        not_sealed: bool,
    },
    /// Sealed: the file is to be handed over.
    HandOver {
        /// For the study's texts.
        plan: Rc<Plan>,
        /// The sealed file.
        file: Rc<SealedFile>,
        /// How it was handed over.
        handed: Option<Way>,
        /// What did not work.
        trouble: Option<Trouble>,
        /// Whether it was sealed on an earlier visit.
        returned: bool,
    },
    /// Handed over and cleared.
    Ended(Rc<Plan>),
    /// They do not want to take part.
    Declined {
        /// For the study's texts.
        plan: Rc<Plan>,
        /// Whether nothing is left on the device.
        cleared: bool,
    },
}

/// A way to hand a file over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The device's own way of sending a file on.
    Share,
    /// A file among the downloads.
    Save,
    /// Text on the clipboard.
    Copy,
}

/// Which ways this browser has, besides saving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Sharing text files.
    pub share: bool,
    /// The clipboard.
    pub copy: bool,
}

/// What did not work while handing over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file was not handed over.
    NotHanded,
    /// The device was not cleared.
    NotCleared,
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
    /// Anything else.
    Other,
}

/// Where the page stands, as far as title, focus and history need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first screen.
    Nowhere,
    /// The page says that there is nothing to fill in.
    Unavailable,
    /// The offer to carry on.
    Welcome,
    /// A step of the session, and whether going on from it leads back to the check screen.
    Step(Step, bool),
    /// Handing over.
    HandOver,
    /// The last screen.
    Ended,
}

impl Default for Store {
    fn default() -> Self {
        let stage = Stage::Loading;
        Self {
            stage,
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
        match &self.stage {
            Stage::Loading => Place::Nowhere,
            Stage::Unavailable(_) => Place::Unavailable,
            Stage::Welcome(_) => Place::Welcome,
            Stage::Asking { session, .. } => Place::Step(session.step(), is_returning(session)),
            Stage::HandOver { .. } => Place::HandOver,
            Stage::Ended(_) | Stage::Declined { .. } => Place::Ended,
        }
    }

    /// What is asked, once the study is loaded.
    pub fn plan(&self) -> Option<&Rc<Plan>> {
        match &self.stage {
            Stage::Loading | Stage::Unavailable(_) => None,
            Stage::Welcome(session) | Stage::Asking { session, .. } => Some(session.plan()),
            Stage::HandOver { plan, .. } | Stage::Ended(plan) | Stage::Declined { plan, .. } => Some(plan),
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
            (Stage::Asking { session, .. }, Action::Arrived(entry)) => arrive(session, entry),
            (Stage::Asking { session, .. }, Action::Sealed(file)) => {
                self.stage = Stage::hand_over(session.plan().clone(), file, false);
            }
            (Stage::Asking { not_sealed, .. }, Action::NotSealed) => *not_sealed = true,
            (Stage::Asking { not_sealed, .. }, Action::SealAgain) => *not_sealed = false,
            (Stage::HandOver { handed, trouble, .. }, Action::Handed(way)) => {
                *handed = Some(way);
                *trouble = None;
            }
            (Stage::HandOver { trouble, .. }, Action::Trouble(new)) => *trouble = Some(new),
            (Stage::HandOver { plan, .. }, Action::Cleared) => self.stage = Stage::Ended(plan.clone()),
            _ => {}
        }
    }

    fn begin(&mut self, loaded: Result<Loaded, Unavailable>) {
        match loaded {
            Ok(loaded) => {
                self.keeps = loaded.keeps;
                self.ways = loaded.ways;
                self.stage = first_stage(loaded);
            }
            Err(unavailable) => self.stage = Stage::Unavailable(unavailable),
        }
    }
}

impl Stage {
    fn asking(session: Session) -> Self {
        Self::Asking { session, not_sealed: false }
    }

    fn hand_over(plan: Rc<Plan>, file: SealedFile, returned: bool) -> Self {
        Self::HandOver { plan, file: Rc::new(file), handed: None, trouble: None, returned }
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

/// A reload within the tab goes on where it was; a new visit asks first. What can't be read is dropped silently.
fn first_stage(loaded: Loaded) -> Stage {
    let Loaded { plan, kept, entry, .. } = loaded;
    let draft = match kept.as_deref().and_then(Kept::from_bytes) {
        Some(Kept::File(file)) => return Stage::hand_over(plan, file, true),
        Some(Kept::Draft(bytes)) => Session::from_draft(plan.clone(), &bytes).ok(),
        None => None,
    };
    match (draft, entry) {
        (Some(mut session), Some(entry)) => {
            arrive(&mut session, entry);
            Stage::asking(session)
        }
        (Some(session), None) => Stage::Welcome(session),
        (None, _) => Stage::asking(Session::new(plan)),
    }
}

/// Moves the session to an entry of the browser's history, as far as it may go there.
fn arrive(session: &mut Session, entry: Entry) {
    let step = Step::from_number(entry.step);
    session.apply(Event::GoTo(step));
    if let (Step::Item(position), true) = (step, entry.returning) {
        let mut side_way = session.clone();
        side_way.apply(Event::GoTo(Step::Check));
        if side_way.step() == Step::Check {
            side_way.apply(Event::Change(position));
            *session = side_way;
        }
    }
}

/// Whether going on leads back to the check screen.
fn is_returning(session: &Session) -> bool {
    matches!(session.screen(), Screen::Question(question) if question.returning)
}

fn happened(action: &Action) -> Happened {
    match action {
        Action::Loaded(_) | Action::Arrived(_) => Happened::Arrival,
        Action::Did(Event::Continue | Event::Agree { .. }) => Happened::Asked,
        Action::Did(Event::Clear | Event::AnswerNow) => Happened::Reopened,
        _ => Happened::Other,
    }
}
