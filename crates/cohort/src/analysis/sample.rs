//! Who answered what. Made from the records of an import, or by whoever reads a results folder: both give the same
//! analysis.

use std::collections::BTreeMap;

use engine::{
    instrument::{Code, Definition},
    record::{Completion, NOT_SHOWN, is_missing_code},
    scoring::{Score, score},
    study::Offer,
};

use super::Place;
use crate::{
    files::wide::{help_word, layout_word, source_word},
    kept::{Answers, asked},
    link::Cohort,
};

/// Stands for a text among codes.
pub(super) const TEXT: Code = 1;

/// One record, as far as an analysis looks at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The participant code.
    pub participant: String,
    /// The position of its wave.
    pub wave: usize,
    /// The site's id.
    pub site: Option<String>,
    /// The link worker's id, which is one of the site's.
    pub link_worker: Option<String>,
    /// How it was filled in.
    pub modes: Modes,
    /// Whether nobody needs to look at it.
    pub settled: bool,
    /// For each instrument of the sample, where it was asked, a code for each item in the definition's order.
    pub codes: Vec<Option<Vec<Code>>>,
}

/// How a record was filled in, in the words of the wide table; `None` where that is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Modes {
    /// Whether somebody helped.
    pub help: Option<String>,
    /// How wide the page was.
    pub layout: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// Screen or paper.
    pub source: Option<String>,
}

/// The records of a cohort with what is needed to read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample<'a> {
    waves: Vec<String>,
    instruments: Vec<&'a Definition>,
    rows: Vec<Row>,
}

/// One person's records that count.
pub(crate) struct Person<'a> {
    waves: Vec<OfWave<'a>>,
}

enum OfWave<'a> {
    None,
    Undecided,
    Counts(Answered<'a>),
}

/// A record that counts, scored.
pub(crate) struct Answered<'a> {
    pub(crate) row: &'a Row,
    scores: Vec<Option<Vec<Score>>>,
}

impl Modes {
    fn of(completion: &Completion) -> Self {
        Self {
            help: completion.help.map(|help| help_word(help).to_owned()),
            layout: completion.layout.map(|layout| layout_word(layout).to_owned()),
            language: Some(completion.language.clone()).filter(|language| !language.is_empty()),
            source: Some(source_word(completion.source).to_owned()),
        }
    }
}

impl<'a> Sample<'a> {
    /// From rows in any order. Every row's wave is one of `waves`, and it has a place for each of `instruments` with a
    /// code for each item: other rows do not count. An instrument none of whose items was shown was not asked.
    pub fn new(waves: Vec<String>, instruments: Vec<&'a Definition>, mut rows: Vec<Row>) -> Self {
        rows.retain(|row| {
            row.wave < waves.len()
                && row.codes.len() == instruments.len()
                && row.codes.iter().zip(&instruments).all(|(codes, definition)| {
                    codes.as_ref().is_none_or(|codes| codes.len() == definition.items.len())
                })
        });
        for codes in rows.iter_mut().flat_map(|row| &mut row.codes) {
            codes.take_if(|codes| codes.iter().all(|code| *code == NOT_SHOWN));
        }
        rows.sort_unstable();
        Self { waves, instruments, rows }
    }

    /// From what was imported.
    pub fn of(cohort: &Cohort, offer: &'a Offer) -> Self {
        let instruments = asked(offer).iter().map(|asked| &asked.instrument.definition).collect();
        let rows = cohort.records.iter().map(|record| Row {
            participant: record.kept.participant.clone(),
            wave: record.kept.wave,
            site: record.kept.site().map(Into::into),
            link_worker: record.kept.link_worker().map(Into::into),
            modes: Modes::of(&record.kept.completion),
            settled: record.kept.reasons.is_empty(),
            codes: record.kept.answers.iter().map(|answers| Some(codes(answers.as_ref()?))).collect(),
        });
        Self::new(offer.study.waves.iter().map(|wave| wave.id.clone()).collect(), instruments, rows.collect())
    }

    /// The names of the waves, the first wave first.
    pub fn waves(&self) -> &[String] {
        &self.waves
    }

    /// The definitions of the instruments.
    pub fn instruments(&self) -> &[&'a Definition] {
        &self.instruments
    }

    /// Everybody, by participant code.
    pub(crate) fn people(&self) -> Vec<Person<'_>> {
        let mut of: BTreeMap<&str, Vec<Vec<&Row>>> = BTreeMap::new();
        for row in &self.rows {
            of.entry(&row.participant).or_insert_with(|| vec![Vec::new(); self.waves.len()])[row.wave]
                .push(row);
        }
        of.into_values()
            .map(|waves| Person {
                waves: waves
                    .into_iter()
                    .map(|rows| match rows.as_slice() {
                        [] => OfWave::None,
                        [row] if row.settled => OfWave::Counts(self.answered(row)),
                        _ => OfWave::Undecided,
                    })
                    .collect(),
            })
            .collect()
    }

    fn answered<'b>(&self, row: &'b Row) -> Answered<'b> {
        let scores = row.codes.iter().zip(&self.instruments).map(|(codes, definition)| {
            let codes = codes.as_ref()?;
            Some(score(definition, |id| {
                let at = definition.items.iter().position(|item| item.id == id)?;
                codes.get(at).copied().filter(|code| !is_missing_code(*code))
            }))
        });
        Answered { row, scores: scores.collect() }
    }
}

/// A code for each item. No scale looks at a text, so that one is there is all that is said of it.
fn codes(answers: &Answers) -> Vec<Code> {
    answers.given.iter().map(|given| given.code().unwrap_or(TEXT)).collect()
}

impl Person<'_> {
    /// The record of a wave that counts.
    pub(crate) fn at(&self, wave: usize) -> Option<&Answered<'_>> {
        match self.waves.get(wave)? {
            OfWave::Counts(answered) => Some(answered),
            OfWave::None | OfWave::Undecided => None,
        }
    }

    /// Whether there are records of a wave, and none counts yet.
    pub(crate) fn is_undecided(&self, wave: usize) -> bool {
        matches!(self.waves.get(wave), Some(OfWave::Undecided))
    }

    /// The score of a scale at a wave.
    pub(crate) fn value(&self, wave: usize, place: Place<'_>) -> Option<f64> {
        self.at(wave)?.score(place)?.value.ok().map(|value| value.to_f64())
    }
}

impl Answered<'_> {
    /// The scale's score, with the reason where there is no value; `None` where it was not asked.
    pub(crate) fn score(&self, place: Place<'_>) -> Option<&Score> {
        self.scores.get(place.instrument)?.as_ref()?.get(place.at)
    }

    /// The codes of the scale's instrument; `None` where it was not asked.
    pub(crate) fn codes(&self, place: Place<'_>) -> Option<&[Code]> {
        self.row.codes.get(place.instrument)?.as_deref()
    }
}
