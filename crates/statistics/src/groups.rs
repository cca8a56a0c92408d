//! Change by group: sites, link workers, ways of answering. Promises that no number of a small group is shown, nor
//! follows from the others and the total.

use alloc::{vec, vec::Vec};

use crate::{
    Interval, Level, Refusal,
    distribution::Fisher,
    moments::{Moments, checked, is_rounding, largest, mean, number},
    pairs::t_of,
    refusal::Counted,
    sum::sum,
};

/// Groups with fewer people are hidden.
pub const LEAST: usize = 5;

/// What may be shown of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// Nobody is in it.
    Nobody,
    /// Its numbers, the count included, are not shown: it is small, or a small group would follow by subtraction.
    Hidden,
    /// The numbers of a group.
    Change(GroupChange),
}

/// The mean change of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupChange {
    /// People with both scores.
    pub n: usize,
    /// After minus before, in points.
    pub mean: f64,
    /// The t interval of the mean; `None` where everybody changed by the same.
    pub interval: Option<Interval>,
}

/// Which groups must be hidden, given how many people are in each and that the total is shown.
///
/// Groups of 1 to `least` − 1 are; then, the smallest first (of equal ones the first), further ones until at least two
/// groups and `least` people are hidden, so that subtraction from the total gives nothing but the sum of a group that
/// is large enough. Tables about exactly the same people must hide the same groups. It does not protect against comparing
/// two reports between which a few people came in.
///
/// Source: A. Hundepool and others, Statistical disclosure control (2012), chapter 4: primary and secondary cell
/// suppression, here along one margin.
pub fn hidden(counts: &[usize], least: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..least).contains(count)).collect();
    loop {
        let of_hidden = || counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count);
        let (groups, people) = (of_hidden().count(), of_hidden().sum::<usize>());
        if groups == 0 || (groups >= 2 && people >= least) {
            return hidden;
        }
        let next =
            (0..counts.len()).filter(|at| counts[*at] > 0 && !hidden[*at]).min_by_key(|at| counts[*at]);
        match next {
            Some(at) => hidden[at] = true,
            // Everything is hidden; whether the total may be shown is the total's own size.
            None => return hidden,
        }
    }
}

/// Which groups must be hidden where each group is made of smaller ones that are shown too, as a site is of its link
/// workers: for each group, whether it is hidden and which of its parts are. `counts` holds the people of each part.
///
/// The groups hide as [`hidden`] says. The parts of a hidden group are all hidden, or it would follow from them. The parts
/// of a shown group hide as those of a total that is shown. So every sum that follows by subtraction, of groups from
/// the total or of parts from their group, is of at least two cells and `least` people, and no two such sums overlap.
///
/// Source: as [`hidden`]; for tables that nest, chapter 4.2 there (linked and hierarchical tables).
pub fn hidden_nested(counts: &[Vec<usize>], least: usize) -> Vec<(bool, Vec<bool>)> {
    let sums: Vec<usize> = counts.iter().map(|parts| parts.iter().sum()).collect();
    let outer = hidden(&sums, least).into_iter().zip(counts);
    outer
        .map(|(is_hidden, parts)| {
            (is_hidden, if is_hidden { vec![true; parts.len()] } else { hidden(parts, least) })
        })
        .collect()
}

/// The mean change of each group with its t interval, small groups hidden as [`hidden`] says.
///
/// Intervals are each group's own: they are wide for small groups, and some differ by chance where many are compared.
///
/// # Errors
/// [`Refusal::NotANumber`].
pub fn by_group(changes: &[Vec<f64>], least: usize, level: Level) -> Result<Vec<Shown>, Refusal> {
    changes.iter().try_for_each(|group| checked(group))?;
    let counts: Vec<usize> = changes.iter().map(Vec::len).collect();
    Ok(changes
        .iter()
        .zip(hidden(&counts, least))
        .map(|(group, hidden)| shown(group, hidden, level))
        .collect())
}

