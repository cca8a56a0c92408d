//! An invitation's token: payload, signature and checksum as the text of a link.

use alloc::{string::String, vec::Vec};
use core::{fmt, str::FromStr};
use sha2::{Digest as _, Sha256};

use super::{Invitation, base64url, first_bytes, payload::VERSION};

/// Bytes of a signature.
pub const SIGNATURE: usize = 64;
/// Bytes of the checksum.
const CHECKSUM: usize = 4;

/// An invitation with its signature, as a link and a record carry it. Nobody has looked at the signature yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    text: String,
    invitation: Invitation,
    signature: [u8; SIGNATURE],
}

/// Why a text is not an invitation. Never holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenError {
    /// Something is missing, added or changed: the link was not copied whole.
    Damaged,
    /// Whole, and of a version that this one does not know.
    Newer,
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the invitation is damaged: copy the whole link again",
            Self::Newer => "the invitation is of a version that a newer Linkwell reads",
        })
    }
}

impl core::error::Error for TokenError {}

impl Token {
    /// The token of `invitation` with the signature over its bytes.
    pub fn join(invitation: Invitation, signature: [u8; SIGNATURE]) -> Self {
        let mut bytes = invitation.to_bytes();
        bytes.extend(signature);
        let checksum = checksum(&bytes);
        bytes.extend(checksum);
        Self { text: base64url::encode(&bytes), invitation, signature }
    }

    /// What it says.
    pub fn invitation(&self) -> &Invitation {
        &self.invitation
    }

    /// The bytes that its signature is over.
    pub fn signed_bytes(&self) -> Vec<u8> {
        self.invitation.to_bytes()
    }

    /// Its signature, which says nothing before it was verified.
    pub fn signature(&self) -> &[u8; SIGNATURE] {
        &self.signature
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromStr for Token {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, TokenError> {
        let bytes = base64url::decode(text).ok_or(TokenError::Damaged)?;
        let (content, last) = bytes.split_last_chunk::<CHECKSUM>().ok_or(TokenError::Damaged)?;
        if checksum(content) != *last {
            return Err(TokenError::Damaged);
        }
        if content.first().is_some_and(|version| *version > VERSION) {
            return Err(TokenError::Newer);
        }
        let (payload, signature) = content.split_last_chunk::<SIGNATURE>().ok_or(TokenError::Damaged)?;
        let invitation = Invitation::from_bytes(payload).ok_or(TokenError::Damaged)?;
        Ok(Self { text: text.into(), invitation, signature: *signature })
    }
}

/// A token is personal data, and whoever has it can answer in a person's place.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    first_bytes(Sha256::new_with_prefix(bytes))
}
