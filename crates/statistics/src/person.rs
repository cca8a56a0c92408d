//! Each person's change: is it more than the instrument's error, or past a published threshold? And how much of a change
//! is what any second measurement brings.

use crate::{
    Level, Pairs, Refusal,
    moments::{correlation, is_rounding},
    proportion::Share,
};

/// How far a change may fall short of a threshold by rounding: scores are written with twelve digits.
const ROUNDING: f64 = 1e-9;
/// The two-sided 5 % point of the normal distribution as Jacobson and Truax round it.
const POINT: f64 = 1.96;

/// Which direction of a scale is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// A higher score is better, as of well-being.
    Higher,
    /// A lower score is better, as of anxiety.
    Lower,
}

/// What is said of one person's change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Better by at least as much as the rule asks.
    Improved,
    /// Less than the rule asks, either way.
    Unchanged,
    /// Worse by at least as much as the rule asks.
    Worse,
}

/// When a person's change counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    points: f64,
    /// Whether exactly as many points count.
    inclusive: bool,
}

/// How many people improved, stayed, got worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdicts {
    /// Improved.
    pub improved: Share,
    /// Unchanged.
    pub unchanged: Share,
    /// Got worse.
    pub worse: Share,
}

impl Rule {
    /// The reliable change index: a change counts where it is above 1.96 · sd · √2 · √(1 − reliability), more than
    /// the instrument's error alone brings in 19 of 20 people. The standard deviation and the reliability belong to a
    /// named sample; a report must name it.
    ///
    /// Source: N. S. Jacobson, P. Truax, Clinical significance, Journal of Consulting and Clinical Psychology 59 (1991)
    /// 12–19, p. 14.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `sd` is above 0 and `reliability` at least 0 and below 1.
    pub fn reliable_change(sd: f64, reliability: f64) -> Result<Self, Refusal> {
        if !(sd > 0.0 && sd.is_finite()) {
            return Err(Refusal::OutOfRange("standard deviation"));
        }
        if !(0.0..1.0).contains(&reliability) {
            return Err(Refusal::OutOfRange("reliability"));
        }
        let error = sd * libm::sqrt(1.0 - reliability);
        Ok(Self { points: POINT * libm::sqrt(2.0) * error, inclusive: false })
    }

    /// A published threshold: a change counts from `points` on.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless it is above 0.
    pub fn threshold(points: f64) -> Result<Self, Refusal> {
        if points > 0.0 && points.is_finite() {
            Ok(Self { points, inclusive: true })
        } else {
            Err(Refusal::OutOfRange("points"))
        }
    }

    /// How many points a change must have.
    pub fn points(&self) -> f64 {
        self.points
    }

    /// What is said of a person whose score changed by `change` points.
    pub fn judge(&self, change: f64, better: Better) -> Verdict {
        let size = change.abs();
        let counts =
            if self.inclusive { size >= self.points - ROUNDING } else { size > self.points + ROUNDING };
        match (counts, (change > 0.0) == (better == Better::Higher)) {
            (false, _) => Verdict::Unchanged,
            (true, true) => Verdict::Improved,
            (true, false) => Verdict::Worse,
        }
    }
}

impl Verdicts {
    /// Of everybody with both scores.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] without pairs.
    pub fn of(pairs: &Pairs, rule: &Rule, better: Better, level: Level) -> Result<Self, Refusal> {
        let changes = pairs.changes();
        let share = |verdict| {
            let count = changes.iter().filter(|change| rule.judge(**change, better) == verdict).count();
            Share::new(count, changes.len(), level)
        };
        Ok(Self {
            improved: share(Verdict::Improved)?,
            unchanged: share(Verdict::Unchanged)?,
            worse: share(Verdict::Worse)?,
        })
    }
}

/// What a second measurement does to those who began far from the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegressionToTheMean {
    /// Pearson's correlation of the two scores, −1 to 1.
    pub correlation: f64,
    /// The share of a distance from the baseline mean that is expected to be gone at the second measurement even where
    /// nothing happened: 1 − correlation.
    pub expected_return: f64,
    /// Oldham's correlation of the change with the mean of both scores, −1 to 1: unlike the correlation with the
    /// baseline, it is not below 0 by regression alone. Clearly negative: those who were low really gained more.
    /// `None` where one of the two has no spread.
    pub oldham: Option<f64>,
}

/// How much regression to the mean to expect, where both scores have about the same spread.
///
/// Source: A. G. Barnett, J. C. van der Pols, A. J. Dobson, Regression to the mean: what it is and how to deal with it,
/// International Journal of Epidemiology 34 (2005) 215–220; P. D. Oldham, A note on the analysis of repeated
/// measurements of the same subjects, Journal of Chronic Diseases 15 (1962) 969–977.
///
/// # Errors
/// [`Refusal::TooFew`] below two pairs, [`Refusal::NoVariance`] where one side has none.
pub fn regression_to_the_mean(pairs: &Pairs) -> Result<RegressionToTheMean, Refusal> {
    let of_both = correlation(&pairs.before, &pairs.after)?;
    let changes = pairs.changes();
    let middles: alloc::vec::Vec<f64> =
        pairs.before.iter().zip(&pairs.after).map(|(before, after)| (before + after) / 2.0).collect();
    let spread = pairs.of_changes()?.sd;
    let oldham =
        if is_rounding(spread, pairs.largest()) { None } else { correlation(&changes, &middles).ok() };
    Ok(RegressionToTheMean { correlation: of_both, expected_return: 1.0 - of_both, oldham })
}
