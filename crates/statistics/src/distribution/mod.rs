//! Distributions: both tails, so that a small p value is not lost in 1 − p, and quantiles.
//!
//! Arguments are numbers, not NaN; infinite ones have the tails that one expects. Tails agree with SciPy to about
//! thirteen digits (`vectors/statistics/distributions.json`).

mod beta;
mod gamma;
mod loader;
mod normal;
mod others;

pub use normal::Normal;
pub use others::{ChiSquared, Fisher, Student};

pub(crate) use loader::stirling_error;

/// What lies below and above a point; together 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// The probability of a smaller value.
    pub lower: f64,
    /// The probability of a larger value.
    pub upper: f64,
}

impl Tails {
    const ALL_ABOVE: Self = Self { lower: 0.0, upper: 1.0 };
    const ALL_BELOW: Self = Self { lower: 1.0, upper: 0.0 };

    fn swapped(self) -> Self {
        Self { lower: self.upper, upper: self.lower }
    }

    /// Whether the point lies at or above the quantile of `p`. Looks at the smaller tail, which has more digits.
    fn reach(self, p: f64) -> bool {
        if p <= 0.5 { self.lower >= p } else { self.upper <= 1.0 - p }
    }
}

/// The smallest number at which `reached` holds, where it is false at `low` and true from some larger number on.
/// Halves until the two ends are neighbours, so that nothing depends on a tolerance.
pub(crate) fn first(mut low: f64, reached: impl Fn(f64) -> bool) -> f64 {
    let mut high = low.max(0.0) + 1.0;
    while !reached(high) && high < 1e300 {
        low = high;
        high *= 2.0;
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return high;
        }
        if reached(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
}
