//! Scoring: codes in, scores out. The only place where a score is made.
//!
//! Exact arithmetic throughout; the order of the answers never matters. A scale that cannot be scored says why.
//!
//! The rule, for each scale in the definition's order:
//!
//! 1. Each answered item's code becomes a value: **recoded** (a table's `to`, else the code itself), then
//!    **reversed** (lowest plus highest value of the item's codes, minus the value), then **weighted** (times its
//!    weight). Of a scale, the value is its score, then weighted.
//! 2. A code that is not one of its item's codes leaves every scale that uses the item, directly or through
//!    another scale, without a value ([`NotScored::CodeOutside`]).
//! 3. With fewer values than `minimum_answered` (all, where the definition has no rule for missing answers), there
//!    is no value ([`NotScored::TooManyMissing`]). A scale that has no value counts as one missing value.
//! 4. The values that are there are **combined**: `item` takes the only one; `sum` adds them; `mean` divides their
//!    sum by the sum of their weights; `count` counts the answers, as given and not recoded, that are on its list.
//! 5. Where values are missing and the rule says `prorate`, the sum is multiplied by the number of all values and
//!    divided by the number of those that are there (the mean of those answered, times all), and the score is
//!    flagged as prorated.
//! 6. The steps of `then` are applied in order.
//! 7. The band is the last one whose `from` the value reaches.

mod scorer;

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use crate::{
    instrument::{Code, Definition},
    number::Number,
};

pub(crate) use scorer::values_of_item;
pub use scorer::{Outcome, Scorer};

/// One scale's score, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The scale's id.
    pub scale: String,
    /// The value, or why there is none.
    pub value: Result<Number, NotScored>,
    /// How many of its items have no answer (for a scale of scales: of all items below it, each counted once).
    pub n_missing: u32,
    /// Whether the value, or a score that it is made from, was scaled up from the answers that are there.
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
    /// The arithmetic left the range of exact numbers, or a lookup table has no row for the value. Cannot happen
    /// with a definition that passed [`crate::instrument::check_definition`].
    OutOfRange,
}

/// Scores every scale of `definition`, in its order. `answer` gives the code for an item's id, or `None` where
/// there is no answer. To score many people with one definition, keep a [`Scorer`].
pub fn score(definition: &Definition, answer: impl Fn(&str) -> Option<Code>) -> Vec<Score> {
    let codes: Vec<Option<Code>> = definition.items.iter().map(|item| answer(&item.id)).collect();
    let outcomes = Scorer::new(definition).score_codes(&codes);
    definition
        .scales
        .iter()
        .zip(outcomes)
        .map(|(scale, outcome)| Score {
            scale: scale.id.clone(),
            value: outcome.value,
            n_missing: outcome.n_missing,
            prorated: outcome.prorated,
            band: outcome.band.map(String::from),
        })
        .collect()
}
