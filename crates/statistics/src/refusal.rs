//! Why something cannot be computed. Must never hold a value of a person.

use core::fmt;

/// Why something cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There are not enough people, items, groups or events.
    TooFew {
        /// What there is too little of.
        of: Counted,
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// All values are the same, or so nearly that the difference is rounding.
    NoVariance,
    /// A value is not a number, infinite, or beyond ±1e100.
    NotANumber,
    /// Rows are not all as long as the first, or two lists that belong together differ in length.
    Ragged,
    /// An argument is outside its range; the text names it.
    OutOfRange(&'static str),
    /// The items do not share one factor whose unique variances are all positive (a Heywood case), or it was not
    /// found.
    NoFactor,
}

/// What can be too few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// People with a value.
    People,
    /// People with both values.
    Pairs,
    /// Pairs whose two values differ.
    Changes,
    /// Items of a scale.
    Items,
    /// Groups with people.
    Groups,
    /// Events counted.
    Events,
}

impl Refusal {
    /// `Ok` where there are enough.
    pub(crate) fn unless(of: Counted, have: usize, need: usize) -> Result<(), Self> {
        if have < need { Err(Self::TooFew { of, have, need }) } else { Ok(()) }
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::People => "people with a score",
            Self::Pairs => "people with both scores",
            Self::Changes => "people whose score changed",
            Self::Items => "items",
            Self::Groups => "groups",
            Self::Events => "events",
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew { of, have, need } => write!(f, "too few {of}: {have}, and {need} are needed"),
            Self::NoVariance => f.write_str("all values are the same"),
            Self::NotANumber => f.write_str("a value is not a number that can be computed with"),
            Self::Ragged => f.write_str("lists that belong together differ in length"),
            Self::OutOfRange(what) => write!(f, "outside its range: {what}"),
            Self::NoFactor => f.write_str("the items do not fit one common factor"),
        }
    }
}

impl core::error::Error for Refusal {}
