//! Bounds of the numbers that a rule can produce, and that they stay within exact 64-bit fractions.
//!
//! Every value lies between `lowest` and `highest` and is a fraction whose denominator divides `fixed` times some
//! whole number up to `free`. A fraction of that size times that denominator fits 64 bits, so no answer whatever
//! can make the arithmetic of [`crate::scoring`] fail. The bounds may be wider than what happens, never narrower.

use crate::number::Number;

/// The values that a scale, or a part of one, can have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// The lowest.
    pub(super) lowest: Number,
    /// The highest.
    pub(super) highest: Number,
    fixed: i128,
    free: i128,
}

/// The numbers may become larger or finer than exact arithmetic holds.
#[derive(Debug)]
pub(super) struct TooLarge;

impl Reach {
    /// A single value.
    pub(super) fn exactly(value: Number) -> Self {
        Self { lowest: value, highest: value, fixed: value.denominator().into(), free: 1 }
    }

    /// One of several values; `None` where there is none.
    pub(super) fn any_of(values: impl IntoIterator<Item = Number>) -> Result<Option<Self>, TooLarge> {
        let mut all: Option<Self> = None;
        for value in values.into_iter().map(Self::exactly) {
            all = Some(match all {
                None => value,
                Some(reach) => Self {
                    lowest: reach.lowest.min(value.lowest),
                    highest: reach.highest.max(value.highest),
                    fixed: common(reach.fixed, value.fixed).ok_or(TooLarge)?,
                    free: 1,
                },
            });
        }
        all.map(Self::checked).transpose()
    }

    /// Whether every value is a whole number.
    pub(super) fn is_whole(&self) -> bool {
        self.fixed == 1 && self.free == 1
    }

    /// The same fineness within other bounds.
    pub(super) fn within(self, lowest: Number, highest: Number) -> Result<Self, TooLarge> {
        Self { lowest, highest, ..self }.checked()
    }

    /// Times a factor.
    pub(super) fn times(self, factor: Number) -> Result<Self, TooLarge> {
        let one = self.lowest.times(factor).ok_or(TooLarge)?;
        let other = self.highest.times(factor).ok_or(TooLarge)?;
        let fixed = self.fixed.checked_mul(factor.denominator().into()).ok_or(TooLarge)?;
        Self { lowest: one.min(other), highest: one.max(other), fixed, free: self.free }.checked()
    }

    /// The sum of a value of this and one of another.
    pub(super) fn plus(self, other: Self) -> Result<Self, TooLarge> {
        let fixed = common(self.fixed, other.fixed).ok_or(TooLarge)?;
        let free = self.free.checked_mul(other.free).ok_or(TooLarge)?;
        let lowest = self.lowest.plus(other.lowest).ok_or(TooLarge)?;
        let highest = self.highest.plus(other.highest).ok_or(TooLarge)?;
        Self { lowest, highest, fixed, free }.checked()
    }

    /// Divided by some whole number up to `most`, which brings it within the bounds given.
    pub(super) fn divided(self, most: i64, lowest: Number, highest: Number) -> Result<Self, TooLarge> {
        let free = self.free.checked_mul(most.into()).ok_or(TooLarge)?;
        Self { lowest, highest, free, ..self }.checked()
    }

    /// Rounded to so many digits after the point.
    pub(super) fn rounded(self, digits: u32) -> Result<Self, TooLarge> {
        let shift = Number::from(10_i64.pow(digits));
        let shifted = self.size().and_then(|size| size.times(shift)?.plus(Number::ONE)).ok_or(TooLarge)?;
        fits(shifted, self.fixed, self.free)?;
        let round = |value: Number| value.rounded(digits).ok_or(TooLarge);
        let fixed = if self.is_whole() { 1 } else { 10_i128.pow(digits) };
        Self { lowest: round(self.lowest)?, highest: round(self.highest)?, fixed, free: 1 }.checked()
    }

    /// Says whether sums of these parts stay exact on the way to the total, whatever the signs.
    pub(super) fn parts_fit(&self, parts: &[Self]) -> Result<(), TooLarge> {
        let sizes = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(part.size()?));
        fits(sizes.ok_or(TooLarge)?, self.fixed, self.free)
    }

    /// Itself, if fractions of this size and fineness fit 64 bits.
    fn checked(self) -> Result<Self, TooLarge> {
        fits(self.size().ok_or(TooLarge)?, self.fixed, self.free)?;
        Ok(self)
    }

    /// The largest size of a value.
    fn size(&self) -> Option<Number> {
        Some(Number::ZERO.minus(self.lowest)?.max(self.highest))
    }
}

/// Whether a fraction of at most this size, with a denominator of at most `fixed` times `free`, fits 64 bits.
fn fits(size: Number, fixed: i128, free: i128) -> Result<(), TooLarge> {
    let most = i128::from(i64::MAX);
    let denominator = fixed.checked_mul(free).filter(|denominator| *denominator <= most).ok_or(TooLarge)?;
    let numerator = i128::from(size.ceiling()).checked_mul(denominator).ok_or(TooLarge)?;
    if numerator <= most { Ok(()) } else { Err(TooLarge) }
}

/// The smallest number that both divide; both are above nought.
pub(super) fn common(a: i128, b: i128) -> Option<i128> {
    let (mut divisor, mut rest) = (a, b);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    (a / divisor).checked_mul(b)
}