/// The same for groups and the parts that each is made of, hidden as [`hidden_nested`] says: for each group what may be
/// shown of it, and of each of its parts.
///
/// # Errors
/// [`Refusal::NotANumber`].
pub fn by_nested_group(
    changes: &[Vec<Vec<f64>>],
    least: usize,
    level: Level,
) -> Result<Vec<(Shown, Vec<Shown>)>, Refusal> {
    changes.iter().flatten().try_for_each(|part| checked(part))?;
    let counts: Vec<Vec<usize>> = changes.iter().map(|parts| parts.iter().map(Vec::len).collect()).collect();
    let of = |(parts, (is_hidden, of_parts)): (&Vec<Vec<f64>>, (bool, Vec<bool>))| {
        let whole: Vec<f64> = parts.iter().flatten().copied().collect();
        let each = parts.iter().zip(of_parts).map(|(part, hidden)| shown(part, hidden, level));
        (shown(&whole, is_hidden, level), each.collect())
    };
    Ok(changes.iter().zip(hidden_nested(&counts, least)).map(of).collect())
}

/// Of a group whose changes were checked.
fn shown(group: &[f64], is_hidden: bool, level: Level) -> Shown {
    match group.len() {
        0 => Shown::Nobody,
        _ if is_hidden => Shown::Hidden,
        n => {
            let interval = Moments::of(group, Counted::Pairs).and_then(|moments| t_of(&moments, level));
            Shown::Change(GroupChange { n, mean: mean(group), interval: interval.ok().map(|t| t.interval) })
        }
    }
}

/// How alike people of one group are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intraclass {
    /// Groups with people.
    pub groups: usize,
    /// People.
    pub n: usize,
    /// ICC(1): the share of the variance that lies between groups. At most 1; negative where people of one group are
    /// less alike than chance makes them, which reports read as 0.
    pub icc: f64,
    /// Its interval; exact for groups of one size.
    pub interval: Interval,
    /// The F value of the one-way analysis of variance.
    pub f: f64,
    /// Its p value, 0 to 1.
    pub p: f64,
}

/// The intraclass correlation of groups, by one-way analysis of variance.
///
/// (MSB − MSW) ÷ (MSB + (m − 1)·MSW), with m = (N − Σnᵢ² ÷ N) ÷ (k − 1) for groups of different sizes.
///
/// Source: A. Donner, A review of inference procedures for the intraclass correlation coefficient in the one-way random
/// effects model, International Statistical Review 54 (1986) 67–82; the interval from F as in P. E. Shrout,
/// J. L. Fleiss, Psychological Bulletin 86 (1979) 420–428 for ICC(1,1), with m in the place of the common size.
///
/// # Errors
/// [`Refusal::TooFew`] below two groups with people, or no group with two; [`Refusal::NoVariance`] within groups;
/// [`Refusal::NotANumber`].
pub fn intraclass(values: &[Vec<f64>], level: Level) -> Result<Intraclass, Refusal> {
    let groups: Vec<&Vec<f64>> = values.iter().filter(|group| !group.is_empty()).collect();
    groups.iter().try_for_each(|group| checked(group))?;
    let all: Vec<f64> = groups.iter().flat_map(|group| group.iter().copied()).collect();
    let (k, n) = (number(groups.len()), number(all.len()));
    Refusal::unless(Counted::Groups, groups.len(), 2)?;
    Refusal::unless(Counted::People, all.len(), groups.len() + 1)?;
    let overall = mean(&all);
    let mut within = vec![];
    let mut between = vec![];
    for group in &groups {
        let middle = mean(group);
        within.extend(group.iter().map(|value| (value - middle) * (value - middle)));
        between.push(number(group.len()) * (middle - overall) * (middle - overall));
    }
    let (within, between) = (sum(within) / (n - k), sum(between) / (k - 1.0));
    if is_rounding(libm::sqrt(within), largest(&all)) {
        return Err(Refusal::NoVariance);
    }
    let squares = sum(groups.iter().map(|group| number(group.len()) * number(group.len())));
    let m = (n - squares / n) / (k - 1.0);
    let f = between / within;
    let fisher = Fisher::new(k - 1.0, n - k)?;
    let icc = |f: f64| (f - 1.0) / (f + m - 1.0);
    let interval = Interval {
        low: icc(f / fisher.quantile(level.below())?),
        high: icc(f / fisher.quantile(level.above())?),
    };
    Ok(Intraclass { groups: groups.len(), n: all.len(), icc: icc(f), interval, f, p: fisher.tails(f).upper })
}
