//! `linkwell seal`, and the sample study's answers.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use engine::record::{Given, Record, Source};
use sealed::Identity;
use serde_json::{Value, json};

use crate::running::{Scratch, repository};

fn demo(name: &str) -> PathBuf {
    repository().join("studies/demo").join(name)
}

/// The sample study's identities, the team's first.
fn identities() -> Vec<Identity> {
    ["keys/team-identity.txt", "keys/recovery-identity.txt"]
        .iter()
        .flat_map(|name| {
            sealed::open::key_file::read(&fs::read(demo(name)).expect("open keys")).expect("plain")
        })
        .collect()
}

fn answers(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(demo("answers").join(name)).expect("an answers file"))
        .expect("JSON")
}

fn seal(scratch: &Scratch, answers: &Path, output: &str) -> crate::running::Run {
    let (study, answers) = (demo("study.json").display().to_string(), answers.display().to_string());
    scratch.run(&["seal", "--study", &study, &answers, "-o", output])
}

fn opened(scratch: &Scratch, name: &str, identity: Identity) -> Record {
    let plain = sealed::open(scratch.read(name).as_bytes(), &[identity]).expect("the key fits");
    assert_eq!(plain.len() % sealed::PAD_STEP, 0, "the length tells nothing");
    Record::from_bytes(&plain).expect("a record")
}

/// What stands in a record for what an answers file says.
fn given_as(value: &Value) -> Given {
    Given::Code(match value {
        Value::Object(words) => return Given::Text(words["text"].as_str().expect("own words").into()),
        Value::String(word) if word == "skipped" => -99,
        Value::String(word) if word == "prefer_not_to_say" => -98,
        other => other.as_i64().expect("a number or a word") as i32,
    })
}

/// What stands in a table for what an answers file says: text that a spreadsheet would run has an apostrophe.
fn cell_of(value: &Value) -> String {
    match given_as(value) {
        Given::Code(code) => code.to_string(),
        Given::Text(text) if text.starts_with('-') => format!("'{text}"),
        Given::Text(text) => text,
    }
}

/// The answers files of the sample study by their names without ending.
fn sample() -> BTreeMap<String, Value> {
    let files =
        fs::read_dir(demo("answers")).expect("a folder").map(|file| file.expect("readable").file_name());
    let name = |file: std::ffi::OsString| file.to_string_lossy().trim_end_matches(".json").to_owned();
    files.map(name).map(|name| (name.clone(), answers(&format!("{name}.json")))).collect()
}

/// Seals all of the sample study into `sealed/` and gives back the receipt codes by name.
fn seal_sample(scratch: &Scratch, sample: &BTreeMap<String, Value>) -> BTreeMap<String, String> {
    fs::create_dir(scratch.path("sealed")).expect("writable");
    let receipt = |name: &String| {
        let path = demo("answers").join(format!("{name}.json"));
        let run = seal(scratch, &path, &format!("sealed/{name}.txt")).well();
        (name.clone(), run.out.trim_end().rsplit(' ').next().expect("words").to_owned())
    };
    sample.keys().map(receipt).collect()
}

#[test]
fn every_answer_of_the_sample_study_arrives_as_it_was_given() {
    let scratch = Scratch::new("seal_demo");
    let sample = sample();
    let receipts = seal_sample(&scratch, &sample);
    let waves = sample.values().filter(|given| given["wave"] == "baseline").count();
    assert_eq!((waves, sample.len()), (61, 102));
    for (name, given) in &sample {
        let record = opened(&scratch, &format!("sealed/{name}.txt"), identities().remove(0));
        assert_eq!(receipts[name], record.receipt(), "{name}");
        assert_eq!(given["participant"], record.participant.as_str(), "{name}");
        assert_eq!(given["source"] == "paper", record.completion.source == Source::Paper, "{name}");
        let items: Vec<_> = record.instruments.iter().flat_map(|instrument| &instrument.items).collect();
        assert_eq!(items.len(), given["answers"].as_object().expect("an object").len(), "{name}");
        let consent = record.consent.as_ref().expect("the sample asks for it");
        assert_eq!(given["consent"]["agreed"], json!(consent.agreed), "{name}");
        for item in items {
            assert_eq!(item.given, given_as(&given["answers"][&item.id]), "{name} {}", item.id);
        }
    }
    the_table_holds_them(&scratch, &sample, &receipts);
}

