//! `flow.csv`: how many inputs, persons and pairs there are, for a flow diagram.

use std::collections::BTreeMap;

use engine::study::Offer;

use super::{Heading, integer, names, text};
use crate::{
    link::Cohort,
    reason::Outcome,
    table::{Cell, to_csv},
};

/// The columns of the flow table.
pub(crate) const HEADINGS: &[Heading] = &[
    text(
        "measure",
        "What is counted: `inputs`; `persons` with a record in the tables; `pairs`, which are persons with a record of the first wave and of this one.",
    ),
    text("wave", "The wave; empty for inputs whose wave is not known."),
    text(
        "outcome",
        "Of inputs: their outcome. Of persons and pairs: `accepted` counts those whose records are all accepted, `accepted_or_attention` all.",
    ),
    integer("n", "How many."),
];

/// The file.
pub(crate) fn file(cohort: &Cohort, offer: &Offer) -> Vec<u8> {
    let mut rows = inputs(cohort, offer);
    rows.extend(persons(cohort, offer));
    let row = |(measure, wave, outcome, n): (&'static str, &str, &str, usize)| {
        vec![
            Cell::from(measure),
            if wave.is_empty() { Cell::Empty } else { Cell::from(wave) },
            Cell::from(outcome),
            Cell::Number(n.to_string()),
        ]
    };
    to_csv(names(HEADINGS), rows.into_iter().map(row))
}

type Row<'a> = (&'static str, &'a str, &'static str, usize);

/// Inputs by wave and outcome; they add up to all inputs.
fn inputs<'a>(cohort: &Cohort, offer: &'a Offer) -> Vec<Row<'a>> {
    let mut counted: BTreeMap<(&str, Outcome), usize> = BTreeMap::new();
    for line in cohort.ledger() {
        *counted.entry((line.wave.as_deref().unwrap_or(""), line.outcome())).or_default() += 1;
    }
    let waves = offer.study.waves.iter().map(|wave| wave.id.as_str()).chain([""]);
    let row = |wave, outcome: Outcome| {
        ("inputs", wave, outcome.code(), counted.get(&(wave, outcome)).copied().unwrap_or(0))
    };
    waves.flat_map(|wave| Outcome::ALL.map(|outcome| row(wave, outcome))).collect()
}

/// Persons by wave, and pairs of the first wave with each later one.
fn persons<'a>(cohort: &Cohort, offer: &'a Offer) -> Vec<Row<'a>> {
    let mut held: BTreeMap<&str, BTreeMap<usize, bool>> = BTreeMap::new();
    for record in &cohort.records {
        let clear = record.kept.reasons.is_empty();
        let waves = held.entry(&record.kept.participant).or_default();
        *waves.entry(record.kept.wave).or_insert(true) &= clear;
    }
    let count = |needed: &[usize], only_clear: bool| {
        let has = |waves: &BTreeMap<usize, bool>| {
            needed.iter().all(|wave| waves.get(wave).is_some_and(|clear| *clear || !only_clear))
        };
        held.values().filter(|waves| has(waves)).count()
    };
    let rows = |measure, wave: &'a str, needed: &[usize]| {
        [
            (measure, wave, "accepted", count(needed, true)),
            (measure, wave, "accepted_or_attention", count(needed, false)),
        ]
    };
    let waves = || offer.study.waves.iter().map(|wave| wave.id.as_str()).enumerate();
    let persons = waves().flat_map(|(position, wave)| rows("persons", wave, &[position]));
    persons.chain(waves().skip(1).flat_map(|(position, wave)| rows("pairs", wave, &[0, position]))).collect()
}
