//! Those who came back beside those who did not, and what the mean change would be if they had.

use alloc::vec::Vec;

use crate::{
    Level, Pairs, Refusal,
    distribution::{Student, first},
    moments::{Moments, checked, largest, number},
    pairs::{MeanChange, t_of},
    proportion::Share,
    refusal::Counted,
};

/// Differences from here on are usually called notable.
pub const NOTABLE: f64 = 0.1;

/// A baseline score of those who came back, beside those who did not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// Those who came back.
    pub returned: Side,
    /// Those who did not.
    pub lost: Side,
    /// (mean of those who came back − mean of the others) ÷ √((sd² + sd²) ÷ 2).
    pub standardised_difference: f64,
}

/// One of two groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// People with a score.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation with n − 1.
    pub sd: f64,
}

impl From<Moments> for Side {
    fn from(Moments { n, mean, sd }: Moments) -> Self {
        Self { n, mean, sd }
    }
}

/// Compares a baseline score by its standardised difference, which unlike a p value does not depend on how many people
/// there are.
///
/// Source: P. C. Austin, Balance diagnostics for comparing the distribution of baseline covariates, Statistics in
/// Medicine 28 (2009) 3083–3107, section 4.1, where 0.1 is the limit of [`NOTABLE`].
///
/// # Errors
/// [`Refusal::TooFew`] below two people on a side, [`Refusal::NoVariance`] where neither side has any,
/// [`Refusal::NotANumber`].
pub fn beside(returned: &[f64], lost: &[f64]) -> Result<Beside, Refusal> {
    checked(returned)?;
    checked(lost)?;
    let size = largest(returned).max(largest(lost));
    let of = |values| Moments::beside(values, size, Counted::People);
    let (returned, lost) = (of(returned)?, of(lost)?);
    let spread = libm::sqrt((returned.sd * returned.sd + lost.sd * lost.sd) / 2.0);
    if spread == 0.0 {
        return Err(Refusal::NoVariance);
    }
    let standardised_difference = (returned.mean - lost.mean) / spread;
    Ok(Beside { returned: returned.into(), lost: lost.into(), standardised_difference })
}

/// The standardised difference of two shares, as of women among those who came back and the others:
/// (p − q) ÷ √((p(1 − p) + q(1 − q)) ÷ 2).
///
/// Source: as [`beside`].
///
/// # Errors
/// [`Refusal::NoVariance`] where both shares are 0 or 1.
pub fn difference_of_shares(returned: &Share, lost: &Share) -> Result<f64, Refusal> {
    let variance = |share: &Share| share.share * (1.0 - share.share);
    let spread = libm::sqrt((variance(returned) + variance(lost)) / 2.0);
    if spread == 0.0 { Err(Refusal::NoVariance) } else { Ok((returned.share - lost.share) / spread) }
}

/// The mean change where `lost` further people are counted as unchanged: last observation carried forward.
///
/// Shown because readers ask for it. It is no cautious choice: it makes the interval narrower as if these people had
/// been asked, and unchanged is kind to those who got worse.
///
/// Source: criticised in National Research Council, The prevention and treatment of missing data in clinical trials
/// (2010), chapter 4.
///
/// # Errors
/// As [`Pairs::mean_change`].
pub fn last_carried_forward(pairs: &Pairs, lost: usize, level: Level) -> Result<MeanChange, Refusal> {
    let mut changes: Vec<f64> = pairs.changes();
    changes.resize(pairs.len() + lost, 0.0);
    t_of(&Moments::beside(&changes, pairs.largest(), Counted::Pairs)?, level)
}

/// What it would take to undo a mean change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tipping {
    /// Everybody came back.
    NobodyLost,
    /// The interval of those who came back holds 0 already.
    NothingToTip,
    /// The interval of everybody reaches 0 from here on.
    At {
        /// By how many points, on average, the others would have to have changed less than those who came back;
        /// above 0.
        shift: f64,
        /// The mean change of the others at that point, in points.
        mean_of_lost: f64,
    },
}

/// How differently the lost people must have done for the mean change of everybody to be no longer clear of 0.
///
/// The others' mean change is taken to be that of those who came back, moved towards 0 and beyond by δ points. The mean
/// of everybody is then m − (1 − π)·δ, with π the share of those who came back, and its variance s² ÷ n of those who
/// came back plus δ²·π(1 − π) ÷ N; the interval is from t with n − 1 degrees of freedom. The result is the smallest δ at
/// which it reaches 0. With δ = 0 it is the completers' own interval.
///
/// Source: the mean-score form of a pattern-mixture model, I. R. White, J. Carpenter, N. J. Horton, A mean score method
/// for sensitivity analysis to departures from the missing at random assumption, Statistica Sinica 28 (2018) 1985–2003,
/// for one mean without covariates; tipping points in B. Ratitch, M. O'Kelly, R. Tosiello, Pharmaceutical Statistics 12
/// (2013) 337–347.
///
/// # Errors
/// As [`Pairs::mean_change`].
pub fn tipping_point(pairs: &Pairs, lost: usize, level: Level) -> Result<Tipping, Refusal> {
    let change = pairs.mean_change(level)?;
    if lost == 0 {
        return Ok(Tipping::NobodyLost);
    }
    if change.interval.holds(0.0) {
        return Ok(Tipping::NothingToTip);
    }
    let all = number(change.n + lost);
    let (stayed, gone) = (number(change.n) / all, number(lost) / all);
    let t = Student::new(change.df)?.quantile(level.below())?;
    let of_mean = change.standard_error * change.standard_error;
    let size = change.mean.abs();
    let reaches_zero =
        |shift: f64| size - gone * shift <= t * libm::sqrt(of_mean + shift * shift * stayed * gone / all);
    let shift = first(0.0, reaches_zero);
    Ok(Tipping::At { shift, mean_of_lost: libm::copysign(1.0, change.mean) * (size - shift) })
}
