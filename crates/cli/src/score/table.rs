//! The rows of the table that is read, with the table's name in what is wrong with them.

use std::{io::Read, path::Path};

use csv::StringRecord;
use setup::rows::{Rows, RowsError};

use crate::error::CommandError;

/// The table that is read.
pub(crate) struct Table<'a, R> {
    name: &'a Path,
    rows: Rows<R>,
}

impl<'a, R: Read> Table<'a, R> {
    /// Reads the header.
    ///
    /// # Errors
    /// [`CommandError::Unreadable`]: no header, or not UTF-8.
    pub(crate) fn open(name: &'a Path, input: R) -> Result<(Self, StringRecord), CommandError> {
        let (rows, header) = Rows::open(input).map_err(|error| unreadable(name, error))?;
        Ok((Self { name, rows }, header))
    }

    /// Reads the next row into `cells`; false after the last one.
    ///
    /// # Errors
    /// [`CommandError::Unreadable`], with row and column.
    pub(crate) fn next(&mut self, cells: &mut StringRecord) -> Result<bool, CommandError> {
        self.rows.next(cells).map_err(|error| unreadable(self.name, error))
    }

    /// The row that was read last, the header being row 1. Empty lines are not counted.
    pub(crate) fn row(&self) -> u64 {
        self.rows.row()
    }

    /// How many bytes were taken from the input and made into rows.
    pub(crate) fn bytes_read(&self) -> u64 {
        self.rows.bytes_read()
    }
}

/// What is wrong with the table called `name`.
pub(crate) fn unreadable(name: &Path, error: RowsError) -> CommandError {
    match error {
        RowsError::Reading(error) => CommandError::reading(name, &error),
        RowsError::Wrong(what) => CommandError::unreadable(name, what),
    }
}
