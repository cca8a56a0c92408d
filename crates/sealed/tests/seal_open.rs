//! What is sealed opens, with each recipient's identity and with nothing else; and what sealing refuses.
#![allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]

use sealed::{
    Identity, Kind, MAX_PLAINTEXT, MAX_SEALED, OpenError, PAD_STEP, Part, Recipient, SealError, StanzaKind,
    inspect, make_identity, open, pad, seal,
};

fn pair(kind: Kind) -> (Identity, Identity, [Recipient; 2]) {
    let team = make_identity(kind).unwrap();
    let recovery = make_identity(kind).unwrap();
    let recipients = [team.to_recipient(), recovery.to_recipient()];
    (team, recovery, recipients)
}

#[test]
fn each_recipient_opens_it_and_no_one_else() {
    for kind in [Kind::Hybrid, Kind::Classical] {
        let (team, recovery, recipients) = pair(kind);
        let stranger = make_identity(kind).unwrap();
        let sealed = seal(b"four", &recipients).unwrap();
        assert_eq!(open(sealed.as_bytes(), &[team]).unwrap(), b"four");
        assert_eq!(open(sealed.as_bytes(), &[stranger, recovery]).unwrap(), b"four");
        let others = [make_identity(Kind::Hybrid).unwrap(), make_identity(Kind::Classical).unwrap()];
        assert_eq!(open(sealed.as_bytes(), &others), Err(OpenError::WrongKey));
        assert_eq!(open(sealed.as_bytes(), &[]), Err(OpenError::WrongKey));
    }
}

#[test]
fn two_files_of_one_plaintext_share_nothing() {
    let (_, _, recipients) = pair(Kind::Hybrid);
    let one = seal(b"four", &recipients).unwrap();
    let two = seal(b"four", &recipients).unwrap();
    assert_ne!(one, two);
}

#[test]
fn sealing_refuses_sets_of_recipients_that_could_lose_data() {
    let (_, _, [hybrid, other_hybrid]) = pair(Kind::Hybrid);
    let (_, _, [classical, _]) = pair(Kind::Classical);
    let refused = |recipients: &[&Recipient]| {
        let recipients: Vec<Recipient> = recipients.iter().copied().cloned().collect();
        seal(b"four", &recipients).unwrap_err()
    };
    assert_eq!(refused(&[]), SealError::TooFewRecipients);
    assert_eq!(refused(&[&hybrid]), SealError::TooFewRecipients);
    assert_eq!(refused(&[&hybrid, &classical]), SealError::MixedKinds);
    assert_eq!(refused(&[&hybrid, &other_hybrid, &hybrid]), SealError::DuplicateRecipient);
}

#[test]
fn sealing_refuses_a_low_order_recipient() {
    // The point u = 0, which every scalar takes to zero (RFC 7748, section 6.1), in Bech32.
    let zero = bech32_of_age::encode(
        "age",
        bech32_of_age::ToBase32::to_base32(&[0_u8; 32]),
        bech32_of_age::Variant::Bech32,
    )
    .unwrap();
    let weak: Recipient = zero.parse().unwrap();
    let (_, _, [good, _]) = pair(Kind::Classical);
    assert_eq!(seal(b"four", &[good, weak]).unwrap_err(), SealError::WeakRecipient);
}

#[test]
fn the_limits_fit_together() {
    let (team, _, recipients) = pair(Kind::Classical);
    let largest = vec![b' '; MAX_PLAINTEXT];
    let sealed = seal(&largest, &recipients).unwrap();
    assert!(sealed.len() <= MAX_SEALED);
    assert!(open(sealed.as_bytes(), &[team]).unwrap() == largest);
    assert_eq!(seal(&vec![b' '; MAX_PLAINTEXT + 1], &recipients).unwrap_err(), SealError::TooLarge);
    assert_eq!(open(&vec![b'a'; MAX_SEALED + 1], &[]), Err(OpenError::TooLarge));
}

