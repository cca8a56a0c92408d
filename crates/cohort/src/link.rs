//! All inputs together: duplicates, conflicts, and each person's waves by days since their own baseline.
//!
//! Independent of the order of the inputs. Two different records for one person and wave are both kept and both
//! flagged, never chosen between (`docs/decisions/0003-conflicts-are-kept.md`).

use std::collections::{BTreeMap, BTreeSet};

use engine::{problem::Problem, study::Offer};
use serde::{Deserialize, Serialize};

mod sorted;
mod windows;

use sorted::{Sorted, sort_out};
use windows::place_in_windows;

use crate::{
    counts::Counts,
    decisions::{Decided, Decisions, Effect, Inputs, Replay},
    examine::{Examined, Finding},
    kept::Kept,
    near_miss::{NearMiss, near_misses},
    reason::{Outcome, Reason},
};

/// All inputs of an import: a line for each, and the records that the tables hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    lines: Vec<Line>,
    pub(crate) records: Vec<Linked>,
    pub(crate) decided: Vec<Decided>,
    /// The records that a preference took out of the tables, for whoever decides again; never those of somebody who
    /// has withdrawn.
    pub(crate) superseded: Vec<Linked>,
    near_misses: Vec<NearMiss>,
    /// The codes of those who have withdrawn.
    withdrawn: BTreeSet<String>,
    persons_withdrawn: usize,
}

/// What the import did with one input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its name.
    pub input: String,
    /// The SHA-256 of its bytes as hexadecimal text; empty where they were not read.
    pub sha256: String,
    /// Why it has its outcome, gravest first; never empty.
    pub reasons: Vec<Reason>,
    /// What decisions settled.
    pub settled: Vec<Reason>,
    /// The input whose record this one repeats.
    pub duplicate_of: Option<String>,
    /// The participant code, where one of the right form could be read.
    pub participant: Option<String>,
    /// The wave, where the study has it.
    pub wave: Option<String>,
    /// The record's receipt code.
    pub receipt: Option<String>,
}

/// A record in the tables, with what the other records say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Linked {
    pub(crate) kept: Kept,
    /// The first line that holds it.
    pub(crate) line: usize,
    /// Days between the local day of the person's baseline and that of this record, where that is known.
    pub(crate) days: Option<i64>,
    /// What decisions settled.
    pub(crate) settled: Vec<Reason>,
}

impl Line {
    /// The outcome.
    pub fn outcome(&self) -> Outcome {
        self.reasons.first().expect("a line has a reason").outcome()
    }
}

impl Cohort {
    /// Links what was examined against the same offer, where nobody has decided anything.
    pub fn link(examined: Vec<Examined>, offer: &Offer) -> Self {
        let nothing = Decisions::default();
        Self::decide(examined, offer, &nothing).expect("no decision, no problem")
    }

    /// Links what was examined against the same offer, and replays what was decided.
    ///
    /// # Errors
    /// A [`Problem`] for every decision that names what is not there or contradicts another.
    pub fn decide(
        mut examined: Vec<Examined>,
        offer: &Offer,
        decisions: &Decisions,
    ) -> Result<Self, Vec<Problem>> {
        examined.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        let Sorted { mut lines, holds, mut records } = sort_out(examined, offer);
        let mut inputs = Inputs { lines: &mut lines, holds: &holds, records: &mut records };
        let mut replay = Replay::new(decisions, &offer.study.id, &inputs)?;
        replay.begin(&mut inputs);
        flag_shared(&mut records, Reason::Conflict, |kept| Some((kept.participant.clone(), kept.wave)));
        flag_shared(&mut records, Reason::InvitationReused, |kept| kept.invitation.clone());
        place_in_windows(&mut records, offer);
        let (withdrawn, persons_withdrawn) = (replay.withdrawn(), replay.persons_withdrawn());
        let mut superseded = replay.take_superseded();
        superseded.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        let decided = replay.finish(&mut records);
        for (line, record) in &records {
            let line = &mut lines[*line];
            line.reasons = record.kept.reasons.clone();
            line.settled = record.still_settled();
            if line.reasons.is_empty() {
                line.reasons = vec![if line.settled.is_empty() { Reason::Checked } else { Reason::Decided }];
            }
        }
        let mut records: Vec<Linked> = records.into_iter().map(|(_, record)| record).collect();
        records.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        let near_misses = near_misses(&records);
        Ok(Self { lines, records, decided, superseded, near_misses, withdrawn, persons_withdrawn })
    }

