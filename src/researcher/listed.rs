//! The list of participants, with which records of anybody else are found.
//!
//! Promises: the list is read as `linkwell import --participants` reads it, by the same code. Must never put what stands in
//! a cell into a problem.

use engine::{problem::Problem, study::Study};
use setup::{
    inviting::list::{self, ListError, PARTICIPANT},
    rows::{Rows, RowsError},
};
use std::{collections::BTreeSet, rc::Rc};

/// The largest list that is read: 8 MiB.
pub const MAX_LIST: u64 = 8 * 1024 * 1024;
/// A column of the practices' table of contacts, which has participant codes as well.
const OF_CONTACTS: &str = "contacts_before";

/// A list of participants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// The file, as long as there is one: another study may have other sites.
    file: Option<Rc<[u8]>>,
    /// The participant codes in it, in their plain form; none before the study is chosen.
    pub codes: Option<Rc<BTreeSet<String>>>,
    /// Why the last file that was given as the list cannot be used.
    pub problem: Option<ListProblem>,
}

/// Why a file of participants cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListProblem {
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than a list can be.
    TooLarge,
    /// No table: where, and what to do.
    NotATable(String),
    /// Mistakes, with their rows and columns.
    Wrong(Vec<Problem>),
}

impl Listed {
    /// The list in a file; without a study it waits for one.
    pub fn take(&mut self, read: Result<Rc<[u8]>, ListProblem>, study: Option<&Study>) {
        *self = match read {
            Ok(file) => Self { file: Some(file), ..Self::default() },
            Err(problem) => Self { problem: Some(problem), ..Self::default() },
        };
        self.follow(study);
    }

    /// Reads it again for the study that is chosen now.
    pub fn follow(&mut self, study: Option<&Study>) {
        let (Some(file), Some(study)) = (&self.file, study) else {
            self.codes = None;
            return;
        };
        (self.codes, self.problem) = match codes(file, study) {
            Ok(codes) => (Some(Rc::new(codes)), None),
            Err(problem) => (None, Some(problem)),
        };
    }

    /// Whether there is a file, right or wrong.
    pub fn is_there(&self) -> bool {
        self.file.is_some() || self.problem.is_some()
    }
}

/// The codes in `file`.
fn codes(file: &[u8], study: &Study) -> Result<BTreeSet<String>, ListProblem> {
    match list::read(file, study, None) {
        Ok(list) => Ok(list.people.iter().map(|person| person.participant.as_str().to_owned()).collect()),
        Err(ListError::Wrong(problems)) => Err(ListProblem::Wrong(problems)),
        Err(ListError::Rows(RowsError::Wrong(what))) => Err(ListProblem::NotATable(what)),
        Err(ListError::Rows(RowsError::Reading(_))) => Err(ListProblem::Unreadable),
    }
}

/// Whether a table is meant as the list of participants: by the names of its columns.
pub fn looks_like_list(file: &[u8]) -> bool {
    let has = |header: &csv::StringRecord, name| header.iter().any(|column| column.trim() == name);
    Rows::open(file).is_ok_and(|(_, header)| has(&header, PARTICIPANT) && !has(&header, OF_CONTACTS))
}
