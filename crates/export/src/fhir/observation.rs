//! An Observation a score, derived from the response that it was made from.

use engine::instrument::Scale;

use super::{
    asked::{Asked, ScaleColumns},
    ids::urn,
    json::{Json, Object},
    questionnaire::score_code,
    response::{Record, absent_reason, response_urn},
};
use crate::Value;

const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const UCUM: &str = "http://unitsofmeasure.org";
/// UCUM's unit for a score without a unit of its own.
const SCORE: &str = "{score}";

/// The Observations of every scale of an instrument.
pub(super) fn observations(record: &Record<'_>, asked: &Asked<'_>) -> Vec<Object> {
    let scales = asked.instrument.definition.scales.iter().zip(&asked.scales);
    scales.map(|(scale, columns)| observation(record, asked, scale, columns)).collect()
}

fn observation(record: &Record<'_>, asked: &Asked<'_>, scale: &Scale, columns: &ScaleColumns) -> Object {
    let reference = |kind: &str, to: String| Object::new().text("reference", to).text("type", kind);
    let scores = scale.scales.iter().map(|id| reference("Observation", urn(&record.id("observation", id))));
    let from = std::iter::once(reference("QuestionnaireResponse", response_urn(record, asked))).chain(scores);
    let band = columns.band.map(|at| &record.row[at]).filter(|value| value.is_there());
    let category = Object::new().text("system", CATEGORY).text("code", "survey");
    let made = Object::resource("Observation", &record.id("observation", &scale.id))
        .object("meta", record.meta(|column| matches!(column, "wave" | "attention")))
        .text("status", "final")
        .list("category", [Object::new().list("coding", [category])])
        .object("code", Object::new().list("coding", [score_code(asked, scale)]).text("text", &scale.title))
        .object("subject", record.subject())
        .text("effectiveDateTime", record.finished());
    valued(made, &record.row[columns.value])
        .list("interpretation", band.map(|band| Object::new().text("text", band.written())))
        .list("derivedFrom", from)
        .list("component", components(record, asked, scale, columns))
}

/// The score, or why there is none.
fn valued(made: Object, value: &Value) -> Object {
    let absent = |code: &str, text: &str| {
        let coding = Object::new().text("system", ABSENT).text("code", code);
        Object::new().list("coding", [coding]).text("text", text)
    };
    match value {
        Value::Missing(code) => made.object("dataAbsentReason", absent(absent_reason(*code), "")),
        Value::Empty => made.object("dataAbsentReason", absent("not-performed", "Not scored")),
        there => {
            let quantity = Object::new().with("value", Json::Number(there.written())).text("unit", "score");
            made.object("valueQuantity", quantity.text("system", UCUM).text("code", SCORE))
        }
    }
}

/// How many answers were missing, and whether the score was scaled up.
fn components(record: &Record<'_>, asked: &Asked<'_>, scale: &Scale, columns: &ScaleColumns) -> Vec<Object> {
    let named = |what: &str, words: &str| {
        let coding =
            Object::new().text("system", asked.scores()).text("code", format!("{}_{what}", scale.id));
        Object::new().object("code", Object::new().list("coding", [coding]).text("text", words))
    };
    let whole = |at: Option<usize>| match at.map(|at| &record.row[at]) {
        Some(Value::Integer(number)) => Some(*number),
        _ => None,
    };
    let missing = whole(columns.n_missing)
        .map(|count| named("n_missing", "Items without an answer").number("valueInteger", count));
    let prorated = whole(columns.prorated).map(|flag| {
        named("prorated", "Scaled up from the answers that are there")
            .with("valueBoolean", Json::Bool(flag == 1))
    });
    missing.into_iter().chain(prorated).collect()
}
