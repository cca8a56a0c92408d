//! Sums that are exact before they are rounded once. Promises the same bits for any order of the values.
//!
//! Source: J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric predicates, Discrete
//! & Computational Geometry 18 (1997) 305–363, the expansion sums of section 2; the last rounding as in Python's
//! `math.fsum`.

use alloc::vec::Vec;
use core::mem::swap;

/// The sum of finite values whose sum is finite; 0 of none.
pub(crate) fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    // Parts that do not overlap, the smallest first; together they are the exact sum so far.
    let mut parts: Vec<f64> = Vec::new();
    for mut x in values {
        let mut kept = 0;
        for at in 0..parts.len() {
            let mut y = parts[at];
            if x.abs() < y.abs() {
                swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                parts[kept] = low;
                kept += 1;
            }
            x = high;
        }
        parts.truncate(kept);
        parts.push(x);
    }
    rounded(parts)
}

fn rounded(mut parts: Vec<f64>) -> f64 {
    let Some(mut high) = parts.pop() else { return 0.0 };
    let mut low = 0.0;
    while let Some(y) = parts.pop() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // Half-way cases are decided by the parts that are left.
    if parts.last().is_some_and(|next| (low < 0.0 && *next < 0.0) || (low > 0.0 && *next > 0.0)) {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn nothing_is_lost() {
        assert_eq!(sum([]), 0.0);
        assert_eq!(sum([0.1; 10]), 1.0);
        assert_eq!(sum([1e100, 1.0, -1e100]), 1.0);
        assert_eq!(sum([1.0, 1e-16, 1e-16]), 1.000_000_000_000_000_2);
    }
}
