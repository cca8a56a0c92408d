//! Scoring: codes in, scores out. The only place where a score is made.
//!
//! Exact arithmetic throughout; the order of the answers never matters. A scale that cannot be scored says why.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use crate::{
    instrument::{Code, Definition},
    number::Number,
};

/// One scale's score, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The scale's id.
    pub scale: String,
    /// The value, or why there is none.
    pub value: Result<Number, NotScored>,
    /// How many of its items have no answer (for a scale of scales: of all items below it).
    pub n_missing: u32,
    /// Whether the value was scaled up from the answers that are there.
    pub prorated: bool,
    /// The published band of the value, where bands are published.
    pub band: Option<String>,
}

/// Why a scale has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NotScored {
    /// More answers are missing than the instrument's rule allows, or it has no rule for missing answers.
    TooManyMissing,
    /// An answer is not one of its item's codes.
    CodeOutside,
    /// The arithmetic left the range of exact numbers, or a lookup table has no row for the value.
    OutOfRange,
}

/// Scores every scale of `definition`, in its order. `answer` gives the code for an item's id, or `None` where
/// there is no answer.
pub fn score(_definition: &Definition, _answer: impl Fn(&str) -> Option<Code>) -> Vec<Score> {
    Vec::new()
}
