//! Numbers and own words in definitions and wordings: the sample study's own items, and what can be wrong with such.

use crate::mistakes::{Edit, Told, assert_told, edited};
use engine::{
    catalogue::Catalogue,
    instrument::{Definition, ResponseSet, Wording, check_wording},
    record::Given,
};
use serde_json::Value;

const DEFINITION: &str = include_str!("../../../../studies/demo/instruments/benefits/instrument.json");
const WORDING: &str = include_str!("../../../../studies/demo/instruments/benefits/wording.en.json");

#[test]
fn the_sample_study_s_own_items_are_right() {
    let mut catalogue = Catalogue::new();
    let definition = catalogue.add_definition(DEFINITION).expect("right").definition.clone();
    catalogue.add_wording(WORDING).expect("right");
    let again: Definition =
        serde_json::from_str(&serde_json::to_string(&definition).expect("JSON")).expect("the same");
    assert_eq!(again, definition);
    let typed = definition.items.iter().filter(|item| definition.codes(item).is_empty());
    assert_eq!(
        typed.map(|item| item.id.as_str()).collect::<Vec<_>>(),
        ["link_worker_meetings", "benefit_own_words"]
    );
}

#[test]
fn every_mistake_of_a_definition_has_its_path() {
    let unknown = |keys: &'static str| ("/response_sets/meetings", keys);
    let cases: &[(&[Edit<'_>], Told<'_>)] = &[
        (
            &[("/response_sets/meetings/lowest", "-1")],
            &[("response_sets.meetings.lowest", "nought or above")],
        ),
        (
            &[("/response_sets/meetings/highest", "0")],
            &[("response_sets.meetings.highest", "above the lowest")],
        ),
        (
            &[("/response_sets/meetings/highest", "1000001")],
            &[("response_sets.meetings.highest", "at most 1,000,000")],
        ),
        (
            &[("/response_sets/own_words/most_characters", "0")],
            &[("response_sets.own_words.most_characters", "from 1 to 1000")],
        ),
        (
            &[("/response_sets/own_words/most_characters", "1001")],
            &[("response_sets.own_words.most_characters", "from 1 to 1000")],
        ),
        (
            &[("/response_sets/own_words/most_characters", "-1")],
            &[("response_sets.own_words.most_characters", "u32")],
        ),
        (&[unknown(r#"{"lowest": 0}"#)], &[("response_sets.meetings", "`highest` for a number")]),
        (&[unknown("{}")], &[("response_sets.meetings", "nothing else")]),
        (
            &[unknown(r#"{"lowest": 0, "highest": 9, "most_characters": 9}"#)],
            &[("response_sets.meetings", "nothing else")],
        ),
        (
            &[unknown(r#"{"codes": [1], "lowest": 0, "highest": 9}"#)],
            &[("response_sets.meetings", "nothing else")],
        ),
        (
            &[("/scales/-", &scale(&["benefit_hope", "link_worker_meetings"]))],
            &[("scales[0].items[1]", "only items with codes")],
        ),
        (
            &[("/scales/-", &scale(&["benefit_own_words"]))],
            &[("scales[0].items[0]", "only items with codes")],
        ),
    ];
    for (edits, told) in cases {
        let problems = Catalogue::new().add_definition(&edited(DEFINITION, edits)).expect_err("a mistake");
        assert_told(edits, &problems, told);
    }
    let scored = edited(DEFINITION, &[("/scales/-", &scale(&["benefit_hope", "benefit_trust"]))]);
    Catalogue::new().add_definition(&scored).expect("items with codes can be scored");
}

fn scale(items: &[&str]) -> String {
    format!(
        r#"{{"id": "s", "title": "S", "combine": "sum", "items": {items:?}, "direction": "neutral", "source": "us",
            "range": {{"lowest": {}, "highest": {}}}}}"#,
        items.len(),
        items.len() * 5
    )
}

#[test]
fn every_mistake_of_a_wording_has_its_path() {
    let definition: Definition = serde_json::from_str(DEFINITION).expect("a definition");
    let cases: &[(&[Edit<'_>], Told<'_>)] = &[
        (&[], &[]),
        (&[("/items/0/labels", "")], &[("items[0].labels", "name the label set")]),
        (&[("/items/6/labels", r#""how_much""#)], &[("items[6].labels", "has no labels")]),
        (
            &[("/items/7/labels", r#""none""#)],
            &[("items[7].labels", "not under"), ("items[7].labels", "no labels")],
        ),
        (&[("/items/6/unit", r#""""#)], &[("items[6].unit", "empty")]),
        (&[("/items/6/unit", "")], &[]),
        (&[("/items/7/unit", r#""words""#)], &[("items[7].unit", "only a number")]),
        (&[("/items/0/unit", r#""words""#)], &[("items[0].unit", "only a number")]),
        (&[("/items/0/why", r#""So.\nYes.""#)], &[("items[0].why", "line break")]),
        (&[("/items/0/why", "")], &[]),
    ];
    for (edits, told) in cases {
        let mut wording: Wording = serde_json::from_str(&edited(WORDING, edits)).expect("of the format");
        wording.text_sha256 = wording.text_digest(&definition);
        assert_told(edits, &check_wording(&wording, &definition), told);
    }
}

#[test]
fn the_schemas_agree() {
    let schema = |text: &str| {
        let schema: Value = serde_json::from_str(text).expect("JSON");
        jsonschema::draft202012::new(&schema).expect("a schema")
    };
    let definitions = schema(include_str!("../../../../instruments/instrument.schema.json"));
    let wordings = schema(include_str!("../../../../instruments/wording.schema.json"));
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert!(definitions.is_valid(&json(DEFINITION)) && wordings.is_valid(&json(WORDING)));
    for edit in [
        ("/response_sets/meetings/lowest", "-1"),
        ("/response_sets/meetings/highest", "0"),
        ("/response_sets/meetings/highest", "1000001"),
        ("/response_sets/meetings/most_characters", "9"),
        ("/response_sets/meetings/lowest", ""),
        ("/response_sets/own_words/most_characters", "0"),
        ("/response_sets/own_words/most_characters", "1001"),
        ("/response_sets/own_words", "{}"),
    ] {
        assert!(!definitions.is_valid(&json(&edited(DEFINITION, &[edit]))), "{edit:?}");
    }
    for edit in
        [("/items/6/unit", r#""""#), ("/items/0/why", r#""So.\nYes.""#), ("/items/0/whys", r#""So.""#)]
    {
        assert!(!wordings.is_valid(&json(&edited(WORDING, &[edit]))), "{edit:?}");
    }
}

#[test]
fn answers_are_taken_as_records_hold_them() {
    let (number, text) =
        (ResponseSet::Number { lowest: 2, highest: 9 }, ResponseSet::Text { most_characters: 5 });
    let takes = |set: &ResponseSet, given: Given| set.accepts(&given);
    let code = Given::Code;
    assert_eq!(
        [1, 2, 9, 10, -99].map(|given| takes(&number, code(given))),
        [false, true, true, false, false]
    );
    assert!(!takes(&number, Given::Text("3".into())) && !takes(&text, code(3)));
    for (words, right) in [
        ("five5", true),
        ("-99", true),
        ("a\nb", true),
        ("ٹھیکہ", true),
        ("", false),
        ("six666", false),
        (" a", false),
        ("a\r\nb", false),
        ("a\tb", false),
        ("a\u{7}", false),
    ] {
        assert_eq!(takes(&text, Given::Text(words.into())), right, "{words:?}");
    }
}
