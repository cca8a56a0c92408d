//! Every mistake in a study file is named with its path; bundles and records are read strictly.

use crate::sample::{bundle, definition_json, finishing, offer, session, study_json, wording_json};
use engine::{
    catalogue::Catalogue,
    record::{Record, RecordError},
    session::Event,
    study::{Deposit, Offer, Study, StudyBundle, Unfit, check_study},
};
use serde_json::{Value, json};

/// The paths of what is wrong after `change`.
fn paths(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = study_json();
    change(&mut file);
    let study: Study = serde_json::from_value(file).expect("the form is still right");
    check_study(&study, &offer().catalogue).into_iter().map(|problem| problem.path).collect()
}

#[test]
fn the_sample_has_no_mistake() {
    assert_eq!(paths(|_| ()), Vec::<String>::new());
}

#[test]
fn every_mistake_is_named_with_its_path() {
    let other_hash = "0".repeat(64);
    let cases: Vec<(&str, Value, &str)> = vec![
        ("/format", json!(2), "format"),
        ("/id", json!("Sample Study"), "id"),
        ("/texts", json!({}), "texts"),
        ("/languages", json!(["ur"]), "languages"),
        ("/languages", json!(["en", "xx"]), "languages[1]"),
        ("/languages", json!(["en", "ur", "en"]), "languages[2]"),
        ("/contact", json!({"name": "Nobody"}), "contact"),
        ("/help/lines", json!([]), "help.lines"),
        ("/help/checked", json!("22.11.2026"), "help.checked"),
        ("/options", json!({"invitation_required": true}), "options.invitation_required"),
        ("/recipients", json!(["age1team"]), "recipients"),
        ("/recipients/1", json!("age1team"), "recipients[1]"),
        ("/sites/0/id", json!("North"), "sites[0].id"),
        ("/sites", json!([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]), "sites[1].id"),
        (
            "/sites",
            json!([{"id": "a", "name": "A", "link_workers": [{"id": "Asha", "name": "Asha"}]}]),
            "sites[0].link_workers[0].id",
        ),
        (
            "/sites",
            json!([
                {"id": "a", "name": "A", "link_workers": [{"id": "asha", "name": "Asha"}]},
                {"id": "b", "name": "B", "link_workers": [{"id": "ben", "name": "Ben"}, {"id": "asha", "name": "Asha"}]},
            ]),
            "sites[1].link_workers[1].id",
        ),
        ("/earlier_signing_keys", json!(["linkwell-verify-1sample"]), "earlier_signing_keys"),
        ("/waves/1/id", json!("baseline"), "waves[1].id"),
        ("/waves/0/id", json!("Base line"), "waves[0].id"),
        ("/waves/0/instruments", json!([]), "waves[0].instruments"),
        ("/waves/0/instruments/0", json!("other"), "waves[0].instruments[0]"),
        ("/waves/0/instruments", json!(["calm3", "calm3"]), "waves[0].instruments[1]"),
        ("/waves/0/window", json!({"first_day": 0, "last_day": 9}), "waves[0].window"),
        ("/waves/1/window", Value::Null, "waves[1].window"),
        ("/waves/1/window", json!({"first_day": 400, "last_day": 366}), "waves[1].window"),
        ("/instruments/0/version", json!("2"), "instruments[0]"),
        ("/instruments/0/definition_sha256", json!(other_hash), "instruments[0].definition_sha256"),
        ("/instruments/0/wordings", json!({}), "instruments[0].wordings"),
        (
            "/instruments/0/wordings/en/text_sha256",
            json!(other_hash),
            "instruments[0].wordings.en.text_sha256",
        ),
    ];
    for (pointer, value, path) in cases {
        let found = paths(|file| set(file, pointer, value));
        assert!(found.iter().any(|at| at == path), "{pointer}: {found:?}");
    }
}

/// Sets what a JSON pointer names, whether it is there or not.
fn set(file: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match file.pointer_mut(parent).expect("the parent is there") {
        Value::Object(object) => drop(object.insert(key.into(), value)),
        Value::Array(array) => array[key.parse::<usize>().expect("a position")] = value,
        other => panic!("{other} has no keys"),
    }
}

#[test]
fn a_study_offers_english_and_what_it_switches_on() {
    let offered = |languages: Value| {
        let mut file = study_json();
        set(&mut file, "/languages", languages);
        let study: Study = serde_json::from_value(file).expect("a study");
        assert_eq!(check_study(&study, &offer().catalogue), []);
        ["en", "ur", "cy"].map(|language| study.offers(language))
    };
    assert_eq!(offered(json!([])), [true, false, false]);
    assert_eq!(offered(json!(["en", "ur"])), [true, true, false]);
}

