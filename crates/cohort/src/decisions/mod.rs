//! What persons decided about records, kept in a file and replayed at every import
//! (`docs/decisions/0011-decisions-are-a-file.md`).
//!
//! Promises: the order of decisions in the file does not matter; of two about the same thing the later one counts; a
//! decision that cannot be carried out as it stands is refused, with its place. Must never put a participant code into
//! a message, or decide about a record that no decision names.

mod file;
mod replay;
mod suggestion;
mod write;

use serde::{Deserialize, Serialize};

use crate::reason::Reason;

pub(crate) use replay::{Inputs, Replay};
pub use suggestion::{suggested_join, suggested_preference};

/// Everything that was decided in a study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// The study's id; empty where nothing was decided.
    study: String,
    list: Vec<Decision>,
}

/// One decision: who decided what, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The day, `2026-11-22`.
    pub date: String,
    /// Who decided.
    pub who: String,
    /// Why, in a line of their own words.
    pub reason: String,
    /// What was decided.
    pub what: What,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Of different records of one person and wave, one counts and the others do not.
    Prefer {
        /// The record that counts.
        record: RecordName,
        /// Those that do not.
        over: Vec<RecordName>,
    },
    /// A record counts although it has this reason for attention.
    Accept {
        /// The record.
        record: RecordName,
        /// The reason.
        code: Reason,
    },
    /// A person's records leave every table.
    Withdraw {
        /// Their participant code.
        participant: String,
    },
    /// Two participant codes are one person's.
    Join {
        /// The code that was mistyped.
        mistyped: String,
        /// The code that was meant.
        right: String,
    },
}

/// A record, by its receipt code or by the SHA-256 of a file that holds it, both as in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordName(pub String);

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Effect {
    /// It was carried out.
    Applied,
    /// A later decision about the same thing counts instead.
    Replaced,
    /// Another decision took the record out of the tables.
    Overruled,
    /// There is nothing any more that it could change.
    Nothing,
}

/// A decision with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The decision.
    pub decision: Decision,
    /// What became of it.
    pub effect: Effect,
    /// How many inputs it changed.
    pub inputs: usize,
}

impl Effect {
    /// The word in `decisions.csv`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Replaced => "replaced",
            Self::Overruled => "overruled",
            Self::Nothing => "nothing",
        }
    }
}

impl What {
    /// The key in the file.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Prefer { .. } => "prefer",
            Self::Accept { .. } => "accept",
            Self::Withdraw { .. } => "withdraw",
            Self::Join { .. } => "join",
        }
    }
}

impl Decisions {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
