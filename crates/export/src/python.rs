//! `python`: a module that reads the wide table with pandas, with what its columns mean, and the table.

use serde::Serialize;

use crate::{
    ExportError, Exported, Field, File, Kind, Source,
    words::{heading, labels, missing_word},
};

const DATA: &str = "responses_wide.csv";

/// The files.
///
/// # Errors
/// None.
pub fn python(source: &Source<'_>) -> Result<Exported, ExportError> {
    Ok(vec![File::new("linkwell_responses.py", module(source)), File::new(DATA, source.file(DATA))].into())
}

/// A column, as it stands in the module. Every part is a text or a list of pairs, which JSON and Python write alike.
#[derive(Serialize)]
struct Column<'a> {
    name: &'a str,
    kind: &'static str,
    label: &'a str,
    values: Vec<(&'a str, &'a str)>,
    missing: Vec<(String, &'static str)>,
}

const BODY: &str = r#"
import pathlib

import pandas

DATA = pathlib.Path(__file__).with_name("responses_wide.csv")


def _code(column, text):
    return text if column["kind"] == "text" else int(text)


def labels(name):
    """What the values of a column mean: a dictionary from value to label."""
    column = next(column for column in COLUMNS if column["name"] == name)
    return {_code(column, value): label for value, label in column["values"]}


def _raw(path):
    table = pandas.read_csv(path, encoding="utf-8-sig", dtype="string", keep_default_na=False)
    names = [column["name"] for column in COLUMNS]
    if list(table.columns) != names:
        raise ValueError("the table has other columns than this module was made for: export again")
    return table


def _typed(column, cells):
    cells = cells.where(cells != "", pandas.NA)
    if column["kind"] == "integer":
        return cells.astype("Int64")
    if column["kind"] == "number":
        return cells.astype("Float64")
    if column["kind"] == "time":
        return pandas.to_datetime(cells, format="%Y-%m-%dT%H:%M:%SZ", utc=True)
    return cells


def load(path=DATA, keep_codes=False):
    """The table. Codes for missing answers are NA, unless keep_codes is true. Labels of columns are in .attrs."""
    table = _raw(path)
    made = {}
    for column in COLUMNS:
        cells = table[column["name"]]
        if not keep_codes:
            cells = cells.where(~cells.isin([code for code, _ in column["missing"]]), "")
        made[column["name"]] = _typed(column, cells)
    frame = pandas.DataFrame(made)
    frame.attrs["labels"] = {column["name"]: column["label"] for column in COLUMNS}
    return frame


def missing(path=DATA):
    """Why values are missing: the same table, with -97, -98 or -99 where a code stands, otherwise NA."""
    table = _raw(path)
    made = {}
    for column in COLUMNS:
        cells = table[column["name"]]
        codes = cells.where(cells.isin([code for code, _ in column["missing"]]), pandas.NA)
        made[column["name"]] = codes.astype("Int64")
    return pandas.DataFrame(made)
"#;

fn module(source: &Source<'_>) -> String {
    // Backslashes and quotation marks of a title would end or change the text that they stand in.
    let safe = |line: &String| line.replace(['\\', '"'], "'");
    let lines: Vec<String> = heading(&source.title, &source.name).iter().map(safe).collect();
    let columns: Vec<Column<'_>> = source.fields.iter().map(column).collect();
    let columns = serde_json::to_string_pretty(&columns).expect("texts and lists become JSON");
    format!("\"\"\"{}\n\"\"\"\n{BODY}\n\nCOLUMNS = {columns}\n", lines.join("\n"))
}

fn column(field: &Field) -> Column<'_> {
    Column {
        name: &field.name,
        kind: match field.kind {
            Kind::Text => "text",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Time => "time",
        },
        label: &field.what,
        values: labels(field).collect(),
        missing: field.missing.iter().map(|code| (code.to_string(), missing_word(*code))).collect(),
    }
}
