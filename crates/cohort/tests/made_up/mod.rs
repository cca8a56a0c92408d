//! A made-up study and records of made-up persons, for the tests of this crate.

#![allow(dead_code, reason = "every test file uses its own part")]

use cohort::{Cohort, Examined, Input, Refusal, examine, results};
use engine::{
    catalogue::Catalogue,
    digest::sha256_hex,
    participant::ParticipantCode,
    problem::parse,
    record::{
        AnsweredItem, Completion, ConsentGiven, Given, HelpMode, InstrumentAnswers, Layout, Record, Software,
        Source, Times, WordingPin,
    },
    study::{Offer, Study, check_study},
};

const DEFINITIONS: [&str; 3] = [
    include_str!("../data/instruments/mood2.json"),
    include_str!("../data/instruments/trust4.json"),
    include_str!("../data/instruments/calm3.json"),
];
const WORDINGS: [&str; 4] = [
    include_str!("../data/instruments/mood2.en.json"),
    include_str!("../data/instruments/mood2.cy.json"),
    include_str!("../data/instruments/trust4.en.json"),
    include_str!("../data/instruments/calm3.en.json"),
];

/// 2026-01-05T10:00:00Z, a Monday.
pub const BASELINE_MS: i64 = 1_767_607_200_000;
/// Milliseconds of a day.
pub const DAY_MS: i64 = 86_400_000;

/// The study, with its catalogue.
pub fn offer() -> Offer {
    let mut catalogue = Catalogue::new();
    for definition in DEFINITIONS {
        catalogue.add_definition(definition).expect("the made-up definitions are right");
    }
    for wording in WORDINGS {
        catalogue.add_wording(wording).expect("the made-up wordings are right");
    }
    let study: Study = parse(include_str!("../data/study.json")).expect("the made-up study is right");
    assert_eq!(check_study(&study, &catalogue), []);
    Offer { study, catalogue }
}

/// A code with its check character.
pub fn code(payload: &str) -> ParticipantCode {
    ParticipantCode::derive(payload).expect("a payload")
}

/// The answers to an instrument of the study, scored.
pub fn answers(offer: &Offer, id: &str, language: &str, codes: &[i32]) -> InstrumentAnswers {
    let used = offer.study.instrument(id).expect("an instrument of the study");
    let instrument = offer.catalogue.find(id, &used.version).expect("an instrument at hand");
    let items = instrument.definition.items.iter().zip(codes);
    let mut answers = InstrumentAnswers {
        id: id.into(),
        version: used.version.clone(),
        definition_sha256: instrument.definition_sha256.clone(),
        wording: WordingPin {
            language: language.into(),
            text_sha256: instrument.wordings[language].text_sha256.clone(),
        },
        items: items
            .map(|(item, code)| AnsweredItem { id: item.id.clone(), given: Given::Code(*code) })
            .collect(),
        scores: Vec::new(),
    };
    answers.scores = answers.score(&instrument.definition);
    answers
}

/// Consent to the study's sheet, given a minute before the end.
pub fn consent(offer: &Offer, finished_ms: i64, agreed: &[&str]) -> ConsentGiven {
    let (language, text) = offer.study.consent_in("en").expect("the study asks");
    ConsentGiven {
        version: text.version.clone(),
        language: language.into(),
        text_sha256: text.text_digest(),
        agreed: agreed.iter().map(|id| (*id).into()).collect(),
        given_ms: finished_ms - 60_000,
    }
}

fn record(
    offer: &Offer,
    participant: &ParticipantCode,
    wave: &str,
    finished_ms: i64,
    instruments: Vec<InstrumentAnswers>,
) -> Record {
    let name = format!("{}{wave}", participant.as_str());
    let mut record = Record::new(
        sha256_hex(name.as_bytes())[..32].into(),
        ("made-up".into(), 3),
        participant,
        wave.into(),
        Some("north".into()),
        Times { started_ms: finished_ms - 120_500, finished_ms, offset_minutes: 0 },
        Completion {
            source: Source::Screen,
            help: Some(HelpMode::Myself),
            layout: Some(Layout::Narrow),
            language: "en".into(),
        },
        instruments,
        Software { name: "linkwell".into(), version: "0.1.0".into(), build: "test".into() },
    );
    record.consent = Some(consent(offer, finished_ms, &["take_part", "contact"]));
    record
}

/// A faultless baseline record of `participant`.
pub fn baseline(offer: &Offer, participant: &ParticipantCode) -> Record {
    let instruments =
        vec![answers(offer, "mood2", "en", &[3, 8]), answers(offer, "trust4", "en", &[4, 3, 2, 1])];
    record(offer, participant, "baseline", BASELINE_MS, instruments)
}

/// A faultless follow-up record of `participant`, 300 days after the baseline.
pub fn followup(offer: &Offer, participant: &ParticipantCode) -> Record {
    let instruments = vec![answers(offer, "mood2", "en", &[7, 5]), answers(offer, "calm3", "en", &[3, 2, 2])];
    record(offer, participant, "followup", BASELINE_MS + 300 * DAY_MS, instruments)
}

/// Stands for the signature of the study's key in these tests, which have no key.
pub const SIGNATURE: [u8; 64] = [7; 64];

fn signed(_: &[u8], signature: &[u8; 64]) -> bool {
    *signature == SIGNATURE
}

/// What the import finds in `content` under `name`.
pub fn found(offer: &Offer, name: &str, content: &[u8]) -> Examined {
    let sha256 = sha256_hex(&[name.as_bytes(), content].concat());
    carried(examine(Input { name: name.into(), sha256, content: Ok(content) }, offer, &signed))
}

/// As it arrives where it is linked: in the researcher's page one worker opens and another one links.
fn carried(examined: Examined) -> Examined {
    let text = serde_json::to_string(&examined).expect("it can be written");
    let read: Examined = serde_json::from_str(&text).expect("it can be read");
    assert_eq!(read, examined);
    read
}

/// What the import finds in a record under `name`.
pub fn of(offer: &Offer, name: &str, record: &Record) -> Examined {
    found(offer, name, &record.to_bytes())
}

/// What the import finds in a file that was not opened.
pub fn refused(offer: &Offer, name: &str, refusal: Refusal) -> Examined {
    let sha256 = sha256_hex(name.as_bytes());
    carried(examine(Input { name: name.into(), sha256, content: Err(refusal) }, offer, &signed))
}

/// One file of the results as text.
pub fn file(cohort: &Cohort, offer: &Offer, name: &str) -> String {
    let files = results(cohort, offer).expect("the made-up study has right columns");
    let file = files.into_iter().find(|file| file.name == name).expect("a file of the results");
    String::from_utf8(file.bytes).expect("UTF-8")
}

/// The rows of a CSV file of the results, each cell with the name of its column, read by the csv crate.
pub fn rows(csv_text: &str) -> Vec<Vec<(String, String)>> {
    let text = csv_text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row.expect("a row as wide as the header");
        names.iter().map(Into::into).zip(row.iter().map(Into::into)).collect()
    };
    reader.records().map(row).collect()
}

/// The cell of a row in a column.
pub fn cell<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    let found = row.iter().find(|(name, _)| name == column);
    &found.unwrap_or_else(|| panic!("no column {column}")).1
}
