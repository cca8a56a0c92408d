//! `codebook.csv`: what stands in each column of the wide table.

use engine::{instrument::Direction, study::Offer};

use super::{Heading, names, number, text};
use crate::{
    column::{Column, Kind, MISSING},
    kept::asked,
    table::{Cell, to_csv},
};

/// The columns of the codebook.
pub(crate) const HEADINGS: &[Heading] = &[
    text("column", "The name of the column in the wide table."),
    text("instrument", "The instrument that it belongs to."),
    text("version", "The instrument's version."),
    text("what", "What stands in it; of an item, its text, unless its licence forbids passing the text on."),
    text("type", "`text`, `integer`, `number` or `time`."),
    text(
        "values",
        "The values that it can have and what they mean, as `value = meaning`, with `; ` between.",
    ),
    text(
        "missing",
        "The codes for a missing value that it can have, as `meaning = code`, with `; ` between.",
    ),
    number("lowest", "The lowest value."),
    number("highest", "The highest value."),
    text("direction", "What a higher value means: `higher_is_better`, `higher_is_worse` or `neutral`."),
    text("scoring", "How a score is made."),
    text("source", "Where the item or the scoring rule comes from."),
];

/// The file.
pub(crate) fn file(offer: &Offer, columns: &[Column]) -> Vec<u8> {
    let asked = asked(offer);
    let row = |column: &Column| {
        let pinned = column.instrument().map(|position| asked[position].pinned);
        vec![
            Cell::from(column.name.as_str()),
            Cell::text(pinned.map(|pinned| pinned.id.as_str())),
            Cell::text(pinned.map(|pinned| pinned.version.as_str())),
            Cell::from(column.what.as_str()),
            Cell::from(kind_word(column.kind)),
            written(pairs(column.values.iter().map(|(value, label)| (value.as_str(), label.as_str())))),
            written(missing(column)),
            column.range.map_or(Cell::Empty, |(lowest, _)| Cell::Number(lowest.to_string())),
            column.range.map_or(Cell::Empty, |(_, highest)| Cell::Number(highest.to_string())),
            Cell::text(column.direction.map(direction_word)),
            written(column.rule.clone()),
            written(column.source.clone()),
        ]
    };
    to_csv(names(HEADINGS), columns.iter().map(row))
}

/// The name of a kind in the codebook.
pub(crate) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Time => "time",
    }
}

/// The word for a direction in the codebook.
pub(crate) fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::HigherIsBetter => "higher_is_better",
        Direction::HigherIsWorse => "higher_is_worse",
        Direction::Neutral => "neutral",
    }
}

fn written(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// The meaning comes first, because text that begins with a minus is guarded.
fn missing(column: &Column) -> String {
    let codes = MISSING.iter().filter(|(code, _)| column.missing.contains(code));
    codes.map(|(code, meaning)| format!("{meaning} = {code}")).collect::<Vec<_>>().join("; ")
}

/// `value = meaning` with semicolons between; a value without a meaning stands alone.
fn pairs<'a>(values: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let pairs = values.map(|(value, meaning)| match meaning {
        "" => value.to_owned(),
        meaning => format!("{value} = {meaning}"),
    });
    pairs.collect::<Vec<_>>().join("; ")
}
