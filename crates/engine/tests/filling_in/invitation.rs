//! Tokens of invitations: those of the committed vectors, and any that chance makes.

use std::num::NonZeroU16;

use crate::sample::study_json;
use engine::{
    invitation::{Invitation, InvitationProblem, Token, TokenError},
    participant::ParticipantCode,
    study::Study,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn vectors() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../vectors/invitation/invitation.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the vectors are there")).expect("JSON")
}

/// The sample with id, waves, sites and recipients of the vectors' study.
fn study(vectors: &Value) -> Study {
    let named = |of: &str, template: Value| -> Value {
        let one = |id: &Value| {
            let mut one = template.clone();
            one["id"] = id.clone();
            one
        };
        vectors["study"][of].as_array().expect("a list").iter().map(one).collect()
    };
    let mut file = study_json();
    file["id"] = vectors["study"]["id"].clone();
    file["recipients"] = vectors["study"]["recipients"].clone();
    file["waves"] = named("waves", json!({"instruments": ["calm3"], "minutes": 3}));
    file["sites"] = named("sites", json!({"name": "Somewhere"}));
    for site in file["sites"].as_array_mut().expect("a list") {
        let workers = &vectors["study"]["link_workers"][site["id"].as_str().expect("an id")];
        let named = |id: &Value| json!({"id": id, "name": "Somebody"});
        site["link_workers"] = workers.as_array().into_iter().flatten().map(named).collect();
    }
    serde_json::from_value(file).expect("a study")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text<'a>(vector: &'a Value, key: &str) -> &'a str {
    vector[key].as_str().unwrap_or_else(|| panic!("{key} in {}", vector["name"]))
}

#[test]
fn every_vector_is_read_and_judged_as_it_says() {
    let vectors = vectors();
    let study = study(&vectors);
    for vector in vectors["vectors"].as_array().expect("a list") {
        let name = text(vector, "name");
        match (text(vector, "token").parse::<Token>(), text(vector, "reading")) {
            (Err(TokenError::Damaged), "damaged") | (Err(TokenError::Newer), "newer") => {}
            (Ok(token), "ok") => compare(&token, vector, &study),
            (found, expected) => panic!("{name}: {:?} instead of {expected}", found.map(|_| ())),
        }
    }
}

fn compare(token: &Token, vector: &Value, study: &Study) {
    let name = text(vector, "name");
    let invitation = token.invitation();
    let parts = &vector["parts"];
    assert_eq!(invitation.study(), parts["study"], "{name}");
    assert_eq!(invitation.wave(), parts["wave"], "{name}");
    assert_eq!(invitation.site(), parts["site"].as_str(), "{name}");
    assert_eq!(invitation.participant().as_str(), parts["participant"], "{name}");
    assert_eq!(invitation.last_day().is_some(), parts["last_day"].is_string(), "{name}");
    assert_eq!(hex(&token.signed_bytes()), text(vector, "payload"), "{name}");
    assert_eq!(Token::join(invitation.clone(), *token.signature()), *token, "{name}");
    assert_eq!(token.as_str(), text(vector, "token"), "{name}");
    let judged = match invitation.judge(study, vector["now_ms"].as_i64().expect("a time")) {
        Ok(()) => "ok",
        Err(InvitationProblem::OtherStudy) => "other_study",
        Err(InvitationProblem::OtherRecipients) => "other_recipients",
        Err(InvitationProblem::UnknownWave) => "unknown_wave",
        Err(InvitationProblem::UnknownSite) => "unknown_site",
        Err(InvitationProblem::Expired) => "expired",
        Err(other) => panic!("{name}: {other}"),
    };
    assert_eq!(judged, text(vector, "verdict"), "{name}");
}

fn token() -> Token {
    let vectors = vectors();
    text(&vectors["vectors"][0], "token").parse().expect("the first vector is right")
}

#[test]
fn a_usual_token_is_short() {
    assert!(token().as_str().len() <= 180);
}

