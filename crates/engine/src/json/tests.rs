//! The terse reader against serde's, on every file that the project ships and on every file that is one change away
//! from one of them.

extern crate std;

use alloc::{format, string::String, vec::Vec};
use core::fmt::Debug;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{fs, path::Path};

use super::{Shape, Unreadable, read};
use crate::{
    instrument::{Definition, Wording},
    study::{Study, StudyBundle},
};

/// Where the two readers may differ.
#[derive(Clone, Copy, PartialEq)]
enum MayBe {
    Alike,
    /// The terse one takes `null` for a key that is not there.
    Kinder,
    /// serde also reads a structure from a list of its fields, which no file of ours is written as.
    Stricter,
}

fn compare<T: Shape + DeserializeOwned + PartialEq + Debug>(json: &str, may_be: MayBe, what: &str) {
    match (serde_json::from_str::<T>(json), read::<T>(json.as_bytes())) {
        (Ok(expected), Ok(found)) => assert!(found == expected, "{what}: {found:?}"),
        (Ok(_), Err(Unreadable)) => assert!(may_be == MayBe::Stricter, "{what}: serde reads it"),
        (Err(error), Ok(_)) => assert!(may_be == MayBe::Kinder, "{what}: serde says {error}"),
        (Err(_), Err(Unreadable)) => {}
    }
}

/// Every place in `tree` below `place`, as JSON pointers.
fn places(tree: &Value, place: String, found: &mut Vec<String>) {
    match tree {
        Value::Array(list) => {
            let each = list.iter().enumerate();
            each.for_each(|(at, element)| places(element, format!("{place}/{at}"), found));
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| places(value, format!("{place}/{key}"), found));
        }
        _ => {}
    }
    found.push(place);
}

/// `tree` without what is at `place`.
fn without(mut tree: Value, place: &str) -> Option<Value> {
    let (parent, name) = place.rsplit_once('/')?;
    match tree.pointer_mut(parent)? {
        Value::Array(list) => drop(list.remove(name.parse().ok()?)),
        Value::Object(entries) => drop(entries.remove(name)?),
        _ => return None,
    }
    Some(tree)
}

fn with(mut tree: Value, place: &str, value: Value) -> Value {
    *tree.pointer_mut(place).expect("a place of this tree") = value;
    tree
}

/// Compares the readers on `json` and on everything one change away from it.
fn compare_all<T: Shape + DeserializeOwned + PartialEq + Debug>(json: &str) {
    assert!(read::<T>(json.as_bytes()).is_ok());
    compare::<T>(json, MayBe::Alike, "as it is");
    let tree: Value = serde_json::from_str(json).expect("JSON");
    let mut all = Vec::new();
    places(&tree, String::new(), &mut all);
    let others = [
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(7_000_000_000_i64),
        json!(u64::MAX),
        json!(2.5),
        json!("text"),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "text": 1 }),
        json!({ "count": [1], "more": 1 }),
    ];
    for place in &all {
        if let Some(tree) = without(tree.clone(), place) {
            compare::<T>(&format!("{tree}"), MayBe::Alike, &format!("{place} left out"));
        }
        for other in &others {
            let changed = with(tree.clone(), place, other.clone());
            let may_be = match other {
                Value::Null => MayBe::Kinder,
                Value::Array(_) => MayBe::Stricter,
                _ => MayBe::Alike,
            };
            compare::<T>(&format!("{changed}"), may_be, &format!("{place} is {other}"));
        }
        if let Some(Value::Object(entries)) = tree.clone().pointer_mut(place) {
            entries.insert("a_key_that_nobody_knows".into(), json!(1));
            let changed = with(tree.clone(), place, Value::Object(entries.clone()));
            compare::<T>(&format!("{changed}"), MayBe::Alike, &format!("one key more in {place}"));
        }
    }
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of the shipped instruments, of the sample study's own and of the one for tests, whose names begin with `beginning`.
fn instruments(beginning: &str) -> Vec<String> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../instruments");
    let folders = fs::read_dir(shipped).expect("a folder").map(|entry| entry.expect("an entry").path());
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/kettle");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/demo/instruments/benefits");
    let files = folders.chain([ours, sample]).filter(|path| path.is_dir()).flat_map(|folder| {
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path())
    });
    let meant =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning));
    files.filter(|path| meant(path)).map(|path| fs::read_to_string(path).expect("text")).collect()
}

#[test]
fn definitions_are_read_as_serde_reads_them() {
    let found = instruments("instrument.json");
    assert!(found.len() >= 9, "{}", found.len());
    found.iter().for_each(|json| compare_all::<Definition>(json));
}

#[test]
fn wordings_are_read_as_serde_reads_them() {
    let found = instruments("wording.");
    assert!(found.len() >= 7, "{}", found.len());
    found.iter().for_each(|json| compare_all::<Wording>(json));
    let numerals = found[0].replacen('{', r#"{ "direction": "rtl", "numerals": "arabext", "#, 1);
    compare_all::<Wording>(&numerals);
}

#[test]
fn studies_are_read_as_serde_reads_them() {
    let study = file("../../studies/demo/study.json");
    compare_all::<Study>(&study);
    let mut more: Value = serde_json::from_str(&study).expect("JSON");
    more["deposit"] = json!({ "address": "https://a.example/{file}" });
    more["options"] = json!({ "read_aloud": false });
    more["sites"] = json!([]);
    compare_all::<Study>(&format!("{more}"));
}

#[test]
fn bundles_are_read_as_serde_reads_them() {
    compare_all::<StudyBundle>(
        r#"{ "format": 1, "study": "{}", "definitions": [{ "name": "a", "text": "b" }], "wordings": [] }"#,
    );
}

#[test]
fn what_is_not_json_cannot_be_read() {
    for text in ["", "{", "[1", "nul", "{} {}", "\u{feff}{}"] {
        assert!(matches!(read::<StudyBundle>(text.as_bytes()), Err(Unreadable)), "{text:?}");
    }
}
