//! Instruments: published questionnaires as data.
//!
//! A definition says what is asked and how it is scored; a wording holds the text in one language. Both are
//! files that a researcher writes and reviews without Rust. Nothing here scores or shows anything.

mod check;
mod definition;
mod responses;
mod terse;
mod wording;

pub use check::{check_definition, check_wording};
pub use definition::{
    Band, Combine, Definition, Direction, Item, Licence, Lookup, Missing, Range, Recode, Scale, Step,
    WeightOf,
};
pub use responses::{Display, ResponseSet};
pub use wording::{ItemText, Label, Numerals, TextDirection, Wording, WordingLicence};

/// The response code of one answer, as the instrument prints it; a number that was asked for is its own. Never a
/// position.
pub type Code = i32;

/// The format number that definition and wording files of this version carry.
pub const FORMAT: u32 = 1;
