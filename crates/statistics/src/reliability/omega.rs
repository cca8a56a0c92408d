//! McDonald's omega of one factor.

use alloc::{vec, vec::Vec};

use super::{Items, alpha::enough_for_a_factor};
use crate::{Refusal, moments::number, sum::sum};

/// Loadings that change less than this are found.
const FOUND: f64 = 1e-12;
/// After so many rounds it is said that there is no factor; where there is one, a hundred are enough.
const ROUNDS: usize = 5_000;
/// A loading beyond this is on its way to infinity.
const LOST: f64 = 3.0;

/// McDonald's omega of a sum score, with the factor behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Omega {
    /// People who answered every item.
    pub n: usize,
    /// People left out because an answer is missing.
    pub left_out: usize,
    /// Of the sum of the items in their own codes, 0 to 1.
    pub omega: f64,
    /// Of items brought to the same spread first.
    pub standardised: f64,
    /// Each item's correlation with the factor, in the order of the items; together they are not negative.
    pub loadings: Vec<f64>,
}

/// McDonald's omega from one common factor by minimum residuals.
///
/// The loadings λ make the squared differences between correlations and λᵢλⱼ as small as they can be, off the diagonal
/// (MINRES, the same solution as unweighted least squares). With sᵢ the standard deviations, omega is
/// (Σ sᵢλᵢ)² ÷ ((Σ sᵢλᵢ)² + Σ sᵢ²(1 − λᵢ²)): the variance of the sum that the factor makes, over the variance that
/// the model implies. Where answers hardly belong together, several factors fit about as well, and the number says
/// little; look at alpha first. Other programs may estimate by maximum likelihood, or divide by the observed variance; where one
/// factor fits they differ in the third digit.
///
/// Source: R. P. McDonald, Test theory: a unified treatment (1999), chapter 6; H. H. Harman, W. H. Jones, Factor
/// analysis by minimizing residuals (minres), Psychometrika 31 (1966) 351–368. Loadings checked with R's psych
/// (`fa(fm = "minres")`).
///
/// # Errors
/// [`Refusal::TooFew`] below three items or people, [`Refusal::NoVariance`] where an item has none,
/// [`Refusal::NoFactor`] where a loading reaches 1 (a Heywood case), nothing is common, or no solution is found.
pub fn omega(answers: &Items) -> Result<Omega, Refusal> {
    enough_for_a_factor(answers)?;
    let covariances = answers.covariances()?;
    let loadings = one_factor(&covariances.correlations()?)?;
    let spreads: Vec<f64> = covariances.moments.iter().map(|item| item.sd).collect();
    Ok(Omega {
        n: answers.people(),
        left_out: answers.left_out(),
        omega: of_sum(&loadings, &spreads)?,
        standardised: of_sum(&loadings, &vec![1.0; loadings.len()])?,
        loadings,
    })
}

fn of_sum(loadings: &[f64], spreads: &[f64]) -> Result<f64, Refusal> {
    let common = sum(loadings.iter().zip(spreads).map(|(loading, spread)| loading * spread));
    let own = sum(loadings
        .iter()
        .zip(spreads)
        .map(|(loading, spread)| spread * spread * (1.0 - loading * loading)));
    let whole = common * common + own;
    if whole > 0.0 { Ok(common * common / whole) } else { Err(Refusal::NoFactor) }
}

/// The best of several descents: where one factor fits badly, there are several valleys, and where one ends depends on
/// where it begins. Begins at the mean correlations, and once at each item's own.
fn one_factor(correlations: &[Vec<f64>]) -> Result<Vec<f64>, Refusal> {
    let k = correlations.len();
    // An item's mean correlation with the others says its direction; its size hardly matters.
    let by_means = (0..k).map(|item| {
        let others = (0..k).filter(|other| *other != item);
        let mean = sum(others.map(|other| correlations[item][other])) / number(k - 1);
        libm::copysign(libm::sqrt(mean.abs()).max(0.1), mean)
    });
    let mut starts = vec![by_means.collect::<Vec<f64>>()];
    starts.extend(correlations.iter().cloned());
    let mut best: Option<(f64, Vec<f64>)> = None;
    for start in starts {
        let Some(found) = descend(correlations, start) else { continue };
        let left = residual(correlations, &found);
        // Only a clearly better one: two descents into one valley differ by rounding.
        if best.as_ref().is_none_or(|(least, _)| left < least - 1e-9) {
            best = Some((left, found));
        }
    }
    proper(best.ok_or(Refusal::NoFactor)?.1)
}

/// Minimises over one loading after the other, which has a solution in closed form and never gets worse.
fn descend(correlations: &[Vec<f64>], mut loadings: Vec<f64>) -> Option<Vec<f64>> {
    let k = correlations.len();
    let others = |item: usize| (0..k).filter(move |other| *other != item);
    for _ in 0..ROUNDS {
        let mut moved = 0.0_f64;
        for item in 0..k {
            let size: f64 = others(item).map(|other| loadings[other] * loadings[other]).sum();
            let next =
                others(item).map(|other| correlations[item][other] * loadings[other]).sum::<f64>() / size;
            if size < FOUND || next.abs() > LOST {
                return None;
            }
            moved = moved.max((next - loadings[item]).abs());
            loadings[item] = next;
        }
        if moved < FOUND {
            return Some(loadings);
        }
    }
    None
}

/// What is left of the correlations: the sum of squared differences off the diagonal.
fn residual(correlations: &[Vec<f64>], loadings: &[f64]) -> f64 {
    let rows = correlations.iter().enumerate();
    sum(rows.flat_map(|(item, row)| {
        row.iter().enumerate().filter(move |(other, _)| *other != item).map(move |(other, value)| {
            let left = value - loadings[item] * loadings[other];
            left * left
        })
    }))
}

fn proper(mut loadings: Vec<f64>) -> Result<Vec<f64>, Refusal> {
    if loadings.iter().any(|loading| loading.abs() >= 1.0) {
        return Err(Refusal::NoFactor);
    }
    if sum(loadings.iter().copied()) < 0.0 {
        loadings.iter_mut().for_each(|loading| *loading = -*loading);
    }
    Ok(loadings)
}
