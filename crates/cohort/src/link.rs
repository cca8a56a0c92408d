//! All inputs together: duplicates, conflicts, and each person's waves by days since their own baseline.
//!
//! Independent of the order of the inputs. Two different records for one person and wave are both kept and both
//! flagged, never chosen between (`docs/decisions/0003-conflicts-are-kept.md`).

use std::collections::{BTreeMap, BTreeSet};

use engine::study::Offer;

use crate::{
    examine::{Examined, Finding},
    kept::Kept,
    reason::{Outcome, Reason},
};

/// All inputs of an import: a line for each, and the records that the tables hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    lines: Vec<Line>,
    pub(crate) records: Vec<Linked>,
}

/// What the import did with one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub input: String,
    /// The SHA-256 of its bytes as hexadecimal text; empty where they were not read.
    pub sha256: String,
    /// Why it has its outcome, gravest first; never empty.
    pub reasons: Vec<Reason>,
    /// The input whose record this one repeats.
    pub duplicate_of: Option<String>,
    /// The participant code, where one of the right form could be read.
    pub participant: Option<String>,
    /// The wave, where the study has it.
    pub wave: Option<String>,
    /// The record's receipt code.
    pub receipt: Option<String>,
}

/// How many inputs have each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the tables, nothing to decide.
    pub accepted: usize,
    /// Merged with another input.
    pub duplicate: usize,
    /// In the tables, to be decided.
    pub attention: usize,
    /// Not in the tables.
    pub rejected: usize,
}

/// A record in the tables, with what the other records say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Linked {
    pub(crate) kept: Kept,
    /// Days between the local day of the person's baseline and that of this record, where that is known.
    pub(crate) days: Option<i64>,
}

impl Line {
    /// The outcome.
    pub fn outcome(&self) -> Outcome {
        self.reasons.first().expect("a line has a reason").outcome()
    }
}

impl Counts {
    /// Of the inputs with these outcomes.
    pub fn of(outcomes: impl Iterator<Item = Outcome>) -> Self {
        let mut counts = Self::default();
        for outcome in outcomes {
            *match outcome {
                Outcome::Accepted => &mut counts.accepted,
                Outcome::Duplicate => &mut counts.duplicate,
                Outcome::Attention => &mut counts.attention,
                Outcome::Rejected => &mut counts.rejected,
            } += 1;
        }
        counts
    }

    /// How many inputs have this outcome.
    pub fn get(&self, outcome: Outcome) -> usize {
        match outcome {
            Outcome::Accepted => self.accepted,
            Outcome::Duplicate => self.duplicate,
            Outcome::Attention => self.attention,
            Outcome::Rejected => self.rejected,
        }
    }

    /// How many inputs there are.
    pub fn inputs(&self) -> usize {
        self.accepted + self.duplicate + self.attention + self.rejected
    }
}

impl Cohort {
    /// Links what was examined against the same offer.
    pub fn link(mut examined: Vec<Examined>, offer: &Offer) -> Self {
        examined.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        let (mut lines, mut records) = sort_out(examined, offer);
        flag_shared(&mut records, Reason::Conflict, |kept| Some((kept.participant.clone(), kept.wave)));
        flag_shared(&mut records, Reason::InvitationReused, |kept| kept.invitation.clone());
        place_in_windows(&mut records, offer);
        for (line, record) in &records {
            lines[*line].reasons = match record.kept.reasons.as_slice() {
                [] => vec![Reason::Checked],
                reasons => reasons.to_vec(),
            };
        }
        let mut records: Vec<Linked> = records.into_iter().map(|(_, record)| record).collect();
        records.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        Self { lines, records }
    }

    /// A line for each input, by name.
    pub fn ledger(&self) -> &[Line] {
        &self.lines
    }

    /// How many inputs have each outcome; they add up to the inputs.
    pub fn counts(&self) -> Counts {
        Counts::of(self.lines.iter().map(Line::outcome))
    }

    /// How many records the tables hold.
    pub fn records(&self) -> usize {
        self.records.len()
    }
}

