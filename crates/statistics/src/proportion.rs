//! Shares of people.

use crate::{Interval, Level, Refusal, distribution::Normal, moments::number, refusal::Counted};

/// Some of a number of people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// `count` ÷ `of`, 0 to 1.
    pub share: f64,
    /// Wilson's interval, within 0 to 1.
    pub interval: Interval,
}

impl Share {
    /// `count` of `of` people, with Wilson's interval without correction: it behaves with few people and at the ends,
    /// where the textbook's interval does not.
    ///
    /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
    /// American Statistical Association 22 (1927) 209–212; recommended by L. D. Brown, T. T. Cai, A. DasGupta,
    /// Statistical Science 16 (2001) 101–133.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] of nobody, [`Refusal::OutOfRange`] where `count` is above `of`.
    pub fn new(count: usize, of: usize, level: Level) -> Result<Self, Refusal> {
        Refusal::unless(Counted::People, of, 1)?;
        if count > of {
            return Err(Refusal::OutOfRange("count"));
        }
        let z = Normal.quantile(level.below())?;
        let (n, share) = (number(of), number(count) / number(of));
        let shrunk = 1.0 + z * z / n;
        let centre = (share + z * z / (2.0 * n)) / shrunk;
        let margin = z / shrunk * libm::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
        let mut interval = Interval::around(centre, margin);
        // At the ends the formula gives exactly 0 and 1, but for rounding.
        interval.low = if count == 0 { 0.0 } else { interval.low.max(0.0) };
        interval.high = if count == of { 1.0 } else { interval.high.min(1.0) };
        Ok(Self { count, of, share, interval })
    }
}
