//! Filling in: studies, plans, sessions, drafts and records, on a made-up instrument.

mod consent;
mod invitation;
mod invited;
mod own_items;
mod sample;
mod schema;
mod session;
mod study;
