//! SHA-256 as lower-case hexadecimal text, the form in which files pin each other.

use alloc::string::String;
use core::fmt::Write as _;
use sha2::{Digest as _, Sha256};

/// The SHA-256 of `bytes`: 64 lower-case hexadecimal characters, the same as `sha256sum` prints.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// `bytes` as lower-case hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a String cannot fail");
        text
    })
}
