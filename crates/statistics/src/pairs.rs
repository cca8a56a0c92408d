//! Two scores of each person: the mean change.

use alloc::vec::Vec;

use crate::{
    Interval, Level, Refusal,
    distribution::Student,
    moments::{Moments, checked, largest, number},
    refusal::Counted,
};

/// The scores of the same people at two times.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    pub(crate) before: Vec<f64>,
    pub(crate) after: Vec<f64>,
}

/// The mean change and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanChange {
    /// People with both scores.
    pub n: usize,
    /// After minus before, in points of the scale.
    pub mean: f64,
    /// The standard deviation of the changes, with n − 1.
    pub sd: f64,
    /// The standard error of the mean.
    pub standard_error: f64,
    /// The t interval of the mean.
    pub interval: Interval,
    /// Student's t: mean over standard error.
    pub t: f64,
    /// Degrees of freedom: n − 1.
    pub df: f64,
    /// Two-sided, 0 to 1.
    pub p: f64,
}

impl Pairs {
    /// From (before, after) of each person who has both.
    ///
    /// # Errors
    /// [`Refusal::NotANumber`].
    pub fn new(pairs: impl IntoIterator<Item = (f64, f64)>) -> Result<Self, Refusal> {
        let (before, after): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        checked(&before)?;
        checked(&after)?;
        Ok(Self { before, after })
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.before.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    /// After minus before, person by person.
    pub fn changes(&self) -> Vec<f64> {
        self.before.iter().zip(&self.after).map(|(before, after)| after - before).collect()
    }

    /// The largest score without its sign, by which rounding is judged.
    pub(crate) fn largest(&self) -> f64 {
        largest(&self.before).max(largest(&self.after))
    }

    pub(crate) fn of_changes(&self) -> Result<Moments, Refusal> {
        Moments::beside(&self.changes(), self.largest(), Counted::Pairs)
    }

    /// The mean change with its t interval and the paired t test against no change.
    ///
    /// Source: Student, The probable error of a mean, Biometrika 6 (1908) 1–25, whose own data are a test.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] below two pairs, [`Refusal::NoVariance`] where everybody changed by the same.
    pub fn mean_change(&self, level: Level) -> Result<MeanChange, Refusal> {
        t_of(&self.of_changes()?, level)
    }
}

/// Mean, interval and test of a mean against 0.
pub(crate) fn t_of(moments: &Moments, level: Level) -> Result<MeanChange, Refusal> {
    let standard_error = moments.standard_error()?;
    let df = number(moments.n - 1);
    let student = Student::new(df)?;
    let t = moments.mean / standard_error;
    Ok(MeanChange {
        n: moments.n,
        mean: moments.mean,
        sd: moments.sd,
        standard_error,
        interval: Interval::around(moments.mean, student.quantile(level.below())? * standard_error),
        t,
        df,
        p: student.two_sided(t),
    })
}
