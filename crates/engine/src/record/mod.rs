//! Records: a finished session as bytes, and back.
//!
//! A record is JSON, so that whoever opens a sealed file can read it without Linkwell. Reading is strict: a key
//! that is not known, or a newer format, is refused rather than half understood.

mod answers;
mod circumstances;
mod file;
mod own_words;

pub use answers::{
    AnsweredItem, Given, InstrumentAnswers, NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY, ScoreEntry,
    WordingPin, is_missing_code,
};
pub use circumstances::{Completion, ConsentGiven, HelpMode, Layout, Software, Source, Times};
pub use file::{Record, RecordError};
pub use own_words::own_words;
