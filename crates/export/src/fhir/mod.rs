//! `fhir`: FHIR R4. A Questionnaire an instrument, a QuestionnaireResponse a record and instrument, an Observation a score,
//! all in one Bundle.
//!
//! The Bundle is a collection, not a transaction (`docs/decisions/0019-the-fhir-bundle-is-a-collection.md`). Ids
//! are hashes, references are `urn:uuid:` addresses inside the Bundle, and `systems.csv` says which column or list of codes
//! each system is. Nobody is a Patient resource: the subject is the participant code. Each resource stands on its own line,
//! in the order of the tables.
//!
//! Facts: FHIR R4 (4.0.1), Structured Data Capture 3.0 for the calculated fields, UCUM's `{score}`.

mod asked;
mod ids;
mod json;
mod observation;
mod questionnaire;
mod response;
mod rule;

use csv::{Terminator, WriterBuilder};

use crate::{ExportError, Exported, Field, File, Kind, Source};

use asked::Asked;
use json::Object;
use response::{Record, system_of, tagged};

/// The Bundle's name.
const BUNDLE: &str = "bundle.json";

/// The files.
///
/// # Errors
/// [`ExportError::Instrument`]: a definition is not at hand.
pub fn fhir(source: &Source<'_>) -> Result<Exported, ExportError> {
    let asked = Asked::all(source)?;
    let mut resources: Vec<(String, Object)> = Vec::new();
    let mut notes = Vec::new();
    for asked in &asked {
        let (made, of_it) = questionnaire::questionnaire(asked);
        resources.push((asked.id(), made));
        notes.extend(of_it);
    }
    let mut entries: Vec<String> = resources.into_iter().map(|(id, made)| entry(&id, made)).collect();
    for row in &source.rows {
        let record = Record::new(source, row);
        for asked in asked.iter().filter(|asked| record.has(asked)) {
            entries.push(entry(&record.response_id(asked), response::response(&record, asked)));
            let scales = asked.instrument.definition.scales.iter();
            let ids = scales.map(|scale| record.id("observation", &scale.id));
            let made = observation::observations(&record, asked);
            entries.extend(ids.zip(made).map(|(id, made)| entry(&id, made)));
        }
    }
    let bundle = format!(
        "{{\"resourceType\":\"Bundle\",\"id\":\"{}\",\"type\":\"collection\",\"entry\":[\n{}\n]}}\n",
        ids::id(&["bundle", &source.name]),
        entries.join(",\n")
    );
    let files = vec![File::new(BUNDLE, bundle), File::new("systems.csv", systems(source, &asked))];
    Ok(Exported { files, notes })
}

/// A resource with its address, on one line.
fn entry(id: &str, resource: Object) -> String {
    Object::new().text("fullUrl", ids::urn(id)).object("resource", resource).written()
}

/// What each system is: a table with a row a system. Of a column, its type is that of the codebook.
fn systems(source: &Source<'_>, asked: &[Asked<'_>]) -> Vec<u8> {
    let mut rows = vec![["system", "kind", "name", "type", "instrument"].map(str::to_owned)];
    let with_system =
        |field: &&Field| tagged(field) || matches!(field.name.as_str(), "participant" | "receipt");
    for field in source.fields.iter().filter(with_system) {
        let kind = match field.kind {
            Kind::Text => "text",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Time => "time",
        };
        let system = system_of(source, &field.name);
        rows.push([system.as_str(), "column", &field.name, kind, ""].map(str::to_owned));
    }
    for asked in asked {
        let definition = &asked.instrument.definition;
        let mut seen: Vec<&str> = Vec::new();
        for item in definition.items.iter().filter(|item| !definition.codes(item).is_empty()) {
            if !seen.contains(&item.responses.as_str()) {
                seen.push(&item.responses);
                let system = asked.codes_of(item);
                let row = [system.as_str(), "codes", &item.responses, "integer", &definition.id];
                rows.push(row.map(str::to_owned));
            }
        }
        if !definition.scales.is_empty() {
            let system = asked.scores();
            let row = [system.as_str(), "scores", &definition.id, "number", &definition.id];
            rows.push(row.map(str::to_owned));
        }
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory takes every row, and rows are as wide as their header");
    }
    writer.into_inner().expect("memory takes every row")
}
