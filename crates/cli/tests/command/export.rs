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

#[test]
fn odm_keeps_both_records_of_a_person_and_says_so() {
    let scratch = Scratch::new("export_odm");
    results(&scratch);
    let run = scratch.run(&["export", "results", "--to", "odm", "-o", "exports"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.err.contains("odm: in the wave baseline somebody has more than one record"), "{run:?}");
    let file = scratch.read("exports/odm/study.xml");
    for receipt in ["T85CC72F", "R1ER06PP"] {
        assert!(file.contains(&format!("StudyEventRepeatKey=\"{receipt}\"")), "{receipt}");
    }
    assert!(scratch.read("exports/EXPORT.json").contains("more than one record"));
}

#[test]
fn parquet_stands_in_folders_by_wave_and_comes_out_the_same_again() {
    let scratch = Scratch::new("export_parquet");
    results(&scratch);
    scratch.run(&["export", "results", "--to", "parquet", "-o", "one"]).well();
    scratch.run(&["export", "results", "--to", "parquet", "-o", "two"]).well();
    for wave in ["baseline", "followup"] {
        let file = |folder: &str| {
            let path = format!("{folder}/parquet/study=made-up/wave={wave}/responses_wide.parquet");
            fs::read(scratch.path(&path)).expect("a file")
        };
        assert!(file("one").starts_with(b"PAR1") && file("one").ends_with(b"PAR1"));
        assert_eq!(file("one"), file("two"), "another process writes the same bytes");
        // Footers are read by everybody who lists a folder.
        let code = b"3ANNA3";
        let seen = file("one").windows(code.len()).filter(|part| part == code).count();
        assert_eq!(seen, 1, "once among the values");
    }
    assert_eq!(scratch.read("one/EXPORT.json"), scratch.read("two/EXPORT.json"));
}

#[test]
fn arrow_goes_to_standard_output_alone() {
    let scratch = Scratch::new("export_arrow");
    results(&scratch);
    let stream = |name: &str| {
        let out = fs::File::create(scratch.path(name)).expect("writable");
        let mut export = std::process::Command::new(env!("CARGO_BIN_EXE_linkwell"));
        export.args(["export", "results", "--to", "arrow"]).current_dir(scratch.path("")).stdout(out);
        assert!(export.status().expect("it starts").success());
        fs::read(scratch.path(name)).expect("a stream")
    };
    let first = stream("one.arrows");
    // The mark of an encapsulated message (Arrow columnar format, IPC).
    assert!(first.starts_with(&[0xff; 4]), "{:?}", &first[..8]);
    assert_eq!(first, stream("two.arrows"), "another process writes the same bytes");
    scratch.run(&["export", "results", "--to", "arrow", "-o", "out"]).refused(&["leave out -o"]);
    scratch.run(&["export", "results", "--to", "arrow", "csv", "-o", "out"]).refused(&["ask for it alone"]);
}