impl Examined {
    /// Ledger order. The last part settles inputs that share name and bytes, so that nothing is left to chance.
    fn order(&self) -> (&str, &str, &str) {
        let identity = match &self.finding {
            Finding::Rejected(rejected) => rejected.reason.code(),
            Finding::Kept(kept) => &kept.identity,
        };
        (&self.name, &self.sha256, identity)
    }
}

impl Linked {
    /// Table order.
    fn order(&self) -> (&str, usize, i64, &str) {
        let kept = &self.kept;
        (&kept.participant, kept.wave, kept.times.finished_ms, &kept.identity)
    }
}

/// A line for each input, and each different record once, with the position of its first line.
fn sort_out(examined: Vec<Examined>, offer: &Offer) -> (Vec<Line>, Vec<(usize, Linked)>) {
    let wave_id = |wave: usize| offer.study.waves[wave].id.clone();
    let mut lines: Vec<Line> = Vec::with_capacity(examined.len());
    let mut records = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for Examined { name, sha256, finding } in examined {
        let at = lines.len();
        let line = Line {
            input: name,
            sha256,
            reasons: Vec::new(),
            duplicate_of: None,
            participant: None,
            wave: None,
            receipt: None,
        };
        lines.push(match finding {
            Finding::Rejected(rejected) => Line {
                reasons: vec![rejected.reason],
                participant: rejected.participant,
                wave: rejected.wave.map(wave_id),
                receipt: rejected.receipt,
                ..line
            },
            Finding::Kept(kept) => {
                let line = Line {
                    participant: Some(kept.participant.clone()),
                    wave: Some(wave_id(kept.wave)),
                    receipt: Some(kept.receipt.clone()),
                    ..line
                };
                match seen.get(&kept.identity) {
                    Some(first) => Line {
                        reasons: vec![Reason::SameRecord],
                        duplicate_of: Some(lines[*first].input.clone()),
                        ..line
                    },
                    None => {
                        seen.insert(kept.identity.clone(), at);
                        records.push((at, Linked { kept: *kept, days: None }));
                        line
                    }
                }
            }
        });
    }
    (lines, records)
}

/// Flags every record that shares with another one what only one should have, as `of` gives it: person and wave, or an
/// invitation.
fn flag_shared<T: Ord>(records: &mut [(usize, Linked)], reason: Reason, of: impl Fn(&Kept) -> Option<T>) {
    let mut held: BTreeMap<T, usize> = BTreeMap::new();
    for shared in records.iter().filter_map(|(_, record)| of(&record.kept)) {
        *held.entry(shared).or_default() += 1;
    }
    for (_, record) in records {
        if of(&record.kept).is_some_and(|shared| held[&shared] > 1) {
            record.flag(reason);
        }
    }
}

/// Counts the days since each person's own baseline and flags what is outside its window.
fn place_in_windows(records: &mut [(usize, Linked)], offer: &Offer) {
    let mut baselines: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    for (_, record) in records.iter().filter(|(_, record)| record.kept.wave == 0) {
        baselines.entry(record.kept.participant.clone()).or_default().insert(record.kept.day());
    }
    for (_, record) in records {
        let days: Vec<i64> = baselines.get(&record.kept.participant).into_iter().flatten().copied().collect();
        match (days.as_slice(), offer.study.waves[record.kept.wave].window) {
            ([], _) => record.flag(Reason::NoBaseline),
            ([baseline], window) => {
                let since = record.kept.day() - baseline;
                record.days = Some(since);
                let planned = window.map(|w| i64::from(w.first_day)..=i64::from(w.last_day));
                if record.kept.wave > 0 && planned.is_some_and(|days| !days.contains(&since)) {
                    record.flag(Reason::OutsideWindow);
                }
            }
            (_, _) if record.kept.wave > 0 => record.flag(Reason::BaselineUnclear),
            (_, _) => {}
        }
    }
}

impl Linked {
    /// Adds a reason, gravest first.
    fn flag(&mut self, reason: Reason) {
        self.kept.reasons.push(reason);
        self.kept.reasons.sort_unstable();
    }
}
