//! `decisions.csv`: every decision of the decisions file, and what it did.

use super::{Heading, integer, names, text};
use crate::{
    decisions::{Decided, What},
    link::Cohort,
    table::{Cell, to_csv},
};

/// The columns of the table of decisions.
pub(crate) const HEADINGS: &[Heading] = &[
    text("date", "The day of the decision."),
    text("who", "Who decided."),
    text("reason", "Why, in their own words."),
    text("decision", "What was decided: `prefer`, `accept`, `withdraw` or `join`."),
    text("receipt", "The record that counts or is accepted, as the decisions file names it."),
    text("over", "The records that do not count, with a space between."),
    text("code", "The reason for attention that was accepted."),
    text("mistyped", "The participant code that was mistyped; empty where the person has withdrawn."),
    text("right", "The participant code that was meant; empty where the person has withdrawn."),
    text(
        "effect",
        "`applied`; `replaced` by a later decision about the same thing; `overruled` by a decision that took the record out of the tables; `nothing` where there is nothing any more that it could change.",
    ),
    integer("inputs", "How many inputs it changed."),
];

/// The file.
pub(crate) fn file(cohort: &Cohort) -> Vec<u8> {
    to_csv(names(HEADINGS), cohort.decided.iter().map(|decided| row(decided, cohort)))
}

fn row(decided: &Decided, cohort: &Cohort) -> Vec<Cell> {
    let decision = &decided.decision;
    let (mut receipt, mut over, mut code, mut mistyped, mut right) =
        (Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty);
    match &decision.what {
        What::Prefer { record, over: others } => {
            receipt = Cell::from(record.0.as_str());
            over = Cell::Text(others.iter().map(|name| name.0.as_str()).collect::<Vec<_>>().join(" "));
        }
        What::Accept { record, code: accepted } => {
            receipt = Cell::from(record.0.as_str());
            code = Cell::from(accepted.code());
        }
        // A person who has withdrawn is named nowhere.
        What::Withdraw { .. } => {}
        What::Join { mistyped: wrong, right: meant } => {
            let shown = [wrong, meant].into_iter().all(|code| !cohort.has_withdrawn(code));
            mistyped = Cell::text(shown.then_some(wrong.as_str()));
            right = Cell::text(shown.then_some(meant.as_str()));
        }
    }
    vec![
        Cell::from(decision.date.as_str()),
        Cell::from(decision.who.as_str()),
        Cell::from(decision.reason.as_str()),
        Cell::from(decision.what.key()),
        receipt,
        over,
        code,
        mistyped,
        right,
        Cell::from(decided.effect.code()),
        Cell::count(decided.inputs as i128),
    ]
}
