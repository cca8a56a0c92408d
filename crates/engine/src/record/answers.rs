//! Answers and scores as a record holds them.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use crate::{
    instrument::{Code, Definition},
    json,
    number::Number,
    scoring::{NotScored, Score, score},
};

/// The item was not shown.
pub const NOT_SHOWN: Code = -97;
/// The person would rather not say.
pub const PREFER_NOT_TO_SAY: Code = -98;
/// The person went on without an answer.
pub const NOT_ANSWERED: Code = -99;

/// Whether `code` stands for a missing answer.
pub fn is_missing_code(code: Code) -> bool {
    matches!(code, NOT_SHOWN | PREFER_NOT_TO_SAY | NOT_ANSWERED)
}

/// The answers to one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentAnswers {
    /// The instrument's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of the definition file.
    pub definition_sha256: String,
    /// The wording that was shown.
    pub wording: WordingPin,
    /// Every item with its code, in the order in which they were asked.
    pub items: Vec<AnsweredItem>,
    /// Every scale with its score, in the definition's order.
    pub scores: Vec<ScoreEntry>,
}

/// The wording that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingPin {
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// Its `text_sha256`.
    pub text_sha256: String,
}

/// One item with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnsweredItem {
    /// The item's id.
    pub id: String,
    /// The response code, or -97, -98, -99.
    pub code: Code,
}

json::object!(AnsweredItem { id, code });

/// One scale's score as written in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreEntry {
    /// The scale's id.
    pub scale: String,
    /// The value as decimal text, as [`Number`] shows it; absent when it was not scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Why there is no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_scored: Option<NotScored>,
    /// How many items have no answer.
    pub n_missing: u32,
    /// Whether the value was scaled up from the answers that are there.
    pub prorated: bool,
    /// The published band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<String>,
}

impl InstrumentAnswers {
    /// The code of an item, or `None` where it is missing.
    pub fn answer(&self, item: &str) -> Option<Code> {
        self.items
            .iter()
            .find(|answered| answered.id == item)
            .map(|a| a.code)
            .filter(|c| !is_missing_code(*c))
    }

    /// The scores that `definition` makes from these answers.
    pub fn score(&self, definition: &Definition) -> Vec<ScoreEntry> {
        score(definition, |item| self.answer(item)).into_iter().map(ScoreEntry::from).collect()
    }
}

impl From<Score> for ScoreEntry {
    fn from(score: Score) -> Self {
        let text = |value: Number| alloc::format!("{value}");
        Self {
            scale: score.scale,
            value: score.value.ok().map(text),
            not_scored: score.value.err(),
            n_missing: score.n_missing,
            prorated: score.prorated,
            band: score.band,
        }
    }
}
