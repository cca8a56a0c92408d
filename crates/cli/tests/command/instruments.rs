//! `linkwell instruments`.

use std::fs;

use serde_json::Value;

use crate::running::{Run, Scratch, repository};

fn json(run: Run) -> Value {
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn the_list_holds_what_ships() {
    let scratch = Scratch::new("instruments_list");
    let listed = json(scratch.run(&["instruments", "--json"]).well());
    let ids: Vec<&str> =
        listed.as_array().expect("a list").iter().map(|i| i["id"].as_str().expect("text")).collect();
    assert_eq!(ids, ["gse10", "ons4", "semcd6", "swemwbs", "ucla3", "wemwbs", "who5"]);
    let text = scratch.run(&["instruments"]).well().out;
    assert_eq!(text.lines().count(), 7);
    assert!(text.contains("General Self-Efficacy Scale"), "{text}");
}

#[test]
fn one_is_shown_whole() {
    let scratch = Scratch::new("instruments_show");
    let shown = json(scratch.run(&["instruments", "show", "gse10", "--json"]).well());
    assert_eq!(shown["id"], "gse10");
    assert!(shown["version"].is_string() && shown["licence"].is_object());
    assert_eq!(shown["items"][9]["id"], "gse_10");
    assert_eq!(shown["items"][9]["codes"], serde_json::json!([1, 2, 3, 4]));
    assert_eq!(shown["scales"][0]["id"], "gse10_sum");
    let text = scratch.run(&["instruments", "show", "gse10"]).well().out;
    for part in ["Schwarzer", "I can usually handle whatever comes my way.", "Licence", "definition_sha256"] {
        assert!(text.contains(part), "{part}");
    }
    scratch.run(&["instruments", "show", "gse11"]).refused(&["did you mean `gse10`?"]);
}

#[test]
fn mistakes_in_a_definition_are_named_by_key() {
    let scratch = Scratch::new("instruments_check_definition");
    let good = fs::read_to_string(repository().join("instruments/ucla3/instrument.json")).expect("shipped");
    let mine = good.replace("\"id\": \"ucla3\"", "\"id\": \"mine\"");
    scratch.file("good.json", &mine);
    scratch.run(&["instruments", "check", "good.json"]).well();
    scratch.file("a.json", mine.replace("\"items\": [\"ucla_1\"", "\"items\": [\"ucla_9\""));
    let run = scratch.run(&["instruments", "check", "a.json", "good.json"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("a.json: scales[0].items[0]: "), "{}", run.out);
    assert!(run.out.contains("good.json: all well"), "{}", run.out);
    scratch.file("b.json", mine.replace("\"highest\": 9", "\"highest\": true"));
    let found = json(scratch.run(&["instruments", "check", "b.json", "--json"]));
    assert_eq!(found["ok"], false);
    assert_eq!(found["files"][0]["problems"][0]["path"], "scales[0].range.highest");
    scratch.file("c.json", "{ \"format\": 1, ");
    scratch.run(&["instruments", "check", "c.json"]).refused(&["c.json", "JSON", "line 1"]);
    scratch.file("d.json", "{ \"format\": 1 }");
    assert_eq!(scratch.run(&["instruments", "check", "d.json"]).code, 1);
    scratch.run(&["instruments", "check", "none.json"]).refused(&["none.json"]);
}

#[test]
fn a_wording_is_checked_against_its_definition_and_told_its_hash() {
    let scratch = Scratch::new("instruments_check_wording");
    let shipped =
        |name: &str| fs::read_to_string(repository().join("instruments/ucla3").join(name)).expect("shipped");
    let wording = shipped("wording.en.json");
    let hash = wording.split("\"text_sha256\": \"").nth(1).expect("a hash")[..64].to_owned();
    // Against the shipped definition.
    scratch.file("shipped.json", wording.replace(&hash, &"0".repeat(64)));
    let run = scratch.run(&["instruments", "check", "shipped.json"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("shipped.json: text_sha256: ") && run.out.contains(&hash), "{}", run.out);
    // Against one beside it, or given in the same command.
    let mine = |text: String| text.replace("\"ucla3\"", "\"mine\"");
    scratch.file("wording.en.json", mine(wording));
    let run = scratch.run(&["instruments", "check", "wording.en.json"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("wording.en.json: instrument: "), "{}", run.out);
    scratch.file("other/definition.json", mine(shipped("instrument.json")));
    scratch.run(&["instruments", "check", "wording.en.json", "other/definition.json"]).well();
    scratch.file("instrument.json", mine(shipped("instrument.json")));
    scratch.run(&["instruments", "check", "wording.en.json"]).well();
}
