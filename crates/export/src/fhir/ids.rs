//! Ids and systems: the same for the same thing in every export, made from a hash.
//!
//! An id of version 8 (RFC 9562: the bits are the maker's own) has the first bits of a SHA-256. It shows nothing of what
//! it is made from; a record's has its receipt in it, so that nobody can try codes until an id fits.

use engine::digest::sha256_hex;

/// The id of the thing that `parts` name, the first part being its kind.
pub(super) fn id(parts: &[&str]) -> String {
    // Lengths keep ("ab", "c") and ("a", "bc") apart.
    let named: String = parts.iter().map(|part| format!("{}:{part};", part.len())).collect();
    let hash = sha256_hex(format!("linkwell fhir 1;{named}").as_bytes());
    let variant = match &hash[16..17] {
        "0" | "4" | "8" | "c" => '8',
        "1" | "5" | "9" | "d" => '9',
        "2" | "6" | "a" | "e" => 'a',
        _ => 'b',
    };
    format!("{}-{}-8{}-{variant}{}-{}", &hash[..8], &hash[8..12], &hash[13..16], &hash[17..20], &hash[20..32])
}

/// An id as an address that needs no host: `urn:uuid:…`.
pub(super) fn urn(id: &str) -> String {
    format!("urn:uuid:{id}")
}

/// The address of a system of codes or identifiers.
pub(super) fn system(parts: &[&str]) -> String {
    urn(&id(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uuids_of_version_8_and_tell_parts_apart() {
        for number in 0..64 {
            let made = id(&["test", &number.to_string()]);
            let lengths: Vec<usize> = made.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{made}");
            assert!(
                made.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
            );
            assert!(made[14..].starts_with('8') && "89ab".contains(&made[19..20]), "{made}");
        }
        assert_ne!(id(&["ab", "c"]), id(&["a", "bc"]));
        assert_eq!(id(&["a"]), id(&["a"]));
    }
}
