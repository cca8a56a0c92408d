//! The words of the study builder, typed: everything to say is a value, and a language has words for each of them.

mod en;
mod fields;
mod say;

pub use en::BUILDER_EN;
pub use say::Say;

use crate::researcher::builder::{Field, KeyMistake, List, OpenMistake, Part, Paste, Saved};

/// All words of the study builder in one language.
pub struct BuilderText {
    /// Single sentences.
    pub say: fn(Say) -> &'static str,
    /// A part of the page: its heading, and what it is for.
    pub part: fn(Part) -> [&'static str; 2],
    /// A field: its label and its hint, which may be empty.
    pub field: fn(&Field) -> [&'static str; 2],
    /// A field of a wording that is pasted: its label and its hint.
    pub paste: fn(&Paste) -> [&'static str; 2],
    /// One of a list by its number from 1, such as "Help line 2".
    pub one: fn(&List, usize) -> String,
    /// The button that adds one more.
    pub add: fn(&List) -> &'static str,
    /// The button that removes this one.
    pub remove: fn(&str) -> String,
    /// The button that moves this one up.
    pub raise: fn(&str) -> String,
    /// Why a file is no study.
    pub open_mistake: fn(&OpenMistake) -> &'static str,
    /// Why no keys were made.
    pub key_mistake: fn(KeyMistake) -> &'static str,
    /// So many things are to be mended.
    pub to_mend: fn(usize) -> String,
    /// So many texts still stand as in every new study.
    pub to_write: fn(usize) -> String,
    /// Something was saved under this name, or not.
    pub saved: fn(Saved, bool) -> &'static str,
    /// A window of these days in months, for people.
    pub window: fn(u32, u32) -> String,
    /// How many questions an instrument has.
    pub questions: fn(usize) -> String,
    /// The button that asks this instrument in the wave as well.
    pub ask_too: fn(&str) -> String,
    /// The switch that writes texts in the language of this name as well.
    pub texts_in: fn(&str) -> String,
    /// The switch that writes the sheet in the language of this name as well.
    pub sheet_in: fn(&str) -> String,
    /// What people who read this language read in English.
    pub in_english: fn(&[&str]) -> String,
    /// The languages that an instrument has words in.
    pub worded: fn(&[&str]) -> String,
    /// A licence reference for the wording in the language of this name.
    pub licence_for: fn(&str) -> String,
    /// The fingerprint of a key.
    pub fingerprint: fn(&str) -> String,
}
