//! The JSON Schema of study files: it accepts the sample study and refuses what `study check` refuses of the form.

use engine::study::Study;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::{fs, path::Path};

fn json_of(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies").join(name);
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

fn schema() -> Validator {
    let schema = json_of("study.schema.json");
    assert!(jsonschema::meta::is_valid(&schema), "no JSON Schema");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

/// The sample study with `value` at `pointer`; without what is there, where it is null.
fn changed(pointer: &str, value: Value) -> Value {
    let mut study = json_of("demo/study.json");
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match (study.pointer_mut(parent).expect("the parent is there"), value) {
        (Value::Object(object), Value::Null) => drop(object.remove(key)),
        (Value::Object(object), value) => drop(object.insert(key.into(), value)),
        (Value::Array(array), value) => array[key.parse::<usize>().expect("a position")] = value,
        (other, _) => panic!("{other} has no keys"),
    }
    study
}

#[test]
fn right_studies_are_accepted() {
    let schema = schema();
    let window = json!({ "first_day": 274, "last_day": 366 });
    let later = json!({ "id": "later", "window": window, "instruments": ["ons4"], "minutes": 2 });
    for (pointer, value) in [
        ("/version", json!(2)),
        ("/languages", json!([])),
        ("/languages", json!(["ur", "en"])),
        ("/consent", Value::Null),
        ("/options", json!({ "invitation_required": true, "read_aloud": false })),
        ("/deposit", json!({ "address": "https://files.example/in/{file}", "keeps_versions": true })),
        ("/sites", json!([])),
        ("/sites/0/link_workers", json!([{ "id": "asha", "name": "Asha" }])),
        (
            "/earlier_signing_keys",
            json!(["linkwell-verify-1h6ahnwhh0c57tde38646467z6m9rgypuuzgwr65f6a4x9a5c97zsrgt5qg"]),
        ),
        ("/waves/1", later),
        ("/contact", json!({ "name": "Us", "phone": "1" })),
        ("/signing_key", Value::Null),
    ] {
        let study = changed(pointer, value);
        let errors: Vec<String> =
            schema.iter_errors(&study).map(|error| format!("{}: {error}", error.instance_path)).collect();
        assert!(errors.is_empty(), "{pointer}: {errors:#?}");
        assert!(serde_json::from_value::<Study>(study).is_ok(), "{pointer}");
    }
}

#[test]
fn wrong_studies_are_refused() {
    let schema = schema();
    for (pointer, value) in [
        ("/format", json!(2)),
        ("/id", json!("Our study")),
        ("/version", json!("1")),
        ("/titel", json!("x")),
        ("/texts/en", Value::Null),
        ("/texts/en/after", Value::Null),
        ("/texts/en/title", json!(" ")),
        ("/languages", json!(["ur"])),
        ("/languages", json!(["en", "xx"])),
        ("/languages", json!(["en", "en"])),
        ("/consent/en/sheet", json!([])),
        ("/consent/en/statements/0/id", json!("version")),
        ("/consent/en/statements/0/required", Value::Null),
        ("/options/read_alout", json!(true)),
        ("/contact", json!({ "name": "Nobody" })),
        ("/help/lines", json!([])),
        ("/help/checked", json!("22.11.2026")),
        ("/sites/0/id", json!("North")),
        ("/sites/0/link_workers", json!([{ "id": "Asha", "name": "Asha" }])),
        ("/texts/en/privacy", Value::Null),
        ("/earlier_signing_keys", json!(["linkwell-verify-1"])),
        ("/waves", json!([])),
        ("/waves/0/window", json!({ "first_day": 0, "last_day": 9 })),
        ("/waves/1/window", Value::Null),
        ("/waves/1/window/last_day", json!(-1)),
        ("/waves/1/minutes", json!("five")),
        ("/waves/0/instruments", json!([])),
        ("/waves/0/instruments", json!(["ons4", "ons4"])),
        ("/instruments/0/definition_sha256", json!("abc")),
        ("/instruments/0/wordings", json!({})),
        ("/recipients/1", json!("age1notakey")),
        ("/recipients", json!(["age1pq1qq"])),
        ("/signing_key", json!("LINKWELL-SIGNING-KEY-1QQ")),
        ("/deposit", json!({ "address": "ftp://files.example/{file}" })),
    ] {
        assert!(!schema.is_valid(&changed(pointer, value)), "{pointer}");
    }
}
