//! What is to be shown: flat values, which know nothing of how a session moves.

use alloc::{string::String, vec::Vec};

use super::Answer;
use crate::{participant::CodeError, record::HelpMode};

/// What is to be shown: a flat value, made anew from the session each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is about.
    Start,
    /// What taking part means.
    Consent {
        /// For each statement, whether its box is ticked. None is beforehand.
        ticked: Vec<bool>,
        /// Going on was asked for while a box that nobody can do without was empty.
        missing: bool,
    },
    /// The participant code.
    Code {
        /// What was typed so far.
        typed: String,
        /// What is wrong with it, once Continue was selected.
        error: Option<CodeError>,
    },
    /// Who is filling this in.
    Who {
        /// What was chosen.
        chosen: Option<HelpMode>,
        /// Continue was selected without a choice.
        missing: bool,
    },
    /// One item.
    Question(Question),
    /// Check your answers: a row an item.
    Check(Vec<CheckRow>),
    /// Finished.
    Finished {
        /// The receipt code.
        receipt: String,
    },
}

/// The screen of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The item's position in the plan, from 0.
    pub position: usize,
    /// How many items there are.
    pub of: usize,
    /// The answer so far.
    pub answer: Option<Answer>,
    /// What stands in its field, where it is answered by typing.
    pub typed: String,
    /// Whether that cannot be the answer, once Continue was selected: a number of another form or outside its bounds, a
    /// text that is too long.
    pub wrong: bool,
    /// Whether to ask, gently, if the question is to be skipped.
    pub asks_to_skip: bool,
    /// Whether Continue returns to the check screen.
    pub returning: bool,
}

/// A row of the check screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// The item's position in the plan.
    pub position: usize,
    /// Its answer.
    pub answer: Option<Answer>,
}