    /// A line for each input, by name.
    pub fn ledger(&self) -> &[Line] {
        &self.lines
    }

    /// How many inputs have each outcome; they add up to the inputs.
    pub fn counts(&self) -> Counts {
        Counts::of(self.lines.iter().map(Line::outcome))
    }

    /// Every decision with what became of it, by day.
    pub fn decided(&self) -> &[Decided] {
        &self.decided
    }

    /// How many decisions had each effect.
    pub fn effects(&self, effect: Effect) -> usize {
        self.decided.iter().filter(|decided| decided.effect == effect).count()
    }

    /// Whether a decision says that the person of this code has withdrawn.
    pub(crate) fn has_withdrawn(&self, code: &str) -> bool {
        self.withdrawn.contains(code)
    }

    /// How many persons have withdrawn, those of whom no input came among them; a mistyped code is no person.
    pub(crate) fn persons_withdrawn(&self) -> usize {
        self.persons_withdrawn
    }

    /// How many decisions were replayed.
    pub fn decisions(&self) -> usize {
        self.decided.len()
    }

    /// Codes that are probably one person's.
    pub(crate) fn near_misses(&self) -> &[NearMiss] {
        &self.near_misses
    }

    /// How many pairs of participant codes are probably one person's: `near_misses.csv` has them.
    pub fn near_miss_count(&self) -> usize {
        self.near_misses.len()
    }

    /// How many records the tables hold.
    pub fn records(&self) -> usize {
        self.records.len()
    }

    /// The receipt codes of the different records of each person and wave that a person must decide between, those
    /// that an earlier decision set aside among them.
    pub fn conflicts(&self) -> Vec<Vec<String>> {
        let about = |line: &Line| Some((line.participant.clone()?, line.wave.clone()?));
        let is_of_conflict =
            |line: &&Line| line.reasons.contains(&Reason::Conflict) || line.reasons == [Reason::Superseded];
        let mut found: BTreeMap<(String, String), (bool, Vec<String>)> = BTreeMap::new();
        for line in self.lines.iter().filter(is_of_conflict) {
            let (Some(about), Some(receipt)) = (about(line), line.receipt.clone()) else { continue };
            let (open, receipts) = found.entry(about).or_default();
            *open |= line.reasons.contains(&Reason::Conflict);
            receipts.push(receipt);
        }
        let mut conflicts: Vec<Vec<String>> =
            found.into_values().filter(|(open, _)| *open).map(|(_, receipts)| receipts).collect();
        conflicts.iter_mut().for_each(|receipts| receipts.sort_unstable());
        // By receipt: the order of persons would tell something about their codes.
        conflicts.sort_unstable();
        conflicts
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

impl Linked {
    /// Adds a reason, gravest first.
    pub(super) fn flag(&mut self, reason: Reason) {
        self.kept.reasons.push(reason);
        self.kept.reasons.sort_unstable();
    }

    /// Takes a reason away by a decision; whether it was there.
    pub(crate) fn settle(&mut self, reason: Reason) -> bool {
        let was_there = self.kept.reasons.contains(&reason);
        if was_there {
            self.kept.reasons.retain(|other| *other != reason);
            self.settled.push(reason);
        }
        was_there
    }

    /// What decisions settled, without what another record has brought up again.
    fn still_settled(&self) -> Vec<Reason> {
        let is_open = |reason: &&Reason| self.kept.reasons.contains(reason);
        let mut settled: Vec<Reason> =
            self.settled.iter().filter(|reason| !is_open(reason)).copied().collect();
        settled.sort_unstable();
        settled.dedup();
        settled
    }
}
