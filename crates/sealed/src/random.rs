//! The only source of randomness in the project: the operating system's, or the browser's `crypto.getRandomValues`.
//!
//! Promises: bytes fit for keys, or an error. Must never fall back to anything weaker.

use core::fmt;

/// The operating system or the browser gave no random bytes. Nothing was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

impl fmt::Display for NoRandomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the system gave no random bytes")
    }
}

impl std::error::Error for NoRandomness {}

/// Fills `bytes` with random bytes fit for keys.
///
/// # Errors
/// [`NoRandomness`] when the system has none to give.
pub fn fill(bytes: &mut [u8]) -> Result<(), NoRandomness> {
    getrandom::getrandom(bytes).map_err(|_| NoRandomness)
}
