//! Keys that stay on the device, because somebody asked for it, locked with a passphrase.
//!
//! Promises: nothing is stored without being asked for; what is stored is a key file as `linkwell study new` and
//! `age -p` protect it, beside the study's name and the key's fingerprint, both of which are public. A passphrase does not
//! outlive the call that it was handed to. Must never store a key that is open.
//!
//! | module | is |
//! | --- | --- |
//! | `state` | what is kept, and what is being done about it; pure |
//! | `view` | the box to tick, and the list of what is kept |
//! | `doing` | what only a browser can do |

mod doing;
mod state;
mod view;

pub(super) use doing::{keep, load, remove};
pub(super) use state::target;
pub use state::{KeepAction, KeepStep, Keeping};
pub(super) use view::{list, offer};

use super::{
    key::{Keys, ProtectedKey},
    locksmith::{Done, Job},
};
use core::fmt;
use sealed::open::key_file::SHORT_PASSPHRASE;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use zeroize::Zeroizing;

/// How the name of everything begins that is kept here; the fingerprint of the key follows.
pub const NAME: &str = "linkwell key ";
/// The form of [`Kept`].
const FORM: u32 = 1;

/// A key that is kept on the device, locked.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// The name of its study; empty if it was not chosen when the key was kept.
    pub study: String,
    /// The fingerprint of its public half, as `linkwell study recipients` and the key sheet show it.
    pub fingerprint: String,
    /// The protected key file; empty if what is kept is damaged.
    locked: Rc<str>,
}

/// What is stored of it, under a name with its fingerprint.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    form: u32,
    study: String,
    locked: String,
}

/// Why a key was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeepProblem {
    /// No passphrase.
    NoPassphrase,
    /// It was typed differently the second time.
    Differs,
    /// So short that it may be guessed.
    Short,
    /// The browser keeps nothing.
    Blocked,
}

/// A passphrase as it was typed, twice. It has to be better than one of a key file, where the command only warns: whoever
/// uses this device, and other pages of the same host, can get at what is kept and try passphrases on it.
///
/// # Errors
/// [`KeepProblem`].
pub fn choose_passphrase(typed: [Zeroizing<String>; 2]) -> Result<Zeroizing<String>, KeepProblem> {
    let [first, second] = typed;
    if first.is_empty() {
        Err(KeepProblem::NoPassphrase)
    } else if first != second {
        Err(KeepProblem::Differs)
    } else if first.chars().count() < SHORT_PASSPHRASE {
        Err(KeepProblem::Short)
    } else {
        Ok(first)
    }
}

impl KeptKey {
    /// Has `locksmith` lock `keys`, which are those of `study`. Takes some seconds, and a quarter of a gigabyte of memory.
    ///
    /// # Errors
    /// [`KeepProblem::NoPassphrase`].
    pub async fn lock(
        keys: &Keys,
        study: &str,
        passphrase: &str,
        locksmith: impl AsyncFnOnce(Job) -> Done,
    ) -> Result<Self, KeepProblem> {
        let locked = locksmith(Job::lock(&keys.written(), passphrase)).await;
        let locked = locked.map_err(|_| KeepProblem::NoPassphrase)?;
        let locked = String::from_utf8_lossy(&locked).into();
        Ok(Self { study: study.into(), fingerprint: keys.fingerprint().into(), locked })
    }

    /// The name under which it is kept.
    pub fn name(&self) -> String {
        [NAME, &self.fingerprint].concat()
    }

    /// What is kept.
    pub fn to_text(&self) -> String {
        let kept = Kept { form: FORM, study: self.study.clone(), locked: (*self.locked).into() };
        serde_json::to_string(&kept).expect("texts and a number are JSON")
    }

    /// What is kept as `name`. One that is damaged, or of another version, is there all the same, so that it can be
    /// removed.
    pub fn read(name: &str, text: &str) -> Self {
        let kept = serde_json::from_str(text).ok().filter(|kept: &Kept| kept.form == FORM);
        let (study, locked) = kept.map(|kept| (kept.study, kept.locked)).unwrap_or_default();
        let fingerprint = name.strip_prefix(NAME).unwrap_or_default();
        Self { study, fingerprint: fingerprint.into(), locked: locked.into() }
    }

    /// The key file, which its passphrase opens.
    pub(super) fn protected(&self) -> ProtectedKey {
        ProtectedKey::kept(self.locked.as_bytes())
    }
}

impl fmt::Debug for KeptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeptKey({})", self.fingerprint)
    }
}
