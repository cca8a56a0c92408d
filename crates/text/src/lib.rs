//! The patient's page's own words, typed, one file a language.
//!
//! Promises: a language that lacks a sentence, or a sentence that lacks one of its values, does not compile; what
//! [`Text::to_file`] writes, [`Text::from_file`] reads. Must never hold an instrument's wording or a study's texts, which
//! are data, and never a sentence that depends on what was answered.
//!
//! English is compiled into the page. The other languages are written to files when a site is made, and loaded by
//! those who choose them: so that they cost nobody else a byte, no page may name their texts.
//!
//! Voice: short, kind, certain; a reading age of 9 to 11; "select", not "click"; no exclamation marks; no praise for
//! answers.

mod day;
mod en;
mod file;
mod paper;
mod template;
mod words;

pub use en::EN;
pub use paper::{EN_PAPER, PaperWords};
pub use template::Template;
pub use words::{
    CheckWords, CodeWords, ConsentWords, EndedWords, FinishWords, HelpWords, PageWords, QuestionWords,
    StartWords, Text, UnavailableWords, WelcomeWords, WhoWords,
};
