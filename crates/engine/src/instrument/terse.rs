//! How the patient's page reads a definition.

use alloc::vec::Vec;

use super::definition::{
    Band, Combine, Definition, Direction, Item, Licence, Lookup, Missing, Range, Recode, Scale, Step,
    WeightOf,
};
use crate::{
    json::{self, Entries, Faults, Shape, Tree},
    number::Number,
};

json::object!(Definition {
    format,
    id,
    version,
    title,
    citation,
    sources,
    licence,
    response_sets,
    items,
    scales,
});
json::object!(Licence { name, statement, duties = Vec::new(), wording_needs_reference = false });
json::object!(Item { id, responses });
json::object!(Scale {
    id,
    title,
    combine,
    items = Vec::new(),
    scales = Vec::new(),
    recode = Vec::new(),
    reverse = Vec::new(),
    weights = Vec::new(),
    missing,
    then = Vec::new(),
    range,
    direction,
    bands = Vec::new(),
    source,
});
json::object!(Recode { items, values });
json::object!(Lookup { from, to });
json::object!(WeightOf { of, weight });
json::object!(Missing { minimum_answered, prorate = false });
json::object!(Range { lowest, highest });
json::words!(Direction {
    "higher_is_better" => HigherIsBetter,
    "higher_is_worse" => HigherIsWorse,
    "neutral" => Neutral,
    _ => Neutral
});
json::object!(Band { from, to, label });

impl Shape for Combine {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        if let Tree::Object(_) = tree {
            let mut entries = Entries::of(tree, faults);
            let codes = Shape::from_tree(entries.take("count"), faults);
            entries.finish(faults);
            return Self::Count(codes);
        }
        match Word::from_tree(tree, faults) {
            Word::Item => Self::Item,
            Word::Sum => Self::Sum,
            Word::Mean => Self::Mean,
        }
    }
}

/// A way to combine that is said in one word.
enum Word {
    Item,
    Sum,
    Mean,
}

json::words!(Word { "item" => Item, "sum" => Sum, "mean" => Mean, _ => Sum });

impl Shape for Step {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        let mut entries = Entries::of(tree, faults);
        let (linear, lookup, round) = (entries.take("linear"), entries.take("lookup"), entries.take("round"));
        entries.finish(faults);
        match (linear, lookup, round) {
            (linear, Tree::Null, Tree::Null) => {
                let Linear { multiply, add } = Linear::from_tree(linear, faults);
                Self::Linear { multiply, add }
            }
            (Tree::Null, lookup, Tree::Null) => Self::Lookup(Shape::from_tree(lookup, faults)),
            (Tree::Null, Tree::Null, round) => Self::Round(Shape::from_tree(round, faults)),
            _ => {
                faults.note();
                Self::Round(0)
            }
        }
    }
}

struct Linear {
    multiply: Number,
    add: Number,
}

json::object!(Linear { multiply, add = Number::ZERO });