#[test]
fn all_mistakes_come_at_once() {
    let found = paths(|file| {
        set(file, "/recipients", json!([]));
        set(file, "/waves", json!([]));
        set(file, "/id", json!(""));
    });
    assert_eq!(found, ["id", "recipients", "waves"]);
}

#[test]
fn overlapping_windows_are_refused() {
    let found = paths(|file| {
        let later = json!({
            "id": "later", "window": {"first_day": 300, "last_day": 700}, "instruments": ["calm3"], "minutes": 1
        });
        file["waves"].as_array_mut().expect("waves").push(later);
    });
    assert_eq!(found, ["waves[2].window"]);
}

#[test]
fn two_instruments_with_the_same_column_are_refused() {
    let twin = definition_json().replace(r#""id":"calm3""#, r#""id":"twin3""#);
    let twin_wording = wording_json().replace(r#""instrument":"calm3""#, r#""instrument":"twin3""#);
    let mut catalogue = Catalogue::new();
    for definition in [&definition_json(), &twin] {
        catalogue.add_definition(definition).expect("right");
    }
    for wording in [&wording_json(), &twin_wording] {
        catalogue.add_wording(wording).expect("right");
    }
    let mut file = study_json();
    let mut used = file["instruments"][0].clone();
    used["id"] = "twin3".into();
    used["definition_sha256"] = engine::digest::sha256_hex(twin.as_bytes()).into();
    file["instruments"].as_array_mut().expect("instruments").push(used);
    let study: Study = serde_json::from_value(file).expect("a study");
    let problems = check_study(&study, &catalogue);
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.path == "instruments[1]"));
}

