//! What was sealed, written and signed once must be read for ever: `vectors/sealed/own`, made with other software.
#![allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]

use base64ct::Encoding as _;
use sealed::open::key_file::{read, unprotect};
use sealed::{
    Identity, Recipient, Signature, SigningKey, fingerprint, open, recipients_digest, sign, verify,
};
use serde_json::Value;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/sealed/own");
    std::fs::read(folder.join(name)).unwrap()
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&bytes(name)).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn identity(name: &str) -> Identity {
    read(&bytes(name)).unwrap().remove(0)
}

#[test]
fn both_keys_open_both_files() {
    for kind in ["hybrid", "classical"] {
        for holder in ["team", "recovery"] {
            let identity = identity(&format!("{kind}-{holder}.key"));
            let plaintext = open(&bytes(&format!("{kind}.age")), &[identity]).unwrap();
            assert!(plaintext == bytes("plaintext.json"), "{kind}, {holder}");
        }
    }
}

#[test]
fn recipients_fingerprints_and_digests_are_those_of_other_software() {
    let described = json("recipients.json");
    for kind in ["hybrid", "classical"] {
        let described = &described[kind];
        let mut recipients: Vec<Recipient> = Vec::new();
        for (at, holder) in ["team", "recovery"].iter().enumerate() {
            let recipient = identity(&format!("{kind}-{holder}.key")).to_recipient();
            assert_eq!(recipient.to_string(), described["recipients"][at]);
            assert_eq!(fingerprint(&recipient), described["fingerprints"][at]);
            recipients.push(recipient);
        }
        assert_eq!(hex(&recipients_digest(&recipients)), described["digest"]);
    }
}

#[test]
fn a_protected_file_of_other_software_is_read() {
    let plain = unprotect(&bytes("protected.key"), "correct horse battery staple").unwrap();
    assert_eq!(plain.as_slice(), b"# For tests only\n");
}

#[test]
fn signatures_are_those_of_node() {
    let described = json("signatures.json");
    let seed: Vec<u8> = (0..32).collect();
    assert_eq!(hex(&seed), described["seed"]);
    let bech32 = |prefix: &str, bytes: &[u8]| {
        bech32_of_age::encode(
            prefix,
            bech32_of_age::ToBase32::to_base32(&bytes),
            bech32_of_age::Variant::Bech32,
        )
        .unwrap()
    };
    let secret = bech32("linkwell-signing-key-", &seed).to_uppercase();
    let key: SigningKey = secret.parse().unwrap();
    let public: Vec<u8> = (0..32)
        .map(|at| &described["public"].as_str().unwrap()[2 * at..2 * at + 2])
        .map(|digits| u8::from_str_radix(digits, 16).unwrap())
        .collect();
    assert_eq!(key.to_verifying_key().to_string(), bech32("linkwell-verify-", &public));

    let signatures = described["signatures"].as_array().unwrap();
    assert_eq!(signatures.len(), 3);
    for one in signatures {
        let [purpose, message, signature] =
            ["purpose", "message", "signature"].map(|field| one[field].as_str().unwrap());
        let theirs: Signature = signature.parse().unwrap();
        assert_eq!(sign(&key, purpose, message.as_bytes()).to_string(), signature);
        assert_eq!(verify(&key.to_verifying_key(), purpose, message.as_bytes(), &theirs), Ok(()));
    }
}

#[test]
fn invitations_are_signed_as_another_program_signs_them() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/invitation/invitation.json");
    let described: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let keys = &described["keys"];
    let signing: SigningKey = keys["study"]["signing_key"].as_str().unwrap().parse().unwrap();
    let verifying = signing.to_verifying_key();
    assert_eq!(verifying.to_string(), keys["study"]["verifying_key"]);
    let mut seen = [0, 0];
    for vector in described["vectors"].as_array().unwrap() {
        let Some(payload) = vector["payload"].as_str() else { continue };
        let payload: Vec<u8> = (0..payload.len() / 2)
            .map(|at| u8::from_str_radix(&payload[2 * at..2 * at + 2], 16).unwrap())
            .collect();
        let token = vector["token"].as_str().unwrap();
        let token = base64ct::Base64UrlUnpadded::decode_vec(token).unwrap();
        let signature: &[u8; 64] = token[payload.len()..token.len() - 4].try_into().unwrap();
        let fits = verify(&verifying, "invitation", &payload, &Signature::from_bytes(signature)).is_ok();
        assert_eq!(fits, vector["signature"] == "fits", "{}", vector["name"]);
        if fits {
            assert_eq!(sign(&signing, "invitation", &payload).to_bytes(), *signature, "{}", vector["name"]);
        }
        seen[usize::from(fits)] += 1;
    }
    assert_eq!(seen, [3, 16]);
}
