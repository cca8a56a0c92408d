//! The secret keys that open the files.
//!
//! Promises: whatever held a secret is wiped when it is dropped. Must never put a character of one into an error, a
//! text of `Debug` or a place that outlives the page.

use super::locksmith::{Done, Job, Refusal};
use core::fmt;
use sealed::{
    Identity, StanzaKind, fingerprint, inspect,
    open::{
        IdentityError,
        key_file::{self, KeyFileError},
    },
};
use std::rc::Rc;
use zeroize::Zeroizing;

/// The largest key file that is read, in bytes.
pub const MAX_KEY_FILE: u64 = 1024 * 1024;
/// How every secret key begins that opens files.
pub const BEGINNING: &str = "AGE-SECRET-KEY-";
/// How every secret key begins that signs.
const BEGINNING_OF_SIGNING: &str = "LINKWELL-SIGNING-KEY-";

/// Secret keys, ready to open files.
pub struct Keys {
    identities: Vec<Identity>,
    /// That of the first one.
    fingerprint: String,
}

/// A key file that is protected by a passphrase.
pub struct ProtectedKey {
    file: Zeroizing<Vec<u8>>,
    is_kept: bool,
}

/// What a key file gave.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyRead {
    /// Keys.
    Ready(Rc<Keys>),
    /// A passphrase is needed first.
    Protected(Rc<ProtectedKey>),
}

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyProblem {
    /// Nothing was given.
    Empty,
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than a key file can be.
    TooLarge,
    /// A public key: it seals, but does not open.
    Public,
    /// Neither a key nor a key file.
    NotAKey,
    /// A key with a character too many, too few or wrong.
    Mistyped,
    /// A sealed file in the place of a key file.
    SealedFile,
    /// A key file that was changed or cut.
    Damaged,
    /// No passphrase was given.
    NoPassphrase,
    /// The passphrase is another one.
    WrongPassphrase,
}

impl Keys {
    /// The secret keys, for opening.
    pub fn identities(&self) -> &[Identity] {
        &self.identities
    }

    /// The fingerprint of the public half of the first of them.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The keys as the text of a key file, for a worker or to be locked.
    pub(super) fn written(&self) -> Zeroizing<Vec<u8>> {
        let mut text = key_file::write("", &self.identities);
        Zeroizing::new(std::mem::take(&mut *text).into_bytes())
    }

    /// Whether one of them is the secret half of one of the study's `recipients`.
    pub fn fit(&self, recipients: &[String]) -> bool {
        self.identities.iter().any(|identity| {
            let public = identity.to_recipient().to_string();
            recipients.iter().any(|recipient| recipient.trim() == public)
        })
    }
}

impl ProtectedKey {
    /// One that somebody gave.
    pub(super) fn given(file: Zeroizing<Vec<u8>>) -> Self {
        Self { file, is_kept: false }
    }

    /// One that stays on the device.
    pub(super) fn kept(file: &[u8]) -> Self {
        Self { file: Zeroizing::new(file.to_vec()), is_kept: true }
    }

    /// Whether it stays on the device.
    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Has `locksmith` open the file, which takes some seconds, and a gigabyte of memory at most.
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub async fn unlock(
        &self,
        passphrase: &str,
        locksmith: impl AsyncFnOnce(Job) -> Done,
    ) -> Result<Rc<Keys>, KeyProblem> {
        plain(&self.opened(passphrase, locksmith).await?)
    }

    /// The text of the file, opened as by [`Self::unlock`].
    pub(super) async fn opened(
        &self,
        passphrase: &str,
        locksmith: impl AsyncFnOnce(Job) -> Done,
    ) -> Result<Zeroizing<Vec<u8>>, KeyProblem> {
        Ok(locksmith(Job::open(&self.file, passphrase)).await?)
    }
}

/// The keys in a file.
///
/// # Errors
/// [`KeyProblem`].
pub fn read_key(file: Zeroizing<Vec<u8>>) -> Result<KeyRead, KeyProblem> {
    if is_locked(&file)? {
        Ok(KeyRead::Protected(Rc::new(ProtectedKey::given(file))))
    } else {
        plain(&file).map(KeyRead::Ready)
    }
}

/// Whether a key file needs a passphrase first.
///
/// # Errors
/// [`KeyProblem`]: it is sealed, but is no key file.
pub(super) fn is_locked(file: &[u8]) -> Result<bool, KeyProblem> {
    if !key_file::is_protected(file) {
        return Ok(false);
    }
    let found = inspect(file).map_err(|_| KeyProblem::Damaged)?;
    if found.stanzas.contains(&StanzaKind::Passphrase) { Ok(true) } else { Err(KeyProblem::SealedFile) }
}

/// The keys in a pasted text: one key, or a whole key file whose line ends a browser has taken out.
///
/// # Errors
/// [`KeyProblem`].
pub fn read_pasted_key(text: &str) -> Result<KeyRead, KeyProblem> {
    plain(lines_of_pasted(text).as_bytes()).map(KeyRead::Ready)
}

/// A pasted text with a line for each secret key in it, if there are any.
pub(super) fn lines_of_pasted(text: &str) -> Zeroizing<String> {
    let found = [BEGINNING, BEGINNING_OF_SIGNING].map(|beginning| text.match_indices(beginning));
    let mut starts: Vec<usize> = found.into_iter().flatten().map(|(at, _)| at).collect();
    if starts.is_empty() {
        return Zeroizing::new(text.to_owned());
    }
    starts.sort_unstable();
    let mut lines = Zeroizing::new(String::with_capacity(text.len() + starts.len()));
    for (at, start) in starts.iter().enumerate() {
        let key = &text[*start..starts.get(at + 1).copied().unwrap_or(text.len())];
        let end = key.find(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '-');
        lines.push_str(&key[..end.unwrap_or(key.len())]);
        lines.push('\n');
    }
    lines
}

fn plain(file: &[u8]) -> Result<Rc<Keys>, KeyProblem> {
    let identities = key_file::read(file)?;
    let fingerprint = identities.first().map(|first| fingerprint(&first.to_recipient())).unwrap_or_default();
    Ok(Rc::new(Keys { identities, fingerprint }))
}

impl From<KeyFileError> for KeyProblem {
    fn from(error: KeyFileError) -> Self {
        match error {
            KeyFileError::Empty => Self::Empty,
            KeyFileError::Line { error: IdentityError::IsRecipient, .. } => Self::Public,
            KeyFileError::Line { error: IdentityError::Damaged, .. } => Self::Mistyped,
            _ => Self::NotAKey,
        }
    }
}

impl From<Refusal> for KeyProblem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoPassphrase => Self::NoPassphrase,
            Refusal::WrongPassphrase => Self::WrongPassphrase,
            Refusal::NotLocked => Self::NotAKey,
            Refusal::Damaged => Self::Damaged,
        }
    }
}

/// Keys are the same when they are in the same place: secrets are not compared.
impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.identities.len())
    }
}

/// As with [`Keys`].
impl PartialEq for ProtectedKey {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl fmt::Debug for ProtectedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProtectedKey")
    }
}
