//! The rows of a table that somebody gives, one at a time.
//!
//! Promises: every row has as many cells as the header, all of them UTF-8; a row that never ends is given up at
//! 16 MiB instead of filling the memory.

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};
use std::{
    cell::Cell,
    io::{self, Cursor, Read},
    rc::Rc,
};

/// The largest row in bytes.
const LARGEST_ROW: u64 = 16 << 20;
/// The byte-order marks of UTF-8 and of the two forms of UTF-16.
const UTF_8: &[u8] = b"\xef\xbb\xbf";
const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// Why a table cannot be read.
#[derive(Debug)]
pub enum RowsError {
    /// Its bytes cannot be had.
    Reading(io::Error),
    /// It is no table; where, why, and what to do. Never what stands in a cell.
    Wrong(String),
}

/// The table that is read.
pub struct Rows<R> {
    reader: Reader<Bounded<R>>,
    /// How many bytes were read since the last row ended, as [`Bounded`] counts them.
    since_row: Rc<Cell<u64>>,
    /// The row that was read last, the header being row 1.
    row: u64,
    /// How many cells the header has.
    width: usize,
}

impl<R: Read> Rows<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// [`RowsError`]: no header, or not UTF-8.
    pub fn open(mut input: R) -> Result<(Self, StringRecord), RowsError> {
        let start = first_bytes(&mut input).map_err(RowsError::Reading)?;
        if UTF_16.iter().any(|mark| start.starts_with(mark)) {
            return Err(RowsError::Wrong("the table is in UTF-16: save it as CSV UTF-8".into()));
        }
        let start = start.strip_prefix(UTF_8).map_or(start.clone(), <[u8]>::to_vec);
        let since_row = Rc::new(Cell::new(0));
        let bounded = Bounded { start: Cursor::new(start), rest: input, since_row: since_row.clone() };
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bounded);
        let mut table = Self { reader, since_row, row: 0, width: 0 };
        let mut header = StringRecord::new();
        if !table.next(&mut header)? {
            return Err(RowsError::Wrong("the table is empty: its first row must name the columns".into()));
        }
        table.width = header.len();
        Ok((table, header))
    }

    /// Reads the next row into `cells`; false after the last one.
    ///
    /// # Errors
    /// [`RowsError`], with row and column: not UTF-8, too few or too many cells, a row that is too
    /// large, or reading failed.
    pub fn next(&mut self, cells: &mut StringRecord) -> Result<bool, RowsError> {
        self.row += 1;
        self.since_row.set(0);
        match self.reader.read_record(cells) {
            Err(error) => Err(self.refusal(&error)),
            Ok(false) => Ok(false),
            Ok(true) if self.row > 1 && cells.len() != self.width => Err(self.wrong(&format!(
                "{} cells where the header has {}: check its commas and quotation marks",
                cells.len(),
                self.width
            ))),
            Ok(true) => Ok(true),
        }
    }

    /// The row that was read last, the header being row 1. Empty lines are not counted.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// How many bytes were taken from the input and made into rows.
    pub fn bytes_read(&self) -> u64 {
        self.reader.position().byte()
    }

    fn refusal(&self, error: &csv::Error) -> RowsError {
        match error.kind() {
            ErrorKind::Utf8 { err, .. } => self.wrong(&format!(
                "column {} is not UTF-8: open the table in a spreadsheet and save it as CSV UTF-8",
                err.field() + 1
            )),
            ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                self.wrong("the row does not end within 16 MiB: is a closing quotation mark missing?")
            }
            ErrorKind::Io(error) => RowsError::Reading(io::Error::new(error.kind(), error.to_string())),
            _ => self.wrong(&error.to_string()),
        }
    }

    fn wrong(&self, what: &str) -> RowsError {
        RowsError::Wrong(format!("row {}: {what}", self.row))
    }
}

/// The first three bytes, or as many as there are.
fn first_bytes(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    input.take(UTF_8.len() as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// The input, refusing to go on when a row has not ended for too long.
struct Bounded<R> {
    start: Cursor<Vec<u8>>,
    rest: R,
    since_row: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.start.read(buffer)? {
            0 => self.rest.read(buffer)?,
            some => some,
        };
        let since_row = self.since_row.get() + read as u64;
        self.since_row.set(since_row);
        if since_row > LARGEST_ROW { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}
