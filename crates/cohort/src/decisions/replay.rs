//! Decisions carried out on the inputs of one import: first all are matched with what there is, then joined codes,
//! withdrawals and preferences change it, and after conflicts and windows were looked at, what was accepted.

use std::collections::{BTreeMap, BTreeSet};

use engine::problem::Problem;

use super::{Decided, Decision, Decisions, Effect, RecordName, What};
use crate::{
    link::{Line, Linked},
    reason::Reason,
};

/// A record, by the position of its first line.
type RecordId = usize;

/// All inputs before anything was decided.
pub(crate) struct Inputs<'a> {
    pub(crate) lines: &'a mut Vec<Line>,
    /// For each line, the record that it holds.
    pub(crate) holds: &'a [Option<RecordId>],
    pub(crate) records: &'a mut Vec<(RecordId, Linked)>,
}

/// Decisions matched with the inputs. Decisions go by their positions in the file.
pub(crate) struct Replay<'a> {
    list: &'a [Decision],
    done: Vec<(Effect, usize)>,
    /// The right code and the decision, by mistyped code.
    joined: BTreeMap<&'a str, (&'a str, usize)>,
    withdrawn: BTreeMap<String, usize>,
    preferred: Vec<(usize, RecordId, Vec<RecordId>)>,
    accepted: Vec<(usize, RecordId, Reason)>,
    superseded: Vec<Linked>,
    problems: Vec<Problem>,
}

impl<'a> Replay<'a> {
    /// Matches decisions with inputs.
    ///
    /// # Errors
    /// Every decision that names what is not there, or contradicts another, with its place in the file.
    pub(crate) fn new(
        decisions: &'a Decisions,
        study: &str,
        inputs: &Inputs<'_>,
    ) -> Result<Self, Vec<Problem>> {
        let list = decisions.list.as_slice();
        let mut replay = Self {
            list,
            done: vec![(Effect::Nothing, 0); list.len()],
            joined: BTreeMap::new(),
            withdrawn: BTreeMap::new(),
            preferred: Vec::new(),
            accepted: Vec::new(),
            superseded: Vec::new(),
            problems: Vec::new(),
        };
        if !list.is_empty() && decisions.study != study {
            replay.problems.push(Problem::new("study", "these decisions belong to another study"));
        }
        replay.match_persons();
        replay.match_records(inputs);
        if replay.problems.is_empty() { Ok(replay) } else { Err(replay.problems) }
    }

    fn match_persons(&mut self) {
        let list = self.list;
        let joins = list.iter().enumerate().filter_map(|(at, decision)| match &decision.what {
            What::Join { mistyped, right } => Some((mistyped.as_str(), right.as_str(), at)),
            _ => None,
        });
        let joins: Vec<_> = joins.collect();
        let counting = self.latest(joins.iter().map(|(mistyped, _, at)| (*mistyped, *at)));
        self.joined =
            joins.iter().filter(|join| counting.contains(&join.2)).map(|j| (j.0, (j.1, j.2))).collect();
        for (right, at) in self.joined.values() {
            if let Some((_, other)) = self.joined.get(right) {
                let message = format!("decisions[{other}] says that this code is itself mistyped");
                self.problems.push(Problem::new(format!("decisions[{at}].join.right"), message));
            }
        }
        let withdrawals = list.iter().enumerate().filter_map(|(at, decision)| match &decision.what {
            What::Withdraw { participant } => Some((self.person(participant).to_owned(), at)),
            _ => None,
        });
        let withdrawals: Vec<_> = withdrawals.collect();
        let counting = self.latest(withdrawals.iter().map(|(person, at)| (person.as_str(), *at)));
        self.withdrawn = withdrawals.into_iter().filter(|(_, at)| counting.contains(at)).collect();
    }

