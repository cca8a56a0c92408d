//! When, how and with which software a session was filled in, and what its person had agreed to.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use crate::json;

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

json::words!(HelpMode {
    "myself" => Myself,
    "with_help" => WithHelp,
    "read_to_me" => ReadToMe,
    "interpreter" => Interpreter,
    _ => Myself
});

/// How wide the screen was: items look different on a narrow one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Up to 640 CSS pixels: cells below each other.
    Narrow,
    /// 641 CSS pixels and more: number cells beside each other.
    Wide,
}

/// What a person agreed to before the first question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentGiven {
    /// The version of the information sheet.
    pub version: String,
    /// The language in which it was shown, as a BCP 47 tag.
    pub language: String,
    /// What [`ConsentText::text_digest`](crate::study::ConsentText::text_digest) gives for what was shown.
    pub text_sha256: String,
    /// The ids of the statements whose boxes were ticked, in the order of the sheet.
    pub agreed: Vec<String>,
    /// When the person went on with these boxes ticked, in milliseconds since 1970-01-01 UTC.
    pub given_ms: i64,
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
