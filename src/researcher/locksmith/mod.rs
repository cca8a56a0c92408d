//! Key files are locked with a passphrase, and opened, beside the page: one of either takes a second or more and a
//! quarter of a gigabyte, on purpose.
//!
//! Promises: the page stays live meanwhile, and the worker ends with its work and with it all of its memory; where there
//! can be no worker, the page does it itself, after it could draw. Passphrases and keys are wiped wherever they were.
//! Must never put a character of one into a refusal or a text of `Debug`.

mod serving;

pub(super) use serving::{beside, serve};

use core::fmt;
use sealed::open::key_file::{self, PassphraseError};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What the locksmith made: a key file, open or locked.
pub type Done = Result<Zeroizing<Vec<u8>>, Refusal>;

/// What the locksmith is to do.
pub struct Job {
    task: Task,
    file: Zeroizing<Vec<u8>>,
    passphrase: Zeroizing<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Task {
    Lock,
    Open,
}

/// Why it was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// No passphrase was given.
    NoPassphrase,
    /// The passphrase is another one.
    WrongPassphrase,
    /// The file is not locked with a passphrase.
    NotLocked,
    /// The file was changed or cut, or asks for more memory than any of ours.
    Damaged,
}

impl Job {
    /// To lock `file` with `passphrase`.
    pub fn lock(file: &[u8], passphrase: &str) -> Self {
        Self::new(Task::Lock, file, passphrase)
    }

    /// To open `file` with `passphrase`.
    pub fn open(file: &[u8], passphrase: &str) -> Self {
        Self::new(Task::Open, file, passphrase)
    }

    fn new(task: Task, file: &[u8], passphrase: &str) -> Self {
        let (file, passphrase) = (file.to_vec().into(), passphrase.to_owned().into());
        Self { task, file, passphrase }
    }

    /// Does it here and now, which takes a second or more.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn done(&self) -> Done {
        match self.task {
            Task::Lock => {
                key_file::protect(&self.file, &self.passphrase).map(|file| file.into_bytes().into())
            }
            Task::Open => key_file::unprotect(&self.file, &self.passphrase),
        }
        .map_err(Refusal::from)
    }
}

impl From<PassphraseError> for Refusal {
    fn from(error: PassphraseError) -> Self {
        match error {
            PassphraseError::EmptyPassphrase => Self::NoPassphrase,
            PassphraseError::WrongPassphrase => Self::WrongPassphrase,
            PassphraseError::NotProtected => Self::NotLocked,
            _ => Self::Damaged,
        }
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Job({:?})", self.task)
    }
}
