//! FHIR: every resource has an id of its own, references lead somewhere, what is missing has its reason, and a text that
//! may not be passed on is not there.

mod results;

use std::collections::BTreeSet;

use export::{ExportError, Format, Source, export};
use results::{FOLDER, exported, text};
use serde_json::Value;

fn bundle() -> Value {
    serde_json::from_str(&text(&exported(Format::Fhir), "bundle.json")).expect("JSON")
}

fn of_kind<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().expect("entries").iter();
    entries.map(|entry| &entry["resource"]).filter(|resource| resource["resourceType"] == kind).collect()
}

/// The response of a participant at a wave to an instrument.
fn response<'a>(bundle: &'a Value, identifier: &str) -> &'a Value {
    let found = of_kind(bundle, "QuestionnaireResponse").into_iter();
    let mut found = found.filter(|response| response["identifier"]["value"] == identifier);
    found.next().expect("a response")
}

#[test]
fn every_resource_has_its_own_id_and_references_lead_somewhere() {
    let bundle = bundle();
    let entries = bundle["entry"].as_array().expect("entries");
    let ids: BTreeSet<&str> =
        entries.iter().map(|entry| entry["fullUrl"].as_str().expect("an address")).collect();
    assert_eq!(ids.len(), entries.len());
    for entry in entries {
        let id = entry["resource"]["id"].as_str().expect("an id");
        assert_eq!(entry["fullUrl"], format!("urn:uuid:{id}"));
    }
    assert_eq!(of_kind(&bundle, "Questionnaire").len(), 3);
    // Seven rows: four with two instruments each, and three with mood and calm.
    assert_eq!(of_kind(&bundle, "QuestionnaireResponse").len(), 14);
    let observations = of_kind(&bundle, "Observation");
    assert_eq!(observations.len(), 7 * 2 + 4 * 2 + 3 * 2);
    for observation in observations {
        let from = observation["derivedFrom"].as_array().expect("what it is derived from");
        assert!(from.iter().all(|from| ids.contains(from["reference"].as_str().expect("a reference"))));
    }
    let questionnaires: BTreeSet<String> = of_kind(&bundle, "Questionnaire")
        .iter()
        .map(|one| {
            format!("{}|{}", one["url"].as_str().expect("url"), one["version"].as_str().expect("version"))
        })
        .collect();
    for response in of_kind(&bundle, "QuestionnaireResponse") {
        assert!(questionnaires.contains(response["questionnaire"].as_str().expect("a questionnaire")));
    }
}

#[test]
fn answers_keep_their_codes_and_missing_ones_have_a_reason() {
    let bundle = bundle();
    let trust = response(&bundle, "FBJ70BC7/trust4");
    let items = trust["item"].as_array().expect("items");
    let answer = &items[0]["answer"][0]["valueCoding"];
    assert_eq!((answer["code"].as_str(), answer["display"].as_str()), (Some("4"), Some("Yes, fully")));
    // The score that the Questionnaire calculates stands after the answers; the mean was not made.
    assert_eq!((items.len(), &items[4]["answer"][0]["valueDecimal"]), (5, &Value::from(10.5)));
    assert!(items[2].get("answer").is_none());
    assert_eq!(items[2]["extension"][0]["valueCode"], "unknown");
    let mood = response(&bundle, "FBJ70BC7/mood2");
    let reasons: Vec<&Value> = mood["item"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| &item["extension"][0]["valueCode"])
        .collect();
    assert_eq!(reasons, ["unknown", "asked-declined"]);
    let calm = response(&bundle, "YPCQW6K3/calm3");
    assert_eq!(calm["item"][1]["extension"][0]["valueCode"], "not-asked");
}

#[test]
fn scores_are_those_of_the_tables_digit_for_digit() {
    let made = text(&exported(Format::Fhir), "bundle.json");
    assert!(made.contains("\"valueQuantity\":{\"value\":7.05,\"unit\":\"score\""));
    let bundle = bundle();
    let trust = response(&bundle, "FBJ70BC7/trust4")["id"].as_str().expect("an id").to_owned();
    let of_trust = |observation: &&&Value| {
        observation["derivedFrom"][0]["reference"].as_str().is_some_and(|from| from.ends_with(&trust))
    };
    let observations = of_kind(&bundle, "Observation");
    let made: Vec<&&Value> = observations.iter().filter(of_trust).collect();
    assert_eq!(made[0]["valueQuantity"]["value"], 10.5);
    assert_eq!(made[0]["component"][0]["valueInteger"], 1);
    assert_eq!(made[0]["component"][1]["valueBoolean"], true);
    assert_eq!(made[0]["interpretation"][0]["text"], "high");
    assert_eq!(made[1]["dataAbsentReason"]["coding"][0]["code"], "not-performed");
}

#[test]
fn what_a_person_must_decide_stands_on_the_response_and_its_scores() {
    let bundle = bundle();
    let conflict = response(&bundle, "R1ER06PP/mood2");
    let systems = text(&exported(Format::Fhir), "systems.csv");
    let attention = systems.lines().find(|line| line.contains(",column,attention,")).expect("the system");
    let attention = attention.split(',').next().expect("a cell");
    let tags = conflict["meta"]["tag"].as_array().expect("tags").iter();
    let codes: Vec<&Value> = tags.filter(|tag| tag["system"] == attention).map(|tag| &tag["code"]).collect();
    assert_eq!(codes, ["conflict", "unknown_site"]);
    // Every system that a resource names is in the list, or is of FHIR itself.
    let made = text(&exported(Format::Fhir), "bundle.json");
    for system in made.split("\"system\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(system.starts_with("http") || systems.contains(system), "{system}");
    }
}

#[test]
fn a_text_that_may_not_be_passed_on_is_left_out_and_said() {
    let made = exported(Format::Fhir);
    assert!(!text(&made, "bundle.json").contains("Secret"));
    let notes: Vec<&str> = made.notes.iter().map(|note| note.0.as_str()).collect();
    assert_eq!(notes, ["the text of calm3 is left out, because its licence forbids passing it on"]);
    let bundle = bundle();
    let questionnaires = of_kind(&bundle, "Questionnaire");
    let calm = questionnaires.iter().find(|one| one["name"] == "Calm3").expect("calm3");
    assert!(calm["copyright"].as_str().expect("a licence").contains("Ask for a licence."));
    assert!(calm["item"][0].get("text").is_none());
    assert_eq!(calm["item"][0]["answerOption"][2]["valueCoding"]["code"], "3");
}

#[test]
fn a_definition_that_is_not_at_hand_is_asked_for() {
    let own = engine::catalogue::built_in();
    let source = Source::read(FOLDER, &own, None).expect("a results folder");
    let missing = export(&source, Format::Fhir).expect_err("mood2 does not ship");
    assert!(matches!(&missing, ExportError::Instrument { id, .. } if id == "mood2"), "{missing:?}");
}
