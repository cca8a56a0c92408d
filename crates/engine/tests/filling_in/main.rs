//! Filling in: studies, plans, sessions, drafts and records, on a made-up instrument.

mod consent;
mod sample;
mod session;
mod study;
