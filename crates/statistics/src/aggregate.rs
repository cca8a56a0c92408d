//! Scores of people put together, so that a plot can show how they spread without showing anybody: counts in bins of
//! several people, and means of several people in place of each one's two scores.
//!
//! Must never give a bin or a bundle of fewer people than asked for.

use alloc::{vec, vec::Vec};

use crate::{
    Pairs, Refusal,
    moments::{checked, mean, number},
};

/// How many people stand between two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The lower edge, which belongs to it.
    pub low: f64,
    /// The upper edge, which does not, but for the last bin.
    pub high: f64,
    /// People; at least as many as were asked for.
    pub n: usize,
}

/// Equal cells that bins are made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cells {
    /// The lower edge of the first.
    pub first: f64,
    /// How wide each is; above 0.
    pub width: f64,
    /// How many there are; at least one.
    pub count: usize,
}

/// The means of several people who changed about alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bundle {
    /// People; at least as many as were asked for.
    pub n: usize,
    /// Their mean before.
    pub before: f64,
    /// Their mean after.
    pub after: f64,
}

/// Counts values in cells, and joins each cell with those after it until `least` people are in a bin; what is left over
/// at the end joins the last bin. Values beyond the cells count in the outermost ones. No bins where there are fewer
/// than `least` values.
///
/// Every bin has at least `least` people and every person is in one, so no small count follows from the total.
///
/// Source: A. Hundepool and others, Statistical disclosure control (2012), chapter 5: recoding of magnitudes.
///
/// # Errors
/// [`Refusal::NotANumber`]; [`Refusal::OutOfRange`] where there are no cells.
pub fn bins(values: &[f64], cells: Cells, least: usize) -> Result<Vec<Bin>, Refusal> {
    checked(values)?;
    checked(&[cells.first, cells.width])?;
    if cells.width <= 0.0 || cells.count == 0 {
        return Err(Refusal::OutOfRange("the cells"));
    }
    let mut counts = vec![0_usize; cells.count];
    for value in values {
        let at = libm::floor((value - cells.first) / cells.width).max(0.0);
        counts[(at as usize).min(cells.count - 1)] += 1;
    }
    let edge = |at: usize| cells.first + number(at) * cells.width;
    let mut bins: Vec<Bin> = Vec::new();
    let (mut from, mut n) = (0, 0);
    for (at, count) in counts.iter().enumerate() {
        n += count;
        if n >= least.max(1) {
            bins.push(Bin { low: edge(from), high: edge(at + 1), n });
            (from, n) = (at + 1, 0);
        }
    }
    if let Some(last) = bins.last_mut() {
        *last = Bin { low: last.low, high: edge(cells.count), n: last.n + n };
    }
    Ok(bins)
}

/// Sorts people by how much they changed, of equal ones by the first score, and gives the mean scores of each `least` or
/// more who stand next to each other: as many bundles as there can be, `most` at most, as equal in size as can be, the
/// larger ones last. None where there are fewer than `least` people.
///
/// Source: microaggregation by one ranking, as D. Defays, M. N. Anwar, Masking microdata using micro-aggregation, Journal
/// of Official Statistics 14 (1998) 449–461.
pub fn bundles(pairs: &Pairs, least: usize, most: usize) -> Vec<Bundle> {
    let mut sorted: Vec<(f64, f64, f64)> = pairs
        .before
        .iter()
        .zip(&pairs.after)
        .map(|(before, after)| (after - before, *before, *after))
        .collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    let count = (sorted.len() / least.max(1)).min(most);
    (0..count)
        .map(|at| {
            let some = &sorted[at * sorted.len() / count..(at + 1) * sorted.len() / count];
            let of = |part: fn(&(f64, f64, f64)) -> f64| mean(&some.iter().map(part).collect::<Vec<f64>>());
            Bundle { n: some.len(), before: of(|person| person.1), after: of(|person| person.2) }
        })
        .collect()
}
