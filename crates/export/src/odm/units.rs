//! Units of columns: days, minutes, points of a score, and what a study's own number counts.

use super::words;
use crate::{Field, Kind, Source};

/// The units of a study. The symbols of Linkwell's own columns are UCUM's.
pub(super) struct Units {
    /// For each column of the wide table the position of its unit.
    of: Vec<Option<usize>>,
    /// Symbol and name of each.
    pub(super) all: Vec<(String, String)>,
}

impl Units {
    pub(super) fn of(source: &Source<'_>) -> Self {
        let mut units = Self { of: Vec::new(), all: Vec::new() };
        for field in &source.fields {
            let unit = unit(source, field);
            let at = unit.map(|unit| {
                units.all.iter().position(|known| *known == unit).unwrap_or_else(|| {
                    units.all.push(unit);
                    units.all.len() - 1
                })
            });
            units.of.push(at);
        }
        units
    }

    /// The id of the unit of a column.
    pub(super) fn oid(&self, column: usize) -> Option<String> {
        self.of[column].map(oid)
    }
}

/// The id of the unit at a position.
pub(super) fn oid(at: usize) -> String {
    format!("MU.{}", at + 1)
}

fn unit(source: &Source<'_>, field: &Field) -> Option<(String, String)> {
    let pair = |symbol: &str, name: &str| Some((symbol.to_owned(), name.to_owned()));
    match field.name.as_str() {
        "days_since_baseline" => pair("d", "days"),
        "offset_minutes" => pair("min", "minutes"),
        _ if field.instrument.is_none() => None,
        // Only a score is a number with a rule; of an item that is its own score the codes say what it is.
        _ if super::items::is_derived(field) && !field.scoring.is_empty() && field.kind != Kind::Text => {
            pair("{score}", "points of a score")
        }
        _ => {
            let shown = words::shown(source, field);
            let unit = shown.first().and_then(|(_, text)| text.unit.clone())?;
            Some((unit.clone(), unit))
        }
    }
}
