//! What the answers say: each scale at each wave, change since the first wave, for whom, and what to be careful of.
//!
//! Promises the same numbers for any order of records, from the records themselves or from a results folder. Counts
//! only what is settled: a person's record of a wave that is the only one and needs nobody's attention. Must never
//! score by itself (`engine` does), never compute by itself (`statistics` does), never show a group of fewer than five
//! people or a number from which one follows, and never say why scores changed.
//!
//! | module | holds |
//! | --- | --- |
//! | [`sample`] | who answered what, however it was read |
//! | [`wave`] | one scale at one wave |
//! | [`change`] | one scale from the first wave to a later one |
//! | [`grouping`] | that change by site, link worker, kind of help, or an item that was asked for ([`by_item`]) |
//! | [`thresholds`] | published thresholds of single instruments, by name |
//! | [`folder`] | a sample read back from a results folder |
//! | [`missing`](mod@missing) | which items people left out |
//! | [`modes`] | in which way people answered, and whose ways differ |
//! | [`contacts`](mod@contacts) | contacts with the practice before and after, joined by participant code |
//! | [`chart`] | plots as plain values, for whoever draws them |
//! | [`about`] | what a report was made from, and whether it can be made again |
//! | [`tables()`] | all of it as `analysis_*.csv` |
//! | [`report()`] | all of it as one HTML page, with plots |
//! | [`plain_summary()`] | a page for patients and the public |

pub mod about;
pub mod by_item;
pub mod change;
pub mod chart;
pub mod contacts;
pub mod folder;
pub mod grouping;
pub mod missing;
pub mod modes;
mod plain;
mod report;
pub mod sample;
mod spread_tables;
mod tables;
pub mod thresholds;
pub mod wave;

use engine::instrument::{Direction, Scale};
use statistics::person::Better;

pub use about::{About, Difference, differences};
pub use by_item::{ByItem, ByItemError};
pub use change::Change;
pub use contacts::{Contacts, ContactsError, NotCounted, UNMATCHED_CONTACTS, WhyNot, contacts, not_counted};
pub use folder::{Folder, FolderError};
pub use modes::{DIFFERENT_MODES, Mix, different_modes};
pub use plain::plain_summary;
pub use report::{Block, Plot, Table, Tone, blocks, plots, report, summary};
pub use sample::{Modes, Row, Sample};
pub use tables::tables;
pub use wave::AtWave;

use sample::Person;

/// Everything that is said about a cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// One a wave, in the study's order.
    pub flow: Vec<Flow>,
    /// One a scale that somebody was asked, in the order of instruments and their scales.
    pub scales: Vec<OfScale>,
    /// Which items people left out, of every instrument that somebody was asked.
    pub missing: Vec<missing::OfInstrument>,
    /// In which ways people answered.
    pub mixes: Vec<Mix>,
    /// Contacts with the practice, where a table of them was [joined](contacts()).
    pub contacts: Option<Contacts>,
}

/// How many people a wave has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The wave.
    pub wave: String,
    /// People whose record counts.
    pub people: usize,
    /// People who have records of this wave, none of which counts before somebody has decided.
    pub undecided: usize,
    /// People whose record counts here and at the first wave.
    pub pairs: usize,
}

/// What is said about one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct OfScale {
    /// The instrument's id.
    pub instrument: String,
    /// The instrument's version.
    pub version: String,
    /// The scale's id.
    pub scale: String,
    /// What it measures.
    pub title: String,
    /// The lowest score that it has.
    pub lowest: f64,
    /// The highest.
    pub highest: f64,
    /// Which direction is good; `None` where neither is.
    pub better: Option<Better>,
    /// One a wave at which somebody was asked.
    pub waves: Vec<AtWave>,
    /// One a later wave at which somebody was asked who was asked at the first, too.
    pub changes: Vec<Change>,
}

impl Analysis {
    /// Of a sample.
    pub fn of(sample: &Sample<'_>) -> Self {
        Self::by(sample, &[])
    }

    /// Of a sample, with the change by these items of it, too.
    pub fn by(sample: &Sample<'_>, items: &[ByItem]) -> Self {
        let people = sample.people();
        let flow = sample.waves().iter().enumerate().map(|(wave, name)| Flow {
            wave: name.clone(),
            people: people.iter().filter(|person| person.at(wave).is_some()).count(),
            undecided: people.iter().filter(|person| person.is_undecided(wave)).count(),
            pairs: people.iter().filter(|person| person.at(0).is_some() && person.at(wave).is_some()).count(),
        });
        let mut scales = Vec::new();
        for (instrument, definition) in sample.instruments().iter().enumerate() {
            for (at, scale) in definition.scales.iter().enumerate() {
                let place = Place { instrument, definition, at, scale };
                scales.extend(of_scale(sample, &people, place, items));
            }
        }
        Self {
            flow: flow.collect(),
            scales,
            missing: missing::missing(sample, &people),
            mixes: modes::mixes(sample, &people),
            contacts: None,
        }
    }
}

/// Where a scale stands among the instruments of a sample.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    instrument: usize,
    definition: &'a engine::instrument::Definition,
    at: usize,
    scale: &'a Scale,
}

fn of_scale(
    sample: &Sample<'_>,
    people: &[Person<'_>],
    place: Place<'_>,
    items: &[ByItem],
) -> Option<OfScale> {
    let names = sample.waves().iter().enumerate();
    let waves: Vec<AtWave> =
        names.filter_map(|(wave, name)| wave::at_wave(people, wave, name, place)).collect();
    if waves.is_empty() {
        return None;
    }
    let later = sample.waves().iter().enumerate().skip(1);
    let scale = place.scale;
    Some(OfScale {
        instrument: place.definition.id.clone(),
        version: place.definition.version.clone(),
        scale: scale.id.clone(),
        title: scale.title.clone(),
        lowest: scale.range.lowest.to_f64(),
        highest: scale.range.highest.to_f64(),
        better: better(scale),
        changes: later
            .filter_map(|(wave, name)| change::change(people, wave, name, place, &waves, items))
            .collect(),
        waves,
    })
}

fn better(scale: &Scale) -> Option<Better> {
    match scale.direction {
        Direction::HigherIsBetter => Some(Better::Higher),
        Direction::HigherIsWorse => Some(Better::Lower),
        Direction::Neutral => None,
    }
}
