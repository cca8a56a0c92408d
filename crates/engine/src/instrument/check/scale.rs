//! What a scale refers to, and that its parts go together.

use alloc::{collections::BTreeSet, format, string::String, vec::Vec};

use super::{
    LONGEST_COLUMN, LONGEST_SHORT_ID, MOST,
    bands::check_bands,
    definition::SHORT_ID_RULE,
    is_id, needs_text,
    place::{Place, repeated},
    possible::possible_scores,
    reach::Reach,
    say,
    steps::check_steps,
    values::check_values,
};
use crate::{
    instrument::{Combine, Definition, Missing, ResponseSet, Scale},
    problem::Problem,
};

/// Checks every scale. What a scale's scores can be is worked out only where everything it names is right, so that
/// one mistake is not told twice.
pub(super) fn check_scales(definition: &Definition, problems: &mut Vec<Problem>) {
    if definition.scales.len() > MOST {
        say(problems, "scales", format!("an instrument has at most {MOST} scales"));
        return;
    }
    columns(definition, problems);
    let mut reaches: Vec<Option<Reach>> = Vec::new();
    for (at, scale) in definition.scales.iter().enumerate() {
        let place = Place { definition, scale, at };
        let before = problems.len();
        texts(place, problems);
        parts(place, problems);
        combination(place, problems);
        check_values(place, problems);
        missing_rule(place, problems);
        check_steps(place, problems);
        let clean = problems.len() == before;
        let reach = if clean { possible_scores(place, &reaches, problems) } else { None };
        if let Some(reach) = &reach {
            check_bands(place, reach, problems);
        }
        reaches.push(reach);
    }
}

/// Every column that a table makes from an item or scale has a name of its own.
fn columns(definition: &Definition, problems: &mut Vec<Problem>) {
    let mut names: BTreeSet<String> = definition.items.iter().map(|item| item.id.clone()).collect();
    for (at, scale) in definition.scales.iter().enumerate() {
        let path = format!("scales[{at}].id");
        if definition.scales[..at].iter().any(|earlier| earlier.id == scale.id) {
            say(problems, path, "another scale has this id");
            continue;
        }
        if scale.is_item() {
            item_scale(scale, at, problems);
        } else if !is_id(&scale.id, LONGEST_SHORT_ID) {
            say(problems, path.clone(), SHORT_ID_RULE);
        }
        for column in columns_of(scale) {
            if !names.insert(column.clone()) {
                let message =
                    format!("its column `{column}` has the name of another column: choose another id");
                say(problems, path.clone(), message);
            }
        }
    }
}

/// The columns of a scale, as every table names them.
fn columns_of(scale: &Scale) -> Vec<String> {
    let suffixes: &[&str] =
        if scale.is_item() { &["_band"] } else { &["", "_n_missing", "_prorated", "_band"] };
    suffixes.iter().map(|suffix| format!("{}{suffix}", scale.id)).collect()
}

/// A scale named after its single item has no column for its score, so the score must be the code itself.
fn item_scale(scale: &Scale, at: usize, problems: &mut Vec<Problem>) {
    let path = format!("scales[{at}].id");
    if format!("{}_band", scale.id).len() > LONGEST_COLUMN {
        say(problems, path.clone(), "a scale named after its item has an id of at most 21 characters");
    }
    let plain = scale.combine == Combine::Item
        && scale.recode.is_empty()
        && scale.reverse.is_empty()
        && scale.weights.is_empty()
        && scale.then.is_empty();
    if !plain {
        let message = "a scale named after its item is the item's code itself, so `combine` is \"item\" and nothing is done with the code: give the scale an id of its own";
        say(problems, path, message);
    }
}

fn texts(place: Place<'_>, problems: &mut Vec<Problem>) {
    needs_text(problems, place.path("title"), &place.scale.title);
    needs_text(problems, place.path("source"), &place.scale.source);
}

fn parts(place: Place<'_>, problems: &mut Vec<Problem>) {
    let Place { definition, scale, at } = place;
    if scale.items.is_empty() == scale.scales.is_empty() {
        let message = "a scale is made either from `items` or from `scales`: give one of the two";
        say(problems, format!("scales[{at}]"), message);
    }
    for (position, id) in scale.items.iter().enumerate() {
        let path = || place.path(&format!("items[{position}]"));
        match definition.item(id) {
            None => say(problems, path(), "no item has this id"),
            Some(item) if definition.responses(item).is_some_and(ResponseSet::is_typed) => {
                let message = "only items with codes can be scored: this one is a number or a text";
                say(problems, path(), message);
            }
            Some(_) => {}
        }
    }
    for (position, id) in scale.scales.iter().enumerate() {
        let path = place.path(&format!("scales[{position}]"));
        if definition.scale(id).is_none() {
            say(problems, path, "no scale has this id");
        } else if !definition.scales[..at].iter().any(|earlier| earlier.id == *id) {
            say(problems, path, "a scale is made only from scales that stand before it");
        }
    }
    for (key, ids) in [("items", &scale.items), ("scales", &scale.scales)] {
        for position in repeated(ids) {
            say(problems, place.path(&format!("{key}[{position}]")), "this id stands twice in the list");
        }
    }
}

fn combination(place: Place<'_>, problems: &mut Vec<Problem>) {
    let scale = place.scale;
    match &scale.combine {
        Combine::Item if scale.items.len() + scale.scales.len() > 1 => {
            let message =
                "\"item\" takes the value of a single item or scale: use \"sum\" or \"mean\" for several";
            say(problems, place.path("combine"), message);
        }
        Combine::Count(_) if scale.items.is_empty() => {
            say(problems, place.path("combine"), "only the answers to items can be counted");
        }
        Combine::Count(counted) => {
            if counted.is_empty() {
                say(problems, place.path("combine.count"), "list the codes that count");
            }
            let items = || scale.items.iter().filter_map(|id| place.definition.item(id));
            for (position, code) in counted.iter().enumerate() {
                let path = || place.path(&format!("combine.count[{position}]"));
                if !items().any(|item| place.definition.codes(item).contains(code)) {
                    say(problems, path(), format!("no item of this scale has the code {code}"));
                }
                if counted[..position].contains(code) {
                    say(problems, path(), format!("the code {code} stands twice in the list"));
                }
            }
        }
        _ => {}
    }
}

fn missing_rule(place: Place<'_>, problems: &mut Vec<Problem>) {
    let scale = place.scale;
    let Some(Missing { minimum_answered, prorate }) = scale.missing else { return };
    let all = scale.items.len() + scale.scales.len();
    if minimum_answered == 0 || minimum_answered as usize > all {
        let message = format!("use a number from 1 to {all}, the number of values of this scale");
        say(problems, place.path("missing.minimum_answered"), message);
    }
    if prorate && scale.combine != Combine::Sum {
        say(problems, place.path("missing.prorate"), "only a sum can be prorated");
    }
}
