//! What became of the files: the ledger, and the files of the results folder as the command writes them.

use cohort::{Cohort, Counts, Decisions, Examined, Line, Question, ResultFile, people::People, results};
use engine::{problem::Problem, study::Offer};

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

/// Why there are no findings.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let cohort =
            Cohort::decide(examined.to_vec(), offer, decisions).map_err(FindingsProblem::Decisions)?;
        let files = results(&cohort, offer).map_err(FindingsProblem::Study)?;
        let wide = files.iter().find(|file| file.name == TABLE).expect("the results have a wide table");
        let table = Table::from_csv(&wide.bytes);
        let (questions, people) = (cohort.questions(offer), cohort.people(offer));
        Ok(Self { questions, people, counts: cohort.counts(), cohort, files, table })
    }

    /// All files of the results folder as one zip; the same findings give the same bytes.
    pub fn zip(&self) -> Option<Vec<u8>> {
        archive::zip(self.files.iter().map(|file| (file.name, file.bytes.as_slice()))).ok()
    }

    /// A line a file.
    pub fn lines(&self) -> &[Line] {
        self.cohort.ledger()
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
