//! The numbers of the plots, and how people answered, as `analysis_*.csv`.

use statistics::aggregate::Bin;

use super::{
    Analysis, Change, Contacts,
    modes::Counted,
    tables::{count, each_change, each_wave, number},
};
use crate::table::Cell;

pub(super) const SPREAD: &[&str] = &["instrument", "version", "scale", "wave", "of", "low", "high", "people"];
pub(super) const SLOPES: &[&str] =
    &["instrument", "version", "scale", "wave", "bundle", "people", "before", "after"];
pub(super) const MISSING: &[&str] =
    &["instrument", "version", "item", "wave", "asked", "not_answered", "not_said"];
pub(super) const MIX: &[&str] = &["wave", "mode", "of", "way", "hidden", "people"];

pub(super) const CONTACTS: &[&str] = &[
    "people",
    "unmatched",
    "without",
    "contacts_before",
    "days_before",
    "contacts_after",
    "days_after",
    "per_year_before",
    "per_year_after",
    "rate_ratio",
    "low",
    "high",
    "p",
    "people_less",
    "people_same",
    "people_more",
    "note",
];
pub(super) const CONTACTS_SLOPES: &[&str] = &["bundle", "people", "before", "after"];

/// Contacts with the practice, rates a year and person.
pub(super) fn contacts(contacts: &Contacts) -> Vec<Cell> {
    let mut cells = vec![count(contacts.people), count(contacts.unmatched), count(contacts.without)];
    match (&contacts.ratio, contacts.days) {
        (Ok(of), Some((before, after))) => {
            cells.extend([of.events_before, before, of.events_after, after].map(Cell::count));
            let numbers = [of.rate_before, of.rate_after, of.ratio, of.interval.low, of.interval.high, of.p];
            cells.extend(numbers.map(number));
            cells.extend(contacts.own.map(|people| people.map_or(Cell::Empty, count)));
            cells.push(Cell::Empty);
        }
        (ratio, _) => {
            cells.resize(CONTACTS.len() - 1, Cell::Empty);
            cells.push(Cell::text(ratio.as_ref().err().map(ToString::to_string)));
        }
    }
    cells
}

/// Everybody's rates as bundle 0, then the bundles.
pub(super) fn contacts_slopes(contacts: &Contacts) -> Vec<Vec<Cell>> {
    let everybody = contacts.ratio.iter().map(|of| (of.n, of.rate_before, of.rate_after));
    numbered(everybody.chain(contacts.bundles.iter().map(|of| (of.n, of.before, of.after))))
}

/// Rows with their numbers, from 0.
fn numbered(rows: impl Iterator<Item = (usize, f64, f64)>) -> Vec<Vec<Cell>> {
    rows.enumerate()
        .map(|(at, (n, before, after))| vec![count(at), count(n), number(before), number(after)])
        .collect()
}

/// Bins of scores and of changes.
pub(super) fn spread(analysis: &Analysis) -> Vec<Vec<Cell>> {
    let rows = |of: &str, bins: &[Bin]| -> Vec<Vec<Cell>> {
        let row = |bin: &Bin| vec![Cell::from(of), number(bin.low), number(bin.high), count(bin.n)];
        bins.iter().map(row).collect()
    };
    let scores = each_wave(analysis, |at| rows("score", &at.bins));
    [scores, each_change(analysis, |change| rows("change", &change.bins))].concat()
}

/// Everybody as bundle 0, then the bundles.
pub(super) fn slopes(change: &Change) -> Vec<Vec<Cell>> {
    let Some((before, after)) = change.means.filter(|_| !change.bundles.is_empty()) else {
        return Vec::new();
    };
    let everybody = [(change.pairs, before, after)].into_iter();
    numbered(everybody.chain(change.bundles.iter().map(|of| (of.n, of.before, of.after))))
}

/// Every item at every wave at which it was shown.
pub(super) fn missing(analysis: &Analysis) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for instrument in &analysis.missing {
        for item in &instrument.items {
            for (of, flow) in item.waves.iter().zip(&analysis.flow) {
                let Some(of) = of else { continue };
                let names = [&instrument.instrument, &instrument.version, &item.item, &flow.wave];
                let mut cells: Vec<Cell> = names.map(|name| Cell::from(name.as_str())).into();
                cells.extend([of.asked, of.not_answered, of.not_said].map(count));
                rows.push(cells);
            }
        }
    }
    rows
}

/// Every way of answering at every wave.
pub(super) fn mix(analysis: &Analysis) -> Vec<Vec<Cell>> {
    let row = |mix: &super::Mix| {
        let (of, way) = match &mix.of {
            Counted::Way(way) => ("way", Cell::from(way.as_str())),
            Counted::SameFirst => ("same_as_first", Cell::Empty),
            Counted::OtherwiseFirst => ("other_than_first", Cell::Empty),
        };
        let names = [Cell::from(mix.wave.as_str()), Cell::from(mix.mode), Cell::from(of), way];
        let people = [Cell::flag(mix.people.is_none()), mix.people.map_or(Cell::Empty, count)];
        [names.to_vec(), people.to_vec()].concat()
    };
    analysis.mixes.iter().map(row).collect()
}
