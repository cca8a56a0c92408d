//! Numbers as decimal text, both ways.

use alloc::string::String;
use core::{
    fmt::{self, Write as _},
    str::FromStr,
};
use num_rational::Ratio;

use super::Number;

/// Digits after the point when a fraction does not end (5.333333333333).
const DIGITS: usize = 12;
/// Digits after the point that a file may write.
pub(super) const MOST_WRITTEN_DIGITS: usize = 6;
/// The largest magnitude that a file may write.
pub(super) const LARGEST_WRITTEN: i64 = 1_000_000;

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
