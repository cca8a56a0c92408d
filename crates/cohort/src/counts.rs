//! Inputs counted by outcome.

use serde::{Deserialize, Serialize};

use crate::reason::Outcome;

/// How many inputs have each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// In the tables, nothing to decide.
    pub accepted: usize,
    /// Merged with another input.
    pub duplicate: usize,
    /// In the tables, to be decided.
    pub attention: usize,
    /// Not in the tables.
    pub rejected: usize,
    /// Not in the tables, by a decision.
    pub set_aside: usize,
}

impl Counts {
    /// Of the inputs with these outcomes.
    pub fn of(outcomes: impl Iterator<Item = Outcome>) -> Self {
        let mut counts = Self::default();
        for outcome in outcomes {
            *match outcome {
                Outcome::Accepted => &mut counts.accepted,
                Outcome::Duplicate => &mut counts.duplicate,
                Outcome::Attention => &mut counts.attention,
                Outcome::Rejected => &mut counts.rejected,
                Outcome::SetAside => &mut counts.set_aside,
            } += 1;
        }
        counts
    }

    /// How many inputs have this outcome.
    pub fn get(&self, outcome: Outcome) -> usize {
        match outcome {
            Outcome::Accepted => self.accepted,
            Outcome::Duplicate => self.duplicate,
            Outcome::Attention => self.attention,
            Outcome::Rejected => self.rejected,
            Outcome::SetAside => self.set_aside,
        }
    }

    /// How many inputs there are.
    pub fn inputs(&self) -> usize {
        self.accepted + self.duplicate + self.attention + self.rejected + self.set_aside
    }
}