    fn match_records(&mut self, inputs: &Inputs<'_>) {
        let by_name = Names::of(inputs);
        let about: BTreeMap<RecordId, (String, usize)> = inputs
            .records
            .iter()
            .map(|(id, record)| (*id, (self.person(&record.kept.participant).to_owned(), record.kept.wave)))
            .collect();
        let mut preferences = Vec::new();
        let mut acceptances = Vec::new();
        for (at, decision) in self.list.iter().enumerate() {
            let path = |key: &str| format!("decisions[{at}].{}.{key}", decision.what.key());
            match &decision.what {
                What::Prefer { record, over } => {
                    let kept = self.record(&by_name, record, &path("receipt"));
                    let mut seen: BTreeSet<RecordId> = kept.into_iter().collect();
                    let mut others = Vec::new();
                    for (position, name) in over.iter().enumerate() {
                        let path = path(&format!("over[{position}]"));
                        let Some(other) = self.record(&by_name, name, &path) else { continue };
                        if !seen.insert(other) {
                            self.problems.push(Problem::new(path, "this decision names the record twice"));
                        } else if kept.is_some_and(|kept| about[&kept] != about[&other]) {
                            let message = "this record is of another person or wave than the one that counts";
                            self.problems.push(Problem::new(path, message));
                        }
                        others.push(other);
                    }
                    preferences.extend(kept.map(|kept| (at, kept, others)));
                }
                What::Accept { record, code } => {
                    let found = self.record(&by_name, record, &path("receipt"));
                    acceptances.extend(found.map(|record| (at, record, *code)));
                }
                What::Withdraw { .. } | What::Join { .. } => {}
            }
        }
        let counting = self.latest(preferences.iter().map(|(at, kept, _)| (&about[kept], *at)));
        preferences.retain(|(at, ..)| counting.contains(at));
        self.preferred = preferences;
        let counting = self.latest(acceptances.iter().map(|(at, record, code)| ((*record, *code), *at)));
        acceptances.retain(|(at, ..)| counting.contains(at));
        self.accepted = acceptances;
    }

    /// The record of this name.
    fn record(&mut self, names: &Names, name: &RecordName, path: &str) -> Option<RecordId> {
        let message = match names.records.get(&name.0).map(|found| found.iter().collect::<Vec<_>>()) {
            Some(found) if found.len() == 1 => return Some(*found[0]),
            Some(_) => {
                "different records have this receipt code: name the one that is meant by its file's `sha256`"
            }
            None if names.rejected.contains(&name.0) => {
                "this record was rejected, and a decision cannot bring it into the tables"
            }
            None => {
                "no input has a record of this name: correct it, or take the decision out if the file is gone"
            }
        };
        self.problems.push(Problem::new(path, message));
        None
    }

    /// Of decisions about the same thing, the one of the latest day. The others are replaced.
    fn latest<T: Ord>(&mut self, decisions: impl Iterator<Item = (T, usize)>) -> BTreeSet<usize> {
        let mut about: BTreeMap<T, Vec<usize>> = BTreeMap::new();
        decisions.for_each(|(thing, at)| about.entry(thing).or_default().push(at));
        let mut counting = BTreeSet::new();
        for same in about.values_mut() {
            same.sort_by_key(|at| &self.list[*at].date);
            let (last, earlier) = same.split_last().expect("a decision is about one thing");
            counting.insert(*last);
            for at in earlier {
                self.done[*at].0 = Effect::Replaced;
                if self.list[*at].date == self.list[*last].date {
                    let message = format!(
                        "this is about the same as decisions[{at}] and of the same day, so neither is the later one: \
                         keep one"
                    );
                    self.problems.push(Problem::new(format!("decisions[{last}]"), message));
                }
            }
        }
        counting
    }

    /// The right code of a person.
    fn person<'c>(&'c self, code: &'c str) -> &'c str {
        self.joined.get(code).map_or(code, |(right, _)| right)
    }

    /// Joins codes, takes out who has withdrawn and what is superseded.
    pub(crate) fn begin(&mut self, inputs: &mut Inputs<'_>) {
        self.join(inputs);
        self.withdraw(inputs);
        self.prefer(inputs);
    }

    fn join(&mut self, inputs: &mut Inputs<'_>) {
        for line in inputs.lines.iter_mut() {
            let Some(code) = &mut line.participant else { continue };
            if let Some((right, at)) = self.joined.get(code.as_str()) {
                *code = (*right).into();
                count(&mut self.done[*at]);
            }
        }
        for (_, record) in inputs.records.iter_mut() {
            if let Some((right, _)) = self.joined.get(record.kept.participant.as_str()) {
                record.kept.participant = (*right).into();
                record.settle(Reason::ParticipantCode);
                record.settle(Reason::UnknownParticipant);
                record.settled.push(Reason::Joined);
            }
        }
    }

