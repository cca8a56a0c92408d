//! The parts of a long table.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A part of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its position, from 0.
    pub page: usize,
    /// Rows a part.
    pub length: usize,
    /// Rows in all.
    pub all: usize,
}

impl Part {
    /// The part at `page` of `all` rows, or the last one where there are not so many.
    pub fn new(page: usize, length: usize, all: usize) -> Self {
        let last = all.saturating_sub(1) / length;
        Self { page: page.min(last), length, all }
    }

    /// The positions of its rows.
    pub fn rows(self) -> Range<usize> {
        let first = self.page * self.length;
        first..self.all.min(first + self.length)
    }

    /// Whether no part comes after it.
    pub fn is_last(self) -> bool {
        self.rows().end == self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_exactly_one_part() {
        for all in [0_usize, 1, 24, 25, 26, 50, 51] {
            let pages = (0..all.div_ceil(25)).flat_map(|page| Part::new(page, 25, all).rows());
            assert!(pages.eq(0..all), "{all}");
        }
    }

    #[test]
    fn a_part_behind_the_end_is_the_last_one() {
        assert_eq!(Part::new(9, 25, 30).rows(), 25..30);
        assert!(Part::new(9, 25, 30).is_last());
        assert_eq!(Part::new(3, 25, 0).rows(), 0..0);
    }
}
