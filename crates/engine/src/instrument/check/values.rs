//! Recode tables, reversed items and weights of a scale.

use alloc::{collections::BTreeSet, format, vec::Vec};

use super::{
    place::{Place, repeated},
    say,
};
use crate::{
    instrument::{Code, Combine, Recode},
    number::Number,
    problem::Problem,
};

/// Checks what is done with the codes before they are combined.
pub(super) fn check_values(place: Place<'_>, problems: &mut Vec<Problem>) {
    applicable(place, problems);
    reversed(place, problems);
    weighted(place, problems);
    let mut recoded = BTreeSet::new();
    for (at, recode) in place.scale.recode.iter().enumerate() {
        items_of(place, at, recode, &mut recoded, problems);
        table_of(place, at, recode, problems);
    }
}

fn applicable(place: Place<'_>, problems: &mut Vec<Problem>) {
    let scale = place.scale;
    let given = [("recode", scale.recode.is_empty()), ("reverse", scale.reverse.is_empty())];
    for (key, _) in given.iter().filter(|(_, empty)| !empty) {
        if scale.items.is_empty() && !scale.scales.is_empty() {
            say(problems, place.path(key), "this applies to items, and this scale is made from scales");
        }
    }
    if matches!(scale.combine, Combine::Count(_)) {
        for (key, _) in
            given.iter().chain([&("weights", scale.weights.is_empty())]).filter(|(_, empty)| !empty)
        {
            let message =
                "a count looks at the codes as they were answered: list the codes that count instead";
            say(problems, place.path(key), message);
        }
    }
}

fn reversed(place: Place<'_>, problems: &mut Vec<Problem>) {
    if place.scale.items.is_empty() {
        return;
    }
    for (at, id) in place.scale.reverse.iter().enumerate() {
        if !place.scale.items.contains(id) {
            say(problems, place.path(&format!("reverse[{at}]")), NOT_IN_SCALE);
        }
    }
    for at in repeated(&place.scale.reverse) {
        say(problems, place.path(&format!("reverse[{at}]")), "this item is reversed twice");
    }
}

fn weighted(place: Place<'_>, problems: &mut Vec<Problem>) {
    let scale = place.scale;
    let mut seen = BTreeSet::new();
    for (at, weight) in scale.weights.iter().enumerate() {
        if !scale.items.contains(&weight.of) && !scale.scales.contains(&weight.of) {
            say(problems, place.path(&format!("weights[{at}].of")), NOT_IN_SCALE);
        }
        if !seen.insert(&weight.of) {
            say(problems, place.path(&format!("weights[{at}].of")), "this id has a weight already");
        }
        let path = place.path(&format!("weights[{at}].weight"));
        if weight.weight == Number::ZERO {
            say(problems, path, "with a weight of nought it does not count: take it out of the scale");
        } else if scale.combine == Combine::Mean && weight.weight < Number::ZERO {
            say(problems, path, "the weights of a mean are above nought: use `reverse`, or a sum");
        }
    }
}

fn items_of<'a>(
    place: Place<'_>,
    at: usize,
    recode: &'a Recode,
    recoded: &mut BTreeSet<&'a str>,
    problems: &mut Vec<Problem>,
) {
    if recode.items.is_empty() {
        say(
            problems,
            place.path(&format!("recode[{at}].items")),
            "list the items that this table applies to",
        );
    }
    for (position, id) in recode.items.iter().enumerate() {
        let path = place.path(&format!("recode[{at}].items[{position}]"));
        if !place.scale.items.contains(id) {
            say(problems, path, NOT_IN_SCALE);
        } else if !recoded.insert(id) {
            say(problems, path, "this item is recoded twice");
        }
    }
}

fn table_of(place: Place<'_>, at: usize, recode: &Recode, problems: &mut Vec<Problem>) {
    let mut rows = BTreeSet::new();
    let own = recode.items.iter().filter(|id| place.scale.items.contains(id));
    let items = own.filter_map(|id| place.definition.item(id));
    let codes: BTreeSet<Code> = items.flat_map(|item| place.definition.codes(item).iter().copied()).collect();
    for (position, row) in recode.values.iter().enumerate() {
        let path = || place.path(&format!("recode[{at}].values[{position}].from"));
        if !rows.insert(row.from) {
            say(problems, path(), format!("the code {} stands twice in this table", row.from));
        }
        if !codes.is_empty() && !codes.contains(&row.from) {
            say(problems, path(), format!("none of these items has the code {}", row.from));
        }
    }
    for code in codes.difference(&rows) {
        let message = format!("the table has no row for the code {code}: say what it counts");
        say(problems, place.path(&format!("recode[{at}].values")), message);
    }
}

const NOT_IN_SCALE: &str = "this id is not one of those that the scale is made from";
