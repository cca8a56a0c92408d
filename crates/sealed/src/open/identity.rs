//! Identities: the secret keys that open a study's files.
//!
//! Promises: a secret is wiped when dropped and shown only by [`Identity::expose`]. Must never appear in a `Debug`
//! text, an error or a log.

use super::hybrid::HybridKey;
use crate::encoding::{secret_from_bech32, secret_to_bech32};
use crate::random::{self, NoRandomness};
use crate::recipient::{Kind, Recipient, RecipientKey};
use core::fmt;
use core::str::FromStr;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

const HYBRID_PREFIX: &str = "AGE-SECRET-KEY-PQ-";
const CLASSICAL_PREFIX: &str = "AGE-SECRET-KEY-";

/// A secret key of the age standard: `AGE-SECRET-KEY-PQ-1…` (hybrid) or `AGE-SECRET-KEY-1…` (classical).
///
/// Reading a hybrid one expands its ML-KEM key once, so that opening many files does not: keep and share it.
pub struct Identity(Secret);

enum Secret {
    Hybrid(Box<HybridKey>),
    Classical { seed: Zeroizing<[u8; 32]>, opener: age::x25519::Identity },
}

/// Why a text is not an identity. Holds nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum IdentityError {
    /// The text is a recipient (a public key): it seals, but does not open.
    IsRecipient,
    /// The text begins like neither `AGE-SECRET-KEY-PQ-1…` nor `AGE-SECRET-KEY-1…`.
    UnknownKind,
    /// The text begins like an identity, but its checksum or length is wrong: a typing or copying mistake.
    Damaged,
}

impl fmt::Display for IdentityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::IsRecipient => "this is a recipient (a public key), not an identity",
            Self::UnknownKind => "an identity begins with AGE-SECRET-KEY-",
            Self::Damaged => "the identity's checksum or length is wrong",
        })
    }
}

impl std::error::Error for IdentityError {}

/// A new identity.
///
/// # Errors
/// [`NoRandomness`].
pub fn make_identity(kind: Kind) -> Result<Identity, NoRandomness> {
    let mut seed = Zeroizing::new([0; 32]);
    random::fill(seed.as_mut())?;
    Ok(Identity::from_seed(kind, seed))
}

impl Identity {
    fn from_seed(kind: Kind, seed: Zeroizing<[u8; 32]>) -> Self {
        Self(match kind {
            Kind::Hybrid => Secret::Hybrid(Box::new(HybridKey::from_seed(seed))),
            Kind::Classical => Secret::Classical {
                opener: secret_to_bech32(CLASSICAL_PREFIX, seed.as_slice())
                    .parse()
                    .expect("the age crate reads the identities that c2sp.org/age defines"),
                seed,
            },
        })
    }

    /// Hybrid or classical.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.0 {
            Secret::Hybrid(_) => Kind::Hybrid,
            Secret::Classical { .. } => Kind::Classical,
        }
    }

    /// The public half.
    #[must_use]
    pub fn to_recipient(&self) -> Recipient {
        Recipient(match &self.0 {
            Secret::Hybrid(key) => RecipientKey::Hybrid(Box::new(key.to_public())),
            Secret::Classical { seed, .. } => {
                let public = PublicKey::from(&StaticSecret::from(**seed));
                RecipientKey::Classical(public.to_bytes())
            }
        })
    }

    /// The secret text, to be written to a key file and nowhere else. Wiped when dropped.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        match &self.0 {
            Secret::Hybrid(key) => secret_to_bech32(HYBRID_PREFIX, key.seed()),
            Secret::Classical { seed, .. } => secret_to_bech32(CLASSICAL_PREFIX, seed.as_slice()),
        }
    }

    pub(super) fn as_age(&self) -> &dyn age::Identity {
        match &self.0 {
            Secret::Hybrid(key) => key.as_ref(),
            Secret::Classical { opener, .. } => opener,
        }
    }
}

impl FromStr for Identity {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, IdentityError> {
        let (kind, prefix) = if text.starts_with("AGE-SECRET-KEY-PQ-1") {
            (Kind::Hybrid, HYBRID_PREFIX)
        } else if text.starts_with("AGE-SECRET-KEY-1") {
            (Kind::Classical, CLASSICAL_PREFIX)
        } else if text.starts_with("age1") {
            return Err(IdentityError::IsRecipient);
        } else {
            return Err(IdentityError::UnknownKind);
        };
        let seed = secret_from_bech32(prefix, text).ok_or(IdentityError::Damaged)?;
        Ok(Self::from_seed(kind, seed))
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({:?} secret)", self.kind())
    }
}
