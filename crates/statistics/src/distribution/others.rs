//! The distributions with degrees of freedom: Student's t, Fisher's F, chi-squared.

use super::{Tails, beta, first, gamma};
use crate::Refusal;

/// Student's t distribution.
///
/// Source: DLMF 8.17 with the relations of Abramowitz and Stegun 26.7.1; the same for [`Fisher`] (26.6.2) and
/// [`ChiSquared`] (26.4.19).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Student {
    df: f64,
}

/// Fisher's F distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fisher {
    upper_df: f64,
    lower_df: f64,
}

/// The chi-squared distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquared {
    df: f64,
}

fn positive(df: f64) -> Result<f64, Refusal> {
    if df > 0.0 && df.is_finite() { Ok(df) } else { Err(Refusal::OutOfRange("degrees of freedom")) }
}

fn inside(p: f64) -> Result<f64, Refusal> {
    if p > 0.0 && p < 1.0 { Ok(p) } else { Err(Refusal::OutOfRange("p")) }
}

impl Student {
    /// With `df` degrees of freedom, not necessarily whole.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `df` is above 0 and finite.
    pub fn new(df: f64) -> Result<Self, Refusal> {
        Ok(Self { df: positive(df)? })
    }

    /// The probability of a value at least as far from 0 as `t`.
    pub fn two_sided(self, t: f64) -> f64 {
        let square = t * t;
        if square == f64::INFINITY {
            return 0.0;
        }
        let whole = self.df + square;
        beta::tails(self.df / 2.0, 0.5, self.df / whole, square / whole).lower
    }

    /// Below and above `t`.
    pub fn tails(self, t: f64) -> Tails {
        let outside = self.two_sided(t) / 2.0;
        let right = Tails { lower: 1.0 - outside, upper: outside };
        if t < 0.0 { right.swapped() } else { right }
    }

    /// The value below which `p` of all lie; negative below ½.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `p` lies between 0 and 1, both excluded.
    pub fn quantile(self, p: f64) -> Result<f64, Refusal> {
        let p = inside(p)?;
        if p == 0.5 {
            return Ok(0.0);
        }
        let outside = p.min(1.0 - p);
        let size = first(0.0, |t| self.tails(t).upper <= outside);
        Ok(if p < 0.5 { -size } else { size })
    }
}

impl Fisher {
    /// With `upper_df` degrees of freedom above the fraction line and `lower_df` below it.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless both are above 0 and finite.
    pub fn new(upper_df: f64, lower_df: f64) -> Result<Self, Refusal> {
        Ok(Self { upper_df: positive(upper_df)?, lower_df: positive(lower_df)? })
    }

    /// Below and above `f`; all lies above numbers that are not positive.
    pub fn tails(self, f: f64) -> Tails {
        let above = self.upper_df * f;
        if above <= 0.0 {
            return Tails::ALL_ABOVE;
        }
        if above == f64::INFINITY {
            return Tails::ALL_BELOW;
        }
        let whole = above + self.lower_df;
        beta::tails(self.upper_df / 2.0, self.lower_df / 2.0, above / whole, self.lower_df / whole)
    }

    /// The value below which `p` of all lie, above 0.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `p` lies between 0 and 1, both excluded.
    pub fn quantile(self, p: f64) -> Result<f64, Refusal> {
        let p = inside(p)?;
        Ok(first(0.0, |f| self.tails(f).reach(p)))
    }
}

impl ChiSquared {
    /// With `df` degrees of freedom.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `df` is above 0 and finite.
    pub fn new(df: f64) -> Result<Self, Refusal> {
        Ok(Self { df: positive(df)? })
    }

    /// Below and above `x`; all lies above numbers that are not positive.
    pub fn tails(self, x: f64) -> Tails {
        gamma::tails(self.df / 2.0, x / 2.0)
    }

    /// The value below which `p` of all lie, above 0.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `p` lies between 0 and 1, both excluded.
    pub fn quantile(self, p: f64) -> Result<f64, Refusal> {
        let p = inside(p)?;
        Ok(first(0.0, |x| self.tails(x).reach(p)))
    }
}
