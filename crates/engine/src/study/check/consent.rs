//! Checks what people are told and asked to agree to: complete, the same in every language, plain text.

use alloc::{format, string::String, vec::Vec};

use super::{is_name, repeated};
use crate::{named::Named, problem::Problem, study::ConsentText};

/// The most characters of a statement's id, so that `consent_<id>` can name a column.
const LONGEST_ID: usize = 18;
/// The most characters of a sheet's version.
const LONGEST_VERSION: usize = 20;
/// The column that would be named twice.
const TAKEN: &str = "version";

/// Everything that is wrong with the consent texts of a study; nothing where it has none.
pub(super) fn check(consent: &Named<ConsentText>, problems: &mut Vec<Problem>) {
    if consent.is_empty() {
        return;
    }
    let Some(english) = consent.get("en") else {
        problems.push(Problem::new("consent", "add the sheet in English under \"en\""));
        return;
    };
    for (language, text) in consent.iter() {
        let path = format!("consent.{language}");
        one_language(&path, text, problems);
        if text.version != english.version {
            problems.push(Problem::new(format!("{path}.version"), "the English sheet has another version"));
        }
        if !same_statements(text, english) {
            problems.push(Problem::new(
                format!("{path}.statements"),
                "use the ids of the English statements, in their order, and the same ones required",
            ));
        }
    }
}

fn one_language(path: &str, text: &ConsentText, problems: &mut Vec<Problem>) {
    let mut say = |key: String, message: &str| problems.push(Problem::new(format!("{path}.{key}"), message));
    if !is_version(&text.version) {
        say("version".into(), "use at most 20 letters, digits, points, hyphens and underscores");
    }
    if text.sheet.is_empty() {
        say("sheet".into(), "write at least one section: people must know what they agree to");
    }
    for (at, section) in text.sheet.iter().enumerate() {
        let lines = core::iter::once(&section.heading).chain(&section.paragraphs);
        if section.paragraphs.is_empty() || !lines.into_iter().all(|line| is_line(line)) {
            say(format!("sheet[{at}]"), LINES);
        }
    }
    if text.statements.is_empty() {
        say("statements".into(), "write at least one statement to agree to");
    }
    for (at, statement) in text.statements.iter().enumerate() {
        if !is_name(&statement.id, '_', LONGEST_ID) || statement.id == TAKEN {
            say(
                format!("statements[{at}].id"),
                "use at most 18 small letters, digits and underscores, beginning with a letter, and not `version`",
            );
        }
        if !is_line(&statement.text) {
            say(format!("statements[{at}].text"), LINES);
        }
    }
    for at in repeated(text.statements.iter().map(|statement| &statement.id)) {
        say(format!("statements[{at}].id"), "another statement has this id");
    }
}

const LINES: &str = "write text in every part, each paragraph as one line without tabs";

fn same_statements(text: &ConsentText, english: &ConsentText) -> bool {
    let ids = |text: &ConsentText| -> Vec<(String, bool)> {
        text.statements.iter().map(|statement| (statement.id.clone(), statement.required)).collect()
    };
    ids(text) == ids(english)
}

/// Whether the text is one line with something in it: the hash of a sheet is taken over its lines.
fn is_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(['\n', '\r', '\t'])
}

fn is_version(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (1..=LONGEST_VERSION).contains(&text.len()) && text.chars().all(plain)
}
