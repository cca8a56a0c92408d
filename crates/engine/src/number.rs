//! Exact numbers for scores.
//!
//! A score is a fraction of whole numbers until it is written: a sum does not depend on the order of the
//! answers, and no machine rounds differently. Must never hold a floating-point value.

use alloc::string::{String, ToString};
use core::{
    cmp::Ordering,
    fmt::{self, Write as _},
    str::FromStr,
};
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Digits after the point when a fraction does not end (5.333333333333).
const DIGITS: usize = 12;
/// Digits after the point that a file may write.
const MOST_WRITTEN_DIGITS: usize = 6;
/// The largest magnitude that a file may write.
const LARGEST_WRITTEN: i64 = 1_000_000;

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

/// Decimal text: exact when the fraction ends within twelve digits (`22.35`), else rounded to twelve
/// (`5.333333333333`); no trailing noughts.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (magnitude, denominator) = (self.0.numer().unsigned_abs(), self.0.denom().unsigned_abs());
        let (mut whole, mut rest) = (magnitude / denominator, magnitude % denominator);
        let mut digits = [0_u8; DIGITS];
        for digit in &mut digits {
            (*digit, rest) = next_digit(rest, denominator);
        }
        // What is left is half a last digit or more: it goes up, and every 9 before it carries.
        if rest >= denominator - rest && rest > 0 {
            let carries = digits.iter().rev().take_while(|digit| **digit == 9).count();
            let keeps = DIGITS - carries;
            digits[keeps..].fill(0);
            match digits[..keeps].last_mut() {
                Some(digit) => *digit += 1,
                None => whole += 1,
            }
        }
        let shown = DIGITS - digits.iter().rev().take_while(|digit| **digit == 0).count();
        if *self.0.numer() < 0 && (whole > 0 || shown > 0) {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        if shown > 0 {
            f.write_str(".")?;
        }
        digits[..shown].iter().try_for_each(|digit| f.write_char(char::from(b'0' + digit)))
    }
}

/// The next digit of `rest / denominator`, which is below 1, and what is left. Ten additions instead of a
/// multiplication, because ten times a 64-bit number may not fit into 64 bits.
fn next_digit(rest: u64, denominator: u64) -> (u8, u64) {
    let (mut digit, mut sum) = (0, 0_u64);
    for _ in 0..10 {
        // Both are below the denominator, which is below 2^63: their sum fits.
        sum += rest;
        if sum >= denominator {
            sum -= denominator;
            digit += 1;
        }
    }
    (digit, sum)
}

/// Why a text is not a number that a file may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberError {
    /// Not digits with at most one point and a leading minus.
    NotDecimal,
    /// More than six digits after the point.
    TooFine,
    /// Larger than 1,000,000 or smaller than -1,000,000.
    TooLarge,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotDecimal => "expected a decimal number such as 7 or \"9.51\"",
            Self::TooFine => "a number may have at most six digits after the point",
            Self::TooLarge => "a number may be at most 1,000,000 in size",
        })
    }
}

impl core::error::Error for NumberError {}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(NumberError::NotDecimal),
            Some(parts) => parts,
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(NumberError::NotDecimal);
        }
        if fraction.len() > MOST_WRITTEN_DIGITS {
            return Err(NumberError::TooFine);
        }
        let joined: String = [whole, fraction].concat();
        let units: i64 = joined.parse().map_err(|_| NumberError::TooLarge)?;
        let number = Ratio::new(if negative { -units } else { units }, 10_i64.pow(fraction.len() as u32));
        if number > LARGEST_WRITTEN.into() || number < (-LARGEST_WRITTEN).into() {
            return Err(NumberError::TooLarge);
        }
        Ok(Self(number))
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

/// A whole number as a JSON number, anything else as decimal text, so that no reader rounds it.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_str(&self.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl de::Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number such as 7 or \"9.51\"")
    }

    fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Number, E> {
        if (-LARGEST_WRITTEN..=LARGEST_WRITTEN).contains(&whole) {
            Ok(Number::from(whole))
        } else {
            Err(E::custom(NumberError::TooLarge))
        }
    }

    fn visit_u64<E: de::Error>(self, whole: u64) -> Result<Number, E> {
        i64::try_from(whole)
            .map_err(|_| E::custom(NumberError::TooLarge))
            .and_then(|whole| self.visit_i64(whole))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        written_decimal(value).ok_or_else(|| E::custom(NumberError::TooFine))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
        text.parse().map_err(E::custom)
    }
}

/// The decimal of at most six digits that JSON's `value` was written as. Exact: a quotient of two whole numbers
/// below 2^53 is the floating-point number closest to the decimal, which is also what a JSON reader makes of it.
fn written_decimal(value: f64) -> Option<Number> {
    if !value.is_finite() || value.abs() > LARGEST_WRITTEN as f64 {
        return None;
    }
    (0..=MOST_WRITTEN_DIGITS as u32).find_map(|digits| {
        let scale = 10_i64.pow(digits);
        let half = if value < 0.0 { -0.5 } else { 0.5 };
        let units = (value * scale as f64 + half) as i64;
        (units as f64 / scale as f64 == value).then(|| Number(Ratio::new(units, scale)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

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
