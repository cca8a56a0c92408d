//! What persons decided about records, kept in a file and replayed at every import
//! (`docs/decisions/0011-decisions-are-a-file.md`).
//!
//! Promises: the order of decisions in the file does not matter; of two about the same thing the later one counts; a
//! decision that cannot be carried out as it stands is refused, with its place. Must never put a participant code into
//! a message, or decide about a record that no decision names.

mod file;
mod replay;
mod suggestion;

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
pub(crate) struct Decision {
    /// The day, `2026-11-22`.
    pub(crate) date: String,
    pub(crate) who: String,
    pub(crate) reason: String,
    pub(crate) what: What,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Of different records of one person and wave, one counts and the others do not.
    Prefer { record: RecordName, over: Vec<RecordName> },
    /// A record counts although it has this reason for attention.
    Accept { record: RecordName, code: Reason },
    /// A person's records leave every table.
    Withdraw { participant: String },
    /// Two participant codes are one person's.
    Join { mistyped: String, right: String },
}

/// A record, by its receipt code or by the SHA-256 of a file that holds it, both as in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RecordName(pub(crate) String);

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
pub(crate) struct Decided {
    pub(crate) decision: Decision,
    pub(crate) effect: Effect,
    /// How many inputs it changed.
    pub(crate) inputs: usize,
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
    pub(crate) fn key(&self) -> &'static str {
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