/// Imports `sealed/`: every input is accepted, and every row of the table holds the answers that were given.
fn the_table_holds_them(
    scratch: &Scratch,
    sample: &BTreeMap<String, Value>,
    receipts: &BTreeMap<String, String>,
) {
    let (study, key) = (demo("study.json"), demo("keys/team-identity.txt"));
    let (study, key) = (study.display().to_string(), key.display().to_string());
    scratch.run(&["import", "sealed", "--study", &study, "--identity", &key, "-o", "results"]).well();
    let table = scratch.read("results/responses_wide.csv");
    let mut table = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let names = table.headers().expect("names").clone();
    let rows: Vec<BTreeMap<String, String>> = table
        .records()
        .map(|row| names.iter().map(String::from).zip(row.expect("a row").iter().map(String::from)).collect())
        .collect();
    assert_eq!(rows.len(), sample.len());
    for (name, given) in sample {
        let row = rows.iter().find(|row| row["receipt"] == receipts[name]).expect("a row for every record");
        for key in ["participant", "wave", "site", "link_worker", "help", "source", "language"] {
            assert_eq!(given[key], row[key].as_str(), "{name} {key}");
        }
        assert_eq!(given["consent"]["version"], row["consent_version"].as_str(), "{name}");
        let may_contact =
            given["consent"]["agreed"].as_array().expect("a list").contains(&json!("contact_later"));
        assert_eq!(row["consent_contact_later"], u8::from(may_contact).to_string(), "{name}");
        for (item, value) in given["answers"].as_object().expect("an object") {
            assert_eq!(row[item], cell_of(value), "{name} {item}");
        }
    }
}

#[test]
fn the_recovery_key_opens_it_too_and_scores_are_the_engines() {
    let scratch = Scratch::new("seal_recovery");
    let mut file = answers("baseline-02.json");
    for item in 1..=10 {
        file["answers"][format!("gse_{item}")] = json!(if item <= 3 { json!("skipped") } else { json!(3) });
    }
    file["completed"] = json!("2026-03-04T10:20:00+01:00");
    for key in ["started", "finished"] {
        file.as_object_mut().expect("an object").remove(key);
    }
    let path = scratch.file("a.json", file.to_string());
    seal(&scratch, &path, "sealed.txt").well();
    let record = opened(&scratch, "sealed.txt", identities().remove(1));
    let score = &record.instruments.iter().find(|i| i.id == "gse10").expect("asked").scores[0];
    // Seven answers of 3, three missing: the mean, 3, times ten.
    assert_eq!((score.value.as_deref(), score.n_missing, score.prorated), (Some("30"), 3, true));
    // `date -u -d 2026-03-04T10:20:00+01:00 +%s`
    assert_eq!((record.times.finished_ms, record.times.offset_minutes), (1_772_616_000_000, 60));
}

#[test]
fn two_files_of_the_same_answers_differ() {
    let scratch = Scratch::new("seal_nonce");
    let path = demo("answers/baseline-01.json");
    let (one, other) = (seal(&scratch, &path, "a.txt").well().out, seal(&scratch, &path, "b.txt").well().out);
    assert_ne!(one, other, "receipt codes are those of the record, not of the answers");
}

#[test]
fn every_mistake_is_named_and_no_answer_is_repeated() {
    let scratch = Scratch::new("seal_mistakes");
    let mut file = answers("baseline-01.json");
    let given = file["answers"].as_object_mut().expect("an object");
    given.remove("gse_1");
    given.insert("gse_2".into(), json!(77));
    given.insert("gse_3".into(), json!("seventy-eight"));
    given.insert("gse_4".into(), json!(3.5));
    given.insert("gse_11".into(), json!(1));
    file["participant"] = json!("13NEVE");
    file["started"] = json!("yesterday");
    let path = scratch.file("a.json", file.to_string());
    let run = seal(&scratch, &path, "out.txt");
    run.refused(&["answers.gse_1: ", "answers.gse_2: ", "answers.gse_3: ", "answers.gse_4: "]);
    run.refused(&["answers.gse_11: ", "participant: ", "started: "]);
    for secret in ["77", "seventy", "3.5", "13NEVE"] {
        assert!(!run.err.contains(secret), "{secret} is in {}", run.err);
    }
    assert_eq!(scratch.names(), ["a.json"]);
}

