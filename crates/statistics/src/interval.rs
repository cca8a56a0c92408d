//! Intervals and their confidence level.

use crate::Refusal;

/// Two ends, the lower first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How sure an interval is, above 0 and below 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level(f64);

impl Level {
    /// 95 %, what reports show.
    pub const NINETY_FIVE: Self = Self(0.95);

    /// `share`, as 0.95 for 95 %.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless it lies between 0 and 1, both excluded.
    pub fn new(share: f64) -> Result<Self, Refusal> {
        if share > 0.0 && share < 1.0 { Ok(Self(share)) } else { Err(Refusal::OutOfRange("level")) }
    }

    /// As 0.95 for 95 %.
    pub fn share(self) -> f64 {
        self.0
    }

    /// What lies above a two-sided interval, as 0.025 for 95 %.
    pub fn above(self) -> f64 {
        (1.0 - self.0) / 2.0
    }

    /// What lies below the upper end of a two-sided interval, as 0.975 for 95 %.
    pub fn below(self) -> f64 {
        1.0 - self.above()
    }
}

impl Default for Level {
    fn default() -> Self {
        Self::NINETY_FIVE
    }
}

impl Interval {
    /// `margin` to both sides of `centre`.
    pub(crate) fn around(centre: f64, margin: f64) -> Self {
        Self { low: centre - margin, high: centre + margin }
    }

    /// Whether `value` lies in it, the ends included.
    pub fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}
