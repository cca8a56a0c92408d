//! `linkwell verify` through the binary.

#[path = "../../cohort/tests/made_up/mod.rs"]
mod made_up;

mod inbox;

use inbox::{Inbox, exits};
use made_up::{baseline, code, followup};
use serde_json::Value;

fn verify(inbox: &Inbox, file: &str, options: &[&str]) -> (i32, Value, String) {
    let arguments = ["verify", file, "--study", "study.json"];
    let output = inbox.linkwell(&[&arguments[..], options, &["--json"]].concat());
    let words = inbox.linkwell(&[&arguments[..], options].concat());
    assert_eq!(output.status, words.status);
    let json = serde_json::from_slice(&output.stdout).expect("JSON");
    (output.status.code().expect("an exit code"), json, String::from_utf8(words.stdout).expect("UTF-8"))
}

#[test]
fn a_sealed_file_says_what_it_is_without_a_key() {
    let inbox = Inbox::new();
    inbox.put_record("a", &baseline(&inbox.offer, &code("3ANNA")));
    let (exit, json, words) = verify(&inbox, "inbox/a", &[]);
    assert_eq!(exit, 0);
    assert_eq!(json["recipients"], serde_json::json!(["hybrid", "hybrid"]));
    assert_eq!((&json["study_recipients"], &json["opened"]), (&2.into(), &Value::Null));
    assert_eq!(json["outcome"], Value::Null);
    assert!(
        words.contains("sealed for 2 recipients (hybrid, hybrid)") && words.contains("--identity"),
        "{words}"
    );
}

#[test]
fn with_a_key_it_says_what_the_import_would() {
    let inbox = Inbox::new();
    let record = followup(&inbox.offer, &code("3ANNA"));
    inbox.put_record("a", &record);
    let (exit, json, words) = verify(&inbox, "inbox/a", &["--identity", "team.txt"]);
    assert_eq!((exit, &json["outcome"], &json["opened"]), (0, &"accepted".into(), &true.into()));
    assert_eq!(json["receipt"], record.receipt());
    assert!(
        words.contains(&record.receipt()) && !words.contains("3ANNA") && !json.to_string().contains("3ANNA")
    );

    let mut wrong = record.clone();
    wrong.instruments[0].scores.clear();
    wrong.site = Some("west".into());
    inbox.put_record("b", &wrong);
    let (exit, json, _) = verify(&inbox, "inbox/b", &["--identity", "team.txt"]);
    assert_eq!((exit, &json["outcome"]), (1, &"attention".into()));
    assert_eq!(json["codes"], serde_json::json!(["scores_differ", "unknown_site"]));
}

#[test]
fn what_is_not_sealed_well_is_said_with_and_without_a_key() {
    let inbox = Inbox::new();
    let sealed = inbox.sealed(&baseline(&inbox.offer, &code("3ANNA")));
    inbox.put("text", "hello");
    inbox.put("empty", "");
    inbox.put("cut", &sealed[..sealed.len() / 2]);
    inbox.put("diary", inbox.sealed_text(b"Dear diary".to_vec()));
    for (file, options, expected) in [
        ("inbox/text", &[][..], "not_sealed"),
        ("inbox/empty", &[], "empty"),
        ("inbox/cut", &[], "truncated"),
        ("inbox/text", &["--identity", "team.txt"], "not_sealed"),
        ("inbox/cut", &["--identity", "team.txt"], "truncated"),
        ("inbox/diary", &["--identity", "team.txt"], "not_a_record"),
    ] {
        let (exit, json, words) = verify(&inbox, file, options);
        assert_eq!((exit, &json["outcome"]), (1, &"rejected".into()), "{file}");
        assert_eq!(json["codes"], serde_json::json!([expected]), "{file}");
        assert!(words.contains(expected), "{words}");
    }
    exits(&inbox.linkwell(&["verify", "inbox/none", "--study", "study.json"]), 2);
}
