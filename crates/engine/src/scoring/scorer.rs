//! A definition made ready to score many people: ids resolved to positions, tables worked out once.
//!
//! Total: whatever codes it is given, it answers and never panics.

use alloc::{collections::BTreeSet, vec::Vec};

use super::NotScored;
use crate::{
    instrument::{Code, Combine, Definition, Scale, Step},
    number::Number,
};

/// One scale's result: [`super::Score`] without its id, borrowing the band from the definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome<'d> {
    /// The value, or why there is none.
    pub value: Result<Number, NotScored>,
    /// How many of its items have no answer (for a scale of scales: of all items below it, each counted once).
    pub n_missing: u32,
    /// Whether the value, or a score that it is made from, was scaled up from the answers that are there.
    pub prorated: bool,
    /// The published band of the value, where bands are published.
    pub band: Option<&'d str>,
}

/// A definition made ready. It should have passed [`crate::instrument::check_definition`]; of one that did not,
/// an unknown item or scale counts as missing.
#[derive(Clone, Debug)]
pub struct Scorer<'d> {
    rules: Vec<Rule<'d>>,
}

/// One scale made ready.
#[derive(Clone, Debug)]
struct Rule<'d> {
    scale: &'d Scale,
    parts: Vec<Part>,
    /// The positions of all items below it, each once.
    items: Vec<usize>,
    /// How many values it needs.
    minimum: usize,
}

/// One item or scale that a scale is made from.
#[derive(Clone, Debug)]
struct Part {
    source: Source,
    weight: Number,
}

/// Where a value comes from.
#[derive(Clone, Debug)]
enum Source {
    /// The item at this position, with the weighted value of each of its codes.
    Item(usize, Vec<(Code, Number)>),
    /// The scale at this position.
    Scale(usize),
    /// An id that the definition does not have.
    Unknown,
}

/// The values of a scale that are there, combined so far.
struct Combined {
    sum: Number,
    weight: Number,
    there: usize,
    prorated: bool,
}

impl<'d> Scorer<'d> {
    /// Makes `definition` ready.
    pub fn new(definition: &'d Definition) -> Self {
        let mut rules: Vec<Rule<'d>> = Vec::with_capacity(definition.scales.len());
        for scale in &definition.scales {
            let rule = Rule::new(definition, scale, &rules);
            rules.push(rule);
        }
        Self { rules }
    }

    /// Scores every scale, in the definition's order. `codes` are the answers in the order of its items, `None`
    /// where there is none; a position that is not given counts as missing.
    pub fn score_codes(&self, codes: &[Option<Code>]) -> Vec<Outcome<'d>> {
        let mut outcomes = Vec::with_capacity(self.rules.len());
        for rule in &self.rules {
            let outcome = rule.outcome(codes, &outcomes);
            outcomes.push(outcome);
        }
        outcomes
    }
}

