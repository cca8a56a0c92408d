//! Why sealing was refused. Nothing was written.

use crate::random::NoRandomness;
use core::fmt;

/// Why [`seal`](crate::seal()) refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SealError {
    /// Fewer than two recipients. Losing one key must lose nothing, so a study has a team key and a recovery key.
    TooFewRecipients,
    /// Hybrid and classical recipients together: the file would be only as strong as the weaker kind.
    MixedKinds,
    /// The same recipient twice: two recipients that one lost key would both lose.
    DuplicateRecipient,
    /// A recipient that every sender shares a constant secret with (a low-order point): no honest key is one.
    WeakRecipient,
    /// The plaintext is longer than [`MAX_PLAINTEXT`](crate::MAX_PLAINTEXT).
    TooLarge,
    /// The system gave no random bytes.
    NoRandomness,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooFewRecipients => "a file is sealed to two recipients or more",
            Self::MixedKinds => "hybrid and classical recipients cannot be mixed",
            Self::DuplicateRecipient => "a recipient is named twice",
            Self::WeakRecipient => "a recipient is not a usable public key",
            Self::TooLarge => "the plaintext is too large to seal",
            Self::NoRandomness => "the system gave no random bytes",
        })
    }
}

impl std::error::Error for SealError {}

impl From<NoRandomness> for SealError {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}
