//! The standard normal distribution.

use core::f64::consts::FRAC_1_SQRT_2;

use super::{Tails, first};
use crate::Refusal;

/// The normal distribution with mean 0 and standard deviation 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Normal;

impl Normal {
    /// Below and above `z`, from the complementary error function of `libm`.
    pub fn tails(self, z: f64) -> Tails {
        Tails { lower: libm::erfc(-z * FRAC_1_SQRT_2) / 2.0, upper: libm::erfc(z * FRAC_1_SQRT_2) / 2.0 }
    }

    /// The probability of a value at least as far from 0 as `z`.
    pub fn two_sided(self, z: f64) -> f64 {
        libm::erfc(z.abs() * FRAC_1_SQRT_2)
    }

    /// The value below which `p` of all lie; negative below ½.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] unless `p` lies between 0 and 1, both excluded.
    pub fn quantile(self, p: f64) -> Result<f64, Refusal> {
        if !(p > 0.0 && p < 1.0) {
            return Err(Refusal::OutOfRange("p"));
        }
        if p == 0.5 {
            return Ok(0.0);
        }
        // The distribution is symmetric: what lies above the one quantile lies below the other.
        let outside = p.min(1.0 - p);
        let size = first(0.0, |z| self.tails(z).upper <= outside);
        Ok(if p < 0.5 { -size } else { size })
    }
}
