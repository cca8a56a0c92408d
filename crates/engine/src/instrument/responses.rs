//! Response sets: what an item can be answered with.
//!
//! A set is of one kind, and its keys say of which: there is no value of [`ResponseSet`] that is of two.

use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

use super::Code;
use crate::{
    json::{self, Faults, Shape, Tree},
    record::{Given, own_words},
};

/// The answers that an item can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenSet", into = "WrittenSet")]
pub enum ResponseSet {
    /// One of these codes.
    Codes {
        /// The codes in the order in which they are shown. -97, -98 and -99 are taken.
        codes: Vec<Code>,
        /// How they are shown.
        display: Display,
    },
    /// A whole number, which is its own code.
    Number {
        /// The lowest, nought or above.
        lowest: Code,
        /// The highest.
        highest: Code,
    },
    /// A short text in the person's own words.
    Text {
        /// How many characters it has at most.
        most_characters: u32,
    },
}

/// How a set of codes is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Display {
    /// One worded choice below the other; every code has a label.
    Choices,
    /// A row of equal numbered cells; the two end codes have a label.
    Numbers,
}

impl ResponseSet {
    /// Its codes in display order; empty for a number or a text.
    pub fn codes(&self) -> &[Code] {
        match self {
            Self::Codes { codes, .. } => codes,
            Self::Number { .. } | Self::Text { .. } => &[],
        }
    }

    /// Whether it is answered by typing.
    pub fn is_typed(&self) -> bool {
        !matches!(self, Self::Codes { .. })
    }

    /// Whether `given` is one of its answers, exactly as a record holds them. A code for a missing answer is none.
    pub fn accepts(&self, given: &Given) -> bool {
        match (self, given) {
            (Self::Codes { codes, .. }, Given::Code(code)) => codes.contains(code),
            (Self::Number { lowest, highest }, Given::Code(code)) => (lowest..=highest).contains(&code),
            (Self::Text { most_characters }, Given::Text(text)) => {
                !text.is_empty()
                    && text.chars().count() <= *most_characters as usize
                    && own_words(text) == *text
            }
            _ => false,
        }
    }
}

/// A response set as it stands in a file.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSet {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    codes: Option<Vec<Code>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    display: Option<Display>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lowest: Option<Code>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    highest: Option<Code>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most_characters: Option<u32>,
}

const NOTHING: WrittenSet =
    WrittenSet { codes: None, display: None, lowest: None, highest: None, most_characters: None };

/// Keys that make no kind of set.
const NO_KIND: &str = "write `codes` and `display`, or `lowest` and `highest` for a number, or `most_characters` for a text, and nothing else";

impl TryFrom<WrittenSet> for ResponseSet {
    type Error = &'static str;

    fn try_from(written: WrittenSet) -> Result<Self, &'static str> {
        match written {
            WrittenSet {
                codes: Some(codes),
                display: Some(display),
                lowest: None,
                highest: None,
                most_characters: None,
            } => Ok(Self::Codes { codes, display }),
            WrittenSet {
                codes: None,
                display: None,
                lowest: Some(lowest),
                highest: Some(highest),
                most_characters: None,
            } => Ok(Self::Number { lowest, highest }),
            WrittenSet {
                codes: None,
                display: None,
                lowest: None,
                highest: None,
                most_characters: Some(most_characters),
            } => Ok(Self::Text { most_characters }),
            _ => Err(NO_KIND),
        }
    }
}

impl From<ResponseSet> for WrittenSet {
    fn from(set: ResponseSet) -> Self {
        match set {
            ResponseSet::Codes { codes, display } => {
                Self { codes: Some(codes), display: Some(display), ..NOTHING }
            }
            ResponseSet::Number { lowest, highest } => {
                Self { lowest: Some(lowest), highest: Some(highest), ..NOTHING }
            }
            ResponseSet::Text { most_characters } => {
                Self { most_characters: Some(most_characters), ..NOTHING }
            }
        }
    }
}

json::object!(WrittenSet { codes, display, lowest, highest, most_characters });
json::words!(Display { "choices" => Choices, "numbers" => Numbers, _ => Choices });

impl Shape for ResponseSet {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        WrittenSet::from_tree(tree, faults).try_into().unwrap_or_else(|_| {
            faults.note();
            Self::Text { most_characters: 0 }
        })
    }
}
