//! Numbers in JSON, both ways, without the rounding of floating point.

use alloc::string::ToString;
use core::fmt;
use num_rational::Ratio;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    Number, NumberError,
    decimal::{LARGEST_WRITTEN, MOST_WRITTEN_DIGITS},
};
use crate::json::{Faults, Shape, Tree};

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

impl Shape for Number {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        let read = match tree {
            Tree::Whole(whole) => within_what_is_written(*whole),
            Tree::Fraction(value) => written_decimal(*value),
            Tree::Text(text) => text.parse().ok(),
            _ => None,
        };
        read.unwrap_or_else(|| {
            faults.note();
            Self::ZERO
        })
    }
}

struct NumberVisitor;

impl de::Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number such as 7 or \"9.51\"")
    }

    fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Number, E> {
        within_what_is_written(whole).ok_or_else(|| E::custom(NumberError::TooLarge))
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

fn within_what_is_written(whole: i64) -> Option<Number> {
    (-LARGEST_WRITTEN..=LARGEST_WRITTEN).contains(&whole).then(|| Number::from(whole))
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
