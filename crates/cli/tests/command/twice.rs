//! `linkwell seal --again`: two keyings of one paper form.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::running::{Run, Scratch, repository};

/// A paper form of the sample study, its items in the order of their ids.
fn form() -> Value {
    let folder = repository().join("studies/demo/answers");
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("readable").path());
    let read = |path: PathBuf| -> Value {
        serde_json::from_str(&fs::read_to_string(path).expect("an answers file")).expect("JSON")
    };
    let mut forms: Vec<Value> = files.map(read).filter(|form| form["source"] == "paper").collect();
    forms.pop().expect("the sample has paper forms")
}

fn seal(scratch: &Scratch, first: &Value, second: &Value) -> Run {
    scratch.file("first.json", first.to_string());
    scratch.file("second.json", second.to_string());
    let study = repository().join("studies/demo/study.json").display().to_string();
    scratch.run(&["seal", "--study", &study, "first.json", "--again", "second.json", "-o", "sealed.txt"])
}

#[test]
fn two_keyings_that_agree_are_sealed_as_one_from_paper() {
    let scratch = Scratch::new("seal_twice");
    let mut second = form();
    // Spelled otherwise, meant the same.
    second["participant"] = json!(second["participant"].as_str().expect("text").to_lowercase());
    second["source"] = json!("paper");
    let run = seal(&scratch, &form(), &second).well();
    assert!(run.out.contains("receipt code"));
    let key = fs::read(repository().join("studies/demo/keys/team-identity.txt")).expect("open keys");
    let identities = sealed::open::key_file::read(&key).expect("plain");
    let plain = sealed::open(scratch.read("sealed.txt").as_bytes(), &identities).expect("the key fits");
    let record = engine::record::Record::from_bytes(&plain).expect("a record");
    assert_eq!(record.completion.source, engine::record::Source::Paper);
}

#[test]
fn each_item_that_differs_is_named_and_nothing_is_written() {
    let scratch = Scratch::new("seal_twice_differs");
    let first = form();
    let mut second = first.clone();
    let items: Vec<String> = first["answers"].as_object().expect("an object").keys().cloned().collect();
    for item in &items[..2] {
        let now = &mut second["answers"][item];
        *now = if *now == "skipped" { json!("prefer_not_to_say") } else { json!("skipped") };
    }
    second["completed"] = json!("2026-03-09");
    let run = seal(&scratch, &first, &second);
    run.refused(&["differ in 3 places", &items[0], &items[1], "completed"]);
    assert!(!run.err.contains("-99"), "standard error is no terminal here: {}", run.err);
    assert!(!run.err.contains(first["participant"].as_str().expect("text")));
    assert!(!scratch.path("sealed.txt").exists());
}

#[test]
fn own_words_that_differ_are_named_and_shown_on_a_terminal_only() {
    let scratch = Scratch::new("seal_twice_words");
    let mut first = form();
    first["wave"] = json!("followup");
    for at in ["room_to_think", "hope", "valued", "connections", "family", "trust"] {
        first["answers"][format!("benefit_{at}")] = json!(3);
    }
    first["answers"]["link_worker_meetings"] = json!(2);
    first["answers"]["benefit_own_words"] = json!({ "text": "I sing again." });
    let mut second = first.clone();
    second["answers"]["benefit_own_words"] = json!({ "text": " I sing again.\r\n" });
    seal(&scratch, &first, &second).well();
    std::fs::remove_file(scratch.path("sealed.txt")).expect("there");
    second["answers"]["benefit_own_words"] = json!({ "text": "I sign again." });
    let run = seal(&scratch, &first, &second);
    run.refused(&["differ in 1 place,", "benefit_own_words"]);
    assert!(!run.err.contains("again"), "{}", run.err);
}

#[test]
fn another_person_one_file_or_a_screen_are_refused() {
    let scratch = Scratch::new("seal_twice_wrong");
    let mut other = form();
    other["participant"] =
        json!(engine::participant::ParticipantCode::derive("Y9Y9Y").expect("a code").as_str());
    seal(&scratch, &form(), &other).refused(&["participant", "differ in 1 place,"]);
    let mut screen = form();
    screen["source"] = json!("screen");
    seal(&scratch, &form(), &screen).refused(&["second.json: source"]);
    seal(&scratch, &screen, &form()).refused(&["first.json: source"]);
    let mut unfinished = form();
    unfinished["answers"] = json!({});
    seal(&scratch, &form(), &unfinished).refused(&["second.json: answers."]);
    let study = repository().join("studies/demo/study.json").display().to_string();
    let same = ["seal", "--study", &study, "first.json", "--again", "first.json", "-o", "sealed.txt"];
    scratch.run(&same).refused(&["one file"]);
    assert!(!scratch.path("sealed.txt").exists());
}
