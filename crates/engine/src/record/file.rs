//! The record file, version 1. `docs/formats.md` describes it key by key.

use alloc::{string::String, vec::Vec};
use core::fmt;
use serde::{Deserialize, Serialize};

use crate::{
    digest::sha256_hex,
    instrument::{Code, Definition},
    number::Number,
    participant::{ALPHABET, ParticipantCode},
    scoring::{NotScored, Score, score},
};

/// The item was not shown.
pub const NOT_SHOWN: Code = -97;
/// The person would rather not say.
pub const PREFER_NOT_TO_SAY: Code = -98;
/// The person went on without an answer.
pub const NOT_ANSWERED: Code = -99;

/// The record format that this version writes and the newest that it reads.
const VERSION: u32 = 1;
/// What the `format` key says.
const FORMAT: &str = "linkwell-record";
/// Characters of a receipt code.
const RECEIPT_LENGTH: usize = 8;

/// Whether `code` stands for a missing answer.
pub fn is_missing_code(code: Code) -> bool {
    matches!(code, NOT_SHOWN | PREFER_NOT_TO_SAY | NOT_ANSWERED)
}

/// A finished session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    format: String,
    version: u32,
    /// 32 hexadecimal characters made at random for this record: tells two records apart whatever they hold, and
    /// keeps the receipt code from being guessed out of the answers.
    pub nonce: String,
    /// The study's id.
    pub study: String,
    /// The version of the study file.
    pub study_version: u32,
    /// The participant code, without separators.
    pub participant: String,
    /// The wave's id.
    pub wave: String,
    /// The site's id, where the link or invitation named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The invitation's token, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<String>,
    /// When it was filled in.
    pub times: Times,
    /// How it was filled in.
    pub completion: Completion,
    /// The answers, an instrument after the other in the order in which they were asked.
    pub instruments: Vec<InstrumentAnswers>,
    /// What made this record.
    pub software: Software,
}

/// When a session began and ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// The first step after the start screen, in milliseconds since 1970-01-01 UTC.
    pub started_ms: i64,
    /// The tap that finished it, in milliseconds since 1970-01-01 UTC.
    pub finished_ms: i64,
    /// How far the device's clock was ahead of UTC, in minutes.
    pub offset_minutes: i32,
}

/// How a session was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Completion {
    /// Typed in by the person's side, or keyed in from paper.
    pub source: Source,
    /// Who filled it in; absent on paper where nobody noted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<HelpMode>,
    /// How the items stood on the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// The interface language as a BCP 47 tag.
    pub language: String,
}

/// Where the answers come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The patient's page.
    Screen,
    /// A paper form, keyed in by the team.
    Paper,
}

/// Who filled the questionnaire in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpMode {
    /// The person alone.
    Myself,
    /// The person, with somebody's help.
    WithHelp,
    /// Somebody read the questions out and filled in the answers.
    ReadToMe,
    /// Through an interpreter.
    Interpreter,
}

/// How wide the screen was: items look different on a narrow one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Up to 640 CSS pixels: cells below each other.
    Narrow,
    /// 641 CSS pixels and more: number cells beside each other.
    Wide,
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

/// What made a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Software {
    /// `linkwell`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The build's id, where the build has one.
    pub build: String,
}

/// Why bytes are not a record that this version reads. Never holds any of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordError {
    /// Not a Linkwell record at all.
    NotARecord,
    /// A record of a newer format: its version.
    Newer(u32),
    /// A record of this format with a key that is missing, unknown or of the wrong type: its line and column.
    Malformed {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
    },
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotARecord => f.write_str("the content is not a Linkwell record"),
            Self::Newer(version) => {
                write!(f, "the record has format {version}, which a newer version of Linkwell reads")
            }
            Self::Malformed { line, column } => {
                write!(f, "the record is malformed at line {line}, column {column}")
            }
        }
    }
}

impl core::error::Error for RecordError {}

/// The two keys that every version has.
#[derive(Deserialize)]
struct Envelope {
    format: String,
    version: u32,
}

impl Record {
    /// A record of the present format with its variable parts empty: fill them in with struct update syntax.
    #[expect(clippy::too_many_arguments, reason = "every part of a record is needed, and none has a default")]
    pub fn new(
        nonce: String,
        study: (String, u32),
        participant: &ParticipantCode,
        wave: String,
        site: Option<String>,
        times: Times,
        completion: Completion,
        instruments: Vec<InstrumentAnswers>,
        software: Software,
    ) -> Self {
        Self {
            format: FORMAT.into(),
            version: VERSION,
            nonce,
            study: study.0,
            study_version: study.1,
            participant: participant.as_str().into(),
            wave,
            site,
            invitation: None,
            times,
            completion,
            instruments,
            software,
        }
    }

    /// The record as JSON text with a final line feed.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).expect("a record has no map with keys that are not text");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a record; white space around it (the padding of a sealed file) is ignored.
    ///
    /// # Errors
    /// [`RecordError`]; of a newer format whatever else it holds.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RecordError> {
        let envelope: Envelope = serde_json::from_slice(bytes).map_err(|_| RecordError::NotARecord)?;
        match (envelope.format.as_str(), envelope.version) {
            (FORMAT, VERSION) => {}
            (FORMAT, version) if version > VERSION => return Err(RecordError::Newer(version)),
            _ => return Err(RecordError::NotARecord),
        }
        serde_json::from_slice(bytes)
            .map_err(|error| RecordError::Malformed { line: error.line(), column: error.column() })
    }

    /// A short code that stands for this very record and says nothing about it: eight characters of the
    /// participant codes' alphabet, made from the SHA-256 of its bytes. People can read it out.
    pub fn receipt(&self) -> String {
        let digest = sha256_hex(&self.to_bytes());
        let mut number = u64::from_str_radix(&digest[..15], 16).expect("fifteen hexadecimal digits");
        let mut receipt = String::with_capacity(RECEIPT_LENGTH);
        for _ in 0..RECEIPT_LENGTH {
            let position = (number % ALPHABET.len() as u64) as usize;
            receipt.push(ALPHABET.as_bytes()[position].into());
            number /= ALPHABET.len() as u64;
        }
        receipt
    }
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
