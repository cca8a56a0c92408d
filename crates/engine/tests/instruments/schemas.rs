//! The JSON Schemas in `instruments/`: they accept every file that ships and refuse wrong ones.

use crate::{
    kettle::{ARABIC, DEFINITION, WORDING},
    mistakes::{Edit, edited},
};
use jsonschema::Validator;
use serde_json::Value;
use std::{fs, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../instruments")
}

fn json(path: &PathBuf) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

fn schema(name: &str) -> Validator {
    let schema = json(&folder().join(name));
    assert!(jsonschema::meta::is_valid(&schema), "{name} is no JSON Schema");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

fn assert_accepts(schema: &Validator, file: &Value, name: &str) {
    let errors: Vec<String> =
        schema.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

#[test]
fn every_file_that_ships_is_accepted() {
    let (definitions, wordings) = (schema("instrument.schema.json"), schema("wording.schema.json"));
    let mut count = 0;
    for entry in fs::read_dir(folder()).expect("instruments/").map(|entry| entry.expect("an entry").path()) {
        if !entry.is_dir() {
            continue;
        }
        for file in fs::read_dir(&entry).expect("a folder").map(|file| file.expect("a file").path()) {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            match name.as_str() {
                "instrument.json" => assert_accepts(&definitions, &json(&file), &format!("{entry:?}")),
                name if name.ends_with(".json") => {
                    assert_accepts(&wordings, &json(&file), &format!("{file:?}"))
                }
                _ => continue,
            }
            count += 1;
        }
    }
    assert_eq!(count, 12, "seven definitions and five wordings");
    assert_accepts(&definitions, &serde_json::from_str(DEFINITION).expect("JSON"), "kettle");
    for wording in [WORDING, ARABIC] {
        assert_accepts(&wordings, &serde_json::from_str(wording).expect("JSON"), "kettle");
    }
}

fn assert_refused(schema: &Validator, right: &str, edits: &[Edit<'_>]) {
    for edit in edits {
        let wrong: Value = serde_json::from_str(&edited(right, &[*edit])).expect("JSON");
        assert!(!schema.is_valid(&wrong), "{edit:?}");
    }
}

#[test]
fn wrong_definitions_are_refused() {
    let edits = [
        ("/format", "2"),
        ("/id", r#""Kettle""#),
        ("/title", ""),
        ("/title", r#"" ""#),
        ("/sources", "[]"),
        ("/licence/statement", ""),
        ("/response_sets/agree/codes/1", "1"),
        ("/response_sets/agree/codes/1", "-99"),
        ("/response_sets/agree/display", r#""slider""#),
        ("/items", "[]"),
        ("/items/0/id", "5"),
        ("/items/0/text", r#""no text here""#),
        ("/scales/0/combine", r#""average""#),
        ("/scales/0/items", ""),
        ("/scales/0/scales", r#"["kettle_waiting"]"#),
        ("/scales/0/items/1", r#""tea_1""#),
        ("/scales/0/missing/minimum_answered", "0"),
        ("/scales/0/direction", r#""up""#),
        ("/scales/0/bands/0/label", ""),
        ("/scales/1/combine/count", "[]"),
        ("/scales/2/then/0/lookup", "[]"),
        ("/scales/2/then/0/lookup/0/to", r#""4,5""#),
        ("/scales/3/then/0/round", "7"),
        ("/scales/5/then/0/linear/ad", "1"),
        ("/scales/5/then/0", r#"{"linear": {"multiply": 1}, "round": 1}"#),
    ];
    assert_refused(&schema("instrument.schema.json"), DEFINITION, &edits);
}

#[test]
fn wrong_wordings_are_refused() {
    let edits = [
        ("/format", r#""1""#),
        ("/language", r#""English""#),
        ("/direction", r#""up""#),
        ("/numerals", r#""roman""#),
        ("/licence", r#""free""#),
        ("/text_sha256", r#""abc""#),
        ("/intro", r#""""#),
        ("/items/0/text", r#""Tea?\n""#),
        ("/items/0/texts", r#""Tea?""#),
        ("/labels/agree/0/code", r#""1""#),
        ("/labels", ""),
    ];
    assert_refused(&schema("wording.schema.json"), WORDING, &edits);
}
