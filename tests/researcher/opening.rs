//! What becomes of the files.

use crate::support::{
    TEAM_KEY, findings, keys_in, mixed_files, now, offer, opened, record, sealed_file, with_archives,
};
use cohort::Outcome;
use linkwell::researcher::{Chosen, Opened, Progress, Turn, open_all};
use sealed::{Kind, make_identity, open::key_file};
use std::cell::RefCell;

#[test]
fn every_file_has_one_line_and_the_counts_add_up() {
    let offer = offer();
    let found = findings(&mixed_files(&offer), &offer);
    let line = |name: &str| found.lines().iter().find(|line| line.input == name).expect("a line");
    assert_eq!((found.lines().len(), found.counts.inputs()), (7, 7));
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
    assert_eq!(found.table.len(), 3);
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
    let rows = found.rows(0..found.table.len());
    let lines: Vec<String> =
        std::iter::once(&found.table.names).chain(&rows).map(|row| row.join(",")).collect();
    // No cell of these rows needs quotes, so that joining with commas is what the file holds.
    assert_eq!(text, lines.join("\r\n") + "\r\n");
    for at in 0..rows.len() {
        assert_eq!(found.rows(at..at + 1), rows[at..=at], "a page of one row");
    }
    assert!(found.rows(rows.len()..rows.len() + 1).is_empty());
}

#[test]
fn another_key_opens_nothing_and_says_so() {
    let offer = offer();
    let stranger = make_identity(Kind::Hybrid).expect("randomness");
    let keys = keys_in(key_file::write("", &[stranger]).as_bytes());
    let files = [sealed_file(&offer, "a.txt", &record(&offer, "ANNA2", '1'))];
    assert_eq!(opened(&files, &keys, &offer).1[0].reasons()[0].code(), "wrong_key");
}

#[test]
fn the_run_tells_how_far_it_is_and_is_dropped_when_it_is_told_to() {
    let offer = offer();
    let keys = keys_in(TEAM_KEY);
    let files = mixed_files(&offer);
    let told = RefCell::new(Vec::new());
    let listen = async |progress: Progress| {
        told.borrow_mut().push((progress.done, progress.all));
        Turn::Go
    };
    assert!(now(open_all(&files, Opened::default(), &keys, &offer, drop, listen)).is_some());
    assert_eq!(told.take(), (0..=files.len()).map(|done| (done, files.len())).collect::<Vec<_>>());
    let drop_at_two = async |progress: Progress| if progress.done < 2 { Turn::Go } else { Turn::Drop };
    assert!(now(open_all(&files, Opened::default(), &keys, &offer, drop, drop_at_two)).is_none());
}

#[test]
fn archives_give_a_line_an_entry_named_after_both() {
    let offer = offer();
    let files = mixed_files(&offer);
    let (all, examined) = opened(&with_archives(&files), &keys_in(TEAM_KEY), &offer);
    assert_eq!((all.files_done(), all.hidden), (10, 1));
    assert_eq!((all.lines, examined.len()), (7 + 8 + 2, 7 + 8 + 2));
    let found = findings(&with_archives(&files), &offer);
    let code =
        |name: &str| found.lines().iter().find(|line| line.input == name).expect("a line").reasons[0].code();
    assert_eq!(code("some.zip/in/cut.txt"), "truncated");
    assert_eq!(code("some.zip/in/ann.txt"), "same_record");
    assert_eq!(code("some.zip/more.zip"), "nested_archive");
    assert_eq!(code("damaged.zip"), "damaged_archive");
    assert_eq!(code("some.rar"), "other_archive");
}

#[test]
fn a_run_that_is_stopped_keeps_what_it_has_and_the_next_one_goes_on() {
    let offer = offer();
    let keys = keys_in(TEAM_KEY);
    let files = with_archives(&mixed_files(&offer));
    let (whole, all) = opened(&files, &keys, &offer);
    for most in 0..whole.lines {
        let kept = RefCell::new(Vec::new());
        let keep = |more| kept.borrow_mut().extend(more);
        let stop = async |progress: Progress| if progress.done < most { Turn::Go } else { Turn::Stop };
        let part = now(open_all(&files, Opened::default(), &keys, &offer, keep, stop)).expect("kept");
        assert_eq!(kept.borrow()[..], all[..part.lines], "{most}");
        assert!(part.lines + part.hidden == most && !part.is_whole(&files), "{most}");
        let rest = now(open_all(&files, part, &keys, &offer, keep, async |_| Turn::Go));
        assert_eq!((rest.as_ref(), kept.borrow().as_slice()), (Some(&whole), all.as_slice()), "{most}");
    }
}

#[test]
fn the_zip_of_the_results_holds_every_file_and_is_always_the_same() {
    let offer = offer();
    let files = mixed_files(&offer);
    let found = findings(&files, &offer);
    let zip = found.zip().expect("packed");
    let reversed: Vec<Chosen> = files.iter().rev().cloned().collect();
    assert_eq!(findings(&reversed, &offer).zip(), Some(zip.clone()));
    let entries: Vec<(String, Vec<u8>)> = archive::Entries::zip(std::io::Cursor::new(zip), archive::LIMITS)
        .map(|entry| match entry {
            archive::Found::Entry { name, content } => (name, content.expect("readable")),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = found.files.iter().map(|file| (file.name.to_owned(), file.bytes.clone()));
    assert_eq!(entries, expected.collect::<Vec<_>>());
}
