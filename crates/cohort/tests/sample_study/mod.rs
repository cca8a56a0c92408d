//! The sample study's answers as a sample of an analysis.

#![allow(dead_code, reason = "each test file uses some of them")]

use cohort::analysis::{Analysis, Contacts, Modes, OfScale, Row, Sample, contacts};
use engine::{
    catalogue::Catalogue,
    instrument::{Code, Definition},
    record::{NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY},
};
use serde_json::Value;
use std::{fs, path::PathBuf};

pub fn here(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn json(path: &PathBuf) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

pub fn definitions(catalogue: &Catalogue) -> Vec<&Definition> {
    ["ons4", "gse10", "ucla3"].map(|id| &catalogue.newest(id).expect("shipped").definition).into()
}

/// The sample study's answers, as its import would have them, but for the window.
pub fn demo(definitions: &[&Definition]) -> Vec<Row> {
    let files = fs::read_dir(here("../../studies/demo/answers")).expect("answers");
    let row = |file: Value| {
        let text = |key: &str| file[key].as_str().map(str::to_owned);
        let code = |id: &str| match &file["answers"][id] {
            Value::Number(number) => Code::try_from(number.as_i64().expect("whole")).expect("small"),
            Value::String(word) if word == "skipped" => NOT_ANSWERED,
            Value::String(word) if word == "prefer_not_to_say" => PREFER_NOT_TO_SAY,
            _ => NOT_SHOWN,
        };
        let codes =
            |definition: &&Definition| Some(definition.items.iter().map(|item| code(&item.id)).collect());
        Row {
            participant: text("participant").expect("a code"),
            wave: usize::from(file["wave"] == "followup"),
            site: text("site"),
            link_worker: text("link_worker"),
            modes: Modes {
                help: text("help"),
                layout: text("layout"),
                language: text("language"),
                source: text("source"),
            },
            settled: true,
            codes: definitions.iter().map(codes).collect(),
        }
    };
    files.map(|file| row(json(&file.expect("a file").path()))).collect()
}

pub fn sample<'a>(definitions: &[&'a Definition], rows: Vec<Row>) -> Sample<'a> {
    Sample::new(vec!["baseline".into(), "followup".into()], definitions.to_vec(), rows)
}

pub fn scale<'a>(analysis: &'a Analysis, id: &str) -> &'a OfScale {
    analysis.scales.iter().find(|scale| scale.scale == id).expect("a scale")
}

/// Contacts of the first people of the sample study's table.
pub fn joined(catalogue: &Catalogue, people: usize) -> Contacts {
    let table = fs::read_to_string(here("../../studies/demo/contacts.csv")).expect("contacts");
    let lines: Vec<&str> = table.lines().take(people.saturating_add(1)).collect();
    let definitions = definitions(catalogue);
    let sample = sample(&definitions, demo(&definitions));
    contacts(&sample, lines.join("\n").as_bytes()).expect("a table").0
}
