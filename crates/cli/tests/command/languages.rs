//! `linkwell languages`, and what `study check` says of a study's languages.

use serde_json::{Value, json};
use std::fs;
use text::{LANGUAGES, Text};

use crate::running::{Scratch, repository};

fn study(languages: &Value) -> String {
    let text = fs::read_to_string(repository().join("studies/demo/study.json")).expect("the sample study");
    let mut study: Value = serde_json::from_str(&text).expect("JSON");
    study["languages"] = languages.clone();
    study.to_string()
}

#[test]
fn every_language_is_listed_and_says_whether_it_was_checked() {
    let scratch = Scratch::new("languages");
    let list = scratch.run(&["languages"]).well().out;
    assert_eq!(list.lines().count(), LANGUAGES.len());
    assert!(list.contains("en  English: checked\n"), "{list}");
    for language in LANGUAGES.iter().filter(|language| language.tag != "en") {
        let line = format!("{}  {}: not yet checked by a native speaker\n", language.tag, language.name);
        assert!(list.contains(&line), "{line} is not in {list}");
    }
    let list = scratch.run(&["languages", "--json"]).well().out;
    let list: Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list[5], json!({"tag": "ar", "name": "العربية", "direction": "rtl", "checked": false}));
}

#[test]
fn the_words_of_a_studys_languages_are_written_and_no_others() {
    let scratch = Scratch::new("languages_written");
    scratch.sample_study(study(&json!(["en", "cy", "ar"])));
    let list = scratch.run(&["languages", "--study", "study.json"]).well().out;
    assert_eq!(list.lines().count(), 3);
    scratch.run(&["languages", "--study", "study.json", "-o", "page/text"]).well();
    let mut names: Vec<String> = fs::read_dir(scratch.path("page/text"))
        .expect("made")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["ar.txt", "cy.txt"]);
    let arabic = Text::from_file(scratch.read("page/text/ar.txt")).expect("a page reads it");
    assert_eq!((arabic.tag(), arabic.direction), ("ar", "rtl"));
    scratch.run(&["languages", "-o", "x"]).refused(&["--study"]);
}

#[test]
fn a_check_warns_of_languages_that_nobody_checked() {
    let scratch = Scratch::new("languages_study_check");
    scratch.sample_study(study(&json!(["en", "ur"])));
    let out = scratch.run(&["study", "check", "study.json"]).well().out;
    assert!(out.contains("note: languages: اردو (ur): not yet checked by a native speaker"), "{out}");
    assert!(
        out.contains("note: languages: اردو (ur): shown in English, without wording of their own: "),
        "{out}"
    );
    assert!(out.contains("gse10") && out.contains("the study's texts"), "{out}");
    let out = scratch.run(&["study", "check", "study.json", "--json"]).well().out;
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(report["notes"].as_array().map(Vec::len), Some(2));
    scratch.sample_study(study(&json!(["en"])));
    assert!(!scratch.run(&["study", "check", "study.json"]).well().out.contains("note:"));
    scratch.sample_study(study(&json!(["en", "fr"])));
    let run = scratch.run(&["study", "check", "study.json"]);
    assert!(run.code == 1 && run.out.contains("study.json: languages[1]: the page has no words"), "{run:?}");
}

#[test]
fn the_engine_and_the_page_know_the_same_languages() {
    assert_eq!(LANGUAGES.map(|language| language.tag), engine::study::PAGE_LANGUAGES);
}
