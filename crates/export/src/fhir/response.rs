//! A QuestionnaireResponse a record and instrument: what was answered, with the reason where nothing was, and the scores
//! that the Questionnaire calculates.
//!
//! What is known of the record beside its answers (wave, site, who helped, what a person must decide) stands in tags, one
//! a column of the tables, because FHIR has no element for it.

use engine::record::{NOT_SHOWN, PREFER_NOT_TO_SAY};

use super::{
    asked::Asked,
    ids::{id, system, urn},
    json::Object,
    questionnaire::coding,
};
use crate::{Field, Source, Value, words::one_line};

/// The extension that says why there is no answer.
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
/// Columns with an element of their own.
const ELSEWHERE: [&str; 3] = ["participant", "receipt", "finished_utc"];

/// A row of the table, and what its resources have in common.
pub(super) struct Record<'a> {
    source: &'a Source<'a>,
    /// The row.
    pub(super) row: &'a [Value],
}

impl<'a> Record<'a> {
    /// A row.
    pub(super) fn new(source: &'a Source<'a>, row: &'a [Value]) -> Self {
        Self { source, row }
    }

    /// Whether the instrument was asked: every column of one that was not is -97.
    pub(super) fn has(&self, asked: &Asked<'_>) -> bool {
        asked.items.iter().any(|at| self.row[*at] != Value::Missing(NOT_SHOWN))
    }

    fn cell(&self, column: &str) -> String {
        self.source.position(column).map_or_else(String::new, |at| self.row[at].written())
    }

    /// When the questionnaire was finished, in UTC.
    pub(super) fn finished(&self) -> String {
        self.cell("finished_utc")
    }

    /// The id of something of this record.
    pub(super) fn id(&self, kind: &str, name: &str) -> String {
        let own =
            ["participant", "wave", "receipt", "started_utc", "finished_utc"].map(|column| self.cell(column));
        let [participant, wave, receipt, started, finished] = &own;
        id(&[kind, &self.source.name, participant, wave, receipt, started, finished, name])
    }

    /// The id of the response to an instrument.
    pub(super) fn response_id(&self, asked: &Asked<'_>) -> String {
        self.id("response", &asked.instrument.definition.id)
    }

    /// Whose answers these are: the participant code, which no resource Patient stands behind.
    pub(super) fn subject(&self) -> Object {
        let identifier = Object::new()
            .text("system", system_of(self.source, "participant"))
            .text("value", self.source.participant(self.row));
        Object::new().text("type", "Patient").object("identifier", identifier)
    }

    /// Tags for the columns that `wanted` picks.
    pub(super) fn meta(&self, wanted: impl Fn(&str) -> bool) -> Object {
        let columns = self.source.fields.iter().zip(self.row);
        let columns =
            columns.filter(|(field, value)| tagged(field) && value.is_there() && wanted(&field.name));
        Object::new().list("tag", columns.flat_map(|(field, value)| tags(self.source, field, value)))
    }
}

/// Whether a column has no place but a tag.
pub(super) fn tagged(field: &Field) -> bool {
    field.instrument.is_none() && !ELSEWHERE.contains(&field.name.as_str())
}

/// The system of what stands in a column of the study's tables.
pub(super) fn system_of(source: &Source<'_>, column: &str) -> String {
    system(&["column", &source.name, column])
}

/// The tags for a cell: one, or one a code where there are several (`attention`).
fn tags(source: &Source<'_>, field: &Field, value: &Value) -> Vec<Object> {
    let written = one_line(&value.written());
    let codes: Vec<&str> =
        if field.name == "attention" { written.split(' ').collect() } else { vec![&written] };
    let label =
        |code: &str| field.values.iter().find(|(known, _)| known == code).map(|(_, label)| label.clone());
    let tag = |code: &str| {
        Object::new()
            .text("system", system_of(source, &field.name))
            .text("code", code)
            .text("display", one_line(&label(code).unwrap_or_default()))
    };
    codes.into_iter().map(tag).collect()
}

/// The reason for a missing answer, in FHIR's words.
pub(super) fn absent_reason(code: i32) -> &'static str {
    match code {
        NOT_SHOWN => "not-asked",
        PREFER_NOT_TO_SAY => "asked-declined",
        // Not `asked-unknown`, which says that the person did not know.
        _ => "unknown",
    }
}

/// The response.
pub(super) fn response(record: &Record<'_>, asked: &Asked<'_>) -> Object {
    let definition = &asked.instrument.definition;
    let receipt = Object::new()
        .text("system", system_of(record.source, "receipt"))
        .text("value", format!("{}/{}", record.cell("receipt"), definition.id));
    let item = |(item, at): (&engine::instrument::Item, &usize)| {
        let start = Object::new();
        let answered = |answer| start.clone().text("linkId", &item.id).list("answer", [answer]);
        match &record.row[*at] {
            Value::Integer(code) if definition.codes(item).is_empty() => {
                answered(Object::new().number("valueInteger", code))
            }
            Value::Integer(code) => {
                // Every code of the tables was one of the item's, and those are 32 bits wide.
                let code = i32::try_from(*code).unwrap_or(i32::MAX);
                answered(Object::new().object("valueCoding", coding(asked, item, code)))
            }
            Value::Missing(code) => {
                let why = Object::new().text("url", ABSENT).text("valueCode", absent_reason(*code));
                start.list("extension", [why]).text("linkId", &item.id)
            }
            Value::Empty => start.text("linkId", &item.id),
            other => answered(Object::new().text("valueString", other.written())),
        }
    };
    let scales = asked.scales.iter().zip(&asked.rules).zip(&definition.scales);
    let calculated = scales.filter_map(|((columns, rule), scale)| {
        let value = rule.as_ref().map(|_| &record.row[columns.value]).filter(|value| value.is_there())?;
        let answer = Object::new().number("valueDecimal", value.written());
        Some(Object::new().text("linkId", &scale.id).list("answer", [answer]))
    });
    Object::resource("QuestionnaireResponse", &record.response_id(asked))
        .object("meta", record.meta(|_| true))
        .object("identifier", receipt)
        .text("questionnaire", asked.canonical())
        .text("status", "completed")
        .object("subject", record.subject())
        .text("authored", record.finished())
        .list("item", definition.items.iter().zip(&asked.items).map(item).chain(calculated))
}

/// The address of the response to an instrument.
pub(super) fn response_urn(record: &Record<'_>, asked: &Asked<'_>) -> String {
    urn(&record.response_id(asked))
}
