//! The study's signing key.
//!
//! Promises: whatever held a secret is wiped when it is dropped. Must never put a character of one into a mistake or a
//! text of `Debug`.

use crate::researcher::locksmith::{Done, Job, Refusal};
use core::fmt;
use engine::study::Study;
use sealed::{SigningKey, open::key_file};
use setup::inviting::signing::{SigningMistake, signing_key};
use std::rc::Rc;
use zeroize::Zeroizing;

/// The key, ready to sign.
pub struct Signing(SigningKey);

/// A key file that is protected by a passphrase.
pub struct ProtectedSigning(Zeroizing<Vec<u8>>);

/// Where the key has got to.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum KeyState {
    /// None was given.
    #[default]
    Nothing,
    /// It cannot be used.
    Refused(KeyMistake),
    /// A passphrase is needed first; whether the last one was wrong.
    Protected(Rc<ProtectedSigning>, Option<KeyMistake>),
    /// A passphrase is being tried.
    Unlocking(Rc<ProtectedSigning>),
    /// It can sign.
    Ready(Rc<Signing>),
}

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMistake {
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than a key file can be.
    TooLarge,
    /// It is no signing key.
    NotASigningKey,
    /// It is none of this study's.
    OtherStudy,
    /// A key file that was changed or cut.
    Damaged,
    /// No passphrase was given.
    NoPassphrase,
    /// The passphrase is another one.
    WrongPassphrase,
}

impl Signing {
    pub(super) fn key(&self) -> &SigningKey {
        &self.0
    }
}

/// The signing key of `study` in a file or a pasted text, or that file waiting for its passphrase.
///
/// # Errors
/// [`KeyMistake`].
pub fn read_signing(file: Zeroizing<Vec<u8>>, study: &Study) -> Result<KeyState, KeyMistake> {
    if key_file::is_protected(&file) {
        return Ok(KeyState::Protected(Rc::new(ProtectedSigning(file)), None));
    }
    plain(&file, study).map(KeyState::Ready)
}

impl ProtectedSigning {
    /// Has `locksmith` open the file, which takes some seconds.
    ///
    /// # Errors
    /// [`KeyMistake`].
    pub async fn unlock(
        &self,
        passphrase: &str,
        study: &Study,
        locksmith: impl AsyncFnOnce(Job) -> Done,
    ) -> Result<Rc<Signing>, KeyMistake> {
        let file = locksmith(Job::open(&self.0, passphrase)).await.map_err(|refusal| match refusal {
            Refusal::NoPassphrase => KeyMistake::NoPassphrase,
            Refusal::WrongPassphrase => KeyMistake::WrongPassphrase,
            Refusal::NotLocked => KeyMistake::NotASigningKey,
            Refusal::Damaged => KeyMistake::Damaged,
        })?;
        plain(&file, study)
    }
}

fn plain(file: &[u8], study: &Study) -> Result<Rc<Signing>, KeyMistake> {
    let key = signing_key(file, study).map_err(|mistake| match mistake {
        SigningMistake::NotASigningKey => KeyMistake::NotASigningKey,
        SigningMistake::OtherStudy => KeyMistake::OtherStudy,
    })?;
    Ok(Rc::new(Signing(key)))
}

/// Keys are the same when they are in the same place: secrets are not compared.
impl PartialEq for Signing {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl fmt::Debug for Signing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signing")
    }
}

/// As with [`Signing`].
impl PartialEq for ProtectedSigning {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl fmt::Debug for ProtectedSigning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProtectedSigning")
    }
}
