#![no_std]
//! Statistics of scores: numbers in, numbers out.
//!
//! Promises determinism: the same numbers give the same bits on every machine. `no_std` makes that the compiler's
//! promise, because without `std` there is no platform function to call; roots, logarithms and exponentials come from
//! `libm`. Sums are exact before they are rounded, so that the order of people changes no bit of a mean. Must never
//! return a number that is not one: what cannot be computed is a [`Refusal`]. Must never learn of a questionnaire.
//!
//! | module | holds |
//! | --- | --- |
//! | [`refusal`](mod@refusal) | why something cannot be computed |
//! | [`interval`] | intervals and their confidence level |
//! | [`distribution`] | normal, t, F, chi-squared: both tails and quantiles |
//! | [`random`] | the generator of the bootstrap |
//! | [`describe`](mod@describe) | one score at one time: mean, spread, quartiles, ends, bands, missing items |
//! | [`proportion`] | shares with Wilson's interval |
//! | [`reliability`] | Cronbach's alpha, McDonald's omega, item statistics |
//! | [`pairs`] | two scores of each person: the mean change with its t test |
//! | [`effect`] | effect sizes, each named for what it is |
//! | [`wilcoxon`] | the signed-rank test |
//! | [`bootstrap`] | BCa interval of the mean change |
//! | [`person`] | each person's change: reliable, past a threshold; regression to the mean |
//! | [`groups`] | change by group, small groups hidden, intraclass correlation |
//! | [`aggregate`] | counts and means of several people, for plots that show nobody |
//! | [`attrition`] | those who came back beside those who did not; what if they had |
//! | [`rate`] | events before and after: a paired rate ratio |
//! | [`caution`] | sentences that belong beside the numbers |
//!
//! Numbers beyond ±1e100 are refused like NaN: no scale has them, and their squares would not be finite.

extern crate alloc;

pub mod aggregate;
pub mod attrition;
pub mod bootstrap;
pub mod caution;
pub mod describe;
pub mod distribution;
pub mod effect;
pub mod groups;
pub mod interval;
mod moments;
pub mod pairs;
pub mod person;
pub mod proportion;
pub mod random;
pub mod rate;
pub mod refusal;
pub mod reliability;
mod sum;
pub mod wilcoxon;

pub use interval::{Interval, Level};
pub use pairs::Pairs;
pub use refusal::Refusal;
