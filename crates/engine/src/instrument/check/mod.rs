//! Checks definition and wording files: every mistake at once, each with the path of its key.
//!
//! A definition that passes can be scored whatever the answers: no id is unknown, no lookup table has a hole, and
//! exact arithmetic stays within 64-bit fractions. Nothing here is lenient: a file with a problem is not used.
//!
//! | module | checks |
//! | --- | --- |
//! | `definition` | identity, licence, response sets, items |
//! | `place` | nothing itself: where a scale stands, for those that do |
//! | `scale` | what a scale refers to, and that its parts go together |
//! | `values` | recode tables, reversed items, weights |
//! | `steps` | what is done with the combined value |
//! | `possible` | which scores are possible, that the declared range is right, that lookup tables have no hole |
//! | `reach` | that no number becomes too large or too fine |
//! | `bands` | that the bands cover the range |
//! | `wording` | the text of an instrument in one language |

mod bands;
mod definition;
mod place;
mod possible;
mod reach;
mod scale;
mod steps;
mod values;
mod wording;

use alloc::{string::String, vec::Vec};

use crate::problem::Problem;

pub use definition::check_definition;
pub use wording::check_wording;

/// The most characters of an instrument's or a scale's id: `<scale>_n_missing` has at most 26.
const LONGEST_SHORT_ID: usize = 16;
/// The most characters of a table's column, and so of an item's id.
const LONGEST_COLUMN: usize = 26;
/// The largest response code in size.
const LARGEST_CODE: u32 = 1_000_000;
/// The most characters of a text in somebody's own words: short enough to hide in the padding of a sealed file.
const LONGEST_TEXT: u32 = 1_000;
/// The most items and scales of an instrument, and codes of a response set.
const MOST: usize = 1_000;

/// Adds a problem.
fn say(problems: &mut Vec<Problem>, path: impl Into<String>, message: impl Into<String>) {
    problems.push(Problem::new(path, message));
}

/// Whether `id` is a small letter followed by small letters, digits and underscores, `longest` at most.
fn is_id(id: &str, longest: usize) -> bool {
    id.len() <= longest
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Says so unless `text` is a text that can be shown: something in it, no control character (line breaks and tabs
/// separate the texts when they are hashed), no white space at its ends.
fn needs_text(problems: &mut Vec<Problem>, path: impl Into<String>, text: &str) {
    if text.trim().is_empty() {
        say(problems, path, "this text is empty: write it, or leave the key out where it may be absent");
    } else if text.chars().any(char::is_control) {
        say(problems, path, "this text has a line break, tab or other control character: take it out");
    } else if text.trim() != text {
        say(problems, path, "this text begins or ends with white space: take it out");
    }
}
