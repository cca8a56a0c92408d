//! `near_misses.csv`: participant codes that are probably one person's, with the decision that would join them.

use engine::study::Offer;

use super::{Heading, integer, names, text};
use crate::{
    decisions::suggested_join,
    link::Cohort,
    near_miss::{NearMiss, Person},
    table::{Cell, to_csv},
};

/// The columns of the table of near misses.
pub(crate) const HEADINGS: &[Heading] = &[
    text(
        "participant",
        "The code that is more likely right: its check character fits, or it has a baseline.",
    ),
    text("waves", "The waves of its records, with a space between."),
    integer("check_fits", "1 where its check character fits, else 0."),
    text("other", "The code that may be the same person's."),
    text("other_waves", "The waves of its records."),
    integer("other_check_fits", "1 where its check character fits, else 0."),
    text("code", "How they differ: `look_alike`, `one_character`, `swapped` or `left_out`."),
    text("reason", "How they differ, in a sentence."),
    text(
        "decision",
        "An entry for the decisions file, once day, name and reason are filled in; empty where it is not clear which code is right.",
    ),
];

/// The file.
pub(crate) fn file(cohort: &Cohort, offer: &Offer) -> Vec<u8> {
    to_csv(names(HEADINGS), cohort.near_misses().iter().map(|near_miss| row(near_miss, offer)))
}

fn row(near_miss: &NearMiss, offer: &Offer) -> Vec<Cell> {
    let NearMiss { likely, other, likeness } = near_miss;
    let decision = near_miss.is_clear().then(|| suggested_join(&other.code, &likely.code));
    let mut cells = person(likely, offer);
    cells.extend(person(other, offer));
    cells.extend([Cell::from(likeness.code()), Cell::from(likeness.sentence()), Cell::text(decision)]);
    cells
}

/// Code, waves, and whether the check character fits.
fn person(person: &Person, offer: &Offer) -> Vec<Cell> {
    let waves: Vec<&str> = person.waves.iter().map(|wave| offer.study.waves[*wave].id.as_str()).collect();
    vec![Cell::from(person.code.as_str()), Cell::Text(waves.join(" ")), Cell::flag(person.fits)]
}
