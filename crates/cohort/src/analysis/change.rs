//! One scale from the first wave to a later one.

use statistics::{
    Level, Pairs, Refusal,
    aggregate::{Bin, Bundle, bins, bundles},
    attrition::{Beside, Tipping, beside, last_carried_forward, tipping_point},
    bootstrap::{Bootstrap, RESAMPLES, SEED, bca},
    caution::{Caution, cautions},
    describe::describe,
    effect::{EffectSizes, effect_sizes},
    groups::LEAST,
    pairs::MeanChange,
    person::{RegressionToTheMean, Rule, Verdicts, regression_to_the_mean},
    proportion::Share,
    wilcoxon::{SignedRank, signed_rank},
};

use super::{
    AtWave, ByItem, Place, better,
    chart::change_cells,
    grouping::{Both, Grouping, groupings},
    sample::Person,
    thresholds,
};

const LEVEL: Level = Level::NINETY_FIVE;
/// More lines than these are no longer told apart.
pub(super) const MOST_BUNDLES: usize = 12;
/// Any change, however small, but not a rounding.
const ANY: f64 = 1e-6;

/// One scale from the first wave to a later one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The later wave.
    pub wave: String,
    /// People with a score at the first wave.
    pub began: usize,
    /// People with both scores.
    pub pairs: usize,
    /// The mean change with its t interval.
    pub mean: Result<MeanChange, Refusal>,
    /// The mean of these people before and after; `None` where there are none.
    pub means: Option<(f64, f64)>,
    /// The changes in bins of at least five people; empty of fewer.
    pub bins: Vec<Bin>,
    /// The mean scores of five people and more who changed about alike; empty of fewer.
    pub bundles: Vec<Bundle>,
    /// Whose score got better, stayed, got worse by any amount; `None` where no direction is better.
    pub direction: Option<Verdicts>,
    /// Effect sizes.
    pub effects: Result<EffectSizes, Refusal>,
    /// Wilcoxon's signed-rank test.
    pub ranks: Result<SignedRank, Refusal>,
    /// The bootstrap interval of the mean change.
    pub bootstrap: Result<Bootstrap, Refusal>,
    /// What a second measurement does by itself.
    pub regression: Result<RegressionToTheMean, Refusal>,
    /// How many people changed by more than a named threshold; empty where no direction is better.
    pub people: Vec<OfThreshold>,
    /// The change by site, by link worker, by how the questionnaire was filled in, and by items that were asked for.
    pub groups: Vec<Grouping>,
    /// Those who have a score at the first wave and none here, of those who began. A cohort has no clock: people who
    /// are not due yet are among them.
    pub lost: Result<Share, Refusal>,
    /// The first score of those who came back, beside those who did not.
    pub beside: Result<Beside, Refusal>,
    /// The mean change with the others counted as unchanged.
    pub carried: Result<MeanChange, Refusal>,
    /// What it would take to undo the mean change.
    pub tipping: Result<Tipping, Refusal>,
    /// What to say beside the numbers.
    pub cautions: Vec<Caution>,
}

/// How many people changed by more than a threshold.
#[derive(Clone, Debug, PartialEq)]
pub struct OfThreshold {
    /// Its name.
    pub name: &'static str,
    /// Where it comes from.
    pub source: String,
    /// How many points it asks for.
    pub points: f64,
    /// How many people improved, stayed, got worse.
    pub verdicts: Verdicts,
}

/// `None` where nobody was asked at both waves.
pub(super) fn change(
    people: &[Person<'_>],
    wave: usize,
    name: &str,
    place: Place<'_>,
    waves: &[AtWave],
    items: &[ByItem],
) -> Option<Change> {
    let asked =
        |person: &&Person<'_>, wave| person.at(wave).is_some_and(|answered| answered.score(place).is_some());
    people.iter().find(|person| asked(person, 0) && asked(person, wave))?;
    let began: Vec<(&Person<'_>, f64)> =
        people.iter().filter_map(|person| Some((person, person.value(0, place)?))).collect();
    let both: Vec<Both<'_>> = began
        .iter()
        .filter_map(|(person, before)| Some((*person, *before, person.value(wave, place)?)))
        .collect();
    let pairs = Pairs::new(both.iter().map(|(_, before, after)| (*before, *after))).ok()?;
    let of_lost: Vec<f64> = began
        .iter()
        .filter(|(person, _)| person.value(wave, place).is_none())
        .map(|(_, before)| *before)
        .collect();
    let of_returned: Vec<f64> = both.iter().map(|(_, before, _)| *before).collect();
    let lost = Share::new(of_lost.len(), began.len(), LEVEL);
    let regression = regression_to_the_mean(&pairs);
    Some(Change {
        wave: name.to_owned(),
        began: began.len(),
        pairs: pairs.len(),
        mean: pairs.mean_change(LEVEL),
        means: means(&both),
        bins: bins(&pairs.changes(), change_cells(&pairs.changes(), length(place)), LEAST)
            .unwrap_or_default(),
        bundles: bundles(&pairs, LEAST, MOST_BUNDLES),
        direction: Rule::threshold(ANY)
            .ok()
            .zip(better(place.scale))
            .and_then(|(any, better)| Verdicts::of(&pairs, &any, better, LEVEL).ok()),
        effects: effect_sizes(&pairs),
        ranks: signed_rank(&pairs),
        bootstrap: bca(&pairs, RESAMPLES, SEED, LEVEL),
        people: of_thresholds(&pairs, place, waves),
        groups: groupings(&both, wave, items),
        beside: beside(&of_returned, &of_lost),
        carried: last_carried_forward(&pairs, of_lost.len(), LEVEL),
        tipping: tipping_point(&pairs, of_lost.len(), LEVEL),
        cautions: cautions(pairs.len(), regression.ok(), lost.ok()),
        lost,
        regression,
    })
}

fn length(place: Place<'_>) -> f64 {
    place.scale.range.highest.to_f64() - place.scale.range.lowest.to_f64()
}

fn means(both: &[Both<'_>]) -> Option<(f64, f64)> {
    let mean = |part: fn(&Both<'_>) -> f64| {
        let scores: Vec<Option<f64>> = both.iter().map(|person| Some(part(person))).collect();
        describe(&scores).ok().map(|summary| summary.mean)
    };
    mean(|person| person.1).zip(mean(|person| person.2))
}

fn of_thresholds(pairs: &Pairs, place: Place<'_>, waves: &[AtWave]) -> Vec<OfThreshold> {
    let Some(better) = better(place.scale) else { return Vec::new() };
    let own = waves.first().and_then(|first| {
        let alpha = first.reliability.as_ref()?.alpha.as_ref().ok()?.alpha;
        thresholds::of_this_cohort(first.summary.as_ref().ok()?.sd?, alpha).ok()
    });
    let all = thresholds::published(&place.definition.id, &place.scale.id).into_iter().chain(own);
    all.filter_map(|threshold| {
        Some(OfThreshold {
            name: threshold.name,
            source: threshold.source,
            points: threshold.rule.points(),
            verdicts: Verdicts::of(pairs, &threshold.rule, better, LEVEL).ok()?,
        })
    })
    .collect()
}
