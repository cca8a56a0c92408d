//! One key file, tried out.

use crate::researcher::{
    key::{KeyProblem, ProtectedKey, is_locked, lines_of_pasted},
    locksmith::{Done, Job},
};
use setup::drill::{Drill, Finding};
use std::rc::Rc;
use zeroize::Zeroizing;

/// A key file and what was found in it, or why nothing of it was tried. Holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The file's name; nothing for a key that was pasted.
    pub name: Option<String>,
    /// What each of its keys showed, in the file's order.
    pub found: Result<Vec<Finding>, KeyProblem>,
}

/// What came of a key file that was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// It was tried.
    Tried(Trial),
    /// It is locked: its passphrase is needed first.
    Locked(String, Rc<ProtectedKey>),
}

impl Trial {
    /// Whether nothing has to be done about it.
    pub fn is_well(&self) -> bool {
        self.found.as_ref().is_ok_and(|found| found.iter().all(|one| one.is_well()))
    }
}

/// Tries out the key file called `name`, unless it is locked.
pub fn give(drill: &Drill, name: String, file: Zeroizing<Vec<u8>>) -> Given {
    let found = match is_locked(&file) {
        Ok(true) => return Given::Locked(name, Rc::new(ProtectedKey::given(file))),
        Ok(false) => try_out(drill, &file),
        Err(problem) => Err(problem),
    };
    Given::Tried(Trial { name: Some(name), found })
}

/// Tries out a pasted text: one key, or a whole key file whose line ends a browser has taken out.
pub fn give_pasted(drill: &Drill, text: &str) -> Trial {
    Trial { name: None, found: try_out(drill, lines_of_pasted(text).as_bytes()) }
}

/// Has `locksmith` open a locked file, and tries it out.
///
/// # Errors
/// [`KeyProblem`]: the passphrase is missing or another one, so the file is still locked.
pub(super) async fn unlock(
    drill: &Drill,
    name: String,
    file: &ProtectedKey,
    passphrase: &str,
    locksmith: impl AsyncFnOnce(Job) -> Done,
) -> Result<Trial, KeyProblem> {
    let found = match file.opened(passphrase, locksmith).await {
        Err(problem @ (KeyProblem::NoPassphrase | KeyProblem::WrongPassphrase)) => return Err(problem),
        opened => opened.and_then(|file| try_out(drill, &file)),
    };
    Ok(Trial { name: Some(name), found })
}

fn try_out(drill: &Drill, file: &[u8]) -> Result<Vec<Finding>, KeyProblem> {
    Ok(drill.try_out(file)?)
}
