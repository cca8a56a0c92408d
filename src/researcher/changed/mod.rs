//! What changed between the waves: the command's report, drawn by components, and its files to save.
//!
//! Promises: draws what the [clerk](super::clerk) worked out, a batch at a time. Must never compute.

mod blocks;
mod view;

pub(super) use view::changed;

use super::clerk::{Batch, Choice, Worked};
use cohort::analysis::NotCounted;
use std::rc::Rc;

/// The largest table of contacts that is read: 16 MiB.
pub const MAX_CONTACTS: u64 = 16 * 1024 * 1024;

/// The report as far as it is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The item by whose answers people are to be grouped.
    pub by: Option<String>,
    /// Items that there are to choose from.
    pub choices: Rc<Vec<Choice>>,
    /// The number of the ask by which it is being worked out, or was.
    pub asked: Option<u32>,
    /// How many batches it has, once it is worked out.
    pub all: Option<usize>,
    /// Those that are here.
    pub batches: Vec<Rc<Batch>>,
    /// Rows of the table of contacts that are not counted, as far as they are shown.
    pub not_counted: Rc<Vec<NotCounted>>,
    /// How many there are.
    pub not_counted_in_all: usize,
}

/// A table of contacts with the practices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContactsTable {
    /// What stands in it.
    pub bytes: Option<Rc<[u8]>>,
    /// Why the last one cannot be used.
    pub problem: Option<ContactsProblem>,
}

/// Why a file is no table of contacts that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContactsProblem {
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than such a table is.
    TooLarge,
    /// What is wrong with it, and where.
    Wrong(String),
}

impl Report {
    /// Whether all of it is here.
    pub fn is_whole(&self) -> bool {
        self.all == Some(self.batches.len())
    }

    /// Nothing of it holds any more; what was chosen stays.
    pub(super) fn forget(&mut self) {
        (self.asked, self.all) = (None, None);
        self.batches.clear();
        (self.not_counted, self.not_counted_in_all) = (Rc::default(), 0);
    }

    pub(super) fn take_worked(&mut self, worked: Worked) {
        self.batches.clear();
        (self.choices, self.all) = (Rc::new(worked.choices), Some(worked.batches));
        (self.not_counted, self.not_counted_in_all) =
            (Rc::new(worked.not_counted), worked.not_counted_in_all);
    }

    /// Takes the next batch and gives the position of the one after it, if there is one.
    pub(super) fn take(&mut self, batch: Batch) -> Option<usize> {
        // One of a report that does not hold any more comes too late.
        if self.all.is_none() || batch.at != self.batches.len() {
            return None;
        }
        self.batches.push(Rc::new(batch));
        (!self.is_whole()).then_some(self.batches.len())
    }
}
