//! A results folder, read: columns with their labels and missing codes, rows with typed values.
//!
//! The description in `datapackage.json` says what each column is, `codebook.csv` which instrument it belongs to and how
//! a score is made, `responses_wide.csv` has the rows. Must never put a cell's content into an error.

mod described;
mod read;
mod value;

use engine::{catalogue::Catalogue, instrument::Code, study::Study};

pub use read::SourceError;
pub use value::Value;

/// The files of a results folder, in the order in which they are read and copied.
pub use cohort::results::NAMES as FILES;

/// One file of a results folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFile<'a> {
    /// Its name.
    pub name: &'static str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// What an export is made from.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The files as they are.
    pub files: Vec<SourceFile<'a>>,
    /// The study's id.
    pub name: String,
    /// The study's title.
    pub title: String,
    /// The columns of the wide table.
    pub fields: Vec<Field>,
    /// Its rows: a value for each column.
    pub rows: Vec<Vec<Value>>,
    /// The waves, the first wave first.
    pub waves: Vec<String>,
    /// Definitions and wordings of instruments at hand.
    pub catalogue: &'a Catalogue,
    /// The study file, where it was named.
    pub study: Option<&'a Study>,
    pub(crate) participant: usize,
    pub(crate) wave: usize,
}

/// A column of the wide table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name: `[a-z][a-z0-9_]*`, at most 26 characters.
    pub name: String,
    /// What stands in it, in a sentence or two.
    pub what: String,
    /// What its values are.
    pub kind: Kind,
    /// The values that it can have and what they mean; empty where they are not a list.
    pub values: Vec<(String, String)>,
    /// The codes for a missing value that it can have.
    pub missing: Vec<Code>,
    /// Its lowest and highest value, as decimal text.
    pub range: Option<(String, String)>,
    /// The id and version of its instrument.
    pub instrument: Option<(String, String)>,
    /// Of a score: how it is made, in words; of an item that is no score, empty.
    pub scoring: String,
    /// What a higher value means: `higher_is_better`, `higher_is_worse`, `neutral` or nothing.
    pub direction: String,
    /// Where item or scoring rule come from.
    pub source: String,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// A time in UTC, `2026-11-22T09:41:07Z`.
    Time,
}

impl<'a> Source<'a> {
    /// From the files of a results folder, those of [`FILES`] in that order. Sites and link workers have names only where
    /// the study file is given.
    ///
    /// # Errors
    /// [`SourceError`], the first one.
    pub fn read(
        files: [&'a [u8]; FILES.len()],
        catalogue: &'a Catalogue,
        study: Option<&'a Study>,
    ) -> Result<Self, SourceError> {
        read::source(files, catalogue, study)
    }

    /// The position of the column `name`.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The content of the file `name`; nothing for a name that is not in [`FILES`].
    pub fn file(&self, name: &str) -> &'a [u8] {
        self.files.iter().find(|file| file.name == name).map_or(&[], |file| file.bytes)
    }

    /// The participant code of a row.
    pub fn participant<'b>(&self, row: &'b [Value]) -> &'b str {
        row[self.participant].text()
    }

    /// The wave of a row.
    pub fn wave<'b>(&self, row: &'b [Value]) -> &'b str {
        row[self.wave].text()
    }

    /// The instruments with their versions, in the order of their columns.
    pub fn instruments(&self) -> Vec<(&str, &str)> {
        let named = self.fields.iter().filter_map(|field| field.instrument.as_ref());
        let mut named: Vec<(&str, &str)> =
            named.map(|(id, version)| (id.as_str(), version.as_str())).collect();
        named.dedup();
        named
    }
}
