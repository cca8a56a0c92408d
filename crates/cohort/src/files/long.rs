//! `responses_long.csv`: one row an answer or score, for those who reshape, filter and join.
//!
//! Instruments that were not asked have no rows. An item that is itself a score has one row, as an item, with its
//! band.

use engine::{
    instrument::Code,
    record::Given,
    scoring::{NotScored, Score},
    study::Offer,
};

use super::{Heading, integer, names, number, text, wide};
use crate::{
    column::{MISSING, code_label},
    kept::{Answers, Asked, asked},
    link::{Cohort, Linked},
    table::{Cell, to_csv},
};

/// The columns of the long table.
pub(crate) const HEADINGS: &[Heading] = &[
    text("participant", "The participant code."),
    text("wave", "The planned time point."),
    text(
        "receipt",
        "The receipt code of the record: tells conflicting records for one person and wave apart.",
    ),
    text(
        "attention",
        "The codes of what a person must decide about this record; empty where there is nothing.",
    ),
    text("instrument", "The instrument's id."),
    text("version", "The instrument's version."),
    text("kind", "`item` or `scale`."),
    text("name", "The item's or scale's id: the name of its column in the wide table."),
    number(
        "value",
        "The response code, number or code for a missing answer of an item, empty for a text; the score of a scale, empty where it was not scored.",
    ),
    text(
        "label",
        "The words of the response, in the language in which they were shown; of a number without words, nothing; of a text, the text.",
    ),
    integer("n_missing", "Of a scale: how many of its items have no answer."),
    integer("prorated", "Of a scale: 1 where it was scaled up from the answers that are there, else 0."),
    text("band", "The published band of the value."),
    text(
        "not_scored",
        "Why a scale has no value: `too_many_missing`, or `out_of_range` where its arithmetic has no result.",
    ),
];

/// The file.
pub(crate) fn file(cohort: &Cohort, offer: &Offer) -> Vec<u8> {
    let asked = asked(offer);
    to_csv(names(HEADINGS), cohort.records.iter().flat_map(|record| rows(record, offer, &asked)))
}

fn rows(record: &Linked, offer: &Offer, asked: &[Asked<'_>]) -> Vec<Vec<Cell>> {
    let kept = &record.kept;
    let wave = offer.study.waves[kept.wave].id.as_str();
    let mut rows = Vec::new();
    for (asked, answers) in asked.iter().zip(&kept.answers) {
        let Some(answers) = answers else { continue };
        let of_record = || {
            vec![
                Cell::from(kept.participant.as_str()),
                Cell::from(wave),
                Cell::from(kept.receipt.as_str()),
                wide::attention(kept),
                Cell::from(asked.pinned.id.as_str()),
                Cell::from(asked.pinned.version.as_str()),
            ]
        };
        rows.extend(parts(answers, *asked).into_iter().map(|part| {
            let mut row = of_record();
            row.extend(part);
            row
        }));
    }
    rows
}

/// The cells from `kind` on, for each item and each scale of an instrument.
fn parts(answers: &Answers, asked: Asked<'_>) -> Vec<Vec<Cell>> {
    let definition = &asked.instrument.definition;
    let scores = answers.scores(asked.instrument);
    let items = definition.items.iter().zip(&answers.given).map(|(item, given)| {
        let as_scale = definition.scales.iter().position(|scale| scale.is_item() && scale.id == item.id);
        let band = as_scale.and_then(|scale| scores[scale].band.as_deref());
        match given {
            Given::Code(code) => {
                item_cells(&item.id, Cell::code(*code), label(answers, asked, &item.id, *code), band)
            }
            Given::Text(text) => item_cells(&item.id, Cell::Empty, Some(text), band),
        }
    });
    let own = definition.scales.iter().zip(&scores).filter(|(scale, _)| !scale.is_item());
    items.chain(own.map(|(_, score)| score_cells(score))).collect()
}

fn item_cells(id: &str, value: Cell, label: Option<&str>, band: Option<&str>) -> Vec<Cell> {
    vec![
        Cell::from("item"),
        Cell::from(id),
        value,
        Cell::text(label),
        Cell::Empty,
        Cell::Empty,
        Cell::text(band),
        Cell::Empty,
    ]
}

fn score_cells(score: &Score) -> Vec<Cell> {
    vec![
        Cell::from("scale"),
        Cell::from(score.scale.as_str()),
        score.value.map_or(Cell::Empty, |value| Cell::Number(value.to_string())),
        Cell::Empty,
        Cell::count(score.n_missing),
        Cell::flag(score.prorated),
        Cell::text(score.band.as_deref()),
        Cell::text(score.value.err().map(not_scored_word)),
    ]
}

/// What a code means: for a missing answer in English, else in the words that were shown, where they are known.
fn label<'a>(answers: &Answers, asked: Asked<'a>, item: &str, code: Code) -> Option<&'a str> {
    let missing = MISSING.iter().find(|(missing, _)| *missing == code).map(|(_, meaning)| *meaning);
    missing.or_else(|| code_label(asked, item, code, Some(answers.wording.as_deref()?)))
}

fn not_scored_word(reason: NotScored) -> &'static str {
    match reason {
        NotScored::TooManyMissing => "too_many_missing",
        NotScored::CodeOutside => "code_outside",
        _ => "out_of_range",
    }
}
