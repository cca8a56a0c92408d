//! Opening files in workers, as many as the machine has cores.
//!
//! ```text
//! app/crew ── Order, keys, files ──> member (a worker) ── Desk ──> Report ──> foreman ──> Opened
//!                                                                    └── what was examined, as bytes ──> clerk
//! ```
//!
//! Promises: a worker reads its files itself, keeps no plaintext and tells only what was found; every file ends in
//! exactly one finding, whichever worker had it and whether or not that worker lived; what is found is what
//! [`open_all`](super::open_all) finds in the page by itself. Must never know how workers are started: that is
//! `browser::worker`.

mod foreman;
mod member;

pub use foreman::Foreman;
pub(super) use member::serve;

use super::opened::Found;
use cohort::Examined;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// More workers than this are of no use: reading the disk is slower then.
pub const MOST: usize = 8;

/// What the page tells a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Files of this study, by the text of its file, are to be opened with the keys that come along.
    Begin {
        /// The text of the study's file.
        study: String,
    },
    /// These files, which come along in the same order, are to be opened.
    Open {
        /// The number of the run.
        run: u32,
        /// What is to be done with each.
        errands: Vec<Errand>,
    },
    /// What is not begun is to be left.
    Stop,
}

/// One file to open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Errand {
    /// The position of the file among those that were chosen.
    pub file: usize,
    /// Its name in the ledger.
    pub name: String,
    /// How many entries of an archive are done already.
    pub passed: usize,
}

/// What a worker tells the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// It runs.
    Ready,
    /// This was found. What was examined goes along as bytes, a piece for each part that has lines.
    Found {
        /// The number of the run.
        run: u32,
        /// In parts, in their order.
        found: Vec<Found>,
    },
    /// It has nothing left to do: all of its files are done, or it was told to stop.
    Idle {
        /// The number of the run.
        run: u32,
    },
}

/// What was examined, as it goes to the clerk.
pub fn pack(examined: &[Examined]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(write(&examined).into_bytes())
}

/// The words of a message.
pub fn write(said: &impl Serialize) -> String {
    serde_json::to_string(said).expect("numbers, texts and lists can be written")
}

/// What a message says; none where it is from another version.
pub fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    serde_json::from_str(text).ok()
}
