//! A sealed file that was changed or cut anywhere is refused.
#![allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]

use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use sealed::{Identity, Kind, OpenError, Recipient, inspect, make_identity, open, pad, seal};
use std::sync::OnceLock;

static IDENTITIES: OnceLock<[Identity; 2]> = OnceLock::new();

/// A small sealed file, armoured and binary, and an identity for each of its recipients.
struct Sample {
    armoured: Vec<u8>,
    binary: Vec<u8>,
    identities: Vec<Identity>,
}

fn sample(kind: Kind, plaintext: &[u8]) -> Sample {
    let identities = vec![make_identity(kind).unwrap(), make_identity(kind).unwrap()];
    let recipients: Vec<Recipient> = identities.iter().map(Identity::to_recipient).collect();
    let armoured = seal(plaintext, &recipients).unwrap();
    let lines: String = armoured.lines().filter(|line| !line.starts_with('-')).collect();
    Sample { binary: Base64::decode_vec(&lines).unwrap(), armoured: armoured.into_bytes(), identities }
}

/// Every single-bit change of the binary form is refused, opened with both identities, so that a stanza made useless
/// for the one is still opened by the other and the header MAC has to catch it.
#[test]
fn every_changed_bit_of_the_binary_form_is_refused() {
    for kind in [Kind::Hybrid, Kind::Classical] {
        let Sample { binary, identities, .. } = sample(kind, b"{\"gse_1\":4}");
        assert!(open(&binary, &identities).is_ok());
        every_flip_is_refused(&binary, &identities);
    }
}

/// The armoured form likewise. There are changes of armour that decode to the same file (Windows line ends, white space
/// before or after), but none of them is a change of one bit: a flipped line feed is never white space that age
/// allows, and a flipped letter decodes to other bytes or, in unused bits, is refused as not canonical.
#[test]
fn every_changed_bit_of_the_armoured_form_is_refused() {
    for kind in [Kind::Hybrid, Kind::Classical] {
        let Sample { armoured, identities, .. } = sample(kind, b"{\"gse_1\":4}");
        assert!(open(&armoured, &identities).is_ok());
        every_flip_is_refused(&armoured, &identities);
    }
}

fn every_flip_is_refused(file: &[u8], identities: &[Identity]) {
    let mut changed = file.to_vec();
    for at in 0..file.len() {
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            assert!(open(&changed, identities).is_err(), "byte {at}, bit {bit}");
            changed[at] ^= 1 << bit;
        }
    }
}

/// Cut anywhere, the file is refused. The one cut that is no loss is the armour's final line feed.
#[test]
fn every_cut_is_refused() {
    for kind in [Kind::Hybrid, Kind::Classical] {
        let Sample { armoured, binary, identities } = sample(kind, b"{\"gse_1\":4}");
        for length in 0..binary.len() {
            let ended = open(&binary[..length], &identities);
            assert!(ended.is_err(), "{length} of {} bytes", binary.len());
        }
        for length in 0..armoured.len() - 1 {
            let ended = open(&armoured[..length], &identities);
            assert!(ended.is_err(), "{length} of {} bytes", armoured.len());
            assert_ne!(ended, Err(OpenError::WrongKey), "a cut is no matter of keys");
        }
        assert!(open(&armoured[..armoured.len() - 1], &identities).is_ok());
    }
}

/// Cut at the end of a chunk, where each chunk that is left is whole: the missing last one is noticed.
#[test]
fn a_file_cut_between_chunks_is_refused() {
    let Sample { binary, identities, .. } = sample(Kind::Classical, &vec![b'4'; 3 * 65_536 + 7]);
    let header = binary.len() - (3 * 65_536 + 7) - 4 * 16;
    for chunks in 0..=3 {
        let cut = &binary[..header + chunks * (65_536 + 16)];
        assert!(open(cut, &identities).is_err(), "{chunks} chunks left");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn what_is_sealed_opens(plaintext in prop::collection::vec(any::<u8>(), 0..140_000), classical: bool) {
        let kind = if classical { Kind::Classical } else { Kind::Hybrid };
        let Sample { armoured, binary, identities } = sample(kind, &plaintext);
        prop_assert_eq!(&open(&armoured, &identities).unwrap(), &plaintext);
        prop_assert_eq!(&open(&binary, &identities).unwrap(), &plaintext);
        prop_assert_eq!(inspect(&binary).unwrap().plaintext_bytes, Some(plaintext.len()));
    }

    #[test]
    fn one_changed_byte_anywhere_is_refused(
        length in 0..140_000_usize, at: prop::sample::Index, change in 1..=255_u8,
    ) {
        let Sample { mut binary, identities, .. } = sample(Kind::Hybrid, &vec![b'4'; length]);
        let at = at.index(binary.len());
        binary[at] ^= change;
        prop_assert!(open(&binary, &identities).is_err());
    }

    #[test]
    fn a_strangers_key_is_the_wrong_key(plaintext in prop::collection::vec(any::<u8>(), 0..100)) {
        let Sample { armoured, .. } = sample(Kind::Hybrid, &plaintext);
        let stranger = [make_identity(Kind::Hybrid).unwrap()];
        prop_assert_eq!(open(&armoured, &stranger), Err(OpenError::WrongKey));
    }

    #[test]
    fn files_of_one_step_have_one_length(short in 0..8191_usize, long in 0..8191_usize) {
        let one = sample(Kind::Hybrid, &pad(vec![b'4'; short]));
        let other = sample(Kind::Hybrid, &pad(vec![b'5'; long]));
        prop_assert_eq!(one.armoured.len(), other.armoured.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// Whatever the bytes: an error, never a panic.
    #[test]
    fn random_bytes_never_open(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(open(&bytes, &[]).is_err());
        let _ = inspect(&bytes);
    }

    /// Bytes that look like headers get further into the parser.
    #[test]
    fn random_headers_never_open(header in "age-encryption.org/v[12]\n(-> (X25519|mlkem768x25519|scrypt|x)( [A-Za-z0-9+/]{0,50}){0,3}\n([A-Za-z0-9+/]{64}\n){0,2}[A-Za-z0-9+/]{0,63}\n){0,3}(--- [A-Za-z0-9+/]{0,43}\n)?.{0,60}") {
        let identities = IDENTITIES.get_or_init(|| [Kind::Hybrid, Kind::Classical].map(|kind| make_identity(kind).unwrap()));
        prop_assert!(open(header.as_bytes(), identities).is_err());
        let _ = inspect(header.as_bytes());
        let armoured = format!(
            "-----BEGIN AGE ENCRYPTED FILE-----\n{}\n-----END AGE ENCRYPTED FILE-----\n",
            Base64::encode_string(&header.as_bytes()[..header.floor_char_boundary(48)])
        );
        prop_assert!(open(armoured.as_bytes(), identities).is_err());
    }
}
