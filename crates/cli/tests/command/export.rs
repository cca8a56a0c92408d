//! `linkwell export`.

use std::fs;

use crate::running::{Scratch, repository};

/// A copy of the results folder of `cohort`'s made-up study.
fn results(scratch: &Scratch) {
    for entry in fs::read_dir(repository().join("crates/cohort/tests/data/golden")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        scratch.file(&format!("results/{name}"), fs::read(&path).expect("readable"));
    }
}

#[test]
fn formats_stand_in_folders_of_their_own_and_come_out_the_same_again() {
    let scratch = Scratch::new("export");
    results(&scratch);
    scratch.run(&["export", "results", "--to", "csv", "datapackage", "-o", "exports"]).well();
    assert_eq!(scratch.read("exports/csv/responses_wide.csv"), scratch.read("results/responses_wide.csv"));
    let made = scratch.read("exports/EXPORT.json");
    assert!(
        made.contains("\"file\": \"datapackage/datapackage.json\"") && !made.contains("results/"),
        "{made}"
    );
    // Into the same folder, in another order.
    scratch.run(&["export", "results", "--to", "datapackage", "--to", "csv", "-o", "exports"]).well();
    assert_eq!(scratch.read("exports/EXPORT.json"), made);
    assert_eq!(scratch.names(), ["exports", "results"]);
}

#[test]
fn nothing_is_written_where_something_is_wrong() {
    let scratch = Scratch::new("export_wrong");
    scratch
        .run(&["export", "nowhere", "--to", "csv", "-o", "exports"])
        .refused(&["ledger.csv", "no such file"]);
    results(&scratch);
    scratch.run(&["export", "results", "--to", "xlsx", "-o", "exports"]).refused(&["the formats are csv,"]);
    scratch.run(&["export", "results", "--to", "csv"]).refused(&["--output"]);
    let study = repository().join("studies/demo/study.json").display().to_string();
    scratch
        .run(&["export", "results", "--to", "csv", "--study", &study, "-o", "exports"])
        .refused(&["not that of these results"]);
    let wide = scratch.read("results/responses_wide.csv").replacen("2026-01-05T10:00:00Z", "secret", 1);
    scratch.file("results/responses_wide.csv", wide);
    let run = scratch.run(&["export", "results", "--to", "csv", "-o", "exports"]);
    run.refused(&["row 2", "`finished_utc`"]);
    assert!(!run.err.contains("secret"));
    assert_eq!(scratch.names(), ["results"]);
}

#[test]
fn a_file_of_another_export_is_not_left_among_new_ones() {
    let scratch = Scratch::new("export_leftover");
    results(&scratch);
    scratch.file("exports/csv/old/people.csv", "of last year");
    let export = ["export", "results", "--to", "csv", "-o", "exports"];
    scratch.run(&export).refused(&["people.csv", "empty the folder"]);
    fs::remove_file(scratch.path("exports/csv/old/people.csv")).expect("removable");
    scratch.run(&export).well();
}

#[test]
fn a_table_that_was_changed_by_hand_is_exported_with_a_word_about_it() {
    let scratch = Scratch::new("export_changed");
    results(&scratch);
    let flow = scratch.read("results/flow.csv") + "\r\n";
    scratch.file("results/flow.csv", flow);
    let run = scratch.run(&["export", "results", "--to", "csv", "-o", "exports"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.err.contains("flow.csv was changed since the import"), "{run:?}");
    assert!(scratch.read("exports/EXPORT.json").contains("\"as_imported\": false"));
}
