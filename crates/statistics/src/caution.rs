//! Sentences that belong beside the numbers. Must never say that something caused a change: no comparison group, no
//! cause.

use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use crate::{person::RegressionToTheMean, proportion::Share};

/// With fewer pairs a report warns.
pub const FEW_PAIRS: usize = 30;
/// With a larger share of people lost a report warns.
///
/// Source: D. L. Sackett and others, Evidence-based medicine, 2nd ed. (2000): above 20 % loss threatens validity.
pub const MANY_LOST: f64 = 0.2;

/// Something a reader must know before believing a mean change.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Caution {
    /// Before and after, and nobody to compare with: every report of this design.
    NoComparison,
    /// Fewer than [`FEW_PAIRS`] people have both scores.
    FewPairs(
        /// How many have.
        usize,
    ),
    /// What regression to the mean does here.
    Regression(
        /// In these pairs.
        RegressionToTheMean,
    ),
    /// More than [`MANY_LOST`] did not come back.
    ManyLost(
        /// Those who did not, of those who began.
        Share,
    ),
}

/// The cautions of a paired change, the most general first: the number of pairs, regression where it can be computed,
/// and the share of people who did not come back, where it is known.
pub fn cautions(pairs: usize, regression: Option<RegressionToTheMean>, lost: Option<Share>) -> Vec<Caution> {
    let mut cautions = vec![Caution::NoComparison];
    if pairs < FEW_PAIRS {
        cautions.push(Caution::FewPairs(pairs));
    }
    cautions.extend(lost.filter(|lost| lost.share > MANY_LOST).map(Caution::ManyLost));
    cautions.extend(regression.map(Caution::Regression));
    cautions
}

impl Caution {
    /// What to say, in whole sentences.
    pub fn sentence(&self) -> String {
        match self {
            Self::NoComparison => {
                "The numbers say that scores changed, not why: nobody else was asked at the same two \
                                   times. Other things in people's lives, and time itself, change scores too."
                    .to_string()
            }
            Self::FewPairs(pairs) => format!(
                "Only {} both times. With fewer than {FEW_PAIRS}, one person can move the mean, and the interval \
                 is no more than a hint.",
                people_answered(*pairs)
            ),
            Self::Regression(regression) => format!(
                "Those who begin low tend to be higher the next time, and those who begin high lower, even where \
                 nothing has happened. Here the two scores of a person correlate at {:.2}: {} So do not compare people \
                 by where they began.",
                regression.correlation,
                expected(regression.expected_return)
            ),
            Self::ManyLost(lost) => format!(
                "{} of the {} people with a first score have no second one. If they fared differently from those who did, the mean \
                 change of everybody is a different one.",
                lost.count, lost.of
            ),
        }
    }
}

fn people_answered(pairs: usize) -> String {
    match pairs {
        1 => "1 person answered".to_string(),
        _ => format!("{pairs} people answered"),
    }
}

fn expected(share: f64) -> String {
    // Beyond these the picture of a distance that shrinks does not hold.
    if share < 0.005 {
        return "almost nothing of this is to be expected.".to_string();
    }
    if share > 1.0 {
        return "they do not go together at all, so where somebody began says nothing about where they are."
            .to_string();
    }
    format!(
        "of every 10 points away from the mean at the start, about {:.1} are expected to be gone by the second time on \
         that account alone.",
        10.0 * share
    )
}
