//! `linkwell import` with a decisions file, through the binary.

#[path = "../../cohort/tests/made_up/mod.rs"]
mod made_up;

mod inbox;

use std::fs;

use inbox::{Inbox, exits};
use made_up::{DAY_MS, baseline, code, followup};

/// Ann with two different baselines, Ben with a baseline and a follow-up that came late.
fn inbox() -> (Inbox, [String; 3]) {
    let inbox = Inbox::new();
    let first = baseline(&inbox.offer, &code("3ANNA"));
    let mut second = first.clone();
    second.nonce = "0".repeat(32);
    let mut late = followup(&inbox.offer, &code("3BENB"));
    late.times.finished_ms += 200 * DAY_MS;
    inbox.put_record("ann-1", &first);
    inbox.put_record("ann-2", &second);
    inbox.put_record("ben-1", &baseline(&inbox.offer, &code("3BENB")));
    inbox.put_record("ben-2", &late);
    let receipts = [first.receipt(), second.receipt(), late.receipt()];
    (inbox, receipts)
}

fn decisions(list: &[String]) -> String {
    format!(r#"{{"format": 1, "study": "made-up", "decisions": [{}]}}"#, list.join(","))
}

fn entry(what: &str) -> String {
    format!(r#"{{"date": "2026-11-22", "who": "R. Jones", "reason": "Telephone call", {what}}}"#)
}

#[test]
fn the_printed_decision_settles_the_conflict_once_it_is_filled_in() {
    let (inbox, [first, second, late]) = inbox();
    let output = inbox.import(&["inbox"]);
    exits(&output, 1);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.contains(&first) && said.contains(&second));
    let printed = said.lines().find(|line| line.contains("\"prefer\"")).expect("a decision to copy").trim();
    let accept = format!(r#""accept": {{"receipt": "{late}", "code": "outside_window"}}"#);

    fs::write(inbox.at("decisions.json"), decisions(&[printed.to_owned()])).expect("a file");
    exits(&inbox.import(&["inbox"]), 2);
    let filled = printed
        .replace(r#""date": """#, r#""date": "2026-11-22""#)
        .replace(r#""who": """#, r#""who": "R. Jones""#)
        .replace(r#""reason": """#, r#""reason": "The other was a try-out""#);
    fs::write(inbox.at("decisions.json"), decisions(&[filled, entry(&accept)])).expect("a file");
    let output = inbox.import(&["inbox"]);
    exits(&output, 0);
    let outcomes: Vec<String> = inbox.ledger().into_iter().map(|line| line[1].clone()).collect();
    assert_eq!(outcomes.iter().filter(|outcome| *outcome == "set_aside").count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| *outcome == "accepted").count(), 3);
    assert!(String::from_utf8(output.stdout).expect("UTF-8").contains("2 decisions: 2 applied"));
}

#[test]
fn a_named_file_takes_the_place_of_the_one_beside_the_study() {
    let (inbox, _) = inbox();
    let person = code("3ANNA");
    fs::write(inbox.at("decisions.json"), "not JSON").expect("a file");
    let withdraw = entry(&format!(r#""withdraw": {{"participant": "{}"}}"#, person.as_str()));
    fs::write(inbox.at("others.json"), decisions(&[withdraw])).expect("a file");
    exits(&inbox.import(&["inbox"]), 2);
    exits(&inbox.import_with(&["inbox"], &["--decisions", "none.json"]), 2);
    assert!(!inbox.at("results").exists());
    let output = inbox.import_with(&["inbox"], &["--decisions", "others.json", "--json"]);
    exits(&output, 1);
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&summary["set_aside"], &summary["decisions"]["applied"]), (&2.into(), &1.into()));
    for (name, bytes) in inbox.results() {
        assert!(!String::from_utf8_lossy(&bytes).contains(person.as_str()), "{name}");
    }
}

#[test]
fn a_decision_that_cannot_be_carried_out_stops_before_anything_is_written() {
    let (inbox, [first, ..]) = inbox();
    let unknown = entry(r#""accept": {"receipt": "00000000", "code": "outside_window"}"#);
    fs::write(inbox.at("decisions.json"), decisions(&[unknown])).expect("a file");
    let output = inbox.import(&["inbox"]);
    exits(&output, 2);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(said.contains("decisions.json: decisions[0].accept.receipt: "), "{said}");
    assert!(!inbox.at("results").exists());

    // Nothing any more to accept: it is carried out, and said.
    let idle = entry(&format!(r#""accept": {{"receipt": "{first}", "code": "outside_window"}}"#));
    fs::write(inbox.at("decisions.json"), decisions(&[idle])).expect("a file");
    fs::remove_file(inbox.at("inbox/ann-2")).expect("a file");
    fs::remove_file(inbox.at("inbox/ben-2")).expect("a file");
    let output = inbox.import(&["inbox"]);
    exits(&output, 1);
    assert!(String::from_utf8(output.stdout).expect("UTF-8").contains("1 without effect"));
}
