//! A study's own items through the import: a number and own words in the tables, and records that hold what no item
//! has. The items are the sample study's.

mod made_up;

use cohort::{Cohort, Examined, Outcome};
use engine::{
    catalogue::Catalogue,
    digest::sha256_hex,
    problem::parse,
    record::{AnsweredItem, Given, InstrumentAnswers, NOT_ANSWERED, PREFER_NOT_TO_SAY, Record, WordingPin},
    study::{Offer, Study, check_study},
};
use made_up::{cell, code, file, followup, of, rows};
use proptest::prelude::*;
use serde_json::{Value, json};

const DEFINITION: &str = include_str!("../../../studies/demo/instruments/benefits/instrument.json");
const WORDING: &str = include_str!("../../../studies/demo/instruments/benefits/wording.en.json");

/// The made-up study with the sample's own items at its second wave.
fn offer() -> Offer {
    let mut catalogue: Catalogue = made_up::offer().catalogue;
    catalogue.add_definition(DEFINITION).expect("right");
    let text_sha256 = catalogue.add_wording(WORDING).expect("right").text_sha256.clone();
    let mut study: Value = serde_json::from_str(include_str!("data/study.json")).expect("JSON");
    study["waves"][1]["instruments"] = json!(["mood2", "calm3", "benefits"]);
    study["instruments"].as_array_mut().expect("a list").push(json!({
        "id": "benefits", "version": "1", "definition_sha256": sha256_hex(DEFINITION.as_bytes()),
        "wordings": { "en": { "text_sha256": text_sha256 } }
    }));
    let study: Study = parse(&study.to_string()).expect("right");
    assert_eq!(check_study(&study, &catalogue), []);
    Offer { study, catalogue }
}

/// A follow-up with this number and these words.
fn record(offer: &Offer, who: &str, number: Given, words: Given) -> Record {
    let mut record = followup(offer, &code(who));
    let instrument = offer.catalogue.newest("benefits").expect("at hand");
    let items = &instrument.definition.items;
    let six = [5, 4, 3, 2, 1, NOT_ANSWERED].map(Given::Code);
    let given = six.into_iter().chain([number, words]);
    let items = items.iter().zip(given).map(|(item, given)| AnsweredItem { id: item.id.clone(), given });
    record.instruments.push(InstrumentAnswers {
        id: "benefits".into(),
        version: "1".into(),
        definition_sha256: instrument.definition_sha256.clone(),
        wording: WordingPin {
            language: "en".into(),
            text_sha256: instrument.wordings["en"].text_sha256.clone(),
        },
        items: items.collect(),
        scores: Vec::new(),
    });
    record
}

fn said(words: &str) -> Given {
    Given::Text(words.into())
}

fn linked(examined: Vec<Examined>, offer: &Offer) -> Cohort {
    Cohort::link(examined, offer)
}

#[test]
fn the_tables_hold_numbers_as_numbers_and_words_as_they_were_written() {
    let offer = offer();
    let persons = [
        ("3ANNA", Given::Code(12), said("I sing.\nEvery week, \"mostly\".")),
        ("3BENB", Given::Code(0), said("=1+1")),
        ("3CATC", Given::Code(PREFER_NOT_TO_SAY), said("-99")),
        ("3DAND", Given::Code(200), Given::Code(NOT_ANSWERED)),
    ];
    let examined = persons.map(|(who, number, words)| of(&offer, who, &record(&offer, who, number, words)));
    let cohort = linked(examined.into(), &offer);
    let wide = file(&cohort, &offer, "responses_wide.csv");
    let shown: Vec<[String; 2]> = rows(&wide)
        .iter()
        .map(|row| ["link_worker_meetings", "benefit_own_words"].map(|column| cell(row, column).to_owned()))
        .collect();
    assert_eq!(
        shown,
        [["12", "I sing.\nEvery week, \"mostly\"."], ["0", "'=1+1"], ["-98", "'-99"], ["200", "-99"],]
    );
    assert!(wide.contains("\"I sing.\nEvery week, \"\"mostly\"\".\""), "quoted as RFC 4180 says");
    let long = rows(&file(&cohort, &offer, "responses_long.csv"));
    let of_item = |item: &str| -> Vec<(String, String)> {
        let rows = long.iter().filter(|row| cell(row, "name") == item);
        rows.map(|row| (cell(row, "value").to_owned(), cell(row, "label").to_owned())).collect()
    };
    let pair = |value: &str, label: &str| (value.to_owned(), label.to_owned());
    assert_eq!(of_item("benefit_hope")[0], pair("4", "Mostly true"));
    assert_eq!(
        of_item("link_worker_meetings")[..3],
        [pair("12", ""), pair("0", ""), pair("-98", "Prefer not to answer")]
    );
    assert_eq!(
        of_item("benefit_own_words")[1..],
        [pair("", "'=1+1"), pair("", "'-99"), pair("-99", "Not answered")]
    );
}

