//! Consent in an answers file: checked against the study's own sheet.
//!
//! Must never add a statement that the file does not name. A file without consent is sealed as it is: the import says
//! so of every record of a study that asks for it.

use super::answers::AnswersFile;
use crate::instant::Instant;
use engine::{problem::Problem, record::ConsentGiven, study::Study};

/// What the record of `file` says about consent; every mistake goes to `problems`.
pub(super) fn given(
    file: &AnswersFile,
    study: &Study,
    started_ms: i64,
    problems: &mut Vec<Problem>,
) -> Option<ConsentGiven> {
    let entry = file.consent.as_ref()?;
    let mut say = |key: &str, message: &str| problems.push(Problem::new(key, message));
    let Some((language, text)) = study.consent_in(&file.language) else {
        say("consent", "the study does not ask for consent");
        return None;
    };
    if entry.version != text.version {
        say("consent.version", "this is not the version of the study's information sheet");
    }
    for (at, id) in entry.agreed.iter().enumerate() {
        if text.statement(id).is_none() || entry.agreed[..at].contains(id) {
            say(&format!("consent.agreed[{at}]"), "name each statement of the study's sheet once at most");
        }
    }
    let agreed = |id: &str| entry.agreed.iter().any(|agreed| agreed == id);
    if text.statements.iter().any(|statement| statement.required && !agreed(&statement.id)) {
        say("consent.agreed", "a statement that is required is missing: without it nobody takes part");
    }
    let given_ms = match &entry.given {
        None => started_ms,
        Some(time) => Instant::parse(time).map(|given| given.ms).unwrap_or_else(|| {
            say("consent.given", "write a time as 2026-03-04T10:20:00+00:00, or a day as 2026-03-04");
            started_ms
        }),
    };
    let in_order = text.statements.iter().filter(|statement| agreed(&statement.id));
    Some(ConsentGiven {
        version: text.version.clone(),
        language: language.into(),
        text_sha256: text.text_digest(),
        agreed: in_order.map(|statement| statement.id.clone()).collect(),
        given_ms,
    })
}
