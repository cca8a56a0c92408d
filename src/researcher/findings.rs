//! What became of the files: the ledger, and the files of the results folder as the command writes them.

use cohort::{Cohort, Counts, Examined, Line, ResultFile, results};
use engine::{problem::Problem, study::Offer};

/// The name of the table that is shown.
pub const TABLE: &str = "responses_wide.csv";
/// The name of the ledger.
pub const LEDGER: &str = "ledger.csv";

/// What became of the files.
#[derive(Debug, PartialEq)]
pub struct Findings {
    /// A line a file.
    pub lines: Vec<Line>,
    /// The lines, counted by outcome.
    pub counts: Counts,
    /// Every file of the results folder.
    pub files: Vec<ResultFile>,
    /// The table, read from its file: what is seen is what is saved.
    pub table: Table,
}

/// A table as it stands in its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns.
    pub names: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

impl Findings {
    /// Links what was examined and makes the tables.
    ///
    /// # Errors
    /// The problems of a study whose tables cannot be made.
    pub fn make(examined: Vec<Examined>, offer: &Offer) -> Result<Self, Vec<Problem>> {
        let cohort = Cohort::link(examined, offer);
        let files = results(&cohort, offer)?;
        let wide = files.iter().find(|file| file.name == TABLE).expect("the results have a wide table");
        let table = Table::from_csv(&wide.bytes);
        Ok(Self { lines: cohort.ledger().to_vec(), counts: cohort.counts(), files, table })
    }
}

impl Table {
    /// Reads the bytes of one of our own tables.
    fn from_csv(bytes: &[u8]) -> Self {
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
        let cells = |row: csv::StringRecord| row.iter().map(Into::into).collect();
        let mut rows = reader
            .records()
            .map(|row| cells(row.expect("a table of ours is UTF-8 and has as many cells in each row")));
        let names = rows.next().expect("a table of ours begins with the names of its columns");
        Self { names, rows: rows.collect() }
    }
}
