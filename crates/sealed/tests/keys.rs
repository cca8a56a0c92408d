//! Keys as text, key files, fingerprints, signatures.
#![allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]

use sealed::open::IdentityError;
use sealed::open::key_file::{self, KeyFileError, PassphraseError};
use sealed::{
    Identity, Kind, Recipient, RecipientError, SignatureError, SigningKey, VerifyingKey, fingerprint,
    make_identity, make_signing_key, recipients_digest, sign, verify,
};

#[test]
fn keys_survive_being_written_and_read() {
    for (kind, public, secret) in
        [(Kind::Hybrid, "age1pq1", "AGE-SECRET-KEY-PQ-1"), (Kind::Classical, "age1", "AGE-SECRET-KEY-1")]
    {
        let identity = make_identity(kind).unwrap();
        assert_eq!(identity.kind(), kind);
        assert!(identity.expose().starts_with(secret));
        let again: Identity = identity.expose().parse().unwrap();
        assert_eq!(*again.expose(), *identity.expose());

        let recipient = identity.to_recipient();
        assert_eq!(recipient.kind(), kind);
        assert!(recipient.to_string().starts_with(public));
        assert_eq!(recipient.to_string().parse(), Ok(recipient));
    }
}

#[test]
fn no_debug_text_shows_a_secret() {
    for kind in [Kind::Hybrid, Kind::Classical] {
        let identity = make_identity(kind).unwrap();
        let text = format!("{identity:?}");
        assert!(text.len() < 30 && !text.contains("AGE"), "{text}");
    }
    assert_eq!(format!("{:?}", make_signing_key().unwrap()), "SigningKey(secret)");
}

#[test]
fn a_mistyped_recipient_is_refused() {
    let parse = |text: &str| text.parse::<Recipient>().unwrap_err();
    for kind in [Kind::Hybrid, Kind::Classical] {
        let identity = make_identity(kind).unwrap();
        let text = identity.to_recipient().to_string();
        let mut typo = text.clone().into_bytes();
        typo[20] = if typo[20] == b'q' { b'p' } else { b'q' };
        assert_eq!(parse(std::str::from_utf8(&typo).unwrap()), RecipientError::Damaged);
        assert_eq!(parse(&text[..text.len() - 1]), RecipientError::Damaged);
        assert_eq!(parse(&text.to_uppercase()), RecipientError::UnknownKind);
        assert_eq!(parse(&identity.expose()), RecipientError::IsIdentity);
        assert_eq!(parse(&identity.expose().to_lowercase()), RecipientError::IsIdentity);
    }
    assert_eq!(parse(""), RecipientError::UnknownKind);
    assert_eq!(parse("ssh-ed25519 AAAA"), RecipientError::UnknownKind);
    // An ML-KEM key whose coefficients are not reduced (FIPS 203, section 7.2), with a right checksum.
    let unreduced = bech32_of_age::encode(
        "age1pq",
        bech32_of_age::ToBase32::to_base32(&[0xff_u8; 1216]),
        bech32_of_age::Variant::Bech32,
    )
    .unwrap();
    assert_eq!(parse(&unreduced), RecipientError::Damaged);
}

#[test]
fn a_mistyped_identity_is_refused() {
    let parse = |text: &str| text.parse::<Identity>().unwrap_err();
    let identity = make_identity(Kind::Hybrid).unwrap();
    let text = identity.expose();
    assert_eq!(parse(&text[..text.len() - 1]), IdentityError::Damaged);
    assert_eq!(parse(&text.to_lowercase()), IdentityError::UnknownKind);
    assert_eq!(parse(&identity.to_recipient().to_string()), IdentityError::IsRecipient);
    assert_eq!(parse("password"), IdentityError::UnknownKind);
}

#[test]
fn key_files_hold_several_identities_and_comments() {
    let identities = [Kind::Hybrid, Kind::Classical].map(|kind| make_identity(kind).unwrap());
    let file = key_file::write("Demo study\nFor trial only", &identities);
    assert!(file.starts_with("# Demo study\n# For trial only\n# public key: age1pq1"));
    for variant in [file.to_string(), file.replace('\n', "\r\n"), format!("\u{feff}{}", *file)] {
        let read = key_file::read(variant.as_bytes()).unwrap();
        assert_eq!(read.len(), 2);
        for (read, written) in read.iter().zip(&identities) {
            assert_eq!(*read.expose(), *written.expose());
        }
    }
}

#[test]
fn a_key_file_that_is_none_is_named_by_line() {
    let read = |file: &[u8]| key_file::read(file).unwrap_err();
    assert_eq!(read(b""), KeyFileError::Empty);
    assert_eq!(read(b"# a comment\n\n"), KeyFileError::Empty);
    assert_eq!(read(b"\xff\xfe\x00"), KeyFileError::NotText);
    let recipient = make_identity(Kind::Classical).unwrap().to_recipient();
    assert_eq!(
        read(format!("# a comment\n\n{recipient}\n").as_bytes()),
        KeyFileError::Line { number: 3, error: IdentityError::IsRecipient }
    );
}