impl<'d> Rule<'d> {
    fn new(definition: &'d Definition, scale: &'d Scale, earlier: &[Rule<'d>]) -> Self {
        let of_items = scale.items.iter().map(|id| item_part(definition, scale, id));
        let of_scales = scale.scales.iter().map(|id| scale_part(scale, id, earlier));
        let parts: Vec<Part> = of_items.chain(of_scales).collect();
        let mut items = BTreeSet::new();
        for part in &parts {
            match &part.source {
                Source::Item(at, _) => items.extend([*at]),
                Source::Scale(at) => items.extend(earlier[*at].items.iter().copied()),
                Source::Unknown => {}
            }
        }
        let minimum = scale.missing.as_ref().map_or(parts.len(), |rule| rule.minimum_answered as usize);
        Self { scale, items: items.into_iter().collect(), minimum, parts }
    }

    fn outcome(&self, codes: &[Option<Code>], earlier: &[Outcome<'d>]) -> Outcome<'d> {
        let missing = self.items.iter().filter(|at| answer(codes, **at).is_none()).count();
        let combined = self.combine(codes, earlier);
        let value = combined.as_ref().map_err(|why| *why).and_then(|combined| self.finish(combined));
        Outcome {
            value,
            n_missing: missing as u32,
            prorated: value.is_ok() && combined.is_ok_and(|c| c.prorated || self.prorates(&c)),
            band: value.ok().and_then(|value| self.scale.band_of(value)),
        }
    }

    /// The values that are there, added up; or why there is no value, a wrong code first.
    fn combine(&self, codes: &[Option<Code>], earlier: &[Outcome<'d>]) -> Result<Combined, NotScored> {
        let mut combined = Combined { sum: Number::ZERO, weight: Number::ZERO, there: 0, prorated: false };
        let mut trouble = None;
        for part in &self.parts {
            match part.value(codes, earlier) {
                Ok(Some((value, prorated))) => match combined.with(value, part.weight, prorated) {
                    Some(sum) => combined = sum,
                    None => trouble = trouble.or(Some(NotScored::OutOfRange)),
                },
                Ok(None) => {}
                Err(NotScored::CodeOutside) => return Err(NotScored::CodeOutside),
                Err(why) => trouble = trouble.or(Some(why)),
            }
        }
        match trouble {
            Some(why) => Err(why),
            None if combined.there < self.minimum || combined.there == 0 => Err(NotScored::TooManyMissing),
            None => Ok(combined),
        }
    }

    /// Mean, prorating and the steps of `then`.
    fn finish(&self, combined: &Combined) -> Result<Number, NotScored> {
        let value = match self.scale.combine {
            Combine::Mean => combined.sum.over(combined.weight),
            _ if self.prorates(combined) => {
                let (all, there) = (whole(self.parts.len()), whole(combined.there));
                combined.sum.times(all).and_then(|value| value.over(there))
            }
            _ => Some(combined.sum),
        };
        let done = self.scale.then.iter().fold(value, |value, step| apply(step, value?));
        done.ok_or(NotScored::OutOfRange)
    }

    fn prorates(&self, combined: &Combined) -> bool {
        self.scale.missing.as_ref().is_some_and(|rule| rule.prorate) && combined.there < self.parts.len()
    }
}

impl Part {
    /// The weighted value and whether it was prorated, or `None` where it is missing.
    fn value(
        &self,
        codes: &[Option<Code>],
        earlier: &[Outcome<'_>],
    ) -> Result<Option<(Number, bool)>, NotScored> {
        match &self.source {
            Source::Unknown => Ok(None),
            Source::Item(at, values) => match answer(codes, *at) {
                None => Ok(None),
                Some(code) => match values.iter().find(|(known, _)| *known == code) {
                    Some((_, value)) => Ok(Some((*value, false))),
                    None => Err(NotScored::CodeOutside),
                },
            },
            Source::Scale(at) => match earlier[*at].value {
                Ok(value) => {
                    let weighted = value.times(self.weight).ok_or(NotScored::OutOfRange)?;
                    Ok(Some((weighted, earlier[*at].prorated)))
                }
                Err(NotScored::TooManyMissing) => Ok(None),
                Err(why) => Err(why),
            },
        }
    }
}

impl Combined {
    fn with(&self, value: Number, weight: Number, prorated: bool) -> Option<Self> {
        Some(Self {
            sum: self.sum.plus(value)?,
            weight: self.weight.plus(weight)?,
            there: self.there + 1,
            prorated: self.prorated || prorated,
        })
    }
}

fn answer(codes: &[Option<Code>], at: usize) -> Option<Code> {
    codes.get(at).copied().flatten()
}

fn whole(count: usize) -> Number {
    Number::from(count as i64)
}

fn scale_part(scale: &Scale, id: &str, earlier: &[Rule<'_>]) -> Part {
    let source = earlier.iter().position(|rule| rule.scale.id == id).map_or(Source::Unknown, Source::Scale);
    Part { source, weight: scale.weight_of(id) }
}

fn item_part(definition: &Definition, scale: &Scale, id: &str) -> Part {
    let weight = scale.weight_of(id);
    let source = definition
        .items
        .iter()
        .position(|item| item.id == id)
        .and_then(|at| Some(Source::Item(at, weighted_values(definition, scale, at, weight)?)))
        .unwrap_or(Source::Unknown);
    Part { source, weight }
}

/// Every code of the item at `at` with what it counts: recoded, reversed, weighted; for a count, 1 or 0.
fn weighted_values(
    definition: &Definition,
    scale: &Scale,
    at: usize,
    weight: Number,
) -> Option<Vec<(Code, Number)>> {
    let item = &definition.items[at];
    let values = values_of_item(scale, &item.id, definition.codes(item));
    values.into_iter().map(|(code, value)| Some((code, value?.times(weight)?))).collect()
}

/// Every code of an item with its value before weighting; `None` for a value that leaves the range of numbers.
pub(crate) fn values_of_item(scale: &Scale, item: &str, codes: &[Code]) -> Vec<(Code, Option<Number>)> {
    if let Combine::Count(counted) = &scale.combine {
        let one_or_none = |code: &Code| if counted.contains(code) { Number::ONE } else { Number::ZERO };
        return codes.iter().map(|code| (*code, Some(one_or_none(code)))).collect();
    }
    let recode = scale.recode.iter().find(|recode| recode.items.iter().any(|id| id == item));
    let recoded = |code: &Code| {
        let row = recode.and_then(|table| table.values.iter().find(|row| row.from == *code));
        row.map_or(Number::from(*code), |row| row.to)
    };
    let values = || codes.iter().map(recoded);
    let (Some(lowest), Some(highest)) = (values().min(), values().max()) else { return Vec::new() };
    let reversed = scale.reverse.iter().any(|id| id == item);
    let turned = |value: Number| if reversed { lowest.plus(highest)?.minus(value) } else { Some(value) };
    codes.iter().map(|code| (*code, turned(recoded(code)))).collect()
}

/// One step of `then`, or `None` where it has no result.
fn apply(step: &Step, value: Number) -> Option<Number> {
    match step {
        Step::Linear { multiply, add } => value.times(*multiply)?.plus(*add),
        Step::Lookup(rows) => {
            let key = value.whole()?;
            rows.iter().find(|row| i64::from(row.from) == key).map(|row| row.to)
        }
        Step::Round(digits) => value.rounded(*digits),
    }
}
