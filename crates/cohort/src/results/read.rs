//! Tables of a results folder, read back: one room for whoever needs them, the analysis and the exports.
//!
//! Must never put a cell's content into an error: file, row and column say where it is.

use std::fmt;

use csv::StringRecord;

/// Why a table of a results folder cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// The file is no table as the import writes it.
    Table {
        /// The file.
        file: &'static str,
        /// The row where reading stopped, the header being row 1; 0 where that is not known.
        row: u64,
    },
    /// The file lacks a column, or has it at another place than its description says.
    Column {
        /// The file.
        file: &'static str,
        /// The column.
        column: String,
    },
    /// A cell does not hold what its column must.
    Cell {
        /// The file.
        file: &'static str,
        /// The row, the header being row 1.
        row: u64,
        /// The column.
        column: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table { file, row: 0 } => {
                write!(f, "{file} is not a table of a results folder; import again")
            }
            Self::Table { file, row } => {
                write!(
                    f,
                    "{file}, row {row}: the row is not as wide as the header, or not UTF-8; import again"
                )
            }
            Self::Column { file, column } => {
                write!(f, "{file}: the column `{column}` is missing or at another place; import again")
            }
            Self::Cell { file, row, column } => write!(
                f,
                "{file}, row {row}, column `{column}`: this is not what the import writes there; import again"
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// A table of a results folder, in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    file: &'static str,
    /// The names of its columns.
    pub names: StringRecord,
    /// Its rows, each as wide as its header.
    pub rows: Vec<StringRecord>,
}

impl Table {
    /// The table in the bytes of `file`, with or without a byte order mark.
    ///
    /// # Errors
    /// [`ReadError::Table`].
    pub fn read(file: &'static str, bytes: &[u8]) -> Result<Self, ReadError> {
        let wrong = |error: &csv::Error| ReadError::Table {
            file,
            row: error.position().map_or(0, |position| position.record() + 1),
        };
        let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
        let names = reader.headers().map_err(|error| wrong(&error))?.clone();
        let rows = reader.records().collect::<Result<_, _>>().map_err(|error| wrong(&error))?;
        Ok(Self { file, names, rows })
    }

    /// The position of the column `name`.
    ///
    /// # Errors
    /// [`ReadError::Column`].
    pub fn column(&self, name: &str) -> Result<usize, ReadError> {
        self.names.iter().position(|column| column == name).ok_or_else(|| self.without(name))
    }

    /// That the column `name` is not where it should be.
    pub fn without(&self, name: &str) -> ReadError {
        ReadError::Column { file: self.file, column: name.to_owned() }
    }

    /// That a cell does not hold what it must: of the row and the column at these positions, the first row below the
    /// header being 0.
    pub fn wrong(&self, row: usize, column: usize) -> ReadError {
        let column = self.names.get(column).unwrap_or_default().to_owned();
        ReadError::Cell { file: self.file, row: row as u64 + 2, column }
    }
}
