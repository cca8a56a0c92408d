//! Our writer against another one: with the same randomness, `age-encryption` (npm) wrote the same bytes. How those files
//! were made stands in `e2e/interop/make-vectors.mjs`.

use super::*;
use std::path::{Path, PathBuf};

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/sealed/own")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(vectors().join(name)).unwrap()
}

/// The vectors' source of randomness: 0, 1, 2 … 255, 0 …
fn counting() -> impl FnMut(&mut [u8]) -> Result<(), random::NoRandomness> {
    let mut next = 0_u8;
    move |bytes| {
        for byte in bytes {
            *byte = next;
            next = next.wrapping_add(1);
        }
        Ok(())
    }
}

#[test]
fn the_bytes_are_those_of_age_encryption() {
    let described: serde_json::Value = serde_json::from_str(&text("recipients.json")).unwrap();
    for kind in ["hybrid", "classical"] {
        let recipients: Vec<Recipient> = described[kind]["recipients"]
            .as_array()
            .unwrap()
            .iter()
            .map(|recipient| recipient.as_str().unwrap().parse().unwrap())
            .collect();
        let plaintext = text("plaintext.json");
        let binary = seal_binary(plaintext.as_bytes(), &recipients, &mut counting()).unwrap();
        assert!(armour::to_armour(&binary) == text(&format!("{kind}.age")), "{kind}");
    }
}

#[test]
fn without_randomness_nothing_is_sealed() {
    let described: serde_json::Value = serde_json::from_str(&text("recipients.json")).unwrap();
    let recipients = [0, 1].map(|at| {
        let recipient = &described["hybrid"]["recipients"][at];
        recipient.as_str().unwrap().parse().unwrap()
    });
    // Each draw in its turn fails: the file key, a stanza for either recipient, the payload's nonce.
    for working in 0..4 {
        let mut draws = 0;
        let mut failing = |_: &mut [u8]| {
            draws += 1;
            if draws > working { Err(random::NoRandomness) } else { Ok(()) }
        };
        let ended = seal_binary(b"four", &recipients, &mut failing);
        assert_eq!(ended, Err(SealError::NoRandomness), "draw {working}");
    }
}
