//! Who opens which file.
//!
//! Pure: workers are numbers here. Promises: a file is with one worker at a time; what a worker that died had not told is
//! given out again, each such file by itself, and a file with which two workers died is told to be unreadable.

use crate::researcher::opened::{Found, Opened};
use std::collections::{BTreeMap, VecDeque};

/// Files that a worker gets at once, so that it never waits for the page.
const AT_ONCE: usize = 16;
/// With so many workers a file may die.
const DEATHS: u8 = 2;

/// Hands out the files of one run.
#[derive(Debug)]
pub struct Foreman {
    opened: Opened,
    files: usize,
    /// The positions of files that nobody has.
    waiting: VecDeque<usize>,
    /// Files that a worker had when it died: each goes out by itself.
    suspects: VecDeque<usize>,
    at_work: BTreeMap<usize, Vec<usize>>,
    deaths: BTreeMap<usize, u8>,
    members: usize,
    is_stopping: bool,
}

impl Foreman {
    /// For a run over so many files, of which `opened` are done, with so many workers.
    pub fn new(files: usize, opened: Opened, members: usize) -> Self {
        let waiting = (0..files).filter(|file| !opened.is_done(*file)).collect();
        Self {
            opened,
            files,
            waiting,
            suspects: VecDeque::new(),
            at_work: BTreeMap::new(),
            deaths: BTreeMap::new(),
            members: members.max(1),
            is_stopping: false,
        }
    }

    /// What there is so far.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// What there is at the end.
    pub fn into_opened(self) -> Opened {
        self.opened
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files
    }

    /// The next files for a worker that has none, and none if there is nothing for it. `is_archive` says which files are
    /// many in one: each of them goes out by itself.
    pub fn next(&mut self, member: usize, is_archive: impl Fn(usize) -> bool) -> Vec<usize> {
        if self.is_stopping || self.at_work.contains_key(&member) {
            return Vec::new();
        }
        let errands = if let Some(suspect) = self.suspects.pop_front() {
            vec![suspect]
        } else {
            // Towards the end in small parts, so that all workers end at about the same time.
            let most = (self.waiting.len() / (2 * self.members)).clamp(1, AT_ONCE);
            let mut errands = Vec::with_capacity(most);
            while errands.len() < most
                && let Some(file) = self.waiting.front().copied()
                && (errands.is_empty() || !is_archive(file))
            {
                self.waiting.pop_front();
                errands.push(file);
                if is_archive(file) {
                    break;
                }
            }
            errands
        };
        if !errands.is_empty() {
            self.at_work.insert(member, errands.clone());
        }
        errands
    }

    /// Takes what a worker found, and gives whether it counts: what goes along with it is then the clerk's.
    pub fn take(&mut self, found: Found) -> bool {
        let counts = !self.opened.is_done(found.file);
        if counts {
            self.opened.take(found);
        }
        counts
    }

    /// A worker has nothing left to do. What it was told to leave waits again.
    pub fn rest(&mut self, member: usize) {
        for file in self.at_work.remove(&member).unwrap_or_default().into_iter().rev() {
            if !self.opened.is_done(file) {
                self.waiting.push_front(file);
            }
        }
    }

    /// A worker is gone. `unreadable` gives the finding of a file that is not tried again.
    pub fn lose(&mut self, member: usize, mut unreadable: impl FnMut(usize) -> Found) {
        for file in self.at_work.remove(&member).unwrap_or_default() {
            if self.opened.is_done(file) {
                continue;
            }
            let deaths = self.deaths.entry(file).or_default();
            *deaths += 1;
            if *deaths < DEATHS {
                self.suspects.push_back(file);
            } else {
                self.opened.take(unreadable(file));
            }
        }
    }

    /// Nothing more is to be given out.
    pub fn stop(&mut self) {
        self.is_stopping = true;
    }

    /// Whether the run is at its end: everybody rests, and nothing is to be given out.
    pub fn is_over(&self) -> bool {
        let nothing_waits = self.waiting.is_empty() && self.suspects.is_empty();
        self.at_work.is_empty() && (self.is_stopping || nothing_waits)
    }
}
