//! How people answered: with whose help, on how wide a page, in which language, on a screen or on paper; and whether one
//! person's waves were done in different ways, which may change scores by itself.
//!
//! The mix is for the report: small counts are hidden, because the one person who answered in a language is known to
//! many. The list of persons is for the team alone.
//!
//! Source on why it matters: A. Bowling, Mode of questionnaire administration can have serious effects on data quality,
//! Journal of Public Health 27 (2005) 281–291.

use std::collections::BTreeMap;

use statistics::groups::{LEAST, hidden};

use super::{Modes, Sample, grouping::NOT_KNOWN, sample::Person};
use crate::{
    results::ResultFile,
    table::{Cell, to_csv},
};

/// The list of persons whose waves were done in different ways. Holds participant codes.
pub const DIFFERENT_MODES: &str = "analysis_modes.csv";

/// How many people did something one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mix {
    /// The wave.
    pub wave: String,
    /// `help`, `layout`, `language` or `source`.
    pub mode: &'static str,
    /// What is counted.
    pub of: Counted,
    /// The people; `None` where they are hidden.
    pub people: Option<usize>,
}

/// What a [`Mix`] counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// People who did it this way at this wave.
    Way(
        /// The word of the wide table, or `not_known`.
        String,
    ),
    /// People who did it otherwise at the first wave.
    OtherwiseFirst,
    /// People who did it the same way at the first wave.
    SameFirst,
}

impl Modes {
    /// The four, each with its name.
    pub(super) fn each(&self) -> [(&'static str, Option<&str>); 4] {
        [
            ("help", self.help.as_deref()),
            ("layout", self.layout.as_deref()),
            ("language", self.language.as_deref()),
            ("source", self.source.as_deref()),
        ]
    }
}

/// Of every wave; nothing of a mode that is known of nobody there.
pub(super) fn mixes(sample: &Sample<'_>, people: &[Person<'_>]) -> Vec<Mix> {
    let mut all = vec![];
    for (wave, name) in sample.waves().iter().enumerate() {
        for (at, (mode, _)) in Modes::default().each().into_iter().enumerate() {
            let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
            let (mut same, mut otherwise) = (0, 0);
            for person in people {
                let Some(here) = person.at(wave) else { continue };
                let way = here.row.modes.each()[at].1;
                *ways.entry(way.unwrap_or(NOT_KNOWN)).or_default() += 1;
                let first = person.at(0).and_then(|first| first.row.modes.each()[at].1);
                match first.zip(way) {
                    Some((first, way)) if first == way => same += 1,
                    Some(_) => otherwise += 1,
                    None => {}
                }
            }
            if ways.keys().all(|way| *way == NOT_KNOWN) {
                continue;
            }
            let counts: Vec<usize> = ways.values().copied().collect();
            let ways = ways.into_keys().map(|way| Counted::Way(way.to_owned()));
            all.extend(shown(name, mode, ways, &counts));
            if wave > 0 {
                all.extend(shown(
                    name,
                    mode,
                    [Counted::SameFirst, Counted::OtherwiseFirst],
                    &[same, otherwise],
                ));
            }
        }
    }
    all
}

fn shown(
    wave: &str,
    mode: &'static str,
    of: impl IntoIterator<Item = Counted>,
    counts: &[usize],
) -> Vec<Mix> {
    of.into_iter()
        .zip(counts.iter().zip(hidden(counts, LEAST)))
        .map(|(of, (count, hidden))| Mix {
            wave: wave.to_owned(),
            mode,
            of,
            people: (!hidden).then_some(*count),
        })
        .collect()
}

/// The persons whose record of a later wave was done in another way than their first, as far as both are known: for
/// the team alone.
pub fn different_modes(sample: &Sample<'_>) -> ResultFile {
    let mut rows = vec![];
    for person in sample.people() {
        let Some(first) = person.at(0) else { continue };
        for (wave, name) in sample.waves().iter().enumerate().skip(1) {
            let Some(later) = person.at(wave) else { continue };
            let both: Vec<_> = first.row.modes.each().into_iter().zip(later.row.modes.each()).collect();
            let differs = both.iter().filter(|((_, a), (_, b))| a.is_some() && b.is_some() && a != b);
            let differs: Vec<&str> = differs.map(|((mode, _), _)| *mode).collect();
            if differs.is_empty() {
                continue;
            }
            let mut cells = vec![Cell::from(first.row.participant.as_str()), Cell::from(name.as_str())];
            cells.push(Cell::Text(differs.join(" ")));
            cells.extend(both.into_iter().flat_map(|((_, a), (_, b))| [Cell::text(a), Cell::text(b)]));
            rows.push(cells);
        }
    }
    let columns = [
        "participant",
        "wave",
        "differs",
        "help_first",
        "help",
        "layout_first",
        "layout",
        "language_first",
        "language",
        "source_first",
        "source",
    ];
    ResultFile { name: DIFFERENT_MODES, bytes: to_csv(columns, rows) }
}
