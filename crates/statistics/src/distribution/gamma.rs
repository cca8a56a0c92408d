//! The regularised incomplete gamma function.

use super::{Tails, loader::poisson};

/// More steps than the series takes for a million degrees of freedom.
const STEPS: u32 = 100_000;

/// The tails of the gamma distribution with positive shape `a` and scale 1 at `x`.
///
/// Source: DLMF 8.11.4 (the series, below the mean) and 8.9.2 (the continued fraction, above it, by the modified
/// method of Lentz).
pub(super) fn tails(a: f64, x: f64) -> Tails {
    if x <= 0.0 {
        return Tails::ALL_ABOVE;
    }
    if x == f64::INFINITY {
        return Tails::ALL_BELOW;
    }
    if x < a + 1.0 {
        let lower = (poisson(a, x) * series(a, x)).clamp(0.0, 1.0);
        Tails { lower, upper: 1.0 - lower }
    } else {
        let upper = (poisson(a, x) * a * fraction(a, x)).clamp(0.0, 1.0);
        Tails { lower: 1.0 - upper, upper }
    }
}

fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut total) = (1.0, 1.0);
    for step in 1..STEPS {
        term *= x / (a + f64::from(step));
        total += term;
        if term <= total * f64::EPSILON / 4.0 {
            break;
        }
    }
    total
}

fn fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away(b);
    let mut value = d;
    for step in 1..STEPS {
        let i = f64::from(step);
        let numerator = -i * (i - a);
        b += 2.0;
        d = 1.0 / away(numerator * d + b);
        c = away(b + numerator / c);
        value *= d * c;
        if (d * c - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}
