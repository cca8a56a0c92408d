//! Exact numbers for scores.
//!
//! A score is a fraction of whole numbers until it is written: a sum does not depend on the order of the
//! answers, and no machine rounds differently. Must never hold a floating-point value.

mod decimal;
mod json;

use core::cmp::Ordering;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

pub use decimal::NumberError;

/// An exact number. In files it is a JSON number or a decimal text (`"7.00"`), of at most six digits after the
/// point and at most 1,000,000 in size; results of arithmetic may be any fraction of 64-bit whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Ratio<i64>);

impl Number {
    /// Nought.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// Whether the number has no fraction.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// The number as a whole number, if it is one.
    pub fn whole(self) -> Option<i64> {
        self.is_whole().then(|| self.0.to_integer())
    }

    /// The sum, or `None` when it leaves the range of 64-bit fractions.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// The difference, or `None` when it leaves the range of 64-bit fractions.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product, or `None` when it leaves the range of 64-bit fractions.
    pub fn times(self, other: Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// The quotient, or `None` when `other` is nought or the result leaves the range of 64-bit fractions.
    pub fn over(self, other: Self) -> Option<Self> {
        self.0.checked_div(&other.0).map(Self)
    }

    /// Rounded to `digits` after the point, halves away from nought, as manuals round by hand.
    pub fn rounded(self, digits: u32) -> Option<Self> {
        let shift = Self::from(10_i64.checked_pow(digits)?);
        Self(self.times(shift)?.0.round()).over(shift)
    }

    /// The denominator of the reduced fraction; 1 for a whole number.
    pub(crate) fn denominator(self) -> i64 {
        *self.0.denom()
    }

    /// The smallest whole number that is not below it.
    pub(crate) fn ceiling(self) -> i64 {
        let (whole, rest) = (self.0.to_integer(), self.0.numer() % self.0.denom());
        if rest > 0 { whole.saturating_add(1) } else { whole }
    }

    /// The closest 64-bit floating-point number, for statistics.
    pub fn to_f64(self) -> f64 {
        *self.0.numer() as f64 / *self.0.denom() as f64
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self(Ratio::from_integer(whole))
    }
}

impl From<i32> for Number {
    fn from(whole: i32) -> Self {
        Self::from(i64::from(whole))
    }
}

impl PartialEq<i64> for Number {
    fn eq(&self, other: &i64) -> bool {
        self.0 == Ratio::from_integer(*other)
    }
}

impl PartialOrd<i64> for Number {
    fn partial_cmp(&self, other: &i64) -> Option<Ordering> {
        self.0.partial_cmp(&Ratio::from_integer(*other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    fn number(text: &str) -> Number {
        text.parse().expect("a decimal")
    }

    #[test]
    fn text_comes_back_without_trailing_noughts() {
        for (written, shown) in [("7.00", "7"), ("9.51", "9.51"), ("-0.5", "-0.5"), ("0", "0"), ("-0", "0")] {
            assert_eq!(number(written).to_string(), shown);
        }
    }

    #[test]
    fn a_fraction_without_end_is_rounded_at_twelve_digits() {
        let third = Number::from(16).over(Number::from(3)).expect("small");
        assert_eq!(third.to_string(), "5.333333333333");
        let two_thirds = Number::from(-2).over(Number::from(3)).expect("small");
        assert_eq!(two_thirds.to_string(), "-0.666666666667");
    }

    #[test]
    fn halves_round_away_from_nought() {
        assert_eq!(number("2.5").rounded(0), Some(Number::from(3)));
        assert_eq!(number("-2.5").rounded(0), Some(Number::from(-3)));
        assert_eq!(number("2.345").rounded(2), Some(number("2.35")));
    }

    #[test]
    fn a_file_may_write_numbers_or_text() {
        let read = |json: &str| serde_json::from_str::<Number>(json);
        assert_eq!(read("9.51").expect("number"), number("9.51"));
        assert_eq!(read("\"9.51\"").expect("text"), number("9.51"));
        assert_eq!(read("-3").expect("number"), Number::from(-3));
        for wrong in
            ["1e300", "0.12345678", "\"\"", "\"1.\"", "\".5\"", "\"1e3\"", "true", "1000001", "\"٣\""]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_hundredth_survives_a_json_number() {
        for units in -10_000..10_000_i64 {
            let exact = Number(Ratio::new(units, 100));
            let json = format!("{exact}");
            assert_eq!(serde_json::from_str::<Number>(&json).expect("number"), exact);
        }
    }
}
