//! Key files: identities as text, plain or protected by a passphrase.
//!
//! The form is that of `age-keygen` and `age`: lines that are empty, a comment after `#`, or one identity; protected,
//! an age file sealed with a passphrase. Must never put a line's text into an error, only its number.

use super::{Identity, IdentityError, OpenError, envelope, read_header, read_payload};
use age::secrecy::SecretString;
use core::fmt;
use std::io::Write;
use zeroize::Zeroizing;

/// The scrypt work factor that [`protect`] sets: N = 2^18, with r = 8 and p = 1.
///
/// Fixed, not timed on the machine at hand, so that a key file made on a fast desktop opens on a slow laptop and the
/// same study makes files of the same strength everywhere. 18 is what Go's `age` and `age-encryption` use: 256 MiB
/// and about a second a guess, twice the floor that OWASP's password storage guidance gives for scrypt (2^17).
pub const WORK_FACTOR: u8 = 18;

/// A passphrase with fewer characters may be guessed, whatever the work factor.
pub const SHORT_PASSPHRASE: usize = 12;

/// The highest work factor that [`unprotect`] accepts: 2^20, a gigabyte of memory, as `age-encryption` does. A file
/// that asks for more could only be meant to stall the reader.
pub const MAX_WORK_FACTOR: u8 = 20;

/// Why a key file was not read. Holds nothing of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyFileError {
    /// No identity in it: empty, or comments only.
    Empty,
    /// It is protected: [`unprotect`] it first.
    Protected,
    /// It is not UTF-8 text.
    NotText,
    /// A line is neither empty, nor a comment, nor an identity.
    Line {
        /// The line, counted from 1.
        number: usize,
        /// What is wrong with it.
        error: IdentityError,
    },
}

impl fmt::Display for KeyFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the key file holds no identity"),
            Self::Protected => f.write_str("the key file is protected by a passphrase"),
            Self::NotText => f.write_str("the key file is not text"),
            Self::Line { number, error } => write!(f, "line {number} of the key file: {error}"),
        }
    }
}

impl std::error::Error for KeyFileError {}

/// Why a passphrase did not protect or unprotect a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassphraseError {
    /// The passphrase given is empty.
    EmptyPassphrase,
    /// The passphrase is not the one that the file was protected with.
    WrongPassphrase,
    /// The file is not protected by a passphrase.
    NotProtected,
    /// The file is no age file, or was damaged.
    Unreadable(OpenError),
}

impl fmt::Display for PassphraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyPassphrase => f.write_str("the passphrase is empty"),
            Self::WrongPassphrase => f.write_str("the passphrase is wrong"),
            Self::NotProtected => f.write_str("the file is not protected by a passphrase"),
            Self::Unreadable(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PassphraseError {}

/// Reads a plain key file: one identity or several, in the file's order. Windows line ends and a byte-order mark are
/// accepted.
///
/// # Errors
/// [`KeyFileError`], with the line where there is one.
pub fn read(file: &[u8]) -> Result<Vec<Identity>, KeyFileError> {
    if is_protected(file) {
        return Err(KeyFileError::Protected);
    }
    let text = core::str::from_utf8(file).map_err(|_| KeyFileError::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut identities = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        identities.push(line.parse().map_err(|error| KeyFileError::Line { number: at + 1, error })?);
    }
    if identities.is_empty() {
        return Err(KeyFileError::Empty);
    }
    Ok(identities)
}

/// Writes a plain key file: `comment`, each of its lines after `#`, then each identity below its recipient.
#[must_use]
pub fn write(comment: &str, identities: &[Identity]) -> Zeroizing<String> {
    let mut file = Zeroizing::new(String::new());
    let mut push = |parts: &[&str]| parts.iter().for_each(|part| file.push_str(part));
    for line in comment.lines() {
        push(&["# ", line, "\n"]);
    }
    for identity in identities {
        let recipient = identity.to_recipient().to_string();
        push(&["# public key: ", &recipient, "\n", &identity.expose(), "\n"]);
    }
    file
}

/// Is this an age file (rather than a plain key file)? It may still be damaged.
#[must_use]
pub fn is_protected(file: &[u8]) -> bool {
    !matches!(envelope::to_binary(file), Err(OpenError::NotSealed | OpenError::Empty))
}

/// Protects a file, usually of keys, with a passphrase: an armoured age file that `age -d` opens as well.
///
/// Takes about a second and 256 MiB of memory (see [`WORK_FACTOR`]).
///
/// # Errors
/// [`PassphraseError::EmptyPassphrase`].
///
/// # Panics
/// When the system gives no random bytes: the `age` crate, which writes these files, does not report it.
pub fn protect(file: &[u8], passphrase: &str) -> Result<String, PassphraseError> {
    protect_with_work_factor(file, passphrase, WORK_FACTOR)
}

fn protect_with_work_factor(
    file: &[u8],
    passphrase: &str,
    work_factor: u8,
) -> Result<String, PassphraseError> {
    const IN_MEMORY: &str = "writing to memory does not fail";
    if passphrase.is_empty() {
        return Err(PassphraseError::EmptyPassphrase);
    }
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(work_factor);
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as _))
        .expect("one passphrase is a valid set of recipients");
    let armour =
        age::armor::ArmoredWriter::wrap_output(Vec::new(), age::armor::Format::AsciiArmor).expect(IN_MEMORY);
    let mut writer = encryptor.wrap_output(armour).expect(IN_MEMORY);
    writer.write_all(file).expect(IN_MEMORY);
    let armour = writer.finish().expect(IN_MEMORY);
    let protected = armour.finish().expect(IN_MEMORY);
    // The age crate ends lines as the operating system does; the same input gives the same form everywhere here.
    Ok(String::from_utf8(protected).expect("armour is ASCII").replace('\r', ""))
}

/// Opens a file that [`protect`], or `age -p`, made.
///
/// # Errors
/// [`PassphraseError`].
pub fn unprotect(protected: &[u8], passphrase: &str) -> Result<Zeroizing<Vec<u8>>, PassphraseError> {
    if passphrase.is_empty() {
        return Err(PassphraseError::EmptyPassphrase);
    }
    let binary = envelope::to_binary(protected).map_err(|error| match error {
        OpenError::NotSealed => PassphraseError::NotProtected,
        error => PassphraseError::Unreadable(error),
    })?;
    let decryptor = read_header(&binary).map_err(PassphraseError::Unreadable)?;
    if !decryptor.is_scrypt() {
        return Err(PassphraseError::NotProtected);
    }
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    read_payload(decryptor, std::iter::once(&identity as _), binary.len()).map(Zeroizing::new).map_err(
        |error| match error {
            OpenError::WrongKey => PassphraseError::WrongPassphrase,
            error => PassphraseError::Unreadable(error),
        },
    )
}
