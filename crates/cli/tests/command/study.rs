//! `linkwell study`: new, check, bundle.

use std::fs;

use engine::study::StudyBundle;
use serde_json::{Value, json};

use crate::running::{Scratch, repository};

/// The sample study's file.
fn demo() -> Value {
    let text = fs::read_to_string(repository().join("studies/demo/study.json")).expect("the sample study");
    serde_json::from_str(&text).expect("JSON")
}

fn shipped(name: &str) -> String {
    fs::read_to_string(repository().join("instruments").join(name)).expect("shipped")
}

#[test]
fn a_new_study_is_valid_and_its_keys_are_guarded() {
    let scratch = Scratch::new("study_new");
    let run = scratch
        .run_with(&["study", "new", "our-study"], &[("LINKWELL_PASSPHRASE", "four random words here")]);
    let run = run.well();
    for part in ["team-identity.txt", "recovery-identity.txt", "signing-key.txt", "Back up"] {
        assert!(run.out.contains(part), "{part} is not in {}", run.out);
    }
    scratch.run(&["study", "check", "our-study/study.json"]).well();
    let study: Value = serde_json::from_str(&scratch.read("our-study/study.json")).expect("JSON");
    assert_eq!(study["id"], "our-study");
    for key in ["team-identity", "recovery-identity", "signing-key"] {
        let file = fs::read(scratch.path(&format!("our-study/keys/{key}.txt"))).expect("a key file");
        assert!(sealed::open::key_file::is_protected(&file), "{key}");
    }
    let sheet = scratch.read("our-study/keys/key-sheet.html");
    assert!(!sheet.contains("SECRET-KEY") && !sheet.contains("SIGNING-KEY-1"), "{sheet}");
    assert_eq!(sheet.matches("<svg ").count(), 3, "a code for each key");
    assert!(sheet.contains("no answer can ever be read again"));
    assert_eq!(scratch.names(), ["our-study"]);
    modes_are_the_owners(&scratch);
}

#[cfg(unix)]
fn modes_are_the_owners(scratch: &Scratch) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |name: &str| fs::metadata(scratch.path(name)).expect("made").permissions().mode() & 0o777;
    assert_eq!(mode("our-study/keys"), 0o700);
    for key in ["team-identity", "recovery-identity", "signing-key"] {
        assert_eq!(mode(&format!("our-study/keys/{key}.txt")), 0o600, "{key}");
    }
}

#[cfg(not(unix))]
fn modes_are_the_owners(_scratch: &Scratch) {}

