//! Cronbach's alpha, and what each item does to it.

use alloc::vec::Vec;

use super::items::{Covariances, Items};
use crate::{Interval, Level, Refusal, distribution::Fisher, moments::number, refusal::Counted, sum::sum};

/// Cronbach's alpha of a sum score.
#[derive(Clone, Debug, PartialEq)]
pub struct Alpha {
    /// People who answered every item.
    pub n: usize,
    /// People left out because an answer is missing.
    pub left_out: usize,
    /// At most 1; negative where items go against each other.
    pub alpha: f64,
    /// Feldt's interval.
    pub interval: Interval,
    /// Of items brought to the same spread first; `None` where an item has no spread.
    pub standardised: Option<f64>,
    /// One an item, in their order.
    pub items: Vec<ItemStatistics>,
}

/// One item beside the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemStatistics {
    /// The mean, in the item's codes.
    pub mean: f64,
    /// The standard deviation with n − 1.
    pub sd: f64,
    /// The correlation with the sum of the other items, −1 to 1; `None` where one of the two has no spread.
    pub corrected_item_total: Option<f64>,
    /// Alpha of the other items; `None` where fewer than two are left or their sum has no spread.
    pub alpha_if_deleted: Option<f64>,
}

/// Cronbach's alpha with Feldt's interval, corrected item-total correlations and alpha if an item is deleted.
///
/// Alpha is k ÷ (k − 1) · (1 − Σ item variances ÷ variance of the sum). The interval takes (1 − ρ) ÷ (1 − α) as F
/// distributed with n − 1 and (n − 1)(k − 1) degrees of freedom; it holds for continuous scores, and is near enough for
/// rating scales.
///
/// Source: L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951) 297–334,
/// formula 2; L. S. Feldt, D. J. Woodruff, F. A. Salih, Statistical inference for coefficient alpha, Applied
/// Psychological Measurement 11 (1987) 93–103. Checked with R's psych.
///
/// # Errors
/// [`Refusal::NoVariance`] where everybody has the same sum.
pub fn alpha(answers: &Items, level: Level) -> Result<Alpha, Refusal> {
    let covariances = answers.covariances()?;
    let alpha = without(&covariances, None).ok_or(Refusal::NoVariance)?;
    let (n, k) = (number(answers.people()), number(answers.items()));
    let f = Fisher::new(n - 1.0, (n - 1.0) * (k - 1.0))?;
    let interval = Interval {
        low: 1.0 - (1.0 - alpha) * f.quantile(level.below())?,
        high: 1.0 - (1.0 - alpha) * f.quantile(level.above())?,
    };
    Ok(Alpha {
        n: answers.people(),
        left_out: answers.left_out(),
        alpha,
        interval,
        standardised: standardised(&covariances),
        items: (0..answers.items()).map(|item| beside_others(&covariances, item)).collect(),
    })
}

/// Alpha of all items but one.
fn without(covariances: &Covariances, deleted: Option<usize>) -> Option<f64> {
    let left = covariances.moments.len() - usize::from(deleted.is_some());
    if left < 2 {
        return None;
    }
    let items = covariances.matrix.iter().enumerate().filter(|(item, _)| Some(*item) != deleted);
    let variances = sum(items.map(|(item, row)| row[item]));
    let whole = covariances.of_sum(deleted);
    let k = number(left);
    // Sums that cancel to nothing leave rounding behind.
    (whole > variances * 1e-12).then(|| k / (k - 1.0) * (1.0 - variances / whole))
}

fn standardised(covariances: &Covariances) -> Option<f64> {
    let correlations = covariances.correlations().ok()?;
    let k = number(correlations.len());
    let whole = sum(correlations.iter().flatten().copied());
    (whole > k * 1e-12).then(|| k / (k - 1.0) * (1.0 - k / whole))
}

fn beside_others(covariances: &Covariances, item: usize) -> ItemStatistics {
    let moments = covariances.moments[item];
    let rest = covariances.of_sum(Some(item));
    let spread = moments.sd * libm::sqrt(rest.max(0.0));
    let corrected_item_total =
        (spread > 0.0).then(|| (covariances.with_the_rest(item) / spread).clamp(-1.0, 1.0));
    ItemStatistics {
        mean: moments.mean,
        sd: moments.sd,
        corrected_item_total,
        alpha_if_deleted: without(covariances, Some(item)),
    }
}

/// A scale needs this many items for [`super::omega()`]; with two, one factor has no single solution.
pub(super) const FACTOR_ITEMS: usize = 3;

/// `Ok` where one factor can be looked for.
pub(super) fn enough_for_a_factor(answers: &Items) -> Result<(), Refusal> {
    Refusal::unless(Counted::Items, answers.items(), FACTOR_ITEMS)?;
    Refusal::unless(Counted::People, answers.people(), FACTOR_ITEMS)
}
