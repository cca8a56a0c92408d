#![no_std]
//! The questionnaire engine: instruments, studies, sessions, scoring and records.
//!
//! Promises determinism: the same input gives the same bytes on every machine. `no_std` makes that the
//! compiler's promise, because a crate without `std` has no clock, no randomness and no input or output;
//! times and random identifiers are passed in by the caller. It must never learn of a browser, a file or a key.
//!
//! | module | holds |
//! | --- | --- |
//! | [`named`] | things by name |
//! | [`number`] | exact decimal arithmetic for scores |
//! | [`instrument`] | definitions and wordings, and the check of both |
//! | `json`, [`problem`] | files read tersely for a page, and with every mistake named for those who write them |
//! | [`catalogue`] | the instruments at hand, found by id and version |
//! | [`scoring`] | codes in, scores out: the only place where a score is made |
//! | [`participant`] | participant codes with their check character |
//! | [`invitation`] | signed invitations, as far as they can be read without a key |
//! | [`study`] | the study file and the bundle that a page loads |
//! | [`session`] | one person filling in one wave: a pure state machine |
//! | [`record`] | a finished session as bytes, and back |

extern crate alloc;

pub mod catalogue;
pub mod digest;
pub mod instrument;
pub mod invitation;
mod json;
pub mod named;
pub mod number;
pub mod participant;
pub mod problem;
pub mod record;
pub mod scoring;
pub mod session;
pub mod study;
