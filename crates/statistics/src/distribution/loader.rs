//! The factors that stand before the series and continued fractions, without cancellation.
//!
//! Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).

use core::f64::consts::PI;

/// ½·ln(2π)
const HALF_LN_2_PI: f64 = 0.918_938_533_204_672_7;

/// What Stirling's formula leaves out: ln Γ(z + 1) − ((z + ½)·ln z − z + ½·ln 2π), for z above 0.
pub(crate) fn stirling_error(z: f64) -> f64 {
    if z <= 15.0 {
        return libm::lgamma(z + 1.0) - (z + 0.5) * libm::log(z) + z - HALF_LN_2_PI;
    }
    let square = z * z;
    (1.0 / 12.0
        - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square) / square)
        / z
}

/// x·ln(x ÷ m) + m − x, for positive numbers, also where they are close.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * libm::log(x / m) + m - x;
    }
    let ratio = (x - m) / (x + m);
    let mut total = (x - m) * ratio;
    let mut term = 2.0 * x * ratio;
    for at in 1..1000 {
        term *= ratio * ratio;
        let next = total + term / f64::from(2 * at + 1);
        if next == total {
            break;
        }
        total = next;
    }
    total
}

/// Γ(a + b + 1) ÷ (Γ(a + 1)·Γ(b + 1)) · xᵃ·yᵇ, for positive a and b, where x + y is 1.
pub(super) fn binomial(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    let exponent =
        stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) - deviance(b, n * y);
    libm::exp(exponent) * libm::sqrt(n / (2.0 * PI * a * b))
}

/// xᵃ·e⁻ˣ ÷ Γ(a + 1), for positive numbers.
pub(super) fn poisson(a: f64, x: f64) -> f64 {
    libm::exp(-stirling_error(a) - deviance(a, x)) / libm::sqrt(2.0 * PI * a)
}