#[test]
fn a_protected_key_file_opens_with_its_passphrase_only() {
    let identity = make_identity(Kind::Hybrid).unwrap();
    let file = key_file::write("Demo study", std::slice::from_ref(&identity));
    let protected = key_file::protect(file.as_bytes(), "Ffestiniog 1863").unwrap();
    assert!(!protected.contains("AGE-SECRET-KEY"));
    assert!(key_file::is_protected(protected.as_bytes()));
    assert!(!key_file::is_protected(file.as_bytes()));
    assert_eq!(key_file::read(protected.as_bytes()).unwrap_err(), KeyFileError::Protected);

    let plain = key_file::unprotect(protected.as_bytes(), "Ffestiniog 1863").unwrap();
    assert_eq!(*key_file::read(&plain).unwrap()[0].expose(), *identity.expose());
    let refused = |file: &[u8], passphrase: &str| key_file::unprotect(file, passphrase).unwrap_err();
    assert_eq!(refused(protected.as_bytes(), "Talyllyn 1866"), PassphraseError::WrongPassphrase);
    assert_eq!(refused(protected.as_bytes(), ""), PassphraseError::EmptyPassphrase);
    assert_eq!(refused(file.as_bytes(), "Ffestiniog 1863"), PassphraseError::NotProtected);
    assert_eq!(key_file::protect(b"", "").unwrap_err(), PassphraseError::EmptyPassphrase);
}

/// The work factor is written in the file, so that it can be checked: it must not depend on the machine's speed.
#[test]
fn the_work_factor_is_the_stated_one() {
    let protected = key_file::protect(b"# empty", "Ffestiniog 1863").unwrap();
    let lines: String = protected.lines().filter(|line| !line.starts_with('-')).collect();
    let binary = <base64ct::Base64 as base64ct::Encoding>::decode_vec(&lines).unwrap();
    let stanza = binary.split(|byte| *byte == b'\n').nth(1).unwrap();
    let stanza = std::str::from_utf8(stanza).unwrap();
    assert!(stanza.starts_with("-> scrypt "));
    assert!(stanza.ends_with(&format!(" {}", key_file::WORK_FACTOR)), "{stanza}");
}

#[test]
fn the_order_of_recipients_does_not_change_their_digest() {
    let [one, two, three] = [(); 3].map(|()| make_identity(Kind::Classical).unwrap().to_recipient());
    let digest = recipients_digest(&[one.clone(), two.clone()]);
    assert_eq!(digest, recipients_digest(&[two.clone(), one.clone()]));
    assert_ne!(digest, recipients_digest(&[one.clone(), three]));
    assert_ne!(digest, recipients_digest(std::slice::from_ref(&one)));
    assert_ne!(fingerprint(&one), fingerprint(&two));
}

#[test]
fn a_signature_is_for_one_key_one_purpose_and_one_message() {
    let key = make_signing_key().unwrap();
    let public = key.to_verifying_key();
    let signature = sign(&key, "invitation", b"LW-0412");
    assert_eq!(verify(&public, "invitation", b"LW-0412", &signature), Ok(()));

    let other = make_signing_key().unwrap().to_verifying_key();
    let forged = Err(SignatureError::Forged);
    assert_eq!(verify(&other, "invitation", b"LW-0412", &signature), forged);
    assert_eq!(verify(&public, "withdrawal", b"LW-0412", &signature), forged);
    assert_eq!(verify(&public, "invitation", b"LW-0413", &signature), forged);
    for at in 0..86 {
        let mut text = signature.to_string().into_bytes();
        text[at] = if text[at] == b'A' { b'B' } else { b'A' };
        if let Ok(changed) = std::str::from_utf8(&text).unwrap().parse() {
            assert_eq!(verify(&public, "invitation", b"LW-0412", &changed), forged, "letter {at}");
        }
    }
}

#[test]
fn signing_keys_survive_being_written_and_read() {
    let key = make_signing_key().unwrap();
    let again: SigningKey = key.expose().parse().unwrap();
    assert_eq!(*again.expose(), *key.expose());
    assert!(key.expose().starts_with("LINKWELL-SIGNING-KEY-1"));

    let public = key.to_verifying_key();
    let text = public.to_string();
    assert!(text.starts_with("linkwell-verify-1"));
    assert_eq!(text.parse::<VerifyingKey>(), Ok(public));
    assert!(text[..text.len() - 1].parse::<VerifyingKey>().is_err());
    assert!(key.expose().parse::<VerifyingKey>().is_err());
    assert!(text.parse::<SigningKey>().is_err());
    // The identity point: a key under which one signature would fit every message.
    let mut identity_point = [0_u8; 32];
    identity_point[0] = 1;
    let weak = bech32_of_age::encode(
        "linkwell-verify-",
        bech32_of_age::ToBase32::to_base32(&identity_point),
        bech32_of_age::Variant::Bech32,
    )
    .unwrap();
    assert!(weak.parse::<VerifyingKey>().is_err());
}

#[test]
fn any_change_of_a_key_file_is_read_or_refused_without_a_panic_or_the_secret() {
    let identity = make_identity(Kind::Classical).unwrap();
    let (file, secret) = (key_file::write("Demo study", std::slice::from_ref(&identity)), identity.expose());
    let right = file.as_bytes();
    let refused = std::cell::Cell::new(0);
    let look = |bytes: &[u8]| {
        if let Err(error) = key_file::read(bytes) {
            refused.set(refused.get() + 1);
            assert!(!format!("{error} {error:?}").contains(&secret[20..40]), "{error}");
        }
    };
    for at in 0..right.len() {
        look(&right[..at]);
        look(&[&right[..at], &right[at + 1..]].concat());
        for wrong in *b"#\n\0Q\xff" {
            look(&[&right[..at], &[wrong], &right[at + 1..]].concat());
        }
    }
    assert!(refused.get() > right.len(), "most changes are mistakes: {}", refused.get());
}