#[test]
fn each_identity_of_a_new_study_opens_what_is_sealed_to_it() {
    let scratch = Scratch::new("study_new_opens");
    for (folder, options) in [("hybrid", [].as_slice()), ("classical", &["--classical"])] {
        scratch.run(&[&["study", "new", folder, "--no-passphrase"], options].concat()).well();
        let study: Value =
            serde_json::from_str(&scratch.read(&format!("{folder}/study.json"))).expect("JSON");
        let recipients = study["recipients"].as_array().expect("a list").iter();
        let recipients: Vec<sealed::Recipient> =
            recipients.map(|text| text.as_str().expect("text").parse().expect("a recipient")).collect();
        let sealed = sealed::seal(b"all well", &recipients).expect("two recipients of a kind");
        for key in ["team-identity", "recovery-identity"] {
            let file = fs::read(scratch.path(&format!("{folder}/keys/{key}.txt"))).expect("a key file");
            let identities = sealed::open::key_file::read(&file).expect("an identity");
            assert_eq!(
                sealed::open(sealed.as_bytes(), &identities).expect("opens"),
                b"all well",
                "{folder} {key}"
            );
        }
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let scratch = Scratch::new("study_new_full");
    scratch.file("there/mine.txt", "mine");
    scratch.run(&["study", "new", "there", "--no-passphrase"]).refused(&["there", "name a new one"]);
    scratch.run(&["study", "new", "there/mine.txt", "--no-passphrase"]).refused(&["there/mine.txt"]);
    scratch.run(&["study", "new", "there/mine.txt/x", "--no-passphrase"]).refused(&["there/mine.txt/x"]);
    scratch.run(&["study", "new", "a"]).refused(&["LINKWELL_PASSPHRASE"]);
    scratch.run_with(&["study", "new", "a"], &[("LINKWELL_PASSPHRASE", "")]).refused(&["empty"]);
    assert_eq!(scratch.names(), ["there"]);
    assert_eq!(scratch.read("there/mine.txt"), "mine");
    fs::create_dir(scratch.path("empty")).expect("writable");
    scratch.run(&["study", "new", "empty", "--no-passphrase"]).well();
    scratch.run(&["study", "check", "empty/study.json"]).well();
}

#[test]
fn the_passphrase_can_come_from_a_file() {
    let scratch = Scratch::new("study_new_passphrase");
    scratch.file("team.txt", "correct horse battery staple\r\nnot this line\n");
    scratch.file("recovery.txt", "another four random words\n");
    let options = ["--passphrase-file", "team.txt", "--recovery-passphrase-file", "recovery.txt"];
    scratch.run(&[&["study", "new", "s"], options.as_slice()].concat()).well();
    for (key, passphrase) in
        [("team", "correct horse battery staple"), ("recovery", "another four random words")]
    {
        let file = fs::read(scratch.path(&format!("s/keys/{key}-identity.txt"))).expect("a key file");
        let plain = sealed::open::key_file::unprotect(&file, passphrase).expect("the passphrase fits");
        assert_eq!(sealed::open::key_file::read(&plain).expect("an identity").len(), 1);
    }
}

#[test]
fn a_check_names_every_mistake_at_once() {
    let scratch = Scratch::new("study_check");
    let mut study = demo();
    study["waves"][1]["window"]["first_day"] = json!(400);
    study["waves"][0]["instruments"][0] = json!("ons5");
    study["instruments"][1]["definition_sha256"] = json!("0");
    study["recipients"][1] = json!("age1nothing");
    study["signing_key"] = json!("x");
    scratch.sample_study(study.to_string());
    let run = scratch.run(&["study", "check", "study.json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    for path in [
        "study.json: waves[1].window: ",
        "study.json: waves[0].instruments[0]: ",
        "study.json: instruments[1].definition_sha256: ",
        "study.json: recipients[1]: ",
        "study.json: signing_key: ",
    ] {
        assert!(run.out.contains(path), "{path} is not in {}", run.out);
    }
    let run = scratch.run(&["study", "check", "study.json", "--json"]);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((run.code, &report["ok"]), (1, &json!(false)));
    assert!(report["files"][0]["problems"].as_array().is_some_and(|problems| problems.len() >= 5));
}

#[test]
fn keys_of_two_kinds_and_secret_keys_are_refused() {
    let scratch = Scratch::new("study_check_keys");
    let mut study = demo();
    let classical = sealed::make_identity(sealed::Kind::Classical).expect("randomness");
    study["recipients"][1] = json!(classical.to_recipient().to_string());
    scratch.sample_study(study.to_string());
    let run = scratch.run(&["study", "check", "study.json"]);
    assert!(run.code == 1 && run.out.contains("recipients[1]: hybrid and classical"), "{run:?}");
    study["recipients"][1] = json!(classical.expose().as_str());
    scratch.sample_study(study.to_string());
    let run = scratch.run(&["study", "check", "study.json"]);
    assert!(run.code == 1 && run.out.contains("secret key"), "{run:?}");
    assert!(!run.out.contains("AGE-SECRET"), "a secret is never repeated");
}

#[test]
fn what_is_no_study_file_is_unreadable() {
    let scratch = Scratch::new("study_check_unreadable");
    scratch.file("a.json", "not JSON");
    scratch.run(&["study", "check", "a.json"]).refused(&["a.json", "JSON"]);
    scratch.file("b.json", b"{\n\"\xe9\": 1}");
    scratch.run(&["study", "check", "b.json"]).refused(&["b.json", "line 2", "UTF-8"]);
    scratch.run(&["study", "check", "none.json"]).refused(&["none.json"]);
    scratch.file("c.json", demo().to_string().replace("\"waves\"", "\"wave\""));
    let run = scratch.run(&["study", "check", "c.json"]);
    assert!(run.code == 1 && run.out.contains("wave"), "{run:?}");
}

/// A study that asks SWEMWBS in its own licensed wording (the texts here are no real ones) beside `ucla3`.
fn licensed(scratch: &Scratch) {
    let definition: Value = serde_json::from_str(&shipped("swemwbs/instrument.json")).expect("JSON");
    let items = definition["items"].as_array().expect("a list");
    let texts: Vec<Value> = items
        .iter()
        .map(|item| json!({"item": item["id"], "text": format!("Text of {}", item["id"]), "labels": "all"}))
        .collect();
    let labels: Vec<Value> =
        (1..=5).map(|code| json!({"code": code, "label": format!("Label {code}")})).collect();
    let mut wording = json!({
        "format": 1, "instrument": "swemwbs", "instrument_version": definition["version"], "language": "en",
        "source": "The study's licensed copy", "licence": {"name": "Licensed", "reference": "L-1"},
        "text_sha256": "", "items": texts, "labels": {"all": labels}
    });
    scratch.file("instruments/swemwbs/wording.en.json", wording.to_string());
    let run = scratch.run(&["instruments", "check", "instruments/swemwbs/wording.en.json"]);
    let hash: String =
        run.out.split(|c: char| !c.is_ascii_hexdigit()).find(|word| word.len() == 64).expect("told").into();
    wording["text_sha256"] = json!(hash);
    scratch.file("instruments/swemwbs/wording.en.json", wording.to_string());
    let shown = scratch.run(&["instruments", "show", "swemwbs", "--json"]).well().out;
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    let mut study = demo();
    let ucla3 = study["instruments"][2].clone();
    study["instruments"] = json!([
        ucla3,
        {"id": "swemwbs", "version": shown["version"], "definition_sha256": shown["definition_sha256"],
         "wordings": {"en": {"text_sha256": hash, "licence_reference": "L-1"}}}
    ]);
    for wave in 0..2 {
        study["waves"][wave]["instruments"] = json!(["swemwbs", "ucla3"]);
    }
    scratch.sample_study(study.to_string());
}

#[test]
fn a_licensed_wording_lies_beside_the_study_file() {
    let scratch = Scratch::new("study_licensed");
    licensed(&scratch);
    scratch.run(&["study", "check", "study.json"]).well();
    fs::remove_file(scratch.path("instruments/swemwbs/wording.en.json")).expect("there");
    let run = scratch.run(&["study", "check", "study.json"]);
    assert!(run.code == 1 && run.out.contains("instruments[1].wordings.en: "), "{run:?}");
}

#[test]
fn a_bundle_holds_what_the_study_uses_and_nothing_else() {
    let scratch = Scratch::new("study_bundle");
    licensed(&scratch);
    scratch.run(&["study", "bundle", "study.json", "-o", "study.bundle.json"]).well();
    let bundle = StudyBundle::from_json(&scratch.read("study.bundle.json")).expect("a bundle");
    let names = |files: &[engine::study::NamedFile]| files.iter().map(|f| f.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&bundle.definitions), ["ucla3/instrument.json", "swemwbs/instrument.json"]);
    assert_eq!(names(&bundle.wordings), ["ucla3/wording.en.json", "swemwbs/wording.en.json"]);
    assert_eq!(bundle.definitions[0].text, shipped("ucla3/instrument.json"));
    assert_eq!(bundle.wordings[1].text, scratch.read("instruments/swemwbs/wording.en.json"));
    assert_eq!(bundle.study, scratch.read("study.json"));
    let offer = bundle.offer().expect("a page can load it");
    assert_eq!(offer.catalogue.iter().count(), 2);
    let first = scratch.read("study.bundle.json");
    scratch.run(&["study", "bundle", "study.json", "-o", "study.bundle.json"]).well();
    assert_eq!(scratch.read("study.bundle.json"), first);
}

#[test]
fn no_bundle_is_made_of_a_study_with_mistakes() {
    let scratch = Scratch::new("study_bundle_wrong");
    let mut study = demo();
    study["recipients"] = json!([study["recipients"][0]]);
    scratch.sample_study(study.to_string());
    scratch.run(&["study", "bundle", "study.json", "-o", "b.json"]).refused(&["study.json: recipients: "]);
    scratch.run(&["study", "bundle", "study.json", "-o", "study.json"]).refused(&["another name"]);
    assert_eq!(scratch.names(), ["instruments", "study.json"]);
}
