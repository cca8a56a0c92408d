//! One score at one time.

use alloc::{collections::BTreeMap, vec, vec::Vec};
use core::cmp::Ordering;

use crate::{
    Level, Refusal,
    moments::{Moments, checked, mean, number},
    proportion::Share,
    refusal::Counted,
};

/// What one score looks like among the people of one wave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// People with a score.
    pub n: usize,
    /// People without.
    pub missing: usize,
    /// The mean, in points of the scale.
    pub mean: f64,
    /// The standard deviation with n − 1, in points; `None` of a single person.
    pub sd: Option<f64>,
    /// The lowest score.
    pub lowest: f64,
    /// A quarter of the scores lie below, see `quantile`.
    pub lower_quartile: f64,
    /// The middle score.
    pub median: f64,
    /// A quarter of the scores lie above.
    pub upper_quartile: f64,
    /// The highest score.
    pub highest: f64,
}

/// Describes the scores of all people of a wave; `None` where somebody has no score.
///
/// # Errors
/// [`Refusal::TooFew`] where nobody has a score, [`Refusal::NotANumber`].
pub fn describe(scores: &[Option<f64>]) -> Result<Summary, Refusal> {
    let mut known: Vec<f64> = scores.iter().copied().flatten().collect();
    Refusal::unless(Counted::People, known.len(), 1)?;
    checked(&known)?;
    known.sort_unstable_by(f64::total_cmp);
    Ok(Summary {
        n: known.len(),
        missing: scores.len() - known.len(),
        mean: mean(&known),
        sd: Moments::of(&known, Counted::People).ok().map(|moments| moments.sd),
        lowest: known[0],
        lower_quartile: quantile(&known, 0.25),
        median: quantile(&known, 0.5),
        upper_quartile: quantile(&known, 0.75),
        highest: known[known.len() - 1],
    })
}

/// The number below which `p` (0 to 1) of `sorted` lie: at position (n − 1)·p, counted from 0, between its neighbours
/// in proportion. `sorted` has at least one number, ascending.
///
/// Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996)
/// 361–365, definition 7; the default of R and NumPy.
pub(crate) fn quantile(sorted: &[f64], p: f64) -> f64 {
    let last = sorted.len() - 1;
    let position = number(last) * p;
    let below = (libm::floor(position) as usize).min(last);
    let above = (below + 1).min(last);
    let part = position - number(below);
    sorted[below] + part * (sorted[above] - sorted[below])
}

/// The shares of people at the two ends of a scale: many there mean that the scale cannot show them getting worse or
/// better.
///
/// More than 15 % at an end is the usual warning: C. A. McHorney, A. R. Tarlov, Individual-patient monitoring in
/// clinical practice, Quality of Life Research 4 (1995) 293–307; C. B. Terwee and others, Journal of Clinical
/// Epidemiology 60 (2007) 34–42.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// People with the lowest score that the scale has.
    pub floor: Share,
    /// People with the highest.
    pub ceiling: Share,
}

impl Ends {
    /// The share above which an end is worth a warning.
    pub const WARNING: f64 = 0.15;

    /// Of known `scores` on a scale from `lowest` to `highest`.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] without scores, [`Refusal::NotANumber`], [`Refusal::OutOfRange`] where the scale has no
    /// length.
    pub fn of(scores: &[f64], lowest: f64, highest: f64, level: Level) -> Result<Self, Refusal> {
        checked(scores)?;
        if lowest.partial_cmp(&highest) != Some(Ordering::Less) {
            return Err(Refusal::OutOfRange("the ends of the scale"));
        }
        let share = |at_end: &dyn Fn(f64) -> bool| {
            Share::new(scores.iter().filter(|score| at_end(**score)).count(), scores.len(), level)
        };
        Ok(Self { floor: share(&|score| score <= lowest)?, ceiling: share(&|score| score >= highest)? })
    }
}

/// How many people are in each band, the bands in their own order; bands without people are not among them.
///
/// # Errors
/// [`Refusal::TooFew`] without people.
pub fn bands<B: Ord>(
    bands: impl IntoIterator<Item = B>,
    level: Level,
) -> Result<BTreeMap<B, Share>, Refusal> {
    let mut counts: BTreeMap<B, usize> = BTreeMap::new();
    for band in bands {
        *counts.entry(band).or_default() += 1;
    }
    let all = counts.values().sum();
    Refusal::unless(Counted::People, all, 1)?;
    counts.into_iter().map(|(band, count)| Ok((band, Share::new(count, all, level)?))).collect()
}

/// How many people did not answer each item: one row a person, one place an item.
///
/// # Errors
/// [`Refusal::Ragged`] where rows differ in length.
pub fn missing_by_item(rows: &[Vec<Option<f64>>]) -> Result<Vec<usize>, Refusal> {
    let items = rows.first().map_or(0, Vec::len);
    let mut missing = vec![0; items];
    for row in rows {
        if row.len() != items {
            return Err(Refusal::Ragged);
        }
        for (count, answer) in missing.iter_mut().zip(row) {
            *count += usize::from(answer.is_none());
        }
    }
    Ok(missing)
}
