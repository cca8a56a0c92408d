//! The patient's page's own words, typed, one file a language.
//!
//! Promises: a language that lacks a sentence, or a sentence that lacks one of its values, does not compile; what
//! [`Text::to_file`] writes, [`Text::from_file`] reads. Must never hold an instrument's wording or a study's texts, which
//! are data, and never a sentence that depends on what was answered.
//!
//! English is compiled into the page. The other languages, in `translations`, are written to files when a site is made,
//! and loaded by those who choose them: so that they cost nobody else a byte, that module does not exist in a page.
//!
//! Voice: short, kind, certain; a reading age of 9 to 11; "select", not "click"; no exclamation marks; no praise for
//! answers.

mod day;
mod en;
mod file;
mod languages;
mod paper;
mod template;
#[cfg(not(target_family = "wasm"))]
pub mod translations;
mod words;

pub use en::EN;
pub use languages::{LANGUAGES, Language};
pub use paper::{EN_PAPER, PaperWords};
pub use template::Template;
pub use words::{
    CheckWords, CodeWords, ConsentWords, ElsewhereWords, EndedWords, FinishWords, HelpWords, PageWords,
    QuestionWords, StartWords, Text, UnavailableWords, WelcomeWords, WhoWords,
};
