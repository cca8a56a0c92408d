//! What people do, as values, and the answers that come of it.

use alloc::string::String;

use super::{Finishing, Step};
use crate::{
    instrument::Code,
    record::{Given, HelpMode, NOT_ANSWERED, PREFER_NOT_TO_SAY},
};

/// An answer to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A response code of the item, or the number that was asked for.
    Chosen(Code),
    /// Their own words.
    Written(String),
    /// "I'd rather not say".
    PreferNotToSay,
    /// "Skip this question".
    Skipped,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// Started, at this time in milliseconds since 1970-01-01 UTC.
    Begin {
        /// The time of the tap.
        now_ms: i64,
    },
    /// Ticked or unticked the box of the statement at this position of the sheet.
    Tick(usize),
    /// "I agree and want to go on", at this time in milliseconds since 1970-01-01 UTC.
    Agree {
        /// The time of the tap.
        now_ms: i64,
    },
    /// Typed into the participant-code field: its whole text.
    TypeCode(String),
    /// Chose who is filling this in.
    ChooseHelp(HelpMode),
    /// Chose a response of the item at this position of the plan. A code that the item does not have, or an
    /// item that is not on the screen, changes nothing.
    Choose {
        /// The item's position.
        item: usize,
        /// The response code.
        code: Code,
    },
    /// Typed into the field of the item at this position of the plan: its whole text. Where nothing is typed, or the
    /// item is not on the screen, it changes nothing.
    Type {
        /// The item's position.
        item: usize,
        /// What stands in the field.
        text: String,
    },
    /// Took the answer to the item on the screen back.
    Clear,
    /// Asked to go on.
    Continue,
    /// "Answer now": closed the question whether to skip.
    AnswerNow,
    /// "Skip this question".
    Skip,
    /// "I'd rather not say".
    PreferNotToSay,
    /// Asked to go back one step.
    Back,
    /// The browser's history moved to a step; one that was not reached yet becomes the furthest that was.
    GoTo(Step),
    /// "Change" on the check screen, for the item at this position.
    Change(usize),
    /// Finished, on the check screen.
    Finish(Finishing),
}

impl Answer {
    /// The answer as records hold it.
    pub fn given(&self) -> Given {
        Given::Code(match self {
            Self::Written(text) => return Given::Text(text.clone()),
            Self::Chosen(code) => *code,
            Self::PreferNotToSay => PREFER_NOT_TO_SAY,
            Self::Skipped => NOT_ANSWERED,
        })
    }
}
