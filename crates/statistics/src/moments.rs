//! Mean and spread, on which everything else stands. Both are the same bits for any order of the values.

use crate::{Refusal, refusal::Counted, sum::sum};

/// Beyond this nothing is computed: squares and their sums stay finite below it.
const LARGEST: f64 = 1e100;
/// A spread below this part of the largest value is rounding: scores are written with twelve digits.
const ROUNDING: f64 = 1e-11;

/// Count, mean and standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moments {
    pub(crate) n: usize,
    pub(crate) mean: f64,
    /// With n − 1; exactly 0 where all values are the same up to rounding.
    pub(crate) sd: f64,
}

/// `Ok` where every value is a number to compute with.
pub(crate) fn checked(values: &[f64]) -> Result<(), Refusal> {
    // NaN is not below anything.
    if values.iter().all(|value| value.abs() <= LARGEST) { Ok(()) } else { Err(Refusal::NotANumber) }
}

/// A count as a number; exact below 2⁵³.
pub(crate) fn number(count: usize) -> f64 {
    count as f64
}

/// The largest distance from zero; 0 of none.
pub(crate) fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |largest, value| value.abs().max(largest))
}

/// Whether a spread among values as large as `largest` is no more than rounding.
pub(crate) fn is_rounding(spread: f64, largest: f64) -> bool {
    spread <= ROUNDING * largest
}

/// The mean of at least one checked value.
pub(crate) fn mean(values: &[f64]) -> f64 {
    sum(values.iter().copied()) / number(values.len())
}

/// The sum of products of deviations from the means, over n − 1.
pub(crate) fn covariance(a: &[f64], b: &[f64]) -> f64 {
    let (mean_a, mean_b) = (mean(a), mean(b));
    sum(a.iter().zip(b).map(|(a, b)| (a - mean_a) * (b - mean_b))) / (number(a.len()) - 1.0)
}

impl Moments {
    /// Of at least two values.
    pub(crate) fn of(values: &[f64], counted: Counted) -> Result<Self, Refusal> {
        Self::beside(values, largest(values), counted)
    }

    /// Of at least two values that were computed from values as large as `largest`.
    pub(crate) fn beside(values: &[f64], largest: f64, counted: Counted) -> Result<Self, Refusal> {
        Refusal::unless(counted, values.len(), 2)?;
        checked(values)?;
        let sd = libm::sqrt(covariance(values, values));
        let sd = if is_rounding(sd, largest) { 0.0 } else { sd };
        Ok(Self { n: values.len(), mean: mean(values), sd })
    }

    /// The standard error of the mean.
    ///
    /// # Errors
    /// [`Refusal::NoVariance`].
    pub(crate) fn standard_error(&self) -> Result<f64, Refusal> {
        if self.sd > 0.0 { Ok(self.sd / libm::sqrt(number(self.n))) } else { Err(Refusal::NoVariance) }
    }
}

/// Pearson's correlation, between −1 and 1, of at least two pairs.
///
/// # Errors
/// [`Refusal::NoVariance`] where one side has none.
pub(crate) fn correlation(a: &[f64], b: &[f64]) -> Result<f64, Refusal> {
    let (of_a, of_b) = (Moments::of(a, Counted::Pairs)?, Moments::of(b, Counted::Pairs)?);
    if of_a.sd == 0.0 || of_b.sd == 0.0 {
        return Err(Refusal::NoVariance);
    }
    Ok((covariance(a, b) / of_a.sd / of_b.sd).clamp(-1.0, 1.0))
}
