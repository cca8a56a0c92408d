//! Answers and scores as a record holds them.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use crate::{
    instrument::{Code, Definition},
    json::{self, Faults, Shape, Tree},
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
#[serde(try_from = "WrittenItem", into = "WrittenItem")]
pub struct AnsweredItem {
    /// The item's id.
    pub id: String,
    /// The answer.
    pub given: Given,
}

/// An answer as records and tables hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// The response code, the number where one was asked for, or -97, -98, -99.
    Code(Code),
    /// The person's own words, as [`own_words`](super::own_words) gives them.
    Text(String),
}

impl AnsweredItem {
    /// The answer's code; none for a text.
    pub fn code(&self) -> Option<Code> {
        self.given.code()
    }
}

impl Given {
    /// The code; none for a text.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Code(code) => Some(*code),
            Self::Text(_) => None,
        }
    }

    /// Whether it stands for a missing answer.
    pub fn is_missing(&self) -> bool {
        self.code().is_some_and(is_missing_code)
    }
}

/// An item as it stands in a file: with a code or with a text.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenItem {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

json::object!(WrittenItem { id, code, text });

impl TryFrom<WrittenItem> for AnsweredItem {
    type Error = &'static str;

    fn try_from(WrittenItem { id, code, text }: WrittenItem) -> Result<Self, &'static str> {
        match (code, text) {
            (Some(code), None) => Ok(Self { id, given: Given::Code(code) }),
            (None, Some(text)) => Ok(Self { id, given: Given::Text(text) }),
            _ => Err("an item has either a code or a text"),
        }
    }
}

impl From<AnsweredItem> for WrittenItem {
    fn from(AnsweredItem { id, given }: AnsweredItem) -> Self {
        match given {
            Given::Code(code) => Self { id, code: Some(code), text: None },
            Given::Text(text) => Self { id, code: None, text: Some(text) },
        }
    }
}

impl Shape for AnsweredItem {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        WrittenItem::from_tree(tree, faults).try_into().unwrap_or_else(|_| {
            faults.note();
            Self { id: String::new(), given: Given::Code(NOT_ANSWERED) }
        })
    }
}

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
    /// The code of an item, or `None` where it is missing or a text.
    pub fn answer(&self, item: &str) -> Option<Code> {
        self.items
            .iter()
            .find(|answered| answered.id == item)
            .and_then(AnsweredItem::code)
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