#[test]
fn every_truncation_and_every_single_character_change_is_damage() {
    let right = token().as_str().to_owned();
    for length in 0..right.len() {
        assert_eq!(right[..length].parse::<Token>(), Err(TokenError::Damaged), "{length} characters");
    }
    let characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ .=%é\n";
    for at in 0..right.len() {
        for wrong in characters.chars().filter(|c| !right[at..].starts_with(*c)) {
            let typed = format!("{}{wrong}{}", &right[..at], &right[at + 1..]);
            assert_eq!(typed.parse::<Token>(), Err(TokenError::Damaged), "{wrong:?} at {at}");
        }
    }
    for at in 0..right.len() - 1 {
        let mut swapped = right.clone().into_bytes();
        swapped.swap(at, at + 1);
        let swapped = String::from_utf8(swapped).expect("ASCII");
        if swapped != right {
            assert_eq!(swapped.parse::<Token>(), Err(TokenError::Damaged), "{at}");
        }
    }
}

#[test]
fn neither_who_is_invited_nor_the_token_is_in_a_debug_text() {
    let token = token();
    let debug = format!("{token:?} {:?}", token.invitation());
    assert!(!debug.contains("K7M") && !debug.contains(&token.as_str()[60..70]));
}

#[test]
fn only_what_the_study_has_can_be_made() {
    let study = study(&vectors());
    let code = || ParticipantCode::derive("K7M4Q").expect("a payload");
    let made = |wave: &str, site| Invitation::new(&study, code(), wave, site, None).map(drop);
    assert_eq!(made("baseline", None), Ok(()));
    assert_eq!(made("followup", Some("hilltop")), Ok(()));
    assert_eq!(made("baseline", Some("riverside/asha")), Ok(()));
    assert_eq!(made("baseline", Some("hilltop/asha")), Err(InvitationProblem::UnknownSite));
    assert_eq!(made("baseline", Some("riverside/")), Err(InvitationProblem::UnknownSite));
    assert_eq!(made("third", None), Err(InvitationProblem::UnknownWave));
    assert_eq!(made("", None), Err(InvitationProblem::UnknownWave));
    assert_eq!(made("baseline", Some("harbour")), Err(InvitationProblem::UnknownSite));
    assert_eq!(made("baseline", Some("")), Err(InvitationProblem::UnknownSite));
    let odd = Study { id: "S".repeat(300), ..study.clone() };
    assert_eq!(
        Invitation::new(&odd, code(), "baseline", None, None).map(drop),
        Err(InvitationProblem::OtherStudy)
    );
}

proptest! {
    #[test]
    fn what_is_made_comes_back(
        payload in "[0-9A-HJKMNP-TVWXY]{4,11}",
        wave in 0..2_usize,
        site in 0..3_usize,
        day in any::<u16>(),
        signature in any::<[u8; 32]>(),
    ) {
        let study = study(&vectors());
        let site = study.sites.get(site).map(|site| site.id.as_str());
        let code = ParticipantCode::derive(&payload).expect("a payload");
        let made = Invitation::new(&study, code, &study.waves[wave].id, site, NonZeroU16::new(day)).expect("fits");
        let signature: [u8; 64] = [signature, signature].concat().try_into().expect("64 bytes");
        let token = Token::join(made.clone(), signature);
        let read: Token = token.as_str().parse().expect("what was made is read");
        prop_assert_eq!(read.invitation(), &made);
        prop_assert_eq!(read.signature(), &signature);
        prop_assert_eq!(Invitation::from_bytes(&made.to_bytes()), Some(made));
    }

    #[test]
    fn any_text_is_read_or_refused_and_reading_has_one_form(text in "[-_A-Za-z0-9]{0,240}|.{0,80}") {
        if let Ok(token) = text.parse::<Token>() {
            prop_assert_eq!(token.as_str(), text);
        }
    }

    #[test]
    fn any_payload_that_is_read_is_written_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        if let Some(invitation) = Invitation::from_bytes(&bytes) {
            prop_assert_eq!(invitation.to_bytes(), bytes);
        }
    }

    #[test]
    fn one_byte_of_a_payload_changed_is_another_invitation_or_none(at in 0..64_usize, to in any::<u8>()) {
        let right = token().signed_bytes();
        let mut changed = right.clone();
        changed[at % right.len()] = to;
        if let Some(invitation) = Invitation::from_bytes(&changed) {
            prop_assert_eq!(invitation.to_bytes(), changed);
        }
    }
}
