//! What becomes of the files.

use crate::support::{TEAM_KEY, findings, keys_in, mixed_files, now, offer, record, sealed_file};
use cohort::Outcome;
use linkwell::researcher::{Chosen, open_all};
use sealed::{Kind, make_identity, open::key_file};
use std::cell::RefCell;

#[test]
fn every_file_has_one_line_and_the_counts_add_up() {
    let offer = offer();
    let found = findings(&mixed_files(&offer), &offer);
    let line = |name: &str| found.lines.iter().find(|line| line.input == name).expect("a line");
    assert_eq!((found.lines.len(), found.counts.inputs()), (7, 7));
    assert_eq!(Outcome::ALL.map(|outcome| found.counts.get(outcome)), [1, 1, 2, 3, 0]);
    for (name, code) in [
        ("ann-again.txt", "ok"),
        ("ann.txt", "same_record"),
        ("ben-1.txt", "conflict"),
        ("cut.txt", "truncated"),
        ("empty.txt", "empty"),
        ("<b>notes</b>.txt", "not_sealed"),
    ] {
        assert_eq!(line(name).reasons[0].code(), code, "{name}");
    }
    assert_eq!(found.table.rows.len(), 3);
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let offer = offer();
    let files = mixed_files(&offer);
    let reversed: Vec<Chosen> = files.iter().rev().cloned().collect();
    assert_eq!(findings(&files, &offer), findings(&reversed, &offer));
}

#[test]
fn the_table_that_is_shown_is_the_one_that_is_saved() {
    let offer = offer();
    let found = findings(&mixed_files(&offer), &offer);
    let file = found.files.iter().find(|file| file.name == "responses_wide.csv").expect("a table");
    let text = str::from_utf8(&file.bytes).expect("UTF-8").trim_start_matches('\u{feff}');
    let lines: Vec<String> =
        std::iter::once(&found.table.names).chain(&found.table.rows).map(|row| row.join(",")).collect();
    // No cell of these rows needs quotes, so that joining with commas is what the file holds.
    assert_eq!(text, lines.join("\r\n") + "\r\n");
}

#[test]
fn another_key_opens_nothing_and_says_so() {
    let offer = offer();
    let stranger = make_identity(Kind::Hybrid).expect("randomness");
    let keys = keys_in(key_file::write("", &[stranger]).as_bytes());
    let files = [sealed_file(&offer, "a.txt", &record(&offer, "ANNA2", '1'))];
    let examined = now(open_all(&files, &keys, &offer, async |_| true)).expect("nobody stops it");
    assert_eq!(examined[0].reasons()[0].code(), "wrong_key");
}

#[test]
fn the_run_tells_how_far_it_is_and_ends_when_it_is_told_to() {
    let offer = offer();
    let keys = keys_in(TEAM_KEY);
    let files = mixed_files(&offer);
    let told = RefCell::new(Vec::new());
    let listen = async |done| {
        told.borrow_mut().push(done);
        true
    };
    assert!(now(open_all(&files, &keys, &offer, listen)).is_some());
    assert_eq!(told.take(), (0..=files.len()).collect::<Vec<_>>());
    let stop_at_two = async |done| {
        told.borrow_mut().push(done);
        done < 2
    };
    assert!(now(open_all(&files, &keys, &offer, stop_at_two)).is_none());
    assert_eq!(told.take(), [0, 1, 2]);
}
