//! What became of the files: the ledger, and the files of the results folder as the command writes them.
//!
//! Made and held by the [clerk](super::clerk); the page never has it.

use super::clerk::{FileSize, Overview};
use cohort::{Cohort, Counts, Decisions, Examined, Line, Question, ResultFile, people::People, results};
use engine::{problem::Problem, study::Offer};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The name of the table that is shown.
pub const TABLE: &str = "responses_wide.csv";
/// The name of the ledger.
pub const LEDGER: &str = "ledger.csv";
/// The tables that an analysis is made from, as the command reads them.
pub const RESULT_INPUTS: [&str; 4] = [TABLE, "codebook.csv", "flow.csv", "decisions.csv"];
/// The name of the zip of all of them.
pub const RESULTS_ZIP: &str = "results.zip";

/// What became of the files.
#[derive(Debug, PartialEq)]
pub struct Findings {
    /// All records, linked, with what was decided.
    pub cohort: Cohort,
    /// What persons must decide.
    pub questions: Vec<Question>,
    /// Everybody by waves.
    pub people: People,
    /// The lines, counted by outcome.
    pub counts: Counts,
    /// Every file of the results folder.
    pub files: Vec<ResultFile>,
    /// Where the rows of the table are in its file: what is seen is what is saved.
    pub table: Table,
}

/// The places of a table's rows in its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns.
    pub names: Vec<String>,
    /// Where each row begins, in bytes behind the mark of the encoding.
    begins: Vec<usize>,
}

/// Why there are no findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FindingsProblem {
    /// The study's tables cannot be made.
    Study(Vec<Problem>),
    /// The decisions name what is not there, or contradict each other.
    Decisions(Vec<Problem>),
}

impl Findings {
    /// Links what was examined, replays the decisions and makes the tables, as the command does.
    ///
    /// # Errors
    /// [`FindingsProblem`].
    pub fn make(
        examined: &[Examined],
        offer: &Offer,
        decisions: &Decisions,
    ) -> Result<Self, FindingsProblem> {
        Self::of(examined.to_vec(), offer, decisions)
    }

    /// The same, of what nobody needs any more.
    ///
    /// # Errors
    /// [`FindingsProblem`].
    pub fn of(
        examined: Vec<Examined>,
        offer: &Offer,
        decisions: &Decisions,
    ) -> Result<Self, FindingsProblem> {
        let cohort = Cohort::decide(examined, offer, decisions).map_err(FindingsProblem::Decisions)?;
        let files = results(&cohort, offer).map_err(FindingsProblem::Study)?;
        let table = Table::of(wide(&files));
        let (questions, people) = (cohort.questions(offer), cohort.people(offer));
        Ok(Self { questions, people, counts: cohort.counts(), cohort, files, table })
    }

    /// What stands on every screen.
    pub fn overview(&self) -> Overview {
        let size = |file: &ResultFile| FileSize { name: file.name.into(), bytes: file.bytes.len() };
        Overview {
            counts: self.counts,
            rows: self.table.len(),
            questions: self.questions.len(),
            files: self.files.iter().map(size).collect(),
        }
    }

    /// All files of the results folder as one zip; the same findings give the same bytes.
    pub fn zip(&self) -> Option<Vec<u8>> {
        archive::zip(self.files.iter().map(|file| (file.name, file.bytes.as_slice()))).ok()
    }

    /// A line a file.
    pub fn lines(&self) -> &[Line] {
        self.cohort.ledger()
    }

    /// Rows of the table, as they stand in its file.
    pub fn rows(&self, range: Range<usize>) -> Vec<Vec<String>> {
        self.table.rows(wide(&self.files), range)
    }
}

fn wide(files: &[ResultFile]) -> &[u8] {
    let file = files.iter().find(|file| file.name == TABLE).expect("the results have a wide table");
    file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes)
}

impl Table {
    /// Reads the bytes of one of our own tables.
    fn of(bytes: &[u8]) -> Self {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let mut row = csv::StringRecord::new();
        let is_ours = "a table of ours is UTF-8 and has as many cells in each row";
        reader.read_record(&mut row).expect(is_ours);
        let names = row.iter().map(Into::into).collect();
        let mut begins = Vec::new();
        while reader.read_record(&mut row).expect(is_ours) {
            let begin = row.position().map_or(0, csv::Position::byte);
            begins.push(usize::try_from(begin).expect("it is in memory"));
        }
        Self { names, begins }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.begins.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.begins.is_empty()
    }

    fn rows(&self, bytes: &[u8], range: Range<usize>) -> Vec<Vec<String>> {
        let Some(begin) = self.begins.get(range.start) else { return Vec::new() };
        let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[*begin..]);
        let rows = reader.into_records().take(range.len());
        rows.map(|row| row.expect("it was read before").iter().map(Into::into).collect()).collect()
    }
}
