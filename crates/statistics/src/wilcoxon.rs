//! Wilcoxon's signed-rank test: does the change lean to one side, whatever its distribution?

use alloc::{vec, vec::Vec};

use crate::{
    Pairs, Refusal,
    distribution::Normal,
    moments::{is_rounding, number},
    refusal::Counted,
    sum::sum,
};

/// Up to so many changes the test is exact: the counts of its 2⁵⁰ sign patterns are exact in floating point, too.
pub const EXACT_UP_TO: usize = 50;

/// The result of the signed-rank test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignedRank {
    /// People whose score changed; the others are left out.
    pub changed: usize,
    /// People whose score did not change.
    pub unchanged: usize,
    /// The sum of the ranks of those whose score rose (V in R); ties have their mean rank.
    pub rank_sum_up: f64,
    /// The sum of the ranks of those whose score fell.
    pub rank_sum_down: f64,
    /// Two-sided, 0 to 1.
    pub p: f64,
    /// How p was found.
    pub method: Method,
    /// The matched-pairs rank biserial correlation, −1 to 1: what share of the rank sum speaks for a rise, minus what
    /// share speaks for a fall.
    ///
    /// Source: D. S. Kerby, The simple difference formula, Comprehensive Psychology 3 (2014) 1.
    pub rank_biserial: f64,
}

/// How a p value was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    /// From all patterns of signs, ties included.
    Exact,
    /// From the normal distribution, with corrections for ties and continuity.
    Normal {
        /// The corrected z value.
        z: f64,
    },
}

/// Changes that are not zero, as ranks times two: whole numbers even where ties have their mean rank.
struct Ranks {
    of_rises: usize,
    all: Vec<usize>,
    /// Σ (t³ − t) over groups of t ties.
    ties: f64,
}

/// The two-sided signed-rank test of no change.
///
/// Changes of zero are left out, as Wilcoxon did; equal sizes get their mean rank. Up to [`EXACT_UP_TO`] changes p is
/// twice the smaller tail among all patterns of signs of these very ranks, so ties need no approximation; R's and
/// SciPy's default differs where there are ties. Above, p is normal with the corrections for ties and continuity.
/// Sizes that differ by rounding only are equal.
///
/// Source: F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945) 80–83; the exact
/// distribution by the shift algorithm of B. Streitberg, J. Röhmel, Exact distributions for permutation and rank tests,
/// Statistical Software Newsletter 12 (1986) 10–17; the corrections in M. Hollander, D. A. Wolfe, E. Chicken,
/// Nonparametric statistical methods, 3rd ed. (2014), section 3.1.
///
/// # Errors
/// [`Refusal::TooFew`] where nobody's score changed.
pub fn signed_rank(pairs: &Pairs) -> Result<SignedRank, Refusal> {
    let ranks = Ranks::of(pairs);
    let changed = ranks.all.len();
    Refusal::unless(Counted::Changes, changed, 1)?;
    let whole: usize = ranks.all.iter().sum();
    let (up, down) = (number(ranks.of_rises) / 2.0, number(whole - ranks.of_rises) / 2.0);
    let (p, method) = if changed <= EXACT_UP_TO { ranks.exact(whole) } else { ranks.normal() };
    Ok(SignedRank {
        changed,
        unchanged: pairs.len() - changed,
        rank_sum_up: up,
        rank_sum_down: down,
        p,
        method,
        rank_biserial: (up - down) / (up + down),
    })
}

impl Ranks {
    fn of(pairs: &Pairs) -> Self {
        let largest = pairs.largest();
        let same = |gap: f64| is_rounding(gap, largest);
        let mut changes: Vec<f64> =
            pairs.changes().into_iter().filter(|change| !same(change.abs())).collect();
        changes.sort_unstable_by(|a, b| a.abs().total_cmp(&b.abs()));
        let (mut of_rises, mut all, mut ties, mut from) = (0, Vec::new(), Vec::new(), 0);
        while from < changes.len() {
            let alike =
                changes[from..].windows(2).take_while(|two| same(two[1].abs() - two[0].abs())).count() + 1;
            // The mean of the ranks from + 1 to from + alike, times two.
            let rank = 2 * from + alike + 1;
            for change in &changes[from..from + alike] {
                all.push(rank);
                of_rises += if *change > 0.0 { rank } else { 0 };
            }
            let t = number(alike);
            ties.push(t * t * t - t);
            from += alike;
        }
        Self { of_rises, all, ties: sum(ties) }
    }

    fn exact(&self, whole: usize) -> (f64, Method) {
        // chance[s]: the probability that the doubled ranks with a plus sign add up to s.
        let mut chance = vec![0.0; whole + 1];
        chance[0] = 1.0;
        let mut reached = 0;
        for rank in &self.all {
            reached += rank;
            for at in (0..=reached).rev() {
                let with = if at >= *rank { chance[at - rank] } else { 0.0 };
                chance[at] = (chance[at] + with) / 2.0;
            }
        }
        let at_most = sum(chance[..=self.of_rises].iter().copied());
        let at_least = sum(chance[self.of_rises..].iter().copied());
        ((2.0 * at_most.min(at_least)).min(1.0), Method::Exact)
    }

    fn normal(&self) -> (f64, Method) {
        let n = number(self.all.len());
        let away = number(self.of_rises) / 2.0 - n * (n + 1.0) / 4.0;
        let variance = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - self.ties / 48.0;
        let corrected = if away == 0.0 { 0.0 } else { away - libm::copysign(0.5, away) };
        let z = corrected / libm::sqrt(variance);
        (Normal.two_sided(z), Method::Normal { z })
    }
}
