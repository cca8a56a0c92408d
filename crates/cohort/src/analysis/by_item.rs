//! Study items that an analysis is to group people by.
//!
//! Must never put an answer into an error.

use std::fmt;

use engine::{
    catalogue::Catalogue,
    instrument::{Code, ResponseSet},
    record::is_missing_code,
};

use super::{Sample, sample::Person};

/// A single-choice item by whose answers people are grouped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByItem {
    /// The item's id.
    pub item: String,
    /// Its question, in English or the first language that there is; empty where no wording is at hand.
    pub question: String,
    /// The words of its codes, as far as they have some.
    pub labels: Vec<(Code, String)>,
    instrument: usize,
    at: usize,
}

/// Why people cannot be grouped by an item.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ByItemError {
    /// No instrument of the results has it.
    Unknown {
        /// The item that was asked for.
        item: String,
        /// Those that there are.
        there_are: Vec<String>,
    },
    /// It is answered with a number or words of one's own.
    NoChoice {
        /// The item.
        item: String,
    },
    /// It is asked for twice.
    Twice {
        /// The item.
        item: String,
    },
}

impl fmt::Display for ByItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { item, there_are } => {
                write!(f, "no instrument has an item `{item}`; there are {}", there_are.join(", "))
            }
            Self::NoChoice { item } => write!(
                f,
                "the item `{item}` is no single choice, so it makes no groups; name one that is answered with codes"
            ),
            Self::Twice { item } => write!(f, "the item `{item}` is named twice; name it once"),
        }
    }
}

impl std::error::Error for ByItemError {}

impl ByItem {
    /// The items of these ids, with the words of `catalogue`.
    ///
    /// # Errors
    /// [`ByItemError`], the first one.
    pub fn find(
        sample: &Sample<'_>,
        catalogue: &Catalogue,
        ids: &[String],
    ) -> Result<Vec<Self>, ByItemError> {
        let mut found: Vec<Self> = Vec::new();
        for id in ids {
            if found.iter().any(|by| by.item == *id) {
                return Err(ByItemError::Twice { item: id.clone() });
            }
            found.push(Self::one(sample, catalogue, id)?);
        }
        Ok(found)
    }

    fn one(sample: &Sample<'_>, catalogue: &Catalogue, id: &str) -> Result<Self, ByItemError> {
        let choices = |item: &engine::instrument::Item, definition: &engine::instrument::Definition| {
            matches!(definition.response_sets.get(&item.responses), Some(ResponseSet::Codes { .. }))
        };
        for (instrument, definition) in sample.instruments().iter().enumerate() {
            let Some(at) = definition.items.iter().position(|item| item.id == id) else { continue };
            if !choices(&definition.items[at], definition) {
                return Err(ByItemError::NoChoice { item: id.to_owned() });
            }
            let wordings = catalogue.find(&definition.id, &definition.version).map(|found| &found.wordings);
            let wording =
                wordings.and_then(|all| all.get("en").or_else(|| all.iter().next().map(|(_, first)| first)));
            let words = wording.and_then(|wording| wording.items.iter().find(|words| words.item == id));
            let labels = wording.zip(words).and_then(|(wording, words)| {
                let labels = wording.labels.get(words.labels.as_ref()?)?;
                Some(labels.iter().map(|label| (label.code, label.label.clone())).collect())
            });
            return Ok(Self {
                item: id.to_owned(),
                question: words.map_or_else(String::new, |words| words.text.clone()),
                labels: labels.unwrap_or_default(),
                instrument,
                at,
            });
        }
        let all = sample.instruments().iter().flat_map(|definition| {
            definition.items.iter().filter(|item| choices(item, definition)).map(|item| item.id.clone())
        });
        Err(ByItemError::Unknown { item: id.to_owned(), there_are: all.collect() })
    }

    /// What somebody answered at the first wave or, where nothing was answered there, at `wave`.
    pub(super) fn code(&self, person: &Person<'_>, wave: usize) -> Option<Code> {
        let at = |wave| {
            let codes = person.at(wave)?.row.codes.get(self.instrument)?.as_ref()?;
            codes.get(self.at).copied().filter(|code| !is_missing_code(*code))
        };
        at(0).or_else(|| at(wave))
    }

    /// The words of a code.
    pub(super) fn label(&self, code: Code) -> Option<String> {
        self.labels.iter().find(|(of, _)| *of == code).map(|(_, label)| label.clone())
    }
}
