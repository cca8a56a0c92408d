//! What the clerk shows: small values, however many files there are.

use super::Part;
use cohort::{
    Counts, Effect, Line, Outcome, Question,
    analysis::Block,
    beside::Beside,
    people::{Person, Way},
};
use serde::{Deserialize, Serialize};

/// A part of what there is, as the page asks for it. Pages are counted from 0; one behind the end is the last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// The ledger and the table.
    Files {
        /// Only lines with this outcome.
        outcome: Option<Outcome>,
        /// The page of the ledger.
        ledger: usize,
        /// The page of the table.
        table: usize,
    },
    /// What persons must decide, and what became of what they decided.
    Questions {
        /// The page of the questions.
        page: usize,
        /// The page of the decisions.
        log: usize,
    },
    /// The records that a question is about.
    About(Question),
    /// Everybody by waves.
    People {
        /// In which order.
        sorting: Sorting,
        /// The page.
        page: usize,
    },
    /// One person, by participant code.
    Person(String),
}

/// The order of the people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sorting {
    /// Those that need attention first.
    #[default]
    Attention,
    /// Those with missing waves first.
    Missing,
    /// By participant code.
    Code,
}

/// What stands on every screen once all is linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// The lines of the ledger, counted by outcome.
    pub counts: Counts,
    /// Rows of the table.
    pub rows: usize,
    /// What persons must decide.
    pub questions: usize,
    /// Every file of the results folder.
    pub files: Vec<FileSize>,
}

/// A file that can be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSize {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: usize,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Sheet {
    /// The ledger and the table.
    Files(FilesSheet),
    /// What persons must decide, and have decided.
    Questions(QuestionsSheet),
    /// The records that a question is about.
    About(Question, Beside),
    /// Everybody by waves.
    People(PeopleSheet),
    /// One person.
    Person(PersonSheet),
}

/// Some rows of many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slice<T> {
    /// Which.
    pub part: Part,
    /// These.
    pub rows: Vec<T>,
}

/// A page of the ledger, and one of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FilesSheet {
    /// Lines of the ledger.
    pub lines: Slice<LedgerLine>,
    /// The names of the table's columns.
    pub names: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Slice<Vec<String>>,
}

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// The line.
    pub line: Line,
    /// What its record raises.
    pub question: Option<Question>,
}

/// A page of the questions, and one of the decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionsSheet {
    /// The questions.
    pub questions: Slice<Question>,
    /// What became of decisions, and how many inputs they changed, in the order of the file.
    pub effects: Slice<Option<(Effect, usize)>>,
}

/// A page of the people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeopleSheet {
    /// The people.
    pub persons: Slice<Person>,
    /// How many have withdrawn.
    pub withdrawn: usize,
    /// How the records were filled in: for each way, how many of each wave were.
    pub ways: Vec<(Way, Vec<usize>)>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonSheet {
    /// The participant code.
    pub code: String,
    /// Whether the waves were filled in in different ways.
    pub ways_differ: bool,
    /// What persons must decide about this one.
    pub questions: Vec<Question>,
    /// The waves beside each other.
    pub beside: Beside,
}

/// A single-choice item by whose answers people can be grouped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its id.
    pub item: String,
    /// Its question; empty where no wording is at hand.
    pub question: String,
}

/// Some blocks of the report, to be drawn at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// The position of the batch.
    pub at: usize,
    /// How many headings come before.
    pub headings: usize,
    /// How many tables come before.
    pub tables: usize,
    /// The blocks.
    pub blocks: Vec<Block>,
}