#[test]
fn numbers_and_own_words_are_checked_and_never_repeated() {
    let scratch = Scratch::new("seal_own_items");
    let good = answers("followup-01.json");
    let too_long = json!({ "text": "Mo ".repeat(200) });
    for (item, value) in [
        ("link_worker_meetings", json!(201)),
        ("link_worker_meetings", json!(-3)),
        ("link_worker_meetings", json!("Mo")),
        ("link_worker_meetings", json!({ "text": "Mo" })),
        ("benefit_own_words", json!("Mo")),
        ("benefit_own_words", json!(5)),
        ("benefit_own_words", json!({ "text": " " })),
        ("benefit_own_words", json!({ "text": "Mo", "more": "Mo" })),
        ("benefit_own_words", too_long),
    ] {
        let mut file = good.clone();
        file["answers"][item] = value;
        let path = scratch.file("a.json", file.to_string());
        let run = seal(&scratch, &path, "out.txt");
        run.refused(&[&format!("answers.{item}: ")]);
        assert!(!run.err.contains("Mo") && !run.err.contains("201"), "{run:?}");
    }
    let mut file = good;
    file["answers"]["benefit_own_words"] = json!({ "text": " I sing.\r\nskipped " });
    let path = scratch.file("a.json", file.to_string());
    seal(&scratch, &path, "out.txt").well();
    let record = opened(&scratch, "out.txt", identities().remove(0));
    let items = &record.instruments.last().expect("four").items;
    assert_eq!(items.last().expect("eight").given, Given::Text("I sing.\nskipped".into()));
}

#[test]
fn the_longest_words_do_not_show_in_the_size_of_a_file() {
    let scratch = Scratch::new("seal_sizes");
    let mut sizes = Vec::new();
    for text in ["I".to_owned(), "\"".repeat(500), "\u{1f3b6}".repeat(500)] {
        let mut file = answers("followup-01.json");
        file["answers"]["benefit_own_words"] = json!({ "text": text });
        let path = scratch.file("a.json", file.to_string());
        seal(&scratch, &path, "out.txt").well();
        sizes.push(scratch.read("out.txt").len());
    }
    assert_eq!(sizes, [sizes[0]; 3]);
}

#[test]
fn what_the_study_does_not_have_is_refused() {
    let scratch = Scratch::new("seal_unknown");
    let good = answers("baseline-01.json");
    for (key, value, what) in [
        ("wave", json!("later"), "wave: "),
        ("site", json!("moon"), "site: "),
        ("participant", json!(12345), "participant: "),
        ("source", json!("fax"), "source: "),
        ("surname", json!("x"), "surname"),
        ("completed", json!("2026-03-04"), "completed: "),
    ] {
        let mut file = good.clone();
        file[key] = value;
        let path = scratch.file("a.json", file.to_string());
        seal(&scratch, &path, "out.txt").refused(&["a.json: ", what]);
    }
    let twice = good.to_string().replace("\"gse_1\":", "\"gse_1\":1,\"gse_1\":");
    let path = scratch.file("a.json", twice);
    seal(&scratch, &path, "out.txt").refused(&["answers.gse_1: this key stands twice"]);
    let path = scratch.file("a.json", "[]");
    seal(&scratch, &path, "out.txt").refused(&["a.json", "JSON object"]);
    assert_eq!(scratch.names(), ["a.json"]);
}

#[test]
fn consent_is_checked_against_the_studys_sheet() {
    let scratch = Scratch::new("seal_consent");
    let good = answers("baseline-01.json");
    for (pointer, value, what) in [
        ("/consent/version", json!("9"), "consent.version: "),
        ("/consent/agreed", json!(["take_part"]), "consent.agreed: "),
        ("/consent/agreed/0", json!("everything"), "consent.agreed[0]: "),
        ("/consent/given", json!("yesterday"), "consent.given: "),
    ] {
        let mut file = good.clone();
        *file.pointer_mut(pointer).expect("there") = value;
        let path = scratch.file("a.json", file.to_string());
        seal(&scratch, &path, "out.txt").refused(&[what]);
    }
    let mut without = good;
    without.as_object_mut().expect("an object").remove("consent");
    let path = scratch.file("a.json", without.to_string());
    seal(&scratch, &path, "out.txt").well();
    assert_eq!(opened(&scratch, "out.txt", identities().remove(0)).consent, None);
}

#[test]
fn a_place_that_cannot_be_written_leaves_nothing() {
    let scratch = Scratch::new("seal_place");
    let path = demo("answers/baseline-01.json");
    scratch.file("file", "");
    seal(&scratch, &path, "file/out.txt").refused(&["file/out.txt"]);
    seal(&scratch, &path, "none/out.txt").refused(&["none/out.txt"]);
    let own = scratch.file("a.json", answers("baseline-01.json").to_string());
    seal(&scratch, &own, "a.json").refused(&["another name"]);
    assert_eq!(scratch.names(), ["a.json", "file"]);
}
