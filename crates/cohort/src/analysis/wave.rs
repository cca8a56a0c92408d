//! One scale at one wave.

use engine::{
    instrument::{Code, Combine},
    record::is_missing_code,
};
use statistics::{
    Level, Refusal,
    aggregate::{Bin, bins},
    describe::{Ends, Summary, describe, missing_by_item},
    groups::LEAST,
    proportion::Share,
    reliability::{Alpha, Items, Omega, alpha, omega},
};

use super::{Place, chart::score_cells, sample::Person};

/// One scale at one wave.
#[derive(Clone, Debug, PartialEq)]
pub struct AtWave {
    /// The wave.
    pub wave: String,
    /// The scores, or why there are none.
    pub summary: Result<Summary, Refusal>,
    /// How many people are at the ends of the scale.
    pub ends: Result<Ends, Refusal>,
    /// The published bands in their order, each with how many people are in it.
    pub bands: Vec<(String, Share)>,
    /// The scores in bins of at least five people; empty of fewer.
    pub bins: Vec<Bin>,
    /// How the items hold together; `None` of a scale that is not a sum or mean of two items at least.
    pub reliability: Option<Reliability>,
}

/// How the items of a scale hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// The items' ids, in the scale's order.
    pub items: Vec<String>,
    /// How many people did not answer each.
    pub missing: Vec<usize>,
    /// Cronbach's alpha with the statistics of each item.
    pub alpha: Result<Alpha, Refusal>,
    /// McDonald's omega.
    pub omega: Result<Omega, Refusal>,
}

/// `None` where nobody was asked.
pub(super) fn at_wave(people: &[Person<'_>], wave: usize, name: &str, place: Place<'_>) -> Option<AtWave> {
    let level = Level::NINETY_FIVE;
    let answered = || people.iter().filter_map(|person| person.at(wave));
    let scores: Vec<_> = answered().filter_map(|answered| answered.score(place)).collect();
    if scores.is_empty() {
        return None;
    }
    let values: Vec<Option<f64>> =
        scores.iter().map(|score| score.value.ok().map(|value| value.to_f64())).collect();
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    let in_band = |label: &str| scores.iter().filter(|score| score.band.as_deref() == Some(label)).count();
    let bands = place.scale.bands.iter().filter_map(|band| {
        Share::new(in_band(&band.label), known.len(), level).ok().map(|share| (band.label.clone(), share))
    });
    let range = place.scale.range;
    Some(AtWave {
        wave: name.to_owned(),
        summary: describe(&values),
        ends: Ends::of(&known, range.lowest.to_f64(), range.highest.to_f64(), level),
        bands: bands.collect(),
        bins: bins(&known, score_cells(range.lowest.to_f64(), range.highest.to_f64()), LEAST)
            .unwrap_or_default(),
        reliability: reliability(
            &answered().filter_map(|answered| answered.codes(place)).collect::<Vec<_>>(),
            place,
        ),
    })
}

fn reliability(answers: &[&[Code]], place: Place<'_>) -> Option<Reliability> {
    let scale = place.scale;
    let adds_up = matches!(scale.combine, Combine::Sum | Combine::Mean);
    if !adds_up || scale.items.len() < 2 || !scale.recode.is_empty() || !scale.weights.is_empty() {
        return None;
    }
    let turned: Vec<(usize, Option<Code>)> =
        scale.items.iter().map(|id| turned(id, place)).collect::<Option<_>>()?;
    let row = |codes: &&[Code]| -> Vec<Option<f64>> {
        let value = |(at, ends): &(usize, Option<Code>)| {
            let code = codes.get(*at).copied().filter(|code| !is_missing_code(*code))?;
            Some(f64::from(ends.map_or(code, |ends| ends - code)))
        };
        turned.iter().map(value).collect()
    };
    let rows: Vec<Vec<Option<f64>>> = answers.iter().map(row).collect();
    let items = Items::complete(&rows);
    Some(Reliability {
        items: scale.items.clone(),
        missing: missing_by_item(&rows).ok()?,
        alpha: items.as_ref().map_err(|refusal| *refusal).and_then(|items| alpha(items, Level::NINETY_FIVE)),
        omega: items.as_ref().map_err(|refusal| *refusal).and_then(omega),
    })
}

/// The position of an item in its instrument and, where the scale turns it round, the sum of its lowest and highest
/// code.
fn turned(id: &str, place: Place<'_>) -> Option<(usize, Option<Code>)> {
    let at = place.definition.items.iter().position(|item| item.id == id)?;
    let codes = place.definition.codes(&place.definition.items[at]);
    let ends = codes.iter().min().zip(codes.iter().max()).map(|(low, high)| low + high);
    Some((at, ends.filter(|_| place.scale.reverse.iter().any(|reversed| reversed == id))))
}
