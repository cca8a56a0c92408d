//! What scoring did, and which values it refused.

use serde::Serialize;

/// So many refused values are named on standard error; the rest is counted.
const NAMED: usize = 20;
/// So many refused values are kept for `--json`: memory stays constant whatever the table holds.
const KEPT: usize = 1000;
/// So many characters of a refused value are shown.
const SHOWN: usize = 30;

/// What scoring did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Rows of the table, without its header.
    pub rows: u64,
    /// Rows without scores, because a value in them is none of its item's codes.
    pub rows_refused: u64,
    /// How many values were refused.
    pub values_refused: u64,
    /// The first thousand of them.
    pub refused: Vec<Refused>,
}

/// A value that is none of its item's codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The row, the header being row 1.
    pub row: u64,
    /// The column's name.
    pub column: String,
    /// The value, its first thirty characters.
    pub value: String,
    /// The item's codes.
    pub codes: String,
}

impl Report {
    /// A value in `row` was refused.
    pub(super) fn refuse(&mut self, row: u64, column: &str, value: &str, codes: &str) {
        self.values_refused += 1;
        if self.refused.len() == KEPT {
            return;
        }
        let mut shown: String = value.chars().take(SHOWN).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        self.refused.push(Refused { row, column: column.into(), value: shown, codes: codes.into() });
    }

    /// Says on standard error which values were refused: a line each, a bounded number of them.
    pub fn explain(&self) {
        for refused in self.refused.iter().take(NAMED) {
            let Refused { row, column, value, codes } = refused;
            eprintln!(
                "row {row}, column {column}: {value:?} is none of the codes {codes}; the row has no scores"
            );
        }
        let unnamed = self.values_refused - (self.refused.len().min(NAMED) as u64);
        if unnamed > 0 {
            eprintln!("and {unnamed} more");
        }
        if self.rows_refused > 0 {
            eprintln!("{} of {} rows have no scores", self.rows_refused, self.rows);
        }
    }
}
