//! Ed25519 signatures (RFC 8032): who made this, apart from who can read it.
//!
//! Promises: a signature is bound to its purpose, so that one made for an invitation is worth nothing elsewhere;
//! verifying is strict (no small-order keys, no second form of a signature). A signing key never opens a file, and
//! an identity never signs. Must never show a secret key except through [`SigningKey::expose`].

use crate::encoding::{from_bech32, secret_from_bech32, secret_to_bech32, to_bech32};
use crate::random::{self, NoRandomness};
use base64ct::{Base64UrlUnpadded, Encoding};
use core::fmt;
use core::str::FromStr;
use ed25519_dalek::Signer;
use zeroize::Zeroizing;

const SECRET_PREFIX: &str = "LINKWELL-SIGNING-KEY-";
const PUBLIC_PREFIX: &str = "linkwell-verify-";

/// A study's secret signing key: `LINKWELL-SIGNING-KEY-1…`, Bech32 over the 32-byte seed. Wiped when dropped.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// The public half, published in the study file: `linkwell-verify-1…`, Bech32 over the 32-byte point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

/// A signature: 64 bytes, written as 86 characters of base64url without padding, fit for a link's fragment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(ed25519_dalek::Signature);

/// Why a signature, or a key's text, was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureError {
    /// The text is not a key or signature of this kind: wrong prefix, length or checksum.
    Malformed,
    /// The text is well formed, but this key did not sign this message for this purpose.
    Forged,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "not a key or signature",
            Self::Forged => "the signature does not belong to this message and key",
        })
    }
}

impl std::error::Error for SignatureError {}

/// A new signing key.
///
/// # Errors
/// [`NoRandomness`].
pub fn make_signing_key() -> Result<SigningKey, NoRandomness> {
    let mut seed = Zeroizing::new([0; 32]);
    random::fill(seed.as_mut())?;
    Ok(SigningKey(ed25519_dalek::SigningKey::from_bytes(&seed)))
}

/// Signs `message` for `purpose` (`"invitation"`): Ed25519 over the purpose, a zero byte, and the message. The purpose
/// is a name in the caller's code and never holds a zero byte.
#[must_use]
pub fn sign(key: &SigningKey, purpose: &str, message: &[u8]) -> Signature {
    Signature(key.0.sign(&bound(purpose, message)))
}

/// Verifies that `key` signed `message` for `purpose`.
///
/// # Errors
/// [`SignatureError::Forged`] when it did not.
pub fn verify(
    key: &VerifyingKey,
    purpose: &str,
    message: &[u8],
    signature: &Signature,
) -> Result<(), SignatureError> {
    key.0.verify_strict(&bound(purpose, message), &signature.0).map_err(|_| SignatureError::Forged)
}

fn bound(purpose: &str, message: &[u8]) -> Vec<u8> {
    debug_assert!(!purpose.contains('\0'), "a purpose is a plain name");
    [purpose.as_bytes(), b"\0", message].concat()
}

impl SigningKey {
    /// The public half.
    #[must_use]
    pub fn to_verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    /// The secret text, to be written to a key file and nowhere else. Wiped when dropped.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        secret_to_bech32(SECRET_PREFIX, self.0.as_bytes())
    }
}

impl FromStr for SigningKey {
    type Err = SignatureError;

    fn from_str(text: &str) -> Result<Self, SignatureError> {
        let seed = secret_from_bech32(SECRET_PREFIX, text).ok_or(SignatureError::Malformed)?;
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(&seed)))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(secret)")
    }
}

impl FromStr for VerifyingKey {
    type Err = SignatureError;

    fn from_str(text: &str) -> Result<Self, SignatureError> {
        from_bech32(PUBLIC_PREFIX, text)
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .and_then(|bytes| ed25519_dalek::VerifyingKey::from_bytes(&bytes).ok())
            .filter(|key| !key.is_weak())
            .map(Self)
            .ok_or(SignatureError::Malformed)
    }
}

impl fmt::Display for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_bech32(PUBLIC_PREFIX, self.0.as_bytes()))
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({self})")
    }
}

impl Signature {
    /// The signature with these bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        Self(ed25519_dalek::Signature::from_bytes(bytes))
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 64] {
        self.0.to_bytes()
    }
}

impl FromStr for Signature {
    type Err = SignatureError;

    fn from_str(text: &str) -> Result<Self, SignatureError> {
        Base64UrlUnpadded::decode_vec(text)
            .ok()
            .and_then(|bytes| <[u8; 64]>::try_from(bytes).ok())
            .map(|bytes| Self(ed25519_dalek::Signature::from_bytes(&bytes)))
            .ok_or(SignatureError::Malformed)
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64UrlUnpadded::encode_string(&self.0.to_bytes()))
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({self})")
    }
}