    fn withdraw(&mut self, inputs: &mut Inputs<'_>) {
        for line in inputs.lines.iter_mut() {
            let at = line.participant.as_ref().and_then(|code| self.withdrawn.get(code));
            if let Some(at) = at {
                count(&mut self.done[*at]);
                // What is left of a person: that a file came, and that it was left out.
                line.reasons = vec![Reason::Withdrawn];
                line.settled.clear();
                (line.participant, line.wave, line.duplicate_of) = (None, None, None);
            }
        }
        inputs.records.retain(|(_, record)| !self.withdrawn.contains_key(&record.kept.participant));
    }

    fn prefer(&mut self, inputs: &mut Inputs<'_>) {
        for (at, kept, over) in &self.preferred {
            let Some((_, record)) = inputs.records.iter_mut().find(|(id, _)| id == kept) else {
                self.done[*at].0 = Effect::Overruled;
                continue;
            };
            record.settled.push(Reason::Conflict);
            let taken_out = inputs.records.extract_if(.., |(id, _)| over.contains(id));
            self.superseded.extend(taken_out.map(|(_, record)| record));
            for (line, holds) in inputs.lines.iter_mut().zip(inputs.holds) {
                if !holds.is_some_and(|record| over.contains(&record)) {
                    continue;
                }
                count(&mut self.done[*at]);
                // A duplicate stays one: its line says whose.
                if line.duplicate_of.is_none() {
                    line.reasons = vec![Reason::Superseded];
                }
            }
        }
    }

    /// The records that preferences took out.
    pub(crate) fn take_superseded(&mut self) -> Vec<Linked> {
        std::mem::take(&mut self.superseded)
    }

    /// Every code of those who have withdrawn, the mistyped ones too.
    pub(crate) fn withdrawn(&self) -> BTreeSet<String> {
        let mistyped = self.joined.keys().filter(|code| self.withdrawn.contains_key(self.person(code)));
        self.withdrawn.keys().cloned().chain(mistyped.map(|code| (*code).to_owned())).collect()
    }

    /// How many persons have withdrawn.
    pub(crate) fn persons_withdrawn(&self) -> usize {
        self.withdrawn.len()
    }

    /// Settles what was accepted, and says what became of every decision, in an order of their own.
    pub(crate) fn finish(mut self, records: &mut [(RecordId, Linked)]) -> Vec<Decided> {
        for (at, id, code) in &self.accepted {
            match records.iter_mut().find(|(record, _)| record == id) {
                Some((_, record)) => {
                    if record.settle(*code) {
                        count(&mut self.done[*at]);
                    }
                }
                None => self.done[*at].0 = Effect::Overruled,
            }
        }
        let decided = self.list.iter().zip(self.done);
        let mut decided: Vec<Decided> = decided
            .map(|(decision, (effect, inputs))| Decided { decision: decision.clone(), effect, inputs })
            .collect();
        decided.sort_by(|a, b| a.order().cmp(&b.order()));
        decided
    }
}

/// Notes that a decision changed an input.
fn count((effect, inputs): &mut (Effect, usize)) {
    *effect = Effect::Applied;
    *inputs += 1;
}

/// What the inputs can be called.
struct Names {
    records: BTreeMap<String, BTreeSet<RecordId>>,
    rejected: BTreeSet<String>,
}

impl Names {
    fn of(inputs: &Inputs<'_>) -> Self {
        let mut names = Self { records: BTreeMap::new(), rejected: BTreeSet::new() };
        for (line, holds) in inputs.lines.iter().zip(inputs.holds) {
            for name in line.receipt.iter().chain([&line.sha256]) {
                match holds {
                    Some(record) => _ = names.records.entry(name.clone()).or_default().insert(*record),
                    None => _ = names.rejected.insert(name.clone()),
                }
            }
        }
        names
    }
}

impl Decided {
    /// The order of `decisions.csv`. Every part of a decision takes part, so that nothing is left to chance.
    fn order(&self) -> (&str, &str, Vec<&str>, &str, &str) {
        let Decision { date, who, reason, what } = &self.decision;
        let about = match what {
            What::Prefer { record, over } => {
                [record].into_iter().chain(over).map(|name| name.0.as_str()).collect()
            }
            What::Accept { record, code } => vec![record.0.as_str(), code.code()],
            What::Withdraw { participant } => vec![participant.as_str()],
            What::Join { mistyped, right } => vec![mistyped.as_str(), right.as_str()],
        };
        (date, what.key(), about, who, reason)
    }
}
