//! A definition: items, response codes, scoring rule, citation, licence, version.
//!
//! The types mirror the JSON file key for key; `instruments/instrument.schema.json` describes the same format.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use super::{Code, ResponseSet};
use crate::{named::Named, number::Number};

/// An instrument: what is asked, how it is scored, where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The format of this file; 1.
    pub format: u32,
    /// `[a-z][a-z0-9_]*`, at most 16 characters, unique in a catalogue together with the version.
    pub id: String,
    /// The instrument's version as its authors name it; any change of items, codes or scoring needs a new one.
    pub version: String,
    /// The published name.
    pub title: String,
    /// How to cite it.
    pub citation: String,
    /// Where items, codes and scoring rule were taken from.
    pub sources: Vec<String>,
    /// What may be done with it.
    pub licence: Licence,
    /// Named sets of responses.
    pub response_sets: Named<ResponseSet>,
    /// The items in the order in which they are asked.
    pub items: Vec<Item>,
    /// The scores, each after the scales that it is made from.
    pub scales: Vec<Scale>,
}

/// What may be done with an instrument, and what a study that picks it must do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// A short name such as "Open Government Licence v3.0".
    pub name: String,
    /// The permission in full sentences, with its limits.
    pub statement: String,
    /// What a study must do, one duty a line; shown when it picks the instrument.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<String>,
    /// Whether a wording must name the study's own licence, because the text may not be passed on.
    #[serde(default)]
    pub wording_needs_reference: bool,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// `[a-z][a-z0-9_]*`, at most 26 characters: the item's column in every table.
    pub id: String,
    /// The name of its response set.
    pub responses: String,
}

/// A score that the scoring rule makes from codes.
///
/// Each item's code is first recoded, then reversed, then weighted; the results are combined, and the steps of
/// `then` are applied to that in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// `[a-z][a-z0-9_]*`, at most 16 characters: the score's column in every table. A scale named after its
    /// single item (`combine: "item"`) makes the item itself the score: no second column, at most a band.
    pub id: String,
    /// What it measures, in a few words.
    pub title: String,
    /// How the values become one.
    pub combine: Combine,
    /// The items it is made from; empty when it is made from scales.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// The earlier scales it is made from; empty when it is made from items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<String>,
    /// Codes that count as other values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recode: Vec<Recode>,
    /// Items whose value is turned round: lowest plus highest value of its codes, minus the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reverse: Vec<String>,
    /// Weights other than 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<WeightOf>,
    /// What happens when answers are missing; absent: the scale is scored only when none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    /// What is done with the combined value, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<Step>,
    /// The lowest and highest possible score; the check computes them too.
    pub range: Range,
    /// What a higher score means.
    pub direction: Direction,
    /// Published bands that cover the range without gap or overlap; empty where none is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Where the rule comes from, or that none was found for missing answers.
    pub source: String,
}

/// How the values of a scale become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// The value of the single item (or scale).
    Item,
    /// The sum.
    Sum,
    /// The mean of the values that are there; with weights, the weighted mean.
    Mean,
    /// How many answered items have one of these codes.
    Count(Vec<Code>),
}

/// Codes of some items that count as other values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recode {
    /// The items that it applies to.
    pub items: Vec<String>,
    /// A value for every code of these items.
    pub values: Vec<Lookup>,
}

/// One row of a table: `from` becomes `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The whole number that is looked up.
    pub from: Code,
    /// What it becomes.
    pub to: Number,
}

/// The weight of an item or scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightOf {
    /// The id of the item (or of the scale, in a scale of scales).
    pub of: String,
    /// Its factor.
    pub weight: Number,
}

/// The published rule for missing answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// With fewer values the scale is not scored. At least 1.
    pub minimum_answered: u32,
    /// Whether the sum of those that are there is scaled up: times all, over those that are there.
    #[serde(default)]
    pub prorate: bool,
}

/// One step after the values are combined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// `multiply` times the value, plus `add`.
    #[serde(rename_all = "snake_case")]
    Linear {
        /// The factor.
        multiply: Number,
        /// The summand.
        #[serde(default = "nought")]
        add: Number,
    },
    /// The table's `to` for the value, which must be a whole number.
    Lookup(Vec<Lookup>),
    /// Rounded to so many digits after the point (0 to 6), halves away from nought.
    Round(u32),
}

fn nought() -> Number {
    Number::ZERO
}

/// The lowest and the highest possible score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The lowest possible score.
    pub lowest: Number,
    /// The highest possible score.
    pub highest: Number,
}

/// What a higher score means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More of something good.
    HigherIsBetter,
    /// More of something bad.
    HigherIsWorse,
    /// Neither.
    Neutral,
}

/// A published band of a score.
///
/// A score is in the last band whose `from` it reaches. Where scores are whole numbers, a band ends one below
/// the next one's `from`; where they may have a fraction, a band ends at the next one's `from`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The lowest score in the band.
    pub from: Number,
    /// Where it ends.
    pub to: Number,
    /// Its published name.
    pub label: String,
}

impl Definition {
    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The responses of an item, where its set exists.
    pub fn responses(&self, item: &Item) -> Option<&ResponseSet> {
        self.response_sets.get(&item.responses)
    }

    /// The codes of an item in display order; empty for a number, a text, and an item or set that does not exist.
    pub fn codes(&self, item: &Item) -> &[Code] {
        self.responses(item).map_or(&[], ResponseSet::codes)
    }

    /// The scale with this id.
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == id)
    }
}

impl Scale {
    /// Whether the score is an item's own code, so that tables have no second column for it.
    pub fn is_item(&self) -> bool {
        matches!(self.items.as_slice(), [item] if *item == self.id)
    }

    /// The weight of the item or scale with this id: 1 where none is given.
    pub(crate) fn weight_of(&self, id: &str) -> Number {
        self.weights.iter().find(|weight| weight.of == id).map_or(Number::ONE, |weight| weight.weight)
    }

    /// The published band of `value`, if there are bands.
    pub fn band_of(&self, value: Number) -> Option<&str> {
        let last = self.bands.last()?;
        if value > last.to {
            return None;
        }
        self.bands.iter().rev().find(|band| band.from <= value).map(|band| band.label.as_str())
    }
}
