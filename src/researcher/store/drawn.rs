//! How much of the ledger and the table is drawn: both at once would hold the page up.

/// So much of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawn {
    /// All that is here.
    #[default]
    All,
    /// After so many steps: first nothing of them, then the ledger, then the table, some rows at a time.
    Steps(usize),
}

/// Rows of the table that are drawn in one step.
const ROWS: usize = 8;

impl Drawn {
    /// Nothing yet.
    pub const BEGUN: Self = Self::Steps(0);

    /// One step further, with so many `rows` in the table.
    pub(super) fn next(self, rows: usize) -> Self {
        match self {
            Self::Steps(steps) if steps * ROWS < rows => Self::Steps(steps + 1),
            Self::Steps(0) => Self::Steps(1),
            _ => Self::All,
        }
    }

    /// Whether the ledger is drawn.
    pub fn has_ledger(self) -> bool {
        self != Self::BEGUN
    }

    /// Those of the table's rows that are drawn; none where it is not begun.
    pub fn of<T>(self, rows: &[T]) -> Option<&[T]> {
        match self {
            Self::All => Some(rows),
            Self::Steps(0 | 1) => None,
            Self::Steps(steps) => Some(&rows[..rows.len().min((steps - 1) * ROWS)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_comes_first_and_then_all_rows_in_their_order() {
        for count in 0..40 {
            let rows: Vec<usize> = (0..count).collect();
            let mut drawn = vec![Drawn::BEGUN];
            while drawn.last() != Some(&Drawn::All) {
                drawn.push(drawn[drawn.len() - 1].next(count));
            }
            assert!(!drawn[0].has_ledger() && drawn[1].has_ledger(), "{count}");
            assert_eq!([drawn[0], drawn[1]].map(|drawn| drawn.of(&rows)), [None, None]);
            let lengths: Vec<usize> =
                drawn.iter().map(|drawn| drawn.of(&rows).map_or(0, <[usize]>::len)).collect();
            assert!(lengths.windows(2).all(|two| two[0] <= two[1] && two[1] - two[0] <= ROWS), "{lengths:?}");
            assert_eq!(lengths.last(), Some(&count));
        }
    }
}
