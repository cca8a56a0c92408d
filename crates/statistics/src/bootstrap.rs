//! The bootstrap interval of a mean change: without the assumption that changes are normal.

use alloc::vec::Vec;

use crate::{
    Interval, Level, Pairs, Refusal,
    describe::quantile,
    distribution::Normal,
    moments::{is_rounding, number},
    random::SplitMix64,
    sum::sum,
};

/// As many resamples as reports use.
pub const RESAMPLES: usize = 9_999;
/// The seed that reports use. Any would do; it is fixed so that everybody gets the same interval.
pub const SEED: u64 = 1;
/// Fewer resamples say nothing about the ends of an interval.
const FEWEST: usize = 100;

/// A bootstrap interval with what is needed to make it again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    /// The interval of the mean change, in points of the scale.
    pub interval: Interval,
    /// How many resamples it is made from.
    pub resamples: usize,
    /// The seed of [`SplitMix64`].
    pub seed: u64,
}

/// The BCa (bias-corrected and accelerated) interval of the mean change.
///
/// Changes are sorted first, so that the order of people does not matter; each resample draws n positions with
/// [`SplitMix64::below`], adds up in the order drawn and divides by n. Resamples equal to the mean count half as below
/// it. Ends are type 7 quantiles of the resampled means.
///
/// Source: B. Efron, Better bootstrap confidence intervals, Journal of the American Statistical Association 82 (1987)
/// 171–185; B. Efron, R. J. Tibshirani, An introduction to the bootstrap (1993), section 14.3.
///
/// # Errors
/// [`Refusal::TooFew`] below two pairs, [`Refusal::NoVariance`], [`Refusal::OutOfRange`] below 100 resamples.
pub fn bca(pairs: &Pairs, resamples: usize, seed: u64, level: Level) -> Result<Bootstrap, Refusal> {
    let moments = pairs.of_changes()?;
    moments.standard_error()?;
    if resamples < FEWEST {
        return Err(Refusal::OutOfRange("resamples"));
    }
    let mut changes = pairs.changes();
    changes.sort_unstable_by(f64::total_cmp);
    let means = resampled(&changes, resamples, seed);
    let largest = pairs.largest();
    let halves: usize = means
        .iter()
        .map(|mean| match mean - moments.mean {
            away if is_rounding(away.abs(), largest) => 1,
            away if away < 0.0 => 2,
            _ => 0,
        })
        .sum();
    let half = 0.5 / number(resamples);
    let bias = Normal.quantile((number(halves) / 2.0 / number(resamples)).clamp(half, 1.0 - half))?;
    let skew = acceleration(&changes, moments.mean);
    let end = |p: f64| -> Result<f64, Refusal> {
        let z = bias + Normal.quantile(p)?;
        let stretched = 1.0 - skew * z;
        let at = if stretched > 0.0 {
            Normal.tails(bias + z / stretched).lower
        } else {
            f64::from(u8::from(z > 0.0))
        };
        Ok(quantile(&means, at))
    };
    Ok(Bootstrap {
        interval: Interval { low: end(level.above())?, high: end(level.below())? },
        resamples,
        seed,
    })
}

/// The means of the resamples, ascending.
fn resampled(changes: &[f64], resamples: usize, seed: u64) -> Vec<f64> {
    let mut random = SplitMix64::new(seed);
    let n = changes.len();
    let mut means: Vec<f64> = (0..resamples)
        .map(|_| (0..n).fold(0.0, |total, _| total + changes[random.below(n)]) / number(n))
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    means
}

/// Of a mean, the jackknife's acceleration is a sixth of its skewness: Σd³ ÷ (6·(Σd²)^1.5).
fn acceleration(changes: &[f64], mean: f64) -> f64 {
    let power = |exponent: i32| {
        sum(changes.iter().map(|change| {
            let d = change - mean;
            if exponent == 3 { d * d * d } else { d * d }
        }))
    };
    let squares = power(2);
    power(3) / (6.0 * squares * libm::sqrt(squares))
}
