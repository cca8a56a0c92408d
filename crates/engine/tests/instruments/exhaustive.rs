//! Every possible answer pattern against `vectors/scoring/naive.py`, a second implementation in another language.
//!
//! Both sides write one line per pattern; the hash of all lines is compared. Where it differs, the engine's lines are
//! written to a file, and the message says how to print the other side's.

use engine::{
    catalogue::built_in,
    instrument::{Code, Definition},
    scoring::{Outcome, Scorer},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, fs, path::PathBuf};

#[derive(Deserialize)]
struct Exhaustive {
    sets: Vec<Set>,
}

/// Every combination of some values for each item, the last item changing fastest.
#[derive(Deserialize)]
struct Set {
    name: String,
    instrument: String,
    values: Vec<Vec<Option<Code>>>,
    lines: usize,
    sha256: String,
}

fn set(name: &str) -> Set {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../vectors/scoring/exhaustive.json");
    let all: Exhaustive =
        serde_json::from_str(&fs::read_to_string(file).expect("exhaustive.json")).expect("JSON");
    all.sets.into_iter().find(|set| set.name == name).expect("a set of this name")
}

/// Calls `each` with every combination.
fn combinations(values: &[Vec<Option<Code>>], mut each: impl FnMut(&[Option<Code>])) {
    let mut at = vec![0; values.len()];
    let mut answers: Vec<Option<Code>> = values.iter().map(|values| values[0]).collect();
    loop {
        each(&answers);
        let Some(turn) = (0..at.len()).rev().find(|item| at[*item] + 1 < values[*item].len()) else { return };
        at[turn] += 1;
        at[turn + 1..].fill(0);
        for item in turn..at.len() {
            answers[item] = values[item][at[item]];
        }
    }
}

fn write_line(
    line: &mut String,
    definition: &Definition,
    answers: &[Option<Code>],
    outcomes: &[Outcome<'_>],
) {
    line.clear();
    let mut put = |part: std::fmt::Arguments<'_>| line.write_fmt(part).expect("a String takes all");
    for (at, answer) in answers.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        match answer {
            Some(code) => put(format_args!("{comma}{code}")),
            None => put(format_args!("{comma}-")),
        }
    }
    for (at, (scale, outcome)) in definition.scales.iter().zip(outcomes).enumerate() {
        put(format_args!("{}{}=", if at == 0 { " > " } else { ";" }, scale.id));
        match outcome.value {
            Ok(value) => put(format_args!("{value}")),
            Err(_) => put(format_args!("none")),
        }
        let prorated = if outcome.prorated { "yes" } else { "no" };
        put(format_args!("|{}|{prorated}|{}", outcome.n_missing, outcome.band.unwrap_or("")));
    }
    put(format_args!("\n"));
}

/// Runs `each` with every line of the set.
fn lines(set: &Set, mut each: impl FnMut(&str)) {
    let catalogue = built_in();
    let definition = &catalogue.newest(&set.instrument).expect("shipped").definition;
    assert_eq!(set.values.len(), definition.items.len(), "{}", set.name);
    let scorer = Scorer::new(definition);
    let mut line = String::new();
    combinations(&set.values, |answers| {
        write_line(&mut line, definition, answers, &scorer.score_codes(answers));
        each(&line);
    });
}

fn compare(name: &str) {
    let set = set(name);
    let (mut digest, mut count) = (Sha256::new(), 0);
    lines(&set, |line| {
        digest.update(line);
        count += 1;
    });
    assert_eq!(count, set.lines, "{name}");
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != set.sha256 {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.txt"));
        let mut all = String::new();
        lines(&set, |line| all.push_str(line));
        fs::write(&file, all).expect("the target folder takes files");
        panic!(
            "{name}: the engine's lines are in {}; compare with `python3 vectors/scoring/naive.py --lines {name}`",
            file.display()
        );
    }
}

#[test]
fn ons4() {
    compare("ons4");
}

#[test]
fn who5() {
    compare("who5");
}

#[test]
fn gse10() {
    compare("gse10");
}

#[test]
fn gse10_with_missing_answers() {
    compare("gse10-missing-ends");
    compare("gse10-missing-middle");
}

#[test]
fn semcd6_with_missing_answers() {
    compare("semcd6-missing");
}

#[test]
fn ucla3() {
    compare("ucla3");
}

#[test]
fn swemwbs() {
    compare("swemwbs");
}

#[test]
fn wemwbs_at_its_ends() {
    compare("wemwbs-ends");
}

#[test]
fn no_set_is_left_out() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../vectors/scoring/exhaustive.json");
    let all: Exhaustive =
        serde_json::from_str(&fs::read_to_string(file).expect("exhaustive.json")).expect("JSON");
    let names: Vec<&str> = all.sets.iter().map(|set| set.name.as_str()).collect();
    let compared = [
        "ons4",
        "who5",
        "gse10",
        "gse10-missing-ends",
        "gse10-missing-middle",
        "semcd6-missing",
        "ucla3",
        "swemwbs",
        "wemwbs-ends",
    ];
    assert_eq!(names, compared, "compare every set that naive.py writes");
}
