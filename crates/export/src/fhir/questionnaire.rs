//! A Questionnaire an instrument: items with their codes, and each score as a field that is calculated.
//!
//! An answer is a Coding whose code is the response code itself, so that no program has to know a position or a weight.
//! Must never hold a text whose licence forbids passing it on.

use engine::instrument::{Item, ResponseSet, Scale};

use super::{
    asked::Asked,
    ids::urn,
    json::{Json, Object},
};
use crate::{Note, words::one_line};

const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
const LOWEST: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
const HIGHEST: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";

/// The Questionnaire, and what could not be said in it.
pub(super) fn questionnaire(asked: &Asked<'_>) -> (Object, Vec<Note>) {
    let definition = &asked.instrument.definition;
    let mut notes = Vec::new();
    let mut items = Vec::new();
    if let Some(intro) = asked.wording.and_then(|wording| wording.intro.as_deref()) {
        // No item's id has a hyphen.
        let link = format!("{}-intro", definition.id);
        items.push(Object::new().text("linkId", link).text("text", intro).text("type", "display"));
    }
    items.extend(definition.items.iter().map(|item| question(asked, item)));
    for (scale, rule) in definition.scales.iter().zip(&asked.rules).filter(|(scale, _)| !scale.is_item()) {
        match rule {
            Some(expression) => items.push(calculated(asked, scale, expression)),
            None => notes.push(Note(format!(
                "the rule of the score {} cannot be said in FHIRPath: the Questionnaire does not calculate it, and \
                 its Observations hold it",
                scale.id
            ))),
        }
    }
    let mut description =
        format!("{} Sources: {}", definition.citation, sentence(&definition.sources.join("; ")));
    if definition.licence.wording_needs_reference {
        description
            .push_str(" The text of the items is left out, because its licence forbids passing it on.");
        notes.push(Note(format!(
            "the text of {} is left out, because its licence forbids passing it on",
            definition.id
        )));
    }
    let made = Object::resource("Questionnaire", &asked.id())
        .text("language", asked.wording.map_or("", |wording| wording.language.as_str()))
        .text("url", urn(&asked.id()))
        .text("version", &definition.version)
        .text("name", computer_name(&definition.id))
        .text("title", &definition.title)
        .text("status", "active")
        .with("subjectType", Json::List(vec![Json::Text("Patient".into())]))
        .text("description", one_line(&description))
        .text("copyright", copyright(asked))
        .list("item", items);
    (made, notes)
}

/// The id as FHIR wants names: it begins with a capital.
fn computer_name(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    first.to_ascii_uppercase() + rest
}

fn copyright(asked: &Asked<'_>) -> String {
    let licence = &asked.instrument.definition.licence;
    let mut parts = vec![sentence(&licence.name), licence.statement.clone()];
    parts.extend(licence.duties.iter().cloned());
    if let Some(wording) = asked.wording {
        parts.push(format!(
            "Text from: {} Its licence: {}",
            sentence(&wording.source),
            sentence(&wording.licence.name)
        ));
    }
    one_line(&parts.join(" "))
}

/// With a full stop, unless it has one.
fn sentence(text: &str) -> String {
    if text.ends_with('.') { text.to_owned() } else { format!("{text}.") }
}

fn question(asked: &Asked<'_>, item: &Item) -> Object {
    let text = asked.wording.and_then(|wording| wording.item(&item.id));
    let words = text.map_or("", |text| text.text.as_str());
    let start = |extensions: Vec<Object>, kind: &str| {
        Object::new()
            .list("extension", extensions)
            .text("linkId", &item.id)
            .text("text", words)
            .text("type", kind)
    };
    match asked.instrument.definition.responses(item) {
        Some(ResponseSet::Number { lowest, highest }) => {
            let limit = |url, limit: &i32| Object::new().text("url", url).number("valueInteger", limit);
            let unit = text.and_then(|text| text.unit.as_deref()).map(|unit| {
                Object::new().text("url", UNIT).object("valueCoding", Object::new().text("display", unit))
            });
            start(
                [limit(LOWEST, lowest), limit(HIGHEST, highest)].into_iter().chain(unit).collect(),
                "integer",
            )
        }
        Some(ResponseSet::Text { most_characters }) => {
            start(Vec::new(), "text").number("maxLength", most_characters)
        }
        _ => {
            let codes = asked.instrument.definition.codes(item);
            let option = |code: &i32| Object::new().object("valueCoding", coding(asked, item, *code));
            start(Vec::new(), "choice").list("answerOption", codes.iter().map(option))
        }
    }
}

/// A response code, as the Questionnaire offers it and a response gives it.
pub(super) fn coding(asked: &Asked<'_>, item: &Item, code: i32) -> Object {
    Object::new()
        .text("system", asked.codes_of(item))
        .text("code", code.to_string())
        .text("display", asked.label(item, code).unwrap_or_default())
}

fn calculated(asked: &Asked<'_>, scale: &Scale, expression: &str) -> Object {
    let rule = Object::new().text("language", "text/fhirpath").text("expression", expression);
    Object::new()
        .list("extension", [Object::new().text("url", CALCULATED).object("valueExpression", rule)])
        .text("linkId", &scale.id)
        .list("code", [score_code(asked, scale)])
        .text("text", &scale.title)
        .text("type", "decimal")
        .with("readOnly", Json::Bool(true))
}

/// What a score is called, in the Questionnaire and in its Observations.
pub(super) fn score_code(asked: &Asked<'_>, scale: &Scale) -> Object {
    Object::new().text("system", asked.scores()).text("code", &scale.id).text("display", &scale.title)
}
