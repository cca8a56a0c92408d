//! Every person by waves: what is there, early, late, missing; for the researcher's page and for reports.
//!
//! There is no clock here, so a wave without a record is missing whether or not its days have come yet.

use std::{borrow::Cow, collections::BTreeMap};

use engine::{participant::ParticipantCode, study::Offer};
use serde::{Deserialize, Serialize};

use crate::{
    files::wide,
    link::{Cohort, Linked},
    reason::Reason,
};

/// The cohort, a row a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// The persons with a record in the tables, by code.
    pub persons: Vec<Person>,
    /// How many persons have withdrawn. They are named nowhere.
    pub withdrawn: usize,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The participant code.
    pub code: String,
    /// For each wave of the study, the records in the tables, by time.
    pub waves: Vec<Vec<Visit>>,
}

/// One record of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// When it was finished, counted from the person's baseline.
    pub timing: Timing,
    /// Days since the person's baseline, where that is known.
    pub days: Option<i64>,
    /// The local day on which it was finished, `2026-11-22`.
    pub day: String,
    /// How it was filled in, by the words of the tables: source, help, layout, language; empty where it is not known.
    pub way: Way,
    /// What a person must decide about it, gravest first.
    pub reasons: Vec<Reason>,
}

/// How a record was filled in, by the words of the wide table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Way {
    /// `screen` or `paper`.
    pub source: Cow<'static, str>,
    /// Who filled it in; empty where nobody noted it.
    pub help: Cow<'static, str>,
    /// `narrow` or `wide`; empty on paper.
    pub layout: Cow<'static, str>,
    /// A BCP 47 tag.
    pub language: String,
}

/// When a record was finished, as the study plans it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Timing {
    /// The first wave, from which days are counted.
    Baseline,
    /// Within the days that are planned, or none are.
    Planned,
    /// Before them.
    Early,
    /// After them.
    Late,
    /// There is no baseline, or several of different days.
    Unknown,
}

impl People {
    /// For each way in which records were filled in, how many of each wave were.
    pub fn ways(&self) -> BTreeMap<&Way, Vec<usize>> {
        let mut ways: BTreeMap<&Way, Vec<usize>> = BTreeMap::new();
        for person in &self.persons {
            for (wave, visit) in
                person.waves.iter().enumerate().flat_map(|(at, visits)| visits.iter().map(move |v| (at, v)))
            {
                ways.entry(&visit.way).or_insert_with(|| vec![0; person.waves.len()])[wave] += 1;
            }
        }
        ways
    }
}

impl Person {
    /// Whether the check character of the code fits.
    pub fn code_fits(&self) -> bool {
        self.code.parse::<ParticipantCode>().is_ok()
    }

    /// How many records a person must decide about.
    pub fn attention(&self) -> usize {
        self.waves.iter().flatten().filter(|visit| !visit.reasons.is_empty()).count()
    }

    /// How many waves have no record.
    pub fn missing(&self) -> usize {
        self.waves.iter().filter(|visits| visits.is_empty()).count()
    }

    /// Whether the waves were filled in in different ways: with or without help, on paper or screen, in another layout
    /// or language. Answers given in different ways are not always comparable.
    pub fn ways_differ(&self) -> bool {
        let mut ways = self.waves.iter().flatten().map(|visit| &visit.way);
        let first = ways.next();
        ways.any(|way| Some(way) != first)
    }
}

impl Cohort {
    /// Every person by waves.
    pub fn people(&self, offer: &Offer) -> People {
        let waves = offer.study.waves.len();
        let mut persons: BTreeMap<&str, Vec<Vec<Visit>>> = BTreeMap::new();
        for record in &self.records {
            let of_person =
                persons.entry(&record.kept.participant).or_insert_with(|| vec![Vec::new(); waves]);
            of_person[record.kept.wave].push(visit(record, offer));
        }
        let person = |(code, waves): (&str, _)| Person { code: code.into(), waves };
        People { persons: persons.into_iter().map(person).collect(), withdrawn: self.persons_withdrawn() }
    }
}

fn visit(record: &Linked, offer: &Offer) -> Visit {
    let kept = &record.kept;
    let window = offer.study.waves[kept.wave].window;
    let timing = match (kept.wave, record.days, window) {
        (0, ..) => Timing::Baseline,
        (_, None, _) => Timing::Unknown,
        (_, Some(days), Some(window)) if days < i64::from(window.first_day) => Timing::Early,
        (_, Some(days), Some(window)) if days > i64::from(window.last_day) => Timing::Late,
        _ => Timing::Planned,
    };
    let completion = &kept.completion;
    Visit {
        timing,
        days: record.days,
        day: kept.day_text(),
        way: Way {
            source: wide::source_word(completion.source).into(),
            help: completion.help.map_or("", wide::help_word).into(),
            layout: completion.layout.map_or("", wide::layout_word).into(),
            language: completion.language.clone(),
        },
        reasons: kept.reasons.clone(),
    }
}
