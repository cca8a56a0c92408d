//! A small study on two shipped instruments, sealed to keys made for each test.
#![allow(dead_code, reason = "the native tests and those in a browser each use a part")]

use engine::{
    digest::sha256_hex,
    instrument::{Definition, Wording},
    named::Named,
    study::{
        ConsentText, Contact, HelpLine, HelpLines, InstrumentUse, NamedFile, Options, Section, Site,
        Statement, Study, StudyBundle, StudyText, Wave, Window, WordingUse,
    },
};
use sealed::{Identity, Kind};
use text::{EN, Text};

/// A participant code without its check character.
pub const CODE: &str = "K7M4Q";

/// Definition and English wording of the instruments in the study.
const FILES: [(&str, &str, &str); 2] = [
    (
        "ons4",
        include_str!("../../instruments/ons4/instrument.json"),
        include_str!("../../instruments/ons4/wording.en.json"),
    ),
    (
        "who5",
        include_str!("../../instruments/who5/instrument.json"),
        include_str!("../../instruments/who5/wording.en.json"),
    ),
];

/// The study with its bundle and the keys that open what is sealed to it.
pub struct Sample {
    pub study: Study,
    pub keys: Vec<Identity>,
    /// The words of the page.
    pub words: &'static Text,
}

impl Sample {
    pub fn new() -> Self {
        let keys: Vec<Identity> =
            (0..2).map(|_| sealed::make_identity(Kind::Hybrid).expect("randomness")).collect();
        let recipients = keys.iter().map(|key| key.to_recipient().to_string()).collect();
        Self { study: study(recipients), keys, words: &EN }
    }

    /// The same study, asking for consent: one box that is needed, one that is not.
    pub fn asking(mut self) -> Self {
        let statement =
            |id: &str, text: &str, required| Statement { id: id.into(), text: text.into(), required };
        let section = |heading: &str, text: &str| Section {
            heading: heading.into(),
            paragraphs: vec![text.into(), "You can ask us anything.".into()],
        };
        let english = ConsentText {
            version: "1.2".into(),
            sheet: vec![
                section("What it is about", "Nine questions & no more."),
                section("Your choice", "You can say no."),
            ],
            statements: vec![
                statement("take_part", "I want to take part.", true),
                statement("contact", "You may contact me.", false),
            ],
        };
        self.study.consent.insert("en".into(), english);
        self
    }

    pub fn bundle(&self) -> String {
        let named =
            |id: &str, kind: &str, text: &str| NamedFile { name: format!("{id}/{kind}"), text: text.into() };
        let bundle = StudyBundle {
            format: 1,
            study: serde_json::to_string(&self.study).expect("a study"),
            definitions: FILES.iter().map(|(id, text, _)| named(id, "instrument.json", text)).collect(),
            wordings: FILES.iter().map(|(id, _, text)| named(id, "wording.en.json", text)).collect(),
        };
        serde_json::to_string(&bundle).expect("a bundle")
    }
}

/// A right participant code, as a careless person types it.
pub fn typed_code() -> String {
    let code = engine::participant::ParticipantCode::derive(CODE).expect("a payload");
    format!(" {} ", code.to_string().to_lowercase())
}

fn study(recipients: Vec<String>) -> Study {
    let line = |name: &str, action: &str, dial: Option<&str>| HelpLine {
        name: name.into(),
        action: action.into(),
        dial: dial.map(Into::into),
    };
    let wave = |id: &str, window, instruments: &[&str]| Wave {
        id: id.into(),
        window,
        instruments: instruments.iter().map(|id| (*id).into()).collect(),
        minutes: 5,
    };
    Study {
        format: 1,
        id: "sample".into(),
        version: 1,
        for_trial_only: true,
        texts: Named::from_iter([("en".into(), text())]),
        languages: Vec::new(),
        consent: Named::new(),
        options: Options::default(),
        references: vec!["IRAS 000000".into()],
        contact: Contact {
            name: "The study team".into(),
            email: Some("team@example.org".into()),
            phone: Some("01632 960 000".into()),
        },
        help: HelpLines {
            checked: "2026-11-22".into(),
            lines: vec![
                line("In an emergency", "Call 999", Some("999")),
                line("By text message", "Text SHOUT to 85258", None),
            ],
        },
        sites: vec![Site { id: "north".into(), name: "North".into(), link_workers: Vec::new() }],
        waves: vec![
            wave("baseline", None, &["ons4", "who5"]),
            wave("followup", Some(Window { first_day: 274, last_day: 366 }), &["ons4"]),
        ],
        instruments: FILES.iter().map(|(_, definition, wording)| used(definition, wording)).collect(),
        recipients,
        signing_key: None,
        earlier_signing_keys: Vec::new(),
        deposit: None,
    }
}

fn text() -> StudyText {
    StudyText {
        title: "Talking & listening".into(),
        run_by: "The sample team runs this.".into(),
        purpose: "We want to know how people are.".into(),
        use_of_answers: "They are put together with those of others.".into(),
        other_ways: "Ask for a paper form.".into(),
        privacy: "They are kept for five years.".into(),
        withdrawal: "Tell the team your code, and they take your answers out.".into(),
        after: "Give the file to your link worker.".into(),
    }
}

fn used(definition_text: &str, wording_text: &str) -> InstrumentUse {
    let definition: Definition = serde_json::from_str(definition_text).expect("a definition");
    let wording: Wording = serde_json::from_str(wording_text).expect("a wording");
    let pinned = WordingUse { text_sha256: wording.text_sha256, licence_reference: None };
    InstrumentUse {
        id: definition.id,
        version: definition.version,
        definition_sha256: sha256_hex(definition_text.as_bytes()),
        wordings: Named::from_iter([(wording.language, pinned)]),
    }
}
