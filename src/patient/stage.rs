//! What there is to show, and where it begins: the values that loading, the reducer and the screens share.
//!
//! Promises: once a file is sealed no stage holds an answer any more, nor does the stage of a tab that lost its turn to
//! another one. Must never ask the browser for anything.

use super::{kept::Kept, seal::SealedFile, sending::Sending};
use crate::browser::history::Entry;
use engine::session::{Event, Plan, Screen, Session, Step};
use std::rc::Rc;

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The study is on its way.
    Loading,
    /// There is nothing to fill in.
    Unavailable(Unavailable),
    /// A draft was found on a new visit; nothing of it is shown before somebody says that it is theirs.
    Welcome(Session),
    /// The same questionnaire is open in another tab, which holds every answer: this one holds none.
    Elsewhere(Rc<Plan>),
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
        /// Where sending it to the study's deposit stands; `None` while nobody asked for it.
        sending: Option<Sending>,
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
    /// Sent to the study's deposit.
    Deposit,
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
    /// Sending to another host: a page that was opened from a disk speaks to none.
    pub send: bool,
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
    /// The person closed the device's choice of ways.
    NotChosen,
    /// The device was not cleared.
    NotCleared,
}

/// Everything that the first screen depends on.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is asked.
    pub plan: Rc<Plan>,
    /// Whose turn it is, as far as this tab knows.
    pub turn: Turn,
    /// What an earlier visit kept.
    pub kept: Option<Vec<u8>>,
    /// The entry of the browser's history that is shown: there is one after a reload.
    pub entry: Option<Entry>,
    /// Whether the browser keeps drafts.
    pub keeps: bool,
    /// How this browser can hand a file over.
    pub ways: Ways,
    /// Whether the last day of the invitation is over: a file that is finished can still be handed over.
    pub is_over: bool,
}

/// Whether this tab may carry on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// No other tab was asking for the same questionnaire.
    Free,
    /// Another tab has it.
    Elsewhere,
    /// Somebody asked to carry on in this tab: whatever is kept is theirs.
    Taken,
}

/// Why there is nothing to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The study could not be loaded.
    NotLoaded,
    /// The study is not valid, or nothing can be sealed to its recipients.
    NotValid,
    /// The link is not whole, or names a study, wave or site that this page does not have.
    WrongLink,
    /// The study asks nobody without an invitation.
    NotInvited,
    /// The last day of the invitation is over.
    Expired,
    /// The invitation was made for other keys than this page would seal to.
    OtherKeys,
}

/// Where the page stands, as far as title, focus and history need to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Before the first screen.
    #[default]
    Nowhere,
    /// The page says that there is nothing to fill in.
    Unavailable,
    /// The offer to carry on.
    Welcome,
    /// The word that another tab has it.
    Elsewhere,
    /// A step of the session, and whether going on from it leads back to the check screen.
    Step(Step, bool),
    /// Handing over.
    HandOver,
    /// The last screen.
    Ended,
}

impl Stage {
    /// The first stage of a page whose study was loaded. A reload within the tab goes on where it was; a new visit asks
    /// first. What can't be read is dropped silently.
    pub(super) fn first(loaded: Loaded) -> Self {
        let Loaded { plan, turn, kept, entry, is_over, .. } = loaded;
        if turn == Turn::Elsewhere && !is_over {
            return Self::Elsewhere(plan);
        }
        let draft = match kept.as_deref().and_then(Kept::from_bytes) {
            Some(Kept::File(file, sending)) => return Self::hand_over(plan, file, sending, true),
            _ if is_over => return Self::Unavailable(Unavailable::Expired),
            Some(Kept::Draft(bytes)) => Session::from_draft(plan.clone(), &bytes).ok(),
            None => None,
        };
        match (draft, entry) {
            (Some(session), _) if turn == Turn::Taken => Self::asking(session),
            (Some(mut session), Some(entry)) => {
                arrive(&mut session, entry);
                Self::asking(session)
            }
            (Some(session), None) => Self::Welcome(session),
            (None, _) => Self::asking(Session::new(plan)),
        }
    }

    pub(super) fn asking(session: Session) -> Self {
        Self::Asking { session, not_sealed: false }
    }

    /// A file that has arrived already counts as handed over.
    pub(super) fn hand_over(
        plan: Rc<Plan>,
        file: SealedFile,
        sending: Option<Sending>,
        returned: bool,
    ) -> Self {
        let has_deposit = plan.offer().study.deposit.is_some();
        let sending = sending.filter(|sending| has_deposit || *sending == Sending::Arrived);
        let handed = (sending == Some(Sending::Arrived)).then_some(Way::Deposit);
        Self::HandOver { plan, file: Rc::new(file), handed, sending, trouble: None, returned }
    }

    /// Where the page stands.
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Loading => Place::Nowhere,
            Self::Unavailable(_) => Place::Unavailable,
            Self::Welcome(_) => Place::Welcome,
            Self::Elsewhere(_) => Place::Elsewhere,
            Self::Asking { session, .. } => Place::Step(session.step(), is_returning(session)),
            Self::HandOver { .. } => Place::HandOver,
            Self::Ended(_) | Self::Declined { .. } => Place::Ended,
        }
    }

    /// What is asked, once the study is loaded.
    pub(super) fn plan(&self) -> Option<&Rc<Plan>> {
        match self {
            Self::Loading | Self::Unavailable(_) => None,
            Self::Welcome(session) | Self::Asking { session, .. } => Some(session.plan()),
            Self::HandOver { plan, .. }
            | Self::Elsewhere(plan)
            | Self::Ended(plan)
            | Self::Declined { plan, .. } => Some(plan),
        }
    }
}

/// Moves the session to an entry of the browser's history, as far as it may go there.
pub(super) fn arrive(session: &mut Session, entry: Entry) {
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
