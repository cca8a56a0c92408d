//! Every file of the results folder in one call, their names, and its tables [read](mod@read) back. The command and the
//! researcher's page write exactly these bytes.

pub mod read;

use engine::{digest::sha256_hex, problem::Problem, study::Offer};

use crate::{
    column::{Column, columns},
    files::{
        codebook,
        datapackage::{self, Columns, Resource},
        decisions, flow, ledger, long, near_misses, readme, wide,
    },
    link::Cohort,
};

/// One file of the results folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultFile {
    /// Its name.
    pub name: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The names of all files, in the order of [`results`].
pub const NAMES: [&str; 10] = [
    "ledger.csv",
    WIDE,
    "responses_long.csv",
    CODEBOOK,
    FLOW,
    "decisions.csv",
    "near_misses.csv",
    PACKAGE,
    "README.txt",
    CHECKSUMS,
];

/// The name of the table with a row a person and wave.
pub const WIDE: &str = "responses_wide.csv";

/// The name of the table of what stands in the columns of [`WIDE`].
pub const CODEBOOK: &str = "codebook.csv";

/// The name of the table of counts.
pub const FLOW: &str = "flow.csv";

/// The name of the description of all tables.
pub const PACKAGE: &str = "datapackage.json";

/// The name of the file of checksums, which lists all others.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// All files of the results folder, [`CHECKSUMS`] last.
///
/// # Errors
/// The study's tables cannot be made, as [`columns`] says.
pub fn results(cohort: &Cohort, offer: &Offer) -> Result<Vec<ResultFile>, Vec<Problem>> {
    let columns = columns(offer)?;
    let mut files = vec![
        ResultFile { name: "ledger.csv", bytes: ledger::file(cohort) },
        ResultFile { name: WIDE, bytes: wide::file(cohort, offer, &columns) },
        ResultFile { name: "responses_long.csv", bytes: long::file(cohort, offer) },
        ResultFile { name: CODEBOOK, bytes: codebook::file(offer, &columns) },
        ResultFile { name: FLOW, bytes: flow::file(cohort, offer) },
        ResultFile { name: "decisions.csv", bytes: decisions::file(cohort) },
        ResultFile { name: "near_misses.csv", bytes: near_misses::file(cohort, offer) },
    ];
    files.push(ResultFile { name: PACKAGE, bytes: package(offer, &columns, &files) });
    files.push(ResultFile { name: "README.txt", bytes: readme::file(cohort, offer) });
    files.push(ResultFile { name: CHECKSUMS, bytes: checksums(&files) });
    Ok(files)
}

/// The package of the tables, which are the first files.
fn package(offer: &Offer, columns: &[Column], tables: &[ResultFile]) -> Vec<u8> {
    let described: [(&'static str, Columns<'_>); 7] = [
        ("One line an input: what the import did with it, and why.", Columns::Fixed(ledger::HEADINGS)),
        ("One row a person and wave.", Columns::Model(columns)),
        ("One row an answer or score.", Columns::Fixed(long::HEADINGS)),
        ("What stands in each column of the wide table.", Columns::Fixed(codebook::HEADINGS)),
        ("Inputs, persons and pairs, counted.", Columns::Fixed(flow::HEADINGS)),
        ("What persons decided about records, and what it did.", Columns::Fixed(decisions::HEADINGS)),
        (
            "Participant codes that are probably one person's, mistyped; none was joined.",
            Columns::Fixed(near_misses::HEADINGS),
        ),
    ];
    let resources: Vec<Resource<'_>> = tables
        .iter()
        .zip(described)
        .map(|(table, (what, columns))| Resource { file: table.name, what, bytes: &table.bytes, columns })
        .collect();
    datapackage::file(offer, readme::title(offer), &resources)
}

/// A line for each file, as `sha256sum` writes them, by name.
fn checksums(files: &[ResultFile]) -> Vec<u8> {
    let mut lines: Vec<String> =
        files.iter().map(|file| format!("{}  {}\n", sha256_hex(&file.bytes), file.name)).collect();
    lines.sort_unstable_by(|a, b| a[66..].cmp(&b[66..]));
    lines.concat().into_bytes()
}
