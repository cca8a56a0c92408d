//! The rows: read, scored, handed on.

use std::{io::Read, path::Path};

use csv::StringRecord;
use engine::{
    instrument::{Code, Definition},
    scoring::Scorer,
};

use super::{
    cell::{self, Answer},
    columns::{Columns, Renames},
    report::Report,
    scored::ScoredColumns,
    table::Table,
};
use crate::error::CommandError;

/// Output is handed on in pieces of this size. A table that is smaller is not written at all after an error.
const PIECE: usize = 1 << 20;
/// The byte-order mark by which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A table to be scored.
pub struct Source<'a, R> {
    /// Its name in messages.
    pub name: &'a Path,
    /// Its bytes.
    pub read: R,
    /// Told now and then how many bytes were done.
    pub seen: &'a mut dyn FnMut(u64),
}

/// Scores every row of `source` and hands the table with its scores to `write`, a piece at a time, in memory that
/// does not depend on the number of rows.
///
/// # Errors
/// [`CommandError`]: what [`ScoreArguments`](super::ScoreArguments) explains, or what `write` gave.
pub fn score_table<R: Read>(
    definition: &Definition,
    renames: &Renames,
    source: Source<'_, R>,
    write: &mut dyn FnMut(&[u8]) -> Result<(), CommandError>,
) -> Result<Report, CommandError> {
    let scored = ScoredColumns::of(definition);
    let (mut table, header) = Table::open(source.name, source.read)?;
    let columns = Columns::find(source.name, &header, definition, renames, &scored)?;
    let mut rows = Rows::new(definition, columns, scored, &header);
    let mut cells = StringRecord::new();
    while table.next(&mut cells)? {
        rows.add(table.row(), &cells);
        if rows.out.len() >= PIECE {
            (source.seen)(table.bytes_read());
            write(&rows.out)?;
            rows.out.clear();
        }
    }
    write(&rows.out)?;
    Ok(rows.report)
}

/// The output so far, and what making a row of it needs.
struct Rows<'d> {
    scorer: Scorer<'d>,
    columns: Columns,
    scored: ScoredColumns<'d>,
    items: Vec<ItemColumn<'d>>,
    codes: Vec<Option<Code>>,
    out: Vec<u8>,
    report: Report,
}

/// An item's column and codes.
struct ItemColumn<'d> {
    name: String,
    codes: &'d [Code],
}

impl<'d> Rows<'d> {
    /// With the header as the first row of the output.
    fn new(
        definition: &'d Definition,
        columns: Columns,
        scored: ScoredColumns<'d>,
        header: &StringRecord,
    ) -> Self {
        let items = definition.items.iter().zip(&columns.of_items).map(|(item, at)| ItemColumn {
            name: at.map_or(String::new(), |at| header[at].trim().into()),
            codes: definition.codes(item),
        });
        let mut out = BYTE_ORDER_MARK.to_vec();
        pass_through(header, &mut out);
        for name in scored.names() {
            out.push(b',');
            cell::write(&name, &mut out);
        }
        out.extend_from_slice(b"\r\n");
        Self {
            scorer: Scorer::new(definition),
            items: items.collect(),
            columns,
            scored,
            codes: Vec::new(),
            out,
            report: Report::default(),
        }
    }

    /// Appends a row of the table with its scores.
    fn add(&mut self, row: u64, cells: &StringRecord) {
        self.report.rows += 1;
        pass_through(cells, &mut self.out);
        if self.read_codes(row, cells) {
            let out = &mut self.out;
            self.scored.cells(&self.scorer.score_codes(&self.codes), |text| {
                out.push(b',');
                cell::write(text, out);
            });
        } else {
            self.report.rows_refused += 1;
            self.out.extend(self.scored.names().map(|_| b','));
        }
        self.out.extend_from_slice(b"\r\n");
    }

    /// Reads the row's answers; false when one of them is none of its item's codes.
    fn read_codes(&mut self, row: u64, cells: &StringRecord) -> bool {
        self.codes.clear();
        let mut all_good = true;
        for (item, at) in self.items.iter().zip(&self.columns.of_items) {
            let text = at.map_or("", |at| &cells[at]);
            self.codes.push(match cell::read(text) {
                Answer::Missing => None,
                Answer::Number(code) if item.codes.contains(&code) => Some(code),
                Answer::Number(_) | Answer::Strange => {
                    self.report.refuse(row, &item.name, text, &in_words(item.codes));
                    all_good = false;
                    None
                }
            });
        }
        all_good
    }
}

/// Appends the cells as they are.
fn pass_through(cells: &StringRecord, out: &mut Vec<u8>) {
    for (at, text) in cells.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        cell::write(text, out);
    }
}

/// The codes as people write them: `1 to 4`, or one after the other where they do not run on.
fn in_words(codes: &[Code]) -> String {
    let mut sorted = codes.to_vec();
    sorted.sort_unstable();
    match (sorted.first(), sorted.last()) {
        (Some(low), Some(high)) if sorted.windows(2).all(|pair| pair[1] - pair[0] == 1) => {
            format!("{low} to {high}")
        }
        _ => sorted.iter().map(Code::to_string).collect::<Vec<_>>().join(", "),
    }
}
