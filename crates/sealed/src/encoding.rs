//! The text forms of keys: Bech32 without its limit of 90 characters (BIP 173, as c2sp.org/age uses it).
//!
//! Must never accept two texts for one key: mixed case, a wrong checksum and stray trailing bits are refused.

use bech32::primitives::{Bech32, checksum::Checksum, decode::CheckedHrpstring, hrp::Hrp};
use zeroize::{Zeroize, Zeroizing};

/// Bech32's checksum over as many characters as a hybrid key needs, and twice that.
enum LongBech32 {}

impl Checksum for LongBech32 {
    type MidstateRepr = <Bech32 as Checksum>::MidstateRepr;
    type CorrectionField = <Bech32 as Checksum>::CorrectionField;
    const ROOT_GENERATOR: Self::CorrectionField = Bech32::ROOT_GENERATOR;
    const ROOT_EXPONENTS: core::ops::RangeInclusive<usize> = Bech32::ROOT_EXPONENTS;
    const CODE_LENGTH: usize = 4096;
    const CHECKSUM_LENGTH: usize = Bech32::CHECKSUM_LENGTH;
    const GENERATOR_SH: [Self::MidstateRepr; 5] = Bech32::GENERATOR_SH;
    const TARGET_RESIDUE: Self::MidstateRepr = Bech32::TARGET_RESIDUE;
}

/// The Bech32 text, in lower case, of `bytes` under `prefix`.
pub(crate) fn to_bech32(prefix: &str, bytes: &[u8]) -> String {
    let prefix = Hrp::parse(prefix).expect("the prefixes of this crate are valid and of one case");
    bech32::encode_lower::<LongBech32>(prefix, bytes)
        .expect("the keys of this crate fit into a long Bech32 text")
}

/// As [`to_bech32`], for a secret: in upper case, as age writes secret keys, with the intermediate text wiped.
pub(crate) fn secret_to_bech32(prefix: &str, bytes: &[u8]) -> Zeroizing<String> {
    let mut lower = to_bech32(&prefix.to_ascii_lowercase(), bytes);
    lower.make_ascii_uppercase();
    Zeroizing::new(lower)
}

/// The bytes of a Bech32 text whose prefix is exactly `prefix` (case matters), or nothing.
pub(crate) fn from_bech32(prefix: &str, text: &str) -> Option<Vec<u8>> {
    // The decoder folds case, and age tells public from secret keys by it.
    if !text.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('1')) {
        return None;
    }
    let checked = CheckedHrpstring::new::<LongBech32>(text).ok()?;
    // The rule for the bits that are left over is Bech32's own, though the library names it after its best-known user.
    checked.validate_segwit_padding().ok()?;
    Some(checked.byte_iter().collect())
}

/// As [`from_bech32`], for a secret of 32 bytes.
pub(crate) fn secret_from_bech32(prefix: &str, text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut bytes = from_bech32(prefix, text)?;
    let secret = <[u8; 32]>::try_from(bytes.as_slice()).ok().map(Zeroizing::new);
    bytes.zeroize();
    secret
}
