//! The text forms of keys: Bech32 without a length limit (BIP 173, as c2sp.org/age uses it).
//!
//! Must never accept two texts for one key: mixed case, a wrong checksum and stray trailing bits are refused.

use bech32::{FromBase32, ToBase32, Variant};
use zeroize::Zeroize;

/// The Bech32 text, in lower case, of `bytes` under `prefix`.
pub(crate) fn to_bech32(prefix: &str, bytes: &[u8]) -> String {
    bech32::encode(prefix, bytes.to_base32(), Variant::Bech32)
        .expect("the prefixes of this crate are valid and of one case")
}

/// As [`to_bech32`], for a secret: in upper case, as age writes secret keys, with the intermediate text wiped.
pub(crate) fn secret_to_bech32(prefix: &str, bytes: &[u8]) -> zeroize::Zeroizing<String> {
    let mut lower = to_bech32(&prefix.to_ascii_lowercase(), bytes);
    lower.make_ascii_uppercase();
    zeroize::Zeroizing::new(lower)
}

/// The bytes of a Bech32 text whose prefix is exactly `prefix` (case matters), or nothing.
pub(crate) fn from_bech32(prefix: &str, text: &str) -> Option<Vec<u8>> {
    // The decoder folds case, and age tells public from secret keys by it.
    if !text.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('1')) {
        return None;
    }
    let (_, mut words, variant) = bech32::decode(text).ok()?;
    if variant != Variant::Bech32 {
        return None;
    }
    let bytes = Vec::from_base32(&words).ok();
    words.fill(bech32::u5::default());
    bytes
}

/// As [`from_bech32`], for a secret of 32 bytes.
pub(crate) fn secret_from_bech32(prefix: &str, text: &str) -> Option<zeroize::Zeroizing<[u8; 32]>> {
    let mut bytes = from_bech32(prefix, text)?;
    let secret = <[u8; 32]>::try_from(bytes.as_slice()).ok().map(zeroize::Zeroizing::new);
    bytes.zeroize();
    secret
}