#[test]
fn padding_hides_the_length_and_keeps_the_text() {
    for (length, padded) in [
        (0, PAD_STEP),
        (1, PAD_STEP),
        (PAD_STEP - 1, PAD_STEP),
        (PAD_STEP, 2 * PAD_STEP),
        (PAD_STEP + 1, 2 * PAD_STEP),
    ] {
        let text = pad(vec![b'4'; length]);
        assert_eq!(text.len(), padded);
        assert_eq!(text.last(), Some(&b'\n'));
        assert_eq!(text.trim_ascii_end(), vec![b'4'; length]);
    }
}

#[test]
fn what_mail_programs_do_to_armour_is_forgiven() {
    let (team, _, recipients) = pair(Kind::Hybrid);
    let identities = [team];
    let sealed = seal(b"four", &recipients).unwrap();
    for variant in [
        sealed.replace('\n', "\r\n"),
        format!("\u{feff}{sealed}"),
        format!("\r\n\t {sealed}\r\n\r\n  "),
        sealed.trim_end().to_owned(),
    ] {
        assert_eq!(open(variant.as_bytes(), &identities).unwrap(), b"four");
    }
}

#[test]
fn what_is_no_sealed_file_is_told_apart() {
    let (team, _, recipients) = pair(Kind::Hybrid);
    let identities = [team];
    let sealed = seal(b"four", &recipients).unwrap();
    let half = sealed.len() / 2;
    let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0, 1];
    let newer = b"age-encryption.org/v2\n-> something new\n\n--- mac\n";
    let protected = sealed::open::key_file::protect(b"# empty", "passphrase").unwrap();
    let cases: [(&[u8], OpenError); 13] = [
        (b"", OpenError::Empty),
        (b" \r\n\t", OpenError::Empty),
        (&jpeg, OpenError::NotSealed),
        (b"participant,gse_1\r\n", OpenError::NotSealed),
        (b"-----BEGIN PGP MESSAGE-----\n", OpenError::NotSealed),
        (b"a", OpenError::NotSealed),
        (&sealed.as_bytes()[..30], OpenError::Truncated(Part::Armour)),
        (&sealed.as_bytes()[..half], OpenError::Truncated(Part::Armour)),
        (&sealed.as_bytes()[half..], OpenError::Damaged(Part::Armour)),
        (b"age-encryption", OpenError::Truncated(Part::Header)),
        (b"age-encryption.org/v1\n-> X25519 abc", OpenError::Truncated(Part::Header)),
        (newer, OpenError::UnsupportedVersion),
        (protected.as_bytes(), OpenError::PassphraseProtected),
    ];
    for (at, (bytes, expected)) in cases.into_iter().enumerate() {
        assert_eq!(open(bytes, &identities), Err(expected), "case {at}");
    }
}

#[test]
fn a_header_of_any_length_is_refused_quickly() {
    // The parser behind us reads a header again for each of its lines: 32 MiB of stanzas would take hours.
    let mut file = b"age-encryption.org/v1\n".to_vec();
    while file.len() < MAX_SEALED - 64 {
        file.extend_from_slice(b"-> a\n\n");
    }
    let started = std::time::Instant::now();
    assert_eq!(open(&file, &[]), Err(OpenError::TooLarge));
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn inspecting_needs_no_key() {
    for (kind, stanza) in [(Kind::Hybrid, StanzaKind::Hybrid), (Kind::Classical, StanzaKind::Classical)] {
        let (_, _, recipients) = pair(kind);
        for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073] {
            let sealed = seal(&vec![b'4'; length], &recipients).unwrap();
            let seen = inspect(sealed.as_bytes()).unwrap();
            assert!(seen.armoured);
            assert_eq!(seen.version, 1);
            assert_eq!(seen.stanzas, [stanza.clone(), stanza.clone()]);
            assert_eq!(seen.sealed_bytes, sealed.len());
            assert_eq!(seen.plaintext_bytes, Some(length));
        }
    }
    assert_eq!(inspect(b"a photo"), Err(OpenError::NotSealed));
    let protected = sealed::open::key_file::protect(b"# empty", "passphrase").unwrap();
    let seen = inspect(protected.as_bytes()).unwrap();
    assert_eq!(seen.stanzas, [StanzaKind::Passphrase]);
}
