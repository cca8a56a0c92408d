//! The text of an instrument in one language.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    vec::Vec,
};

use super::{needs_text, say};
use crate::{
    instrument::{Code, Definition, Display, FORMAT, ItemText, Label, ResponseSet, Wording},
    problem::Problem,
};

/// Everything that is wrong with a wording of `definition`; empty when it can be used.
pub fn check_wording(wording: &Wording, definition: &Definition) -> Vec<Problem> {
    let mut problems = Vec::new();
    identity(wording, definition, &mut problems);
    licence(wording, definition, &mut problems);
    if let Some(intro) = &wording.intro {
        needs_text(&mut problems, "intro", intro);
    }
    items(wording, definition, &mut problems);
    labels(wording, definition, &mut problems);
    digest(wording, definition, &mut problems);
    problems
}

fn identity(wording: &Wording, definition: &Definition, problems: &mut Vec<Problem>) {
    if wording.format != FORMAT {
        say(problems, "format", "this version of Linkwell reads wording files of format 1");
    }
    if wording.instrument != definition.id {
        say(problems, "instrument", format!("the definition at hand is that of `{}`", definition.id));
    }
    if wording.instrument_version != definition.version {
        let message = format!("the definition at hand has the version `{}`", definition.version);
        say(problems, "instrument_version", message);
    }
    if !is_language(&wording.language) {
        say(problems, "language", "write a BCP 47 tag such as \"en\", \"ur\" or \"en-GB\"");
    }
    needs_text(problems, "source", &wording.source);
}

fn licence(wording: &Wording, definition: &Definition, problems: &mut Vec<Problem>) {
    needs_text(problems, "licence.name", &wording.licence.name);
    match &wording.licence.reference {
        Some(reference) => needs_text(problems, "licence.reference", reference),
        None if definition.licence.wording_needs_reference => {
            let message = "this instrument's text needs a licence of your own: write its number here";
            say(problems, "licence.reference", message);
        }
        None => {}
    }
}

fn items(wording: &Wording, definition: &Definition, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (at, text) in wording.items.iter().enumerate() {
        let path = |key: &str| format!("items[{at}].{key}");
        if definition.item(&text.item).is_none() {
            say(problems, path("item"), "the definition has no item with this id");
        }
        if !seen.insert(&text.item) {
            say(problems, path("item"), "this item has a text already");
        }
        needs_text(problems, path("text"), &text.text);
        for (key, words) in [("unit", &text.unit), ("why", &text.why)] {
            if let Some(words) = words {
                needs_text(problems, path(key), words);
            }
        }
        if text.labels.as_ref().is_some_and(|labels| !wording.labels.contains_key(labels)) {
            say(problems, path("labels"), "this label set is not under `labels`");
        }
        let item = definition.item(&text.item);
        if let Some(responses) = item.and_then(|item| definition.responses(item)) {
            fits(at, text, responses, problems);
        }
    }
    for item in definition.items.iter().filter(|item| !seen.contains(&item.id)) {
        say(problems, "items", format!("the item `{}` has no text", item.id));
    }
}

/// Labels are for codes, a unit is for a number.
fn fits(at: usize, text: &ItemText, responses: &ResponseSet, problems: &mut Vec<Problem>) {
    if text.labels.is_none() && !responses.is_typed() {
        say(problems, format!("items[{at}].labels"), "name the label set of this item's codes");
    }
    if text.labels.is_some() && responses.is_typed() {
        let message = "this item is a number or a text and has no labels: take them out";
        say(problems, format!("items[{at}].labels"), message);
    }
    if text.unit.is_some() && !matches!(responses, ResponseSet::Number { .. }) {
        say(problems, format!("items[{at}].unit"), "only a number has a unit: take it out");
    }
}

fn labels(wording: &Wording, definition: &Definition, problems: &mut Vec<Problem>) {
    let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for ItemText { item, labels, .. } in &wording.items {
        if let (Some(item), Some(labels)) = (definition.item(item), labels) {
            used.entry(labels).or_default().insert(&item.responses);
        }
    }
    for (name, labels) in wording.labels.iter() {
        each_label(name, labels, problems);
        match used.get(name.as_str()) {
            None => {
                let message = "no item uses these labels: take them out, or name them in an item";
                say(problems, format!("labels.{name}"), message);
            }
            Some(sets) => {
                sets.iter().for_each(|set| labels_for_set(name, labels, set, definition, problems));
            }
        }
    }
}

fn each_label(name: &str, labels: &[Label], problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (at, label) in labels.iter().enumerate() {
        needs_text(problems, format!("labels.{name}[{at}].label"), &label.label);
        if !seen.insert(label.code) {
            let message = format!("the code {} has a label already", label.code);
            say(problems, format!("labels.{name}[{at}].code"), message);
        }
    }
}

fn labels_for_set(
    name: &str,
    labels: &[Label],
    set: &str,
    definition: &Definition,
    problems: &mut Vec<Problem>,
) {
    let Some(ResponseSet::Codes { codes, display }) = definition.response_sets.get(set) else { return };
    for (at, label) in labels.iter().enumerate().filter(|(_, label)| !codes.contains(&label.code)) {
        let message = format!("the response set `{set}` has no code {}", label.code);
        say(problems, format!("labels.{name}[{at}].code"), message);
    }
    let ends = [codes.first(), codes.last()];
    let needed: Vec<&Code> = match display {
        Display::Choices => codes.iter().collect(),
        Display::Numbers => ends.into_iter().flatten().collect(),
    };
    for code in needed.into_iter().filter(|code| labels.iter().all(|label| label.code != **code)) {
        let message = format!("the code {code} of the response set `{set}` needs a label");
        say(problems, format!("labels.{name}"), message);
    }
}

fn digest(wording: &Wording, definition: &Definition, problems: &mut Vec<Problem>) {
    let digest = wording.text_digest(definition);
    if wording.text_sha256 != digest {
        let message = format!(
            "the hash of this text is {digest}: compare the text with its source letter for letter, then write that here"
        );
        say(problems, "text_sha256", message);
    }
}

/// Whether `tag` has the form of a language tag: two or three small letters, then parts of two to eight letters or
/// digits, joined by hyphens.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or("");
    (2..=3).contains(&language.len())
        && language.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}
