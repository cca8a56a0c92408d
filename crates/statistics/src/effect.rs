//! Effect sizes of a paired change, each named for what it is. They differ by what the mean change is divided by, and
//! must not be compared with each other.

use crate::{
    Pairs, Refusal,
    distribution::stirling_error,
    moments::{Moments, correlation, number},
    refusal::Counted,
};

/// The effect sizes of one paired change; positive where scores rose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectSizes {
    /// Mean change over the standard deviation of the changes: the standardised response mean, the same number as
    /// Cohen's d_z.
    ///
    /// Source: M. H. Liang, A. H. Fossel, M. G. Larson, Comparisons of five health status instruments for orthopedic
    /// evaluation, Medical Care 28 (1990) 632–642; J. Cohen, Statistical power analysis for the behavioral sciences,
    /// 2nd ed. (1988), p. 48.
    pub srm: f64,
    /// Mean change over the standard deviation before; `None` where there is none.
    ///
    /// Source: L. E. Kazis, J. J. Anderson, R. F. Meenan, Effect sizes for interpreting changes in health status,
    /// Medical Care 27 (1989) S178–S189.
    pub baseline_sd: Option<f64>,
    /// Mean change over the mean of both standard deviations; `None` where both are 0.
    ///
    /// Source: D. Lakens, Calculating and reporting effect sizes, Frontiers in Psychology 4 (2013) 863, formula 10.
    pub d_av: Option<f64>,
    /// `d_av` times Hedges' factor for n − 1 degrees of freedom, which takes out the bias of few people: Γ(m ÷ 2) ÷
    /// (√(m ÷ 2) · Γ((m − 1) ÷ 2)), m = n − 1. `None` below three pairs.
    ///
    /// Source: L. V. Hedges, Distribution theory for Glass's estimator of effect size, Journal of Educational
    /// Statistics 6 (1981) 107–128; with n − 1 for pairs: G. Cumming, Understanding the new statistics (2012),
    /// chapter 11.
    pub g_av: Option<f64>,
    /// The correlation of the scores before and after; `None` where one side has no spread.
    pub correlation: Option<f64>,
}

/// The effect sizes of a paired change.
///
/// # Errors
/// [`Refusal::TooFew`] below two pairs, [`Refusal::NoVariance`] where everybody changed by the same.
pub fn effect_sizes(pairs: &Pairs) -> Result<EffectSizes, Refusal> {
    let change = pairs.of_changes()?;
    if change.sd == 0.0 {
        return Err(Refusal::NoVariance);
    }
    let before = Moments::of(&pairs.before, Counted::Pairs)?;
    let after = Moments::of(&pairs.after, Counted::Pairs)?;
    let over = |sd: f64| (sd > 0.0).then(|| change.mean / sd);
    let d_av = over((before.sd + after.sd) / 2.0);
    Ok(EffectSizes {
        srm: change.mean / change.sd,
        baseline_sd: over(before.sd),
        d_av,
        g_av: d_av.filter(|_| change.n > 2).map(|d| d * hedges(number(change.n - 1))),
        correlation: correlation(&pairs.before, &pairs.after).ok(),
    })
}

/// Hedges' factor for `df` degrees of freedom, above 1: just below 1, nearer with more.
fn hedges(df: f64) -> f64 {
    let (above, below) = (df / 2.0, (df - 1.0) / 2.0);
    if df < 30.0 {
        return libm::exp(libm::lgamma(above) - libm::lgamma(below)) / libm::sqrt(above);
    }
    // ln Γ(z) = (z − ½)·ln z − z + ½·ln 2π + stirling_error(z): the large parts are subtracted by hand.
    let logarithm =
        (below - 0.5) * libm::log1p(0.5 / below) - 0.5 + stirling_error(above) - stirling_error(below);
    libm::exp(logarithm)
}
