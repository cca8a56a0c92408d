//! Recipients: the public keys that a study's files are sealed to.
//!
//! Promises: one text for one key; a key that the KEM would refuse is refused when read, not when sealing.

use crate::encoding::{from_bech32, to_bech32};
use core::fmt;
use core::str::FromStr;
use sha2::{Digest, Sha256};
use x_wing::TryKeyInit;

const HYBRID_PREFIX: &str = "age1pq";
const CLASSICAL_PREFIX: &str = "age";

/// Which cryptography a key stands on. The two kinds are never mixed in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Post-quantum hybrid, X-Wing: ML-KEM-768 and X25519 together. `age1pq1…`. The default of a study.
    Hybrid,
    /// X25519 alone. `age1…`. For tools that do not know the hybrid kind yet.
    Classical,
}

/// A public key of the age standard: `age1pq1…` (hybrid) or `age1…` (classical).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Recipient(pub(crate) RecipientKey);

#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum RecipientKey {
    /// An X-Wing encapsulation key, 1216 bytes, already checked.
    Hybrid(Box<[u8; x_wing::ENCAPSULATION_KEY_SIZE]>),
    Classical([u8; 32]),
}

/// Why a text is not a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecipientError {
    /// The text is an identity (a secret key). It must not stand where public keys stand.
    IsIdentity,
    /// The text begins like neither `age1pq1…` nor `age1…`.
    UnknownKind,
    /// The text begins like a recipient, but its checksum, length or key is wrong: a typing or copying mistake.
    Damaged,
}

impl fmt::Display for RecipientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::IsIdentity => "this is an identity (a secret key), not a recipient",
            Self::UnknownKind => "a recipient begins with age1pq1 or age1",
            Self::Damaged => "the recipient's checksum or length is wrong",
        })
    }
}

impl std::error::Error for RecipientError {}

impl Recipient {
    /// Hybrid or classical.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.0 {
            RecipientKey::Hybrid(_) => Kind::Hybrid,
            RecipientKey::Classical(_) => Kind::Classical,
        }
    }
}

impl FromStr for Recipient {
    type Err = RecipientError;

    fn from_str(text: &str) -> Result<Self, RecipientError> {
        if text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("AGE-SECRET-KEY-")) {
            return Err(RecipientError::IsIdentity);
        }
        if text.starts_with("age1pq1") {
            let bytes = from_bech32(HYBRID_PREFIX, text).ok_or(RecipientError::Damaged)?;
            x_wing::EncapsulationKey::new_from_slice(&bytes).map_err(|_| RecipientError::Damaged)?;
            let key = bytes.try_into().map_err(|_| RecipientError::Damaged)?;
            return Ok(Self(RecipientKey::Hybrid(Box::new(key))));
        }
        if text.starts_with("age1") {
            let bytes = from_bech32(CLASSICAL_PREFIX, text).ok_or(RecipientError::Damaged)?;
            let key = bytes.try_into().map_err(|_| RecipientError::Damaged)?;
            return Ok(Self(RecipientKey::Classical(key)));
        }
        Err(RecipientError::UnknownKind)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match &self.0 {
            RecipientKey::Hybrid(key) => to_bech32(HYBRID_PREFIX, key.as_slice()),
            RecipientKey::Classical(key) => to_bech32(CLASSICAL_PREFIX, key),
        })
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({:?} {})", self.kind(), fingerprint(self))
    }
}

/// A short form of a recipient for the printed key sheet and for comparing by eye or telephone: the first 128 bits of
/// the SHA-256 of its text, as eight groups of four hexadecimal digits.
///
/// Anyone can make it again: `printf %s age1pq1… | sha256sum`.
#[must_use]
pub fn fingerprint(recipient: &Recipient) -> String {
    let digest = Sha256::digest(recipient.to_string());
    let mut text = String::with_capacity(39);
    for (at, byte) in digest[..16].iter().enumerate() {
        if at > 0 && at % 2 == 0 {
            text.push(' ');
        }
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(nibble), 16).expect("a nibble is below 16"));
        }
    }
    text
}

/// The hash that an invitation pins: SHA-256 over the recipients' texts, sorted, each followed by a line feed. Their
/// order in the study file does not matter.
///
/// Anyone can make it again: one recipient a line, `LC_ALL=C sort FILE | sha256sum`.
#[must_use]
pub fn recipients_digest(recipients: &[Recipient]) -> [u8; 32] {
    let mut texts: Vec<String> = recipients.iter().map(Recipient::to_string).collect();
    texts.sort_unstable();
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().into()
}
