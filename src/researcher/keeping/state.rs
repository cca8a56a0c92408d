//! What is kept on the device, and what is being done about it.

use super::{
    super::{
        key::{KeyProblem, Keys},
        steps::KEY_TITLE_ID,
        store::{KeyState, Store},
    },
    KeepProblem, KeptKey,
    view::PASSPHRASE_ID,
};
use std::rc::Rc;

/// Keys that are kept, and the wish to keep one more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeping {
    /// Those on this device.
    pub kept: Rc<[KeptKey]>,
    /// Whether the box is ticked. Nothing is beforehand.
    pub wanted: bool,
    /// What happened last.
    pub step: KeepStep,
}

/// What happened last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeepStep {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The key is being locked.
    Locking,
    /// It was not kept.
    Refused(KeepProblem),
    /// It is kept.
    Kept,
    /// One was removed.
    Removed,
    /// The browser did not remove one.
    NotRemoved,
}

/// What happens to keys that are kept.
#[derive(Clone, Debug)]
pub enum KeepAction {
    /// These are on the device.
    Read(Rc<[KeptKey]>),
    /// The box was ticked or unticked.
    Tick,
    /// A key is being locked.
    Lock,
    /// It is kept, beside those before; or not.
    Done(Result<Rc<[KeptKey]>, KeepProblem>),
    /// The one with this fingerprint is to be used.
    Use(String),
    /// One was removed, and these are left; or the browser did not remove it.
    Removed(Option<Rc<[KeptKey]>>),
}

impl Keeping {
    /// Whether a locked copy of these keys is on the device.
    pub fn has(&self, keys: &Keys) -> bool {
        self.kept.iter().any(|kept| kept.fingerprint == keys.fingerprint())
    }

    /// Forgets what somebody wanted; what is kept stays.
    pub(in crate::researcher) fn rest(&mut self) {
        (self.wanted, self.step) = (false, KeepStep::Nothing);
    }
}

impl Store {
    /// What happens to keys that are kept.
    pub(in crate::researcher) fn keep(&mut self, action: KeepAction) {
        let keeping = &mut self.keeping;
        match action {
            KeepAction::Read(kept) => keeping.kept = kept,
            KeepAction::Tick => (keeping.wanted, keeping.step) = (!keeping.wanted, KeepStep::Nothing),
            KeepAction::Lock => keeping.step = KeepStep::Locking,
            KeepAction::Done(Ok(kept)) => {
                (keeping.kept, keeping.wanted, keeping.step) = (kept, false, KeepStep::Kept);
            }
            KeepAction::Done(Err(problem)) => keeping.step = KeepStep::Refused(problem),
            KeepAction::Use(fingerprint) => self.use_kept(&fingerprint),
            KeepAction::Removed(Some(kept)) => (keeping.kept, keeping.step) = (kept, KeepStep::Removed),
            KeepAction::Removed(None) => keeping.step = KeepStep::NotRemoved,
        }
    }

    fn use_kept(&mut self, fingerprint: &str) {
        if !matches!(self.key, KeyState::Nothing | KeyState::Refused(_)) {
            return;
        }
        let Some(kept) = self.keeping.kept.iter().find(|kept| kept.fingerprint == fingerprint) else {
            return;
        };
        self.key = if kept.locked.is_empty() {
            KeyState::Refused(KeyProblem::Damaged)
        } else {
            KeyState::Protected(Rc::new(kept.protected()), None)
        };
        self.keeping.rest();
    }
}

/// Where the keyboard goes after a change; `None` where it stays.
pub(in crate::researcher) fn target(before: &Keeping, after: &Keeping) -> Option<&'static str> {
    match after.step {
        step if step == before.step && before.kept.len() == after.kept.len() => None,
        KeepStep::Refused(_) => Some(PASSPHRASE_ID),
        KeepStep::Locking | KeepStep::Kept | KeepStep::Removed => Some(KEY_TITLE_ID),
        KeepStep::Nothing | KeepStep::NotRemoved => None,
    }
}
