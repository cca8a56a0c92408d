//! The record file, version 1. `docs/formats.md` describes it key by key.

use alloc::{string::String, vec::Vec};
use core::fmt;
use serde::{Deserialize, Serialize};

use super::{Completion, ConsentGiven, InstrumentAnswers, Software, Times};
use crate::{
    digest::sha256_hex,
    participant::{ALPHABET, ParticipantCode},
};

/// The record format that this version writes and the newest that it reads.
const VERSION: u32 = 1;
/// What the `format` key says.
const FORMAT: &str = "linkwell-record";
/// Characters of a receipt code.
const RECEIPT_LENGTH: usize = 8;

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
    /// The site's id, where the link or invitation named one; with a link worker `site/link_worker`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The invitation's token, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<String>,
    /// When it was filled in.
    pub times: Times,
    /// How it was filled in.
    pub completion: Completion,
    /// What the person agreed to, where the study asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<ConsentGiven>,
    /// The answers, an instrument after the other in the order in which they were asked.
    pub instruments: Vec<InstrumentAnswers>,
    /// What made this record.
    pub software: Software,
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
            consent: None,
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
