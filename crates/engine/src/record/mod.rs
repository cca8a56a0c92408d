//! Records: a finished session as bytes, and back.
//!
//! A record is JSON, so that whoever opens a sealed file can read it without Linkwell. Reading is strict: a key
//! that is not known, or a newer format, is refused rather than half understood.

mod file;

pub use file::{
    AnsweredItem, Completion, HelpMode, InstrumentAnswers, Layout, NOT_ANSWERED, NOT_SHOWN,
    PREFER_NOT_TO_SAY, Record, RecordError, ScoreEntry, Software, Source, Times, WordingPin, is_missing_code,
};
