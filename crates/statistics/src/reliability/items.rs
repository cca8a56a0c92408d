//! Complete answers of people to the items of a scale, and their covariances.

use alloc::vec::Vec;

use crate::{
    Refusal,
    moments::{Moments, checked, covariance},
    refusal::Counted,
    sum::sum,
};

/// Complete answers: people by items, already turned the same way round as the scoring rule does.
#[derive(Clone, Debug, PartialEq)]
pub struct Items {
    /// One list of answers an item.
    columns: Vec<Vec<f64>>,
    left_out: usize,
}

/// What alpha and omega are computed from.
pub(super) struct Covariances {
    pub(super) moments: Vec<Moments>,
    /// Symmetric, with the variances on the diagonal.
    pub(super) matrix: Vec<Vec<f64>>,
}

impl Items {
    /// From one row a person; people with a missing answer are left out whole.
    ///
    /// # Errors
    /// [`Refusal::Ragged`], [`Refusal::NotANumber`], [`Refusal::TooFew`] below two complete people or two items.
    pub fn complete(rows: &[Vec<Option<f64>>]) -> Result<Self, Refusal> {
        let width = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|row| row.len() != width) {
            return Err(Refusal::Ragged);
        }
        let whole: Vec<Vec<f64>> = rows.iter().filter_map(|row| row.iter().copied().collect()).collect();
        Refusal::unless(Counted::Items, width, 2)?;
        Refusal::unless(Counted::People, whole.len(), 2)?;
        let columns: Vec<Vec<f64>> =
            (0..width).map(|item| whole.iter().map(|row| row[item]).collect()).collect();
        columns.iter().try_for_each(|column| checked(column))?;
        Ok(Self { columns, left_out: rows.len() - whole.len() })
    }

    /// How many people answered every item.
    pub fn people(&self) -> usize {
        self.columns[0].len()
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.columns.len()
    }

    /// How many people were left out because an answer is missing.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    pub(super) fn covariances(&self) -> Result<Covariances, Refusal> {
        let moments: Vec<Moments> = self
            .columns
            .iter()
            .map(|column| Moments::of(column, Counted::People))
            .collect::<Result<_, _>>()?;
        let mut matrix: Vec<Vec<f64>> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let mut row: Vec<f64> = matrix.iter().map(|earlier| earlier[at]).collect();
            // An item that everybody answers alike has nothing in common with others, not even rounding.
            row.extend(self.columns[at..].iter().zip(&moments[at..]).map(|(other, of_other)| {
                if moments[at].sd == 0.0 || of_other.sd == 0.0 { 0.0 } else { covariance(column, other) }
            }));
            matrix.push(row);
        }
        Ok(Covariances { moments, matrix })
    }
}

impl Covariances {
    /// The variance of the sum of all items but `without`.
    pub(super) fn of_sum(&self, without: Option<usize>) -> f64 {
        let items = || (0..self.matrix.len()).filter(|item| Some(*item) != without);
        sum(items().flat_map(|row| items().map(move |column| self.matrix[row][column])))
    }

    /// The covariance of an item with the sum of the others.
    pub(super) fn with_the_rest(&self, item: usize) -> f64 {
        sum(self.matrix[item].iter().enumerate().filter(|(other, _)| *other != item).map(|(_, value)| *value))
    }

    /// Correlations, the diagonal 1.
    ///
    /// # Errors
    /// [`Refusal::NoVariance`] where somebody's answers to an item are everybody's.
    pub(super) fn correlations(&self) -> Result<Vec<Vec<f64>>, Refusal> {
        if self.moments.iter().any(|item| item.sd == 0.0) {
            return Err(Refusal::NoVariance);
        }
        let sd = |item: usize| self.moments[item].sd;
        let row = |(at, row): (usize, &Vec<f64>)| -> Vec<f64> {
            row.iter()
                .enumerate()
                .map(|(other, value)| if other == at { 1.0 } else { value / sd(at) / sd(other) })
                .collect()
        };
        Ok(self.matrix.iter().enumerate().map(row).collect())
    }
}
