//! The clerk holds what was examined, and makes everything of it: ledger, tables, questions, report, files to save.
//!
//! ```text
//! crew ── what was examined, as bytes ──┐
//! Store ── Ask, numbered ───────────────┴─> Clerk (in a worker) ── Answer: a small sheet, or a file ──> Store, browser
//! ```
//!
//! Promises: the page never holds or computes what thousands of files give, it asks for the part that it shows; the same
//! clerk works in a worker and, where there is none, in the page, and both give the same answers; asks are answered one
//! after the other, in their order. Must never know how workers are started, draw, or see a key or a plaintext.

mod held;
mod part;
mod report;
mod serving;
mod sheet;
mod showing;

pub use held::{Clerk, Reply};
pub use part::Part;
pub use report::{PLOTS_ZIP, REPORT, SUMMARY, TABLES_ZIP, TEAM_ZIP, Worked};
pub(super) use serving::serve;
pub use serving::{Answered, Asked};
pub use sheet::{
    Batch, Choice, FileSize, FilesSheet, LedgerLine, Overview, PeopleSheet, PersonSheet, QuestionsSheet,
    Sheet, Slice, Sorting, Wanted,
};

use super::findings::{FindingsProblem, RESULTS_ZIP};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, rc::Rc};
use zeroize::Zeroizing;

/// What the page asks of the clerk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Everything before is to be forgotten; what comes belongs to this study, by the text of its file. Not answered.
    Begin {
        /// The text of the study's file.
        study: String,
    },
    /// More was examined. Not answered.
    Take {
        /// What members of the crew wrote; goes along with the words.
        #[serde(skip)]
        parts: Vec<Zeroizing<Vec<u8>>>,
    },
    /// All that was examined is to be linked, with these decisions. Where that is not possible, what was linked before
    /// stays.
    Link {
        /// The text of the decisions file; empty where nothing was decided.
        decisions: String,
        /// The participant codes of the team's list, where there is one: a record of anybody else needs attention.
        listed: Option<BTreeSet<String>>,
        /// What is to be shown afterwards.
        then: Wanted,
    },
    /// This part is to be shown.
    Show(Wanted),
    /// What changed is to be worked out.
    Analyse {
        /// The item by whose answers people are grouped.
        by: Option<String>,
        /// A table of contacts with the practices; goes along with the words.
        #[serde(skip)]
        contacts: Option<Rc<[u8]>>,
    },
    /// A batch of the report that was worked out, counted from 0.
    Report {
        /// Its position.
        batch: usize,
    },
    /// A file is to be made.
    Make {
        /// Its name.
        name: String,
    },
}

/// What the clerk answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It runs.
    Ready,
    /// All is linked, or cannot be.
    Linked(Result<Box<Linked>, FindingsProblem>),
    /// What was to be shown.
    Shown(Box<Sheet>),
    /// What changed is worked out, or the table of contacts cannot be used: why, and where.
    Analysed(Result<Worked, String>),
    /// A batch of the report.
    Report(Box<Batch>),
    /// A file, which goes along with the words; none where it could not be made.
    Made {
        /// Its name.
        name: String,
    },
    /// There is nothing of the kind.
    Nothing,
}

/// What there is once all is linked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    /// What stands on every screen.
    pub overview: Overview,
    /// What was to be shown then.
    pub sheet: Sheet,
}

/// The name of a file that the clerk makes, as the page knows it.
pub fn known_name(name: &str) -> Option<&'static str> {
    let reports = [RESULTS_ZIP, REPORT, SUMMARY, TABLES_ZIP, PLOTS_ZIP, TEAM_ZIP];
    cohort::results::NAMES.into_iter().chain(reports).find(|known| *known == name)
}