#[test]
fn the_codebook_and_the_data_package_say_what_they_are() {
    let offer = offer();
    let cohort = linked(Vec::new(), &offer);
    let codebook = rows(&file(&cohort, &offer, "codebook.csv"));
    let of_column = |name: &str| codebook.iter().find(|row| cell(row, "column") == name).expect("a column");
    let number = of_column("link_worker_meetings");
    assert_eq!(
        ["type", "values", "lowest", "highest"].map(|key| cell(number, key)),
        ["integer", "", "0", "200"]
    );
    assert!(cell(number, "what").ends_with("your link worker? (times)"), "{number:?}");
    let words = of_column("benefit_own_words");
    assert_eq!(["type", "values", "lowest", "highest"].map(|key| cell(words, key)), ["text", "", "", ""]);
    assert!(cell(words, "what").ends_with("(own words, at most 500 characters)"), "{words:?}");
    assert!(cell(words, "missing").contains("Not answered = -99"));
    let package: Value = serde_json::from_str(&file(&cohort, &offer, "datapackage.json")).expect("JSON");
    let fields = package["resources"].as_array().expect("a list").iter();
    let fields: Vec<&Value> =
        fields.flat_map(|table| table["schema"]["fields"].as_array().expect("a list")).collect();
    let field = |name: &str| fields.iter().find(|field| field["name"] == name).expect("a field");
    assert_eq!(field("link_worker_meetings")["constraints"], json!({ "minimum": 0, "maximum": 200 }));
    assert_eq!(field("benefit_own_words")["type"], "string");
    assert_eq!(field("benefit_own_words")["missingValues"], json!(["", "-97", "-98", "-99"]));
}

#[test]
fn what_no_item_has_is_rejected_and_never_repeated() {
    let offer = offer();
    let secret = "My sister Mo was there.";
    let cases = [
        (Given::Code(201), said(secret)),
        (Given::Code(-1), said(secret)),
        (said("12"), said(secret)),
        (Given::Code(1), Given::Code(1)),
        (Given::Code(1), said(&secret.repeat(30))),
        (Given::Code(1), said("")),
        (Given::Code(1), said(&format!(" {secret}"))),
        (Given::Code(1), said(&format!("{secret}\u{7}"))),
        (Given::Code(1), said(&format!("{secret}\r\n{secret}"))),
    ];
    for (number, words) in cases {
        let what = format!("{number:?} {words:?}");
        let cohort = linked(vec![of(&offer, "one", &record(&offer, "3ANNA", number, words))], &offer);
        let line = &cohort.ledger()[0];
        assert_eq!((line.outcome(), line.reasons[0].code()), (Outcome::Rejected, "code_outside"), "{what}");
        let results = cohort::results(&cohort, &offer).expect("right columns");
        let told = results.iter().any(|file| String::from_utf8_lossy(&file.bytes).contains("sister"));
        assert!(!told, "{what}");
    }
}

#[test]
fn other_words_are_another_record_and_so_a_conflict() {
    let offer = offer();
    let one = record(&offer, "3ANNA", Given::Code(3), said("Better."));
    let other = record(&offer, "3ANNA", Given::Code(3), said("Worse."));
    let examined = vec![of(&offer, "a", &one), of(&offer, "b", &one), of(&offer, "c", &other)];
    let cohort = linked(examined, &offer);
    let codes: Vec<&str> = cohort.ledger().iter().map(|line| line.reasons[0].code()).collect();
    assert_eq!(codes, ["conflict", "same_record", "conflict"]);
    let ledger = file(&cohort, &offer, "ledger.csv");
    assert!(!ledger.contains("Better") && !ledger.contains("Worse"));
}

proptest! {
    #[test]
    fn whatever_somebody_writes_comes_out_of_the_table_as_it_went_in(typed in "(.|\\n){1,120}") {
        let words = engine::record::own_words(&typed);
        prop_assume!(!words.is_empty());
        let offer = offer();
        let record = record(&offer, "3ANNA", Given::Code(1), said(&words));
        let cohort = linked(vec![of(&offer, "a", &record)], &offer);
        let wide = rows(&file(&cohort, &offer, "responses_wide.csv"));
        let shown = cell(&wide[0], "benefit_own_words");
        let guarded = words.starts_with(['=', '+', '-', '@']);
        prop_assert_eq!(shown, if guarded { format!("'{words}") } else { words });
    }
}
