//! The age format's own test vectors (`vectors/sealed/cctv`), all 143: each ends as the vector says, or is named in
//! [`NOT_APPLICABLE`] with the reason.
//!
//! Where a vector expects a payload failure, it also gives the hash of what a streaming reader would have released
//! before it failed. `open` releases nothing then, which the type shows, so that hash has nothing to be held against.
#![allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]

use sealed::open::key_file::{PassphraseError, unprotect};
use sealed::{Identity, OpenError, Part, open};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;

const VECTORS: usize = 143;

/// Vectors that ask for something this crate does not offer, with the reason. There is none: passphrase files are the
/// key files, and a header with passphrase and recipient stanzas is refused before it matters which one was meant.
const NOT_APPLICABLE: [(&str, &str); 0] = [];

struct Vector {
    name: String,
    expect: String,
    payload: Option<String>,
    identities: Vec<Identity>,
    passphrases: Vec<String>,
    armoured: bool,
    file: Vec<u8>,
}

#[test]
fn every_vector_ends_as_it_says() {
    let vectors = read_vectors();
    assert_eq!(vectors.len(), VECTORS, "a vector is missing or new");
    let mut wrong = Vec::new();
    let mut passed = BTreeMap::<String, usize>::new();
    for vector in &vectors {
        if NOT_APPLICABLE.iter().any(|(name, _)| *name == vector.name) {
            continue;
        }
        match judge(vector) {
            Ok(()) => *passed.entry(vector.expect.clone()).or_default() += 1,
            Err(was) => wrong.push(format!("{}: {} expected, {was}", vector.name, vector.expect)),
        }
    }
    println!("{passed:?}, not applicable: {}", NOT_APPLICABLE.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(passed.values().sum::<usize>() + NOT_APPLICABLE.len(), VECTORS);
    for (name, reason) in NOT_APPLICABLE {
        assert!(vectors.iter().any(|vector| vector.name == name), "{name}");
        assert!(!reason.is_empty(), "{name} needs a reason");
    }
}

#[test]
fn a_low_order_share_never_opens() {
    for name in ["hybrid_low_order", "hybrid_identity", "x25519_low_order", "x25519_identity"] {
        let vector = read_vectors().into_iter().find(|vector| vector.name == name).unwrap();
        assert_eq!(open(&vector.file, &vector.identities), Err(OpenError::Damaged(Part::Header)), "{name}");
    }
}

fn judge(vector: &Vector) -> Result<(), String> {
    let ended = match vector.passphrases.first() {
        None => open(&vector.file, &vector.identities),
        Some(passphrase) => match unprotect(&vector.file, passphrase) {
            Ok(plaintext) => Ok(plaintext.to_vec()),
            Err(PassphraseError::WrongPassphrase) => Err(OpenError::WrongKey),
            Err(PassphraseError::Unreadable(error)) => Err(error),
            // Of another kind than scrypt: to `unprotect`, none of its stanzas is for a passphrase.
            Err(PassphraseError::NotProtected) => Err(OpenError::WrongKey),
            Err(other) => return Err(format!("{other:?}")),
        },
    };
    let fits = match (vector.expect.as_str(), &ended) {
        ("success", Ok(plaintext)) => Some(hex(plaintext)) == vector.payload,
        ("no match", Err(error)) => *error == OpenError::WrongKey,
        ("HMAC failure", Err(error)) => *error == OpenError::Damaged(Part::HeaderMac),
        ("payload failure", Err(error)) => {
            matches!(error, OpenError::Damaged(Part::Payload) | OpenError::Truncated(Part::Payload))
        }
        ("header failure", Err(error)) => matches!(
            error,
            OpenError::Damaged(Part::Header)
                | OpenError::Truncated(Part::Header)
                | OpenError::UnsupportedVersion
                | OpenError::Empty
        ),
        // Armour whose first line is not age's is not taken for armour at all.
        ("armor failure", Err(error)) => {
            assert!(vector.armoured);
            matches!(
                error,
                OpenError::Damaged(Part::Armour) | OpenError::Truncated(Part::Armour) | OpenError::NotSealed
            )
        }
        _ => false,
    };
    fits.then_some(()).ok_or_else(|| match ended {
        Ok(plaintext) => format!("opened to {}", hex(&plaintext)),
        Err(error) => format!("was {error:?}"),
    })
}

fn read_vectors() -> Vec<Vector> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../vectors/sealed/cctv");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(read_vector).collect()
}

fn read_vector(path: &PathBuf) -> Vector {
    let bytes = std::fs::read(path).unwrap();
    let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
    let header = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut vector = Vector {
        name: path.file_name().unwrap().to_str().unwrap().to_owned(),
        expect: String::new(),
        payload: None,
        identities: Vec::new(),
        passphrases: Vec::new(),
        armoured: false,
        file: bytes[end + 2..].to_vec(),
    };
    for line in header.lines() {
        match line.split_once(": ").unwrap() {
            ("expect", value) => vector.expect = value.to_owned(),
            ("payload", value) => vector.payload = Some(value.to_owned()),
            ("identity", value) => vector.identities.push(value.parse().unwrap()),
            ("passphrase", value) => vector.passphrases.push(value.to_owned()),
            ("armored", "yes") => vector.armoured = true,
            ("compressed", "zlib") => vector.file = inflate(&vector.file),
            ("file key" | "comment", _) => {}
            (key, _) => panic!("{}: unknown key {key}", vector.name),
        }
    }
    vector
}

fn inflate(compressed: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    flate2::read::ZlibDecoder::new(compressed).read_to_end(&mut file).unwrap();
    file
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
