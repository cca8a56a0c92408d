//! How far the files are: which are open, and what was found in them.
//!
//! Promises: every file and every entry of an archive is counted once, in whatever order they are opened.

use super::input::Chosen;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was found in the files that are open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// How far each of the files is; those that come after these were not begun.
    reached: Vec<Reached>,
    /// How many files are done.
    files_done: usize,
    /// How many entries are left of the archives that were begun, by the positions of these.
    left: BTreeMap<usize, usize>,
    /// How many hidden entries of archives were left out.
    pub hidden: usize,
    /// How many lines of the ledger there are: what was examined is with the clerk.
    pub lines: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reached {
    /// So many entries are done; none of a file that is no archive.
    Entries(usize),
    Done,
}

/// What was found in one file, or in some of the entries of an archive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The position of the file among those that were chosen.
    pub file: usize,
    /// How many entries of it were passed.
    pub entries: usize,
    /// How many there are still.
    pub left: usize,
    /// How many of them are hidden.
    pub hidden: usize,
    /// Whether nothing is left of it.
    pub is_done: bool,
    /// How many lines of the ledger were found: one for a file, and one for each entry. They go along as bytes.
    pub lines: usize,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files and entries of archives that are done.
    pub done: usize,
    /// All that are known of. An archive counts as one until it is read.
    pub all: usize,
    /// About how many minutes are left, once that can be told.
    pub minutes: Option<u32>,
}

impl Opened {
    /// Whether nothing is left to open.
    pub fn is_whole(&self, files: &[Chosen]) -> bool {
        self.files_done == files.len()
    }

    /// How many files are done.
    pub fn files_done(&self) -> usize {
        self.files_done
    }

    /// Whether the file at this position is done.
    pub fn is_done(&self, file: usize) -> bool {
        self.reached.get(file) == Some(&Reached::Done)
    }

    /// How many entries of the file at this position are done.
    pub fn entries(&self, file: usize) -> usize {
        match self.reached.get(file) {
            Some(Reached::Entries(entries)) => *entries,
            _ => 0,
        }
    }

    /// How far a run over `files` is that has this.
    pub fn progress(&self, files: usize) -> Progress {
        let done = self.lines + self.hidden;
        let waiting = files - self.files_done - self.left.len();
        Progress { done, all: done + waiting + self.left.values().sum::<usize>(), minutes: None }
    }

    /// Takes what was found in a file that is not done yet.
    pub fn take(&mut self, found: Found) {
        let (entries, is_done) = (self.entries(found.file) + found.entries, found.is_done);
        if self.reached.len() <= found.file {
            self.reached.resize(found.file + 1, Reached::Entries(0));
        }
        self.reached[found.file] = if is_done { Reached::Done } else { Reached::Entries(entries) };
        if is_done {
            self.files_done += 1;
            self.left.remove(&found.file);
        } else {
            self.left.insert(found.file, found.left);
        }
        self.hidden += found.hidden;
        self.lines += found.lines;
    }
}
