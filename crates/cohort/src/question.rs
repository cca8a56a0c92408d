//! What persons must decide, each with what there is to choose.
//!
//! Promises: whatever is chosen is a decision that [`crate::Decisions`] takes; a record in conflict is asked about once,
//! and what else there is about it only when it is clear which one counts. Must never say which choice is right.

use std::collections::{BTreeMap, BTreeSet};

use engine::{participant::ParticipantCode, study::Offer};
use serde::{Deserialize, Serialize};

use crate::{
    decisions::{RecordName, What},
    link::{Cohort, Line, Linked},
    reason::Reason,
};

/// Something that a person must decide. The same inputs and decisions give the same questions in the same order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Question {
    /// Which of the different records of one person and wave counts.
    Conflict {
        /// The participant code.
        participant: String,
        /// The wave's id.
        wave: String,
        /// The records, those that an earlier decision set aside among them.
        records: Vec<RecordName>,
    },
    /// Whether two participant codes are one person's.
    SamePerson {
        /// The code that is more likely right.
        likely: String,
        /// The other one.
        other: String,
        /// How they differ, in a sentence.
        why: String,
        /// Which of the two can be the right one: those whose check character fits.
        can_be_right: Vec<String>,
    },
    /// Whether a record counts although there is something about it.
    Accept {
        /// The participant code.
        participant: String,
        /// The wave's id.
        wave: String,
        /// The record.
        record: RecordName,
        /// What there is about it.
        reason: Reason,
    },
}

impl Question {
    /// How many answers there are to choose from.
    pub fn choices(&self) -> usize {
        match self {
            Self::Conflict { records, .. } => records.len(),
            Self::SamePerson { can_be_right, .. } => can_be_right.len(),
            Self::Accept { .. } => 1,
        }
    }

    /// The decision that is made by the choice at this place: the record that counts, the code that is right, or that
    /// the record is accepted. None where there is no such choice.
    pub fn decide(&self, choice: usize) -> Option<What> {
        match self {
            Self::Conflict { records, .. } => {
                let record = records.get(choice)?.clone();
                let over = records.iter().filter(|other| **other != record).cloned().collect();
                Some(What::Prefer { record, over })
            }
            Self::SamePerson { likely, other, can_be_right, .. } => {
                let right = can_be_right.get(choice)?.clone();
                let mistyped = if right == *likely { other } else { likely }.clone();
                Some(What::Join { mistyped, right })
            }
            Self::Accept { record, reason, .. } => {
                (choice == 0).then(|| What::Accept { record: record.clone(), code: *reason })
            }
        }
    }

    /// Whether it is raised by the record of this line.
    pub fn is_raised_by(&self, line: &Line) -> bool {
        let is_it = |name: &RecordName| line.receipt.as_ref() == Some(&name.0) || line.sha256 == name.0;
        match self {
            Self::Conflict { records, .. } => records.iter().any(is_it),
            Self::Accept { record, .. } => is_it(record),
            Self::SamePerson { .. } => false,
        }
    }

    /// The participant codes that it is about.
    pub fn participants(&self) -> Vec<&str> {
        match self {
            Self::Conflict { participant, .. } | Self::Accept { participant, .. } => vec![participant],
            Self::SamePerson { likely, other, .. } => vec![likely, other],
        }
    }
}

impl Cohort {
    /// Everything that a person must decide: conflicts first, then codes, then records, each by participant code.
    pub fn questions(&self, offer: &Offer) -> Vec<Question> {
        let names = Names::of(self);
        let wave_id = |record: &Linked| offer.study.waves[record.kept.wave].id.clone();
        let mut conflicts: BTreeMap<(&str, usize), Vec<RecordName>> = BTreeMap::new();
        let mut others = Vec::new();
        for record in &self.records {
            let kept = &record.kept;
            if kept.reasons.contains(&Reason::Conflict) {
                conflicts.entry((&kept.participant, kept.wave)).or_default().push(names.name(self, record));
                continue;
            }
            // Days since a baseline in conflict are known as soon as that is settled.
            for reason in kept.reasons.iter().filter(|reason| **reason != Reason::BaselineUnclear) {
                others.push(Question::Accept {
                    participant: kept.participant.clone(),
                    wave: wave_id(record),
                    record: names.name(self, record),
                    reason: *reason,
                });
            }
        }
        for record in &self.superseded {
            if let Some(records) = conflicts.get_mut(&(record.kept.participant.as_str(), record.kept.wave)) {
                records.push(names.name(self, record));
            }
        }
        let mut questions: Vec<Question> = conflicts
            .into_iter()
            .map(|((participant, wave), records)| Question::Conflict {
                participant: participant.into(),
                wave: offer.study.waves[wave].id.clone(),
                records,
            })
            .collect();
        questions.extend(self.near_misses().iter().map(|near| {
            let (likely, other) = (near.likely.code.clone(), near.other.code.clone());
            let fits = |code: &&String| code.parse::<ParticipantCode>().is_ok();
            let can_be_right = [&likely, &other].into_iter().filter(fits).cloned().collect();
            Question::SamePerson { why: near.likeness.sentence().into(), can_be_right, likely, other }
        }));
        questions.extend(others);
        questions
    }
}

/// What records are called in decisions: by receipt, or by a file where different records share a receipt.
pub(crate) struct Names {
    shared: BTreeSet<String>,
}

impl Names {
    pub(crate) fn of(cohort: &Cohort) -> Self {
        let mut seen = BTreeSet::new();
        let all = cohort.records.iter().chain(&cohort.superseded);
        let shared = all.filter(|record| !seen.insert(&record.kept.receipt)).map(|r| r.kept.receipt.clone());
        Self { shared: shared.collect() }
    }

    pub(crate) fn name(&self, cohort: &Cohort, record: &Linked) -> RecordName {
        let receipt = &record.kept.receipt;
        let line = &cohort.ledger()[record.line];
        RecordName(if self.shared.contains(receipt) { line.sha256.clone() } else { receipt.clone() })
    }
}
