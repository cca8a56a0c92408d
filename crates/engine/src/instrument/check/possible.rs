//! Which scores a scale can have: its rule followed with bounds instead of answers.

use alloc::{collections::BTreeSet, format, vec::Vec};

use super::{
    place::Place,
    reach::{Reach, TooLarge, common},
    say,
};
use crate::{
    instrument::{Combine, Lookup, Scale, Step},
    number::Number,
    problem::Problem,
    scoring::values_of_item,
};

/// A part of a scale: its values before weighting, and its weight.
type Part = (Reach, Number);

/// Why a scale's scores are not known.
enum Unknown {
    /// The reason was told already: here, or at an earlier scale that this one is made from.
    Told,
    /// The numbers may leave the range of exact arithmetic.
    TooLarge,
    /// Answers stand in for missing ones, but not all items have the same lowest and highest value.
    Unequal,
}

impl From<TooLarge> for Unknown {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

/// The scores that the scale can have, if the range that it declares is right. `earlier` are those of the scales
/// before it.
pub(super) fn possible_scores(
    place: Place<'_>,
    earlier: &[Option<Reach>],
    problems: &mut Vec<Problem>,
) -> Option<Reach> {
    match worked_out(place, earlier, problems) {
        Ok(reach) => declared_is_right(place, reach, problems).then_some(reach),
        Err(Unknown::Told) => None,
        Err(Unknown::TooLarge) => {
            let message =
                "the numbers of this scale are too large or too fine for exact arithmetic: use fewer digits";
            say(problems, format!("scales[{}]", place.at), message);
            None
        }
        Err(Unknown::Unequal) => {
            let message = "answers can stand in for missing ones only where every item of the scale has the same lowest and highest value: take this rule out, or recode the items";
            say(problems, place.path("missing"), message);
            None
        }
    }
}

fn worked_out(
    place: Place<'_>,
    earlier: &[Option<Reach>],
    problems: &mut Vec<Problem>,
) -> Result<Reach, Unknown> {
    let parts = parts(place, earlier)?;
    if !may_stand_in(place.scale, &parts) {
        return Err(Unknown::Unequal);
    }
    let mut reach = combined(place.scale, &parts)?;
    for (at, step) in place.scale.then.iter().enumerate() {
        reach = match step {
            Step::Linear { multiply, add } => reach.times(*multiply)?.plus(Reach::exactly(*add))?,
            Step::Round(digits) => reach.rounded(*digits)?,
            Step::Lookup(rows) => {
                table_fits(place, at, rows, &reach, problems)?;
                Reach::any_of(rows.iter().map(|row| row.to))?.ok_or(Unknown::Told)?
            }
        };
    }
    Ok(reach)
}

fn parts(place: Place<'_>, earlier: &[Option<Reach>]) -> Result<Vec<Part>, Unknown> {
    let Place { definition, scale, .. } = place;
    let mut found = Vec::new();
    for id in &scale.items {
        let codes = definition.item(id).map(|item| definition.codes(item)).ok_or(Unknown::Told)?;
        let values = values_of_item(scale, id, codes).into_iter().map(|(_, value)| value);
        let values: Vec<Number> = values.collect::<Option<_>>().ok_or(TooLarge)?;
        found.push((Reach::any_of(values)?.ok_or(Unknown::Told)?, scale.weight_of(id)));
    }
    for id in &scale.scales {
        let at = definition.scales.iter().position(|earlier| earlier.id == *id).ok_or(Unknown::Told)?;
        found.push((earlier.get(at).copied().flatten().ok_or(Unknown::Told)?, scale.weight_of(id)));
    }
    Ok(found)
}

/// Whether those answered may stand in for missing ones, where the rule makes them: all have the same bounds.
fn may_stand_in(scale: &Scale, parts: &[Part]) -> bool {
    let Some(rule) = &scale.missing else { return true };
    let is_mean = scale.combine == Combine::Mean;
    let stands_in = if is_mean { (rule.minimum_answered as usize) < parts.len() } else { rule.prorate };
    let pairs = || parts.iter().zip(parts.iter().skip(1));
    let same_bounds =
        |(one, other): (&Part, &Part)| (one.0.lowest, one.0.highest) == (other.0.lowest, other.0.highest);
    let same_weights = |(one, other): (&Part, &Part)| is_mean || one.1 == other.1;
    !stands_in || (pairs().all(same_bounds) && pairs().all(same_weights))
}

fn combined(scale: &Scale, parts: &[Part]) -> Result<Reach, TooLarge> {
    let weighted: Vec<Reach> =
        parts.iter().map(|(reach, weight)| reach.times(*weight)).collect::<Result<_, _>>()?;
    let nothing = Reach::exactly(Number::ZERO);
    let total = weighted.iter().try_fold(nothing, |sum, part| sum.plus(*part))?;
    total.parts_fit(&weighted)?;
    match (&scale.combine, &scale.missing) {
        (Combine::Mean, _) => mean(parts, total),
        (_, Some(rule)) if rule.prorate => {
            let all = parts.len() as i64;
            total.times(Number::from(all))?.divided(all, total.lowest, total.highest)
        }
        (_, Some(rule)) => {
            let (lowest, highest) = some_of(&weighted, rule.minimum_answered as usize).ok_or(TooLarge)?;
            total.within(lowest, highest)
        }
        (_, None) => Ok(total),
    }
}

/// The total divided by the sum of the weights, of those there: some fraction whose numerator is at most `most`.
fn mean(parts: &[Part], total: Reach) -> Result<Reach, TooLarge> {
    let mut weights = parts.iter().map(|(_, weight)| *weight);
    let unit = weights.clone().try_fold(1_i128, |unit, weight| common(unit, weight.denominator().into()));
    let unit = unit.and_then(|unit| i64::try_from(unit).ok()).map(Number::from).ok_or(TooLarge)?;
    let weight = weights.try_fold(Number::ZERO, Number::plus).ok_or(TooLarge)?;
    let most = weight.times(unit).and_then(Number::whole).ok_or(TooLarge)?;
    let lowest = total.lowest.over(weight).ok_or(TooLarge)?;
    let highest = total.highest.over(weight).ok_or(TooLarge)?;
    total.times(unit)?.divided(most, lowest, highest)
}

/// The lowest and highest sum of at least `minimum` of the parts.
fn some_of(parts: &[Reach], minimum: usize) -> Option<(Number, Number)> {
    let lowest = parts.iter().map(|part| part.lowest).collect();
    let turned = parts.iter().map(|part| Number::ZERO.minus(part.highest)).collect::<Option<_>>()?;
    Some((smallest_sum(lowest, minimum)?, Number::ZERO.minus(smallest_sum(turned, minimum)?)?))
}

/// The smallest sum of at least `minimum` of the values.
fn smallest_sum(mut values: Vec<Number>, minimum: usize) -> Option<Number> {
    values.sort();
    let taken = |(at, value): &(usize, Number)| *at < minimum || *value < Number::ZERO;
    let mut taken = values.into_iter().enumerate().filter(taken);
    taken.try_fold(Number::ZERO, |sum, (_, value)| sum.plus(value))
}

/// Says so unless a lookup table has exactly one row for every whole number from the lowest to the highest value.
fn table_fits(
    place: Place<'_>,
    at: usize,
    rows: &[Lookup],
    reach: &Reach,
    problems: &mut Vec<Problem>,
) -> Result<(), Unknown> {
    let before = problems.len();
    let path = place.path(&format!("then[{at}].lookup"));
    let bounds = reach.lowest.whole().zip(reach.highest.whole()).filter(|_| reach.is_whole());
    let Some((lowest, highest)) = bounds else {
        let message = "only whole numbers can be looked up, and this value may have a fraction: add a `round` step before";
        say(problems, path, message);
        return Err(Unknown::Told);
    };
    for (position, row) in rows.iter().enumerate() {
        if !(lowest..=highest).contains(&row.from.into()) {
            let message = format!("the value is never {}: it goes from {lowest} to {highest}", row.from);
            say(problems, format!("{path}[{position}].from"), message);
        }
    }
    let known: BTreeSet<i64> = rows.iter().map(|row| row.from.into()).collect();
    if let Some(hole) = (lowest..=highest).find(|value| !known.contains(value)) {
        let message = format!(
            "the table has a hole: no row for {hole}; it needs one for every whole number from {lowest} to {highest}"
        );
        say(problems, path, message);
    }
    if problems.len() == before { Ok(()) } else { Err(Unknown::Told) }
}

fn declared_is_right(place: Place<'_>, reach: Reach, problems: &mut Vec<Problem>) -> bool {
    let declared = place.scale.range;
    let before = problems.len();
    for (key, computed, declared) in
        [("lowest", reach.lowest, declared.lowest), ("highest", reach.highest, declared.highest)]
    {
        if computed == declared {
            continue;
        }
        let message = if computed.rounded(6) == Some(computed) {
            format!("the {key} possible score is {computed}: write that, or mend the rule")
        } else {
            format!(
                "the {key} possible score is {computed}, which six digits can't write: add a `round` step"
            )
        };
        say(problems, place.path(&format!("range.{key}")), message);
    }
    problems.len() == before
}