#[test]
fn a_bundle_names_the_file_that_is_wrong() {
    let mut wrong = bundle(&study_json());
    wrong.wordings[0].text = wording_json().replace("I felt calm", "I felt calmer");
    let error = wrong.offer().expect_err("the text no longer has its hash");
    assert_eq!(error.file, "calm3/wording.en.json");
    let mut wrong = bundle(&study_json());
    wrong.study = "{".into();
    assert_eq!(wrong.offer().expect_err("not JSON").file, "study.json");
    assert!(StudyBundle::from_json(r#"{"format": 1}"#).is_err());
    let text = serde_json::to_string(&bundle(&study_json())).expect("JSON");
    assert_eq!(StudyBundle::from_json(&text), Ok(bundle(&study_json())));
}

#[test]
fn a_page_takes_an_unchanged_bundle_and_no_other() {
    let text = |bundle: &StudyBundle| serde_json::to_string(bundle).expect("JSON");
    let right = bundle(&study_json());
    assert_eq!(Offer::from_bundle(&text(&right)), Ok(offer().as_ref().clone()));
    assert_eq!(Offer::from_bundle(""), Err(Unfit::Unreadable));
    let changed = |change: fn(&mut StudyBundle)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        Offer::from_bundle(&text(&wrong))
    };
    assert_eq!(changed(|b| b.study = "{}".into()), Err(Unfit::Unreadable));
    assert_eq!(changed(|b| b.definitions[0].text.push(' ')), Err(Unfit::Changed));
    assert_eq!(changed(|b| b.definitions.clear()), Err(Unfit::Changed));
    assert_eq!(changed(|b| b.wordings.clear()), Err(Unfit::Changed));
    let reworded = changed(|b| b.wordings[0].text = wording_json().replace("I felt calm", "I felt calmer"));
    assert_eq!(reworded, Err(Unfit::Changed));
    let renamed = changed(|b| b.study = b.study.replace(r#""version":"1""#, r#""version":"2""#));
    assert_eq!(renamed, Err(Unfit::Changed));
}

fn record() -> Record {
    let mut session = session();
    session.apply(Event::Begin { now_ms: 5 });
    session.apply(Event::TypeCode(
        engine::participant::ParticipantCode::derive("K7M4Q").expect("a payload").as_str().into(),
    ));
    session.apply(Event::Continue);
    session.apply(Event::ChooseHelp(engine::record::HelpMode::Myself));
    session.apply(Event::Continue);
    (0..3).for_each(|_| session.apply(Event::PreferNotToSay));
    session.apply(Event::Finish(finishing()));
    session.record().expect("finished").as_ref().clone()
}

#[test]
fn a_record_comes_back_from_its_bytes_with_or_without_padding() {
    let record = record();
    let mut bytes = record.to_bytes();
    assert_eq!(Record::from_bytes(&bytes), Ok(record.clone()));
    bytes.extend([b' '; 4096]);
    assert_eq!(Record::from_bytes(&bytes), Ok(record.clone()));
    assert_eq!(record.receipt().len(), 8);
    let mut other = record.clone();
    other.nonce = "ff".repeat(16);
    assert_ne!(other.receipt(), record.receipt());
}

#[test]
fn a_record_is_read_strictly() {
    let text = String::from_utf8(record().to_bytes()).expect("JSON");
    let read = |text: &str| Record::from_bytes(text.as_bytes()).expect_err("refused");
    assert_eq!(read(""), RecordError::NotARecord);
    assert_eq!(read("{}"), RecordError::NotARecord);
    assert_eq!(read("[1]"), RecordError::NotARecord);
    assert_eq!(read(&text.replace("linkwell-record", "other")), RecordError::NotARecord);
    assert_eq!(read(&text.replacen("\"version\":1", "\"version\":2", 1)), RecordError::Newer(2));
    assert_eq!(read(&text.replacen("\"version\":1", "\"version\":0", 1)), RecordError::NotARecord);
    let unknown_key = text.replacen('{', "{\"mood\":1,", 1);
    assert!(matches!(read(&unknown_key), RecordError::Malformed { line: 1, .. }));
    assert!(matches!(read(&text.replace("\"myself\"", "\"nobody\"")), RecordError::Malformed { .. }));
}

#[test]
fn a_newer_record_is_told_apart_whatever_else_it_holds() {
    let newer = br#"{"format":"linkwell-record","version":7,"answers":{"anything":true}}"#;
    assert_eq!(Record::from_bytes(newer), Err(RecordError::Newer(7)));
}

/// The paths of what is wrong with a study for trial that puts its files to `address`.
fn deposit_paths(address: &str, keeps_versions: bool, for_trial_only: bool) -> Vec<String> {
    paths(|file| {
        file["deposit"] = json!({"address": address, "keeps_versions": keeps_versions});
        file["for_trial_only"] = json!(for_trial_only);
    })
}

#[test]
fn a_deposit_is_one_https_address_with_the_files_name_in_it() {
    for right in [
        "https://dav.example.org/in/{file}",
        "https://dav.example.org:8443/{file}",
        "https://study.s3.eu-west-2.example.com/in/{file}?x-id=PutObject&a=%2F",
    ] {
        assert_eq!(deposit_paths(right, false, false), Vec::<String>::new(), "{right}");
    }
    for wrong in [
        "http://dav.example.org/in/{file}",
        "ftp://dav.example.org/{file}",
        "//dav.example.org/{file}",
        "https:///{file}",
        "https://name:word@dav.example.org/{file}",
        "https://*.example.org/{file}",
        "https://dav.example.org:0/{file}",
        "https://dav.example.org:https/{file}",
        "https://dav.example.org",
        "https://dav.example.org;script-src/{file}",
        "https://dav.example.org /{file}",
        "https://dav.example.org/{file}#end",
        "https://dav.example.org/in here/{file}",
        "https://dav.example.org/{file}/{file}",
        "https://dav.example.org/{name}/{file}",
        "https://{file}.example.org/in",
    ] {
        let found = deposit_paths(wrong, false, false);
        assert!(found.iter().any(|path| path == "deposit.address"), "{wrong}: {found:?}");
    }
}

#[test]
fn one_address_for_all_files_needs_a_host_that_keeps_every_version() {
    let address = "https://study.example.com/in/answers?X-Amz-Signature=00ff";
    assert_eq!(deposit_paths(address, false, false), ["deposit.keeps_versions"]);
    assert_eq!(deposit_paths(address, true, false), Vec::<String>::new());
}

#[test]
fn a_deposit_without_https_is_for_a_trial_on_this_machine_only() {
    for address in ["http://localhost:8090/in/{file}", "http://127.0.0.1/{file}"] {
        assert_eq!(deposit_paths(address, false, true), Vec::<String>::new());
        assert_eq!(deposit_paths(address, false, false), ["deposit.address"]);
    }
    assert_eq!(deposit_paths("http://localhost.example.org/{file}", false, true), ["deposit.address"]);
}

#[test]
fn a_deposit_gives_the_address_of_a_file_and_the_origin_for_the_policy() {
    let mut study = offer().study.clone();
    assert_eq!(study.deposit_origin(), None);
    let deposit = |address: &str| Deposit { address: address.into(), keeps_versions: false };
    let with_name = deposit("https://dav.example.org:8443/in/{file}?a=b");
    assert_eq!(with_name.address_of("x.txt"), "https://dav.example.org:8443/in/x.txt?a=b");
    study.deposit = Some(with_name);
    assert_eq!(study.deposit_origin(), Some("https://dav.example.org:8443"));
    let fixed = deposit("https://a.example/in");
    assert_eq!(
        (fixed.address_of("x.txt").as_str(), fixed.origin()),
        ("https://a.example/in", "https://a.example")
    );
}
