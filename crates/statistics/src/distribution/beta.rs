//! The regularised incomplete beta function.

use super::{Tails, loader::binomial};

/// Small enough not to count, large enough to divide by.
const TINY: f64 = 1e-300;
/// More steps than the fraction takes for a million people.
const STEPS: u32 = 100_000;

/// The tails of the beta distribution with positive `a` and `b` at `x`; `y` is 1 − x, passed in because the caller
/// knows it without rounding.
///
/// Source: DLMF 8.17.22 (the continued fraction), evaluated by the modified method of Lentz.
pub(super) fn tails(a: f64, b: f64, x: f64, y: f64) -> Tails {
    if x <= 0.0 {
        return Tails::ALL_ABOVE;
    }
    if y <= 0.0 {
        return Tails::ALL_BELOW;
    }
    // On this side of the mean the fraction converges fast.
    if x > (a + 1.0) / (a + b + 2.0) {
        return tails_at(b, a, y, x).swapped();
    }
    tails_at(a, b, x, y)
}

fn tails_at(a: f64, b: f64, x: f64, y: f64) -> Tails {
    let lower = (binomial(a, b, x, y) * b / (a + b) * fraction(a, b, x)).clamp(0.0, 1.0);
    Tails { lower, upper: 1.0 - lower }
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}
