//! Identity, licence, response sets and items of a definition.

use alloc::{collections::BTreeSet, format, string::ToString, vec::Vec};

use super::{
    LARGEST_CODE, LONGEST_COLUMN, LONGEST_SHORT_ID, LONGEST_TEXT, MOST, is_id, needs_text, say,
    scale::check_scales,
};
use crate::{
    instrument::{Code, Definition, FORMAT, ResponseSet},
    problem::Problem,
    record::is_missing_code,
};

/// Everything that is wrong with a definition; empty when it can be used.
pub fn check_definition(definition: &Definition) -> Vec<Problem> {
    let mut problems = Vec::new();
    identity(definition, &mut problems);
    licence(definition, &mut problems);
    response_sets(definition, &mut problems);
    items(definition, &mut problems);
    check_scales(definition, &mut problems);
    problems
}

fn identity(definition: &Definition, problems: &mut Vec<Problem>) {
    if definition.format != FORMAT {
        say(problems, "format", "this version of Linkwell reads instrument files of format 1");
    }
    if !is_id(&definition.id, LONGEST_SHORT_ID) {
        say(problems, "id", SHORT_ID_RULE);
    }
    if !is_version(&definition.version) {
        say(problems, "version", "use at most 40 letters, digits, points, hyphens and underscores");
    }
    needs_text(problems, "title", &definition.title);
    needs_text(problems, "citation", &definition.citation);
    if definition.sources.is_empty() {
        say(problems, "sources", "say where items, codes and scoring rule were taken from");
    }
    for (at, source) in definition.sources.iter().enumerate() {
        needs_text(problems, format!("sources[{at}]"), source);
    }
}

fn licence(definition: &Definition, problems: &mut Vec<Problem>) {
    needs_text(problems, "licence.name", &definition.licence.name);
    needs_text(problems, "licence.statement", &definition.licence.statement);
    for (at, duty) in definition.licence.duties.iter().enumerate() {
        needs_text(problems, format!("licence.duties[{at}]"), duty);
    }
}

fn response_sets(definition: &Definition, problems: &mut Vec<Problem>) {
    for (name, set) in definition.response_sets.iter() {
        let path = format!("response_sets.{name}");
        if !is_id(name, LONGEST_COLUMN) {
            say(problems, path.clone(), ID_RULE);
        }
        if !definition.items.iter().any(|item| item.responses == *name) {
            say(
                problems,
                path.clone(),
                "no item uses these responses: take them out, or name them in an item",
            );
        }
        match set {
            ResponseSet::Codes { codes: listed, .. } => codes(&path, listed, problems),
            ResponseSet::Number { lowest, highest } => number(&path, *lowest, *highest, problems),
            ResponseSet::Text { most_characters } if !(1..=LONGEST_TEXT).contains(most_characters) => {
                let message = format!("a text has at most a number of characters from 1 to {LONGEST_TEXT}");
                say(problems, format!("{path}.most_characters"), message);
            }
            ResponseSet::Text { .. } => {}
        }
    }
}

fn number(path: &str, lowest: Code, highest: Code, problems: &mut Vec<Problem>) {
    if lowest < 0 {
        let message = "numbers begin at nought or above: those below stand for missing answers";
        say(problems, format!("{path}.lowest"), message);
    }
    if highest.unsigned_abs() > LARGEST_CODE {
        say(problems, format!("{path}.highest"), "a number is at most 1,000,000");
    } else if highest <= lowest {
        say(problems, format!("{path}.highest"), "the highest number is above the lowest");
    }
}

fn codes(path: &str, codes: &[Code], problems: &mut Vec<Problem>) {
    if codes.is_empty() {
        say(problems, format!("{path}.codes"), "list the codes that can be chosen");
    }
    if codes.len() > MOST {
        say(problems, format!("{path}.codes"), format!("a response set has at most {MOST} codes"));
    }
    let mut seen = BTreeSet::new();
    for (at, code) in codes.iter().enumerate() {
        let path = || format!("{path}.codes[{at}]");
        if !seen.insert(code) {
            say(problems, path(), format!("the code {code} stands twice in this set"));
        }
        if is_missing_code(*code) {
            say(problems, path(), format!("{code} is reserved for missing answers: use another code"));
        }
        if code.unsigned_abs() > LARGEST_CODE {
            say(problems, path(), "a code is at most 1,000,000 in size");
        }
    }
}

fn items(definition: &Definition, problems: &mut Vec<Problem>) {
    if definition.items.is_empty() {
        say(problems, "items", "an instrument has at least one item");
    }
    if definition.items.len() > MOST {
        say(problems, "items", format!("an instrument has at most {MOST} items"));
    }
    let mut seen = BTreeSet::new();
    for (at, item) in definition.items.iter().enumerate() {
        if !is_id(&item.id, LONGEST_COLUMN) {
            say(problems, format!("items[{at}].id"), ID_RULE);
        }
        if !seen.insert(&item.id) {
            say(problems, format!("items[{at}].id"), "another item has this id");
        }
        if !definition.response_sets.contains_key(&item.responses) {
            let message = "this response set is not under `response_sets`".to_string();
            say(problems, format!("items[{at}].responses"), message);
        }
    }
}

/// What an instrument's or a scale's id must look like.
pub(super) const SHORT_ID_RULE: &str =
    "use at most 16 small letters, digits and underscores, beginning with a letter";
/// What an item's id must look like.
const ID_RULE: &str = "use at most 26 small letters, digits and underscores, beginning with a letter";

fn is_version(version: &str) -> bool {
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (1..=40).contains(&version.len()) && version.chars().all(known)
}
