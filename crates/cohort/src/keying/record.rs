//! From an answers file to its record, checked against the study: every mistake at once.
//!
//! Must never score by itself: the engine does, as for a session in the browser.

use super::{answers::AnswersFile, consent};
use crate::instant::Instant;
use engine::{
    instrument::{Code, ResponseSet},
    participant::ParticipantCode,
    problem::Problem,
    record::{
        AnsweredItem, Completion, Given, InstrumentAnswers, NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY,
        Record, Software, Times, own_words,
    },
    session::{Plan, PlanError, PlannedItem},
    study::Offer,
};
use serde_json::Value;
use std::{collections::BTreeMap, rc::Rc};

/// Words that may stand for the codes of missing answers.
const WORDS: [(&str, Code); 3] =
    [("skipped", NOT_ANSWERED), ("prefer_not_to_say", PREFER_NOT_TO_SAY), ("not_shown", NOT_SHOWN)];

/// The record of `file`, with `nonce` (32 hexadecimal characters made at random).
///
/// # Errors
/// Every problem, with the path of its key.
pub fn make_record(file: &AnswersFile, offer: Rc<Offer>, nonce: String) -> Result<Record, Vec<Problem>> {
    let mut problems = Vec::new();
    let participant = noted(participant(&file.participant), &mut problems);
    let times = noted(times(file), &mut problems);
    if file.link_worker.is_some() && file.site.is_none() {
        problems.push(Problem::new("site", "name the site too: a link worker belongs to one"));
    }
    let study = (offer.study.id.clone(), offer.study.version);
    let consent = match times {
        Some(times) => consent::given(file, &offer.study, times.started_ms, &mut problems),
        None => None,
    };
    let instruments = match Plan::for_paper(offer, &file.wave, file.place().as_deref(), &file.language) {
        Ok(plan) => instruments(&plan, &file.answers, &mut problems),
        Err(error) => {
            problems.push(Problem::new(key_of(error), error.to_string()));
            Vec::new()
        }
    };
    match (participant, times) {
        (Some(participant), Some(times)) if problems.is_empty() => {
            let mut record = Record::new(
                nonce,
                study,
                &participant,
                file.wave.clone(),
                file.place(),
                times,
                completion(file),
                instruments,
                software(),
            );
            record.consent = consent;
            Ok(record)
        }
        _ => Err(problems),
    }
}

fn noted<T>(value: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    value.map_err(|problem| problems.push(problem)).ok()
}

fn participant(value: &Value) -> Result<ParticipantCode, Problem> {
    let text = value.as_str().ok_or_else(|| {
        Problem::new("participant", "write the participant code as text, in quotation marks")
    })?;
    text.parse().map_err(|error| Problem::new("participant", format!("{error}")))
}

fn times(file: &AnswersFile) -> Result<Times, Problem> {
    let read = |key: &str, text: &str| {
        Instant::parse(text).ok_or_else(|| {
            Problem::new(key, "write a time as 2026-03-04T10:20:00+00:00, or a day as 2026-03-04")
        })
    };
    let (started, finished) = match (&file.started, &file.finished, &file.completed) {
        (None, None, Some(completed)) => {
            let completed = read("completed", completed)?;
            (completed, completed)
        }
        (Some(started), Some(finished), None) => (read("started", started)?, read("finished", finished)?),
        _ => {
            return Err(Problem::new(
                "completed",
                "say when it was filled in: `completed` alone, or `started` and `finished` together",
            ));
        }
    };
    if started.ms > finished.ms {
        return Err(Problem::new("finished", "this is before `started`"));
    }
    Ok(Times { started_ms: started.ms, finished_ms: finished.ms, offset_minutes: finished.offset_minutes })
}

fn key_of(error: PlanError) -> &'static str {
    match error {
        PlanError::UnknownWave => "wave",
        PlanError::UnknownSite => "site",
        _ => "language",
    }
}

fn completion(file: &AnswersFile) -> Completion {
    Completion { source: file.source, help: file.help, layout: file.layout, language: file.language.clone() }
}

/// What makes the records that are keyed in, by the command and the page alike. A build id belongs to what patients
/// answered on.
fn software() -> Software {
    Software { name: "linkwell".into(), version: env!("CARGO_PKG_VERSION").into(), build: String::new() }
}

/// The answers to every instrument of the plan, scored.
fn instruments(
    plan: &Plan,
    answers: &BTreeMap<String, Value>,
    problems: &mut Vec<Problem>,
) -> Vec<InstrumentAnswers> {
    for id in answers.keys().filter(|id| !plan.items().iter().any(|item| item.id == **id)) {
        let message = "no instrument of this wave has an item of this name";
        problems.push(Problem::new(format!("answers.{id}"), message));
    }
    let of_instrument = |position: usize, problems: &mut Vec<Problem>| {
        let items = plan.items().iter().filter(|item| item.instrument == position);
        items.filter_map(|item| noted(answered(item, answers), problems)).collect()
    };
    let planned = plan.instruments().iter().enumerate();
    planned
        .map(|(position, instrument)| {
            let mut answers = InstrumentAnswers {
                id: instrument.definition.id.clone(),
                version: instrument.definition.version.clone(),
                definition_sha256: instrument.definition_sha256.clone(),
                wording: instrument.wording.clone(),
                items: of_instrument(position, problems),
                scores: Vec::new(),
            };
            answers.scores = answers.score(&instrument.definition);
            answers
        })
        .collect()
}

fn answered(item: &PlannedItem, answers: &BTreeMap<String, Value>) -> Result<AnsweredItem, Problem> {
    let path = format!("answers.{}", item.id);
    let Some(value) = answers.get(&item.id) else {
        let message = "there is no answer: write its code, or \"skipped\" or \"prefer_not_to_say\"";
        return Err(Problem::new(path, message));
    };
    match given(value) {
        Some(given) if given.is_missing() || item.responses.accepts(&given) => {
            Ok(AnsweredItem { id: item.id.clone(), given })
        }
        _ => {
            let message = format!(
                "{}, nor \"skipped\", \"prefer_not_to_say\" or \"not_shown\"",
                not_an_answer(&item.responses)
            );
            Err(Problem::new(path, message))
        }
    }
}

/// What an item's answer should have been.
fn not_an_answer(responses: &ResponseSet) -> String {
    match responses {
        ResponseSet::Codes { codes, .. } => {
            let codes: Vec<String> = codes.iter().map(Code::to_string).collect();
            format!("none of the codes {} of this item", codes.join(", "))
        }
        ResponseSet::Number { lowest, highest } => format!("no whole number from {lowest} to {highest}"),
        ResponseSet::Text { most_characters } => {
            format!("no text of at most {most_characters} characters, written as {{ \"text\": \"…\" }}")
        }
    }
}

/// An answer: a number, a word for a missing answer, or an object with the person's own words, so that nobody's words
/// are taken for one of ours.
fn given(value: &Value) -> Option<Given> {
    match value {
        Value::Number(number) => number.as_i64()?.try_into().ok().map(Given::Code),
        Value::String(word) => {
            WORDS.iter().find(|(known, _)| known == word).map(|(_, code)| Given::Code(*code))
        }
        Value::Object(keys) if keys.len() == 1 => Some(Given::Text(own_words(keys.get("text")?.as_str()?))),
        _ => None,
    }
}
