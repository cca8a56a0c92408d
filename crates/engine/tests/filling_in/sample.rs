//! A made-up study with one three-item instrument, for tests of sessions, studies and records.

use std::{num::NonZeroU16, rc::Rc};

use engine::{
    digest::sha256_hex,
    instrument::{Definition, Wording},
    invitation::{Invitation, Token},
    participant::ParticipantCode,
    session::{Finishing, Plan, Session},
    study::{NamedFile, Offer, Study, StudyBundle},
};
use serde_json::{Value, json};

/// The instrument's definition file.
pub fn definition_json() -> String {
    json!({
        "format": 1, "id": "calm3", "version": "1", "title": "Calm in three items (made up)",
        "citation": "Made up for tests.", "sources": ["tests"],
        "licence": {"name": "CC0", "statement": "Made up; free for all."},
        "response_sets": {"often": {"codes": [1, 2, 3, 4], "display": "choices"}},
        "items": [
            {"id": "calm_1", "responses": "often"},
            {"id": "calm_2", "responses": "often"},
            {"id": "calm_3", "responses": "often"}
        ],
        "scales": [{
            "id": "calm3_sum", "title": "Calm", "combine": "sum", "items": ["calm_1", "calm_2", "calm_3"],
            "range": {"lowest": 3, "highest": 12}, "direction": "higher_is_better", "source": "tests"
        }]
    })
    .to_string()
}

/// The instrument's wording file.
pub fn wording_json() -> String {
    let text = |id: &str, words: &str| json!({"item": id, "text": words, "labels": "often"});
    let mut file = json!({
        "format": 1, "instrument": "calm3", "instrument_version": "1", "language": "en",
        "source": "tests", "licence": {"name": "CC0"}, "text_sha256": "",
        "intro": "Think of the last week.",
        "items": [text("calm_1", "I felt calm"), text("calm_2", "I slept well"), text("calm_3", "I had time")],
        "labels": {"often": [
            {"code": 1, "label": "Never"}, {"code": 2, "label": "Seldom"},
            {"code": 3, "label": "Often"}, {"code": 4, "label": "Always"}
        ]}
    });
    let definition: Definition = serde_json::from_str(&definition_json()).expect("a definition");
    let wording: Wording = serde_json::from_value(file.clone()).expect("a wording");
    file["text_sha256"] = wording.text_digest(&definition).into();
    file.to_string()
}

/// The study file as JSON, to be changed by a test.
pub fn study_json() -> Value {
    let wording: Value = serde_json::from_str(&wording_json()).expect("JSON");
    json!({
        "format": 1, "id": "sample", "version": 3,
        "texts": {"en": {
            "title": "Sample", "run_by": "Nobody", "purpose": "To test.", "use_of_answers": "None.",
            "other_ways": "None.", "privacy": "None.", "withdrawal": "None.", "after": "Nothing."
        }},
        "contact": {"name": "Nobody", "email": "nobody@example.org"},
        "help": {"checked": "2026-11-22", "lines": [{"name": "In an emergency", "action": "Call 999", "dial": "999"}]},
        "sites": [{"id": "north", "name": "North"}],
        "waves": [
            {"id": "baseline", "instruments": ["calm3"], "minutes": 3},
            {"id": "followup", "window": {"first_day": 274, "last_day": 366}, "instruments": ["calm3"], "minutes": 3}
        ],
        "instruments": [{
            "id": "calm3", "version": "1", "definition_sha256": sha256_hex(definition_json().as_bytes()),
            "wordings": {"en": {"text_sha256": wording["text_sha256"]}}
        }],
        "recipients": ["age1team", "age1recovery"]
    })
}

/// The study's bundle.
pub fn bundle(study: &Value) -> StudyBundle {
    StudyBundle {
        format: 1,
        study: study.to_string(),
        definitions: vec![NamedFile { name: "calm3/instrument.json".into(), text: definition_json() }],
        wordings: vec![NamedFile { name: "calm3/wording.en.json".into(), text: wording_json() }],
    }
}

/// The study, checked.
pub fn offer() -> Rc<Offer> {
    Rc::new(bundle(&study_json()).offer().expect("the sample is right"))
}

/// A sheet with a box that nobody can do without and one that anybody can, in English.
pub fn consent_json() -> Value {
    json!({"en": {
        "version": "1.2",
        "sheet": [
            {"heading": "What it is", "paragraphs": ["Three questions.", "They are short."]},
            {"heading": "Your choice", "paragraphs": ["You can say no."]}
        ],
        "statements": [
            {"id": "take_part", "text": "I want to take part.", "required": true},
            {"id": "contact", "text": "You may contact me.", "required": false}
        ]
    }})
}

/// A session at its start, in a study that asks for consent.
pub fn asking_session() -> Session {
    let mut study = study_json();
    study["consent"] = consent_json();
    let offer = Rc::new(bundle(&study).offer().expect("the sample is right"));
    Session::new(Rc::new(Plan::new(offer, "baseline", Some("north"), "en").expect("a plan")))
}

/// The study file as JSON, with a key that signs invitations, and consent where `asks` says so.
pub fn inviting_json(asks: bool) -> Value {
    let mut study = study_json();
    study["options"] = json!({"invitation_required": true});
    study["signing_key"] = "linkwell-verify-1sample".into();
    if asks {
        study["consent"] = consent_json();
    }
    study
}

/// The token of an invitation to the baseline at the site in the north. Nobody has signed it: the engine cannot tell.
pub fn token(study: &Study, last_day: Option<NonZeroU16>) -> Rc<Token> {
    let code = ParticipantCode::derive("K7M4Q").expect("a payload");
    let invitation =
        Invitation::new(study, code, "baseline", Some("north"), last_day).expect("the sample has these");
    Rc::new(Token::join(invitation, [7; 64]))
}

/// A session of an invited person at its start.
pub fn invited_session(asks: bool) -> Session {
    let offer = Rc::new(bundle(&inviting_json(asks)).offer().expect("the sample is right"));
    let token = token(&offer.study, None);
    Session::new(Rc::new(Plan::invited(offer, token, "en", 1_772_000_000_000).expect("a plan")))
}

/// A session at its start.
pub fn session() -> Session {
    Session::new(Rc::new(Plan::new(offer(), "baseline", Some("north"), "en").expect("a plan")))
}

/// What a page passes in at the end.
pub fn finishing() -> Finishing {
    Finishing {
        nonce: "00112233445566778899aabbccddeeff".into(),
        now_ms: 1_772_000_300_000,
        offset_minutes: 60,
        layout: Some(engine::record::Layout::Narrow),
        source: engine::record::Source::Screen,
        software: engine::record::Software {
            name: "linkwell".into(),
            version: "0".into(),
            build: "test".into(),
        },
    }
}
