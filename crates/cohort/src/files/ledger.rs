//! `ledger.csv`: one line an input, what was done with it and why.

use super::{Heading, names, text};
use crate::{
    link::{Cohort, Line},
    table::{Cell, to_csv},
};

/// The columns of the ledger.
pub(crate) const HEADINGS: &[Heading] = &[
    text(
        "input",
        "The file, by its path inside what was given to the import; a file in an archive follows the archive's name.",
    ),
    text(
        "outcome",
        "What the import did with it: `accepted`, `duplicate`, `attention`, `rejected` or `set_aside`.",
    ),
    text("code", "Why, as a short code; where there are several reasons, the gravest."),
    text("reason", "Why, in a sentence for each reason, and what to do."),
    text("also", "The codes of the other reasons, with a space between."),
    text(
        "settled",
        "The codes of what decisions settled, with a space between; decisions.csv says who decided and why.",
    ),
    text("duplicate_of", "The input whose record this one repeats."),
    text("participant", "The participant code, where the record has one of the right form."),
    text("wave", "The wave, where the study has it."),
    text("receipt", "The record's receipt code, which the patient was shown."),
    text("sha256", "The SHA-256 of the file; empty where it was not read."),
];

/// The file.
pub(crate) fn file(cohort: &Cohort) -> Vec<u8> {
    to_csv(names(HEADINGS), cohort.ledger().iter().map(row))
}

fn row(line: &Line) -> Vec<Cell> {
    let sentences: Vec<&str> = line.reasons.iter().map(|reason| reason.sentence()).collect();
    let codes: Vec<&str> = line.reasons.iter().map(|reason| reason.code()).collect();
    let (code, also) = codes.split_first().expect("a line has a reason");
    let written = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::from(text) };
    vec![
        Cell::from(line.input.as_str()),
        Cell::from(line.outcome().code()),
        Cell::from(*code),
        Cell::Text(sentences.join(" ")),
        written(&also.join(" ")),
        written(&line.settled.iter().map(|reason| reason.code()).collect::<Vec<_>>().join(" ")),
        Cell::text(line.duplicate_of.as_deref()),
        Cell::text(line.participant.as_deref()),
        Cell::text(line.wave.as_deref()),
        Cell::text(line.receipt.as_deref()),
        written(&line.sha256),
    ]
}
