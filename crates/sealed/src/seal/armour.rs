//! ASCII armour and unpadded base64 (c2sp.org/age, "ASCII armor"; RFC 4648, section 4).

use base64ct::{Base64, Base64Unpadded, Encoding};

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----\n";
const END: &str = "-----END AGE ENCRYPTED FILE-----\n";
const COLUMNS: usize = 64;

/// The armoured form: lines of 64 columns, line feeds, one at the end.
pub(super) fn to_armour(binary: &[u8]) -> String {
    let encoded = Base64::encode_string(binary);
    let lines = encoded.len().div_ceil(COLUMNS);
    let mut armour = String::with_capacity(BEGIN.len() + encoded.len() + lines + END.len());
    armour.push_str(BEGIN);
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(COLUMNS.min(rest.len()));
        armour.push_str(line);
        armour.push('\n');
        rest = after;
    }
    armour.push_str(END);
    armour
}

/// Base64 without padding, as headers use it.
pub(super) fn base64_unpadded(bytes: &[u8]) -> String {
    Base64Unpadded::encode_string(bytes)
}
