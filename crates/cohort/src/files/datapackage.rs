//! `datapackage.json`: the tables and their columns for software that reads Data Package, version 2
//! (datapackage.org). Made from the same columns as the tables and the codebook.

use engine::{digest::sha256_hex, number::Number, study::Offer};
use serde::Serialize;

use super::Heading;
use crate::column::{Column, Kind};

/// One table of the package: its file and its columns.
pub(crate) struct Resource<'a> {
    pub(crate) file: &'static str,
    pub(crate) what: &'static str,
    pub(crate) bytes: &'a [u8],
    pub(crate) columns: Columns<'a>,
}

/// The columns of a table.
pub(crate) enum Columns<'a> {
    /// The wide table's.
    Model(&'a [Column]),
    /// Those of a table that does not depend on the study.
    Fixed(&'static [Heading]),
}

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'a str,
    title: &'a str,
    resources: Vec<Table<'a>>,
}

#[derive(Serialize)]
struct Table<'a> {
    name: &'a str,
    path: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing_values: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<Category<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Category<'a> {
    value: Value<'a>,
    label: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Integer(i64),
    Decimal(f64),
    Text(&'a str),
}

#[derive(Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Value<'static>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<Value<'static>>,
}

/// The file.
pub(crate) fn file(offer: &Offer, title: &str, resources: &[Resource<'_>]) -> Vec<u8> {
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: &offer.study.id,
        title,
        resources: resources.iter().map(table).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&package).expect("the package has no map");
    json.push(b'\n');
    json
}

fn table<'a>(resource: &'a Resource<'a>) -> Table<'a> {
    let fields = match resource.columns {
        Columns::Model(columns) => columns.iter().map(field).collect(),
        Columns::Fixed(headings) => headings.iter().map(fixed_field).collect(),
    };
    Table {
        name: resource.file.trim_end_matches(".csv"),
        path: resource.file,
        kind: "table",
        description: resource.what,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: resource.bytes.len(),
        hash: format!("sha256:{}", sha256_hex(resource.bytes)),
        schema: Schema { fields },
    }
}

fn field(column: &Column) -> Field<'_> {
    let missing = column.missing.iter().map(ToString::to_string);
    let (minimum, maximum) = column.range.map(|(low, high)| (value(low), value(high))).unzip();
    // A missing code in a column that always has a value means that the value is missing, not the cell.
    let required = column.is_required() && column.missing.is_empty();
    Field {
        name: &column.name,
        kind: type_word(column.kind),
        description: &column.what,
        missing_values: if column.missing.is_empty() {
            Vec::new()
        } else {
            [String::new()].into_iter().chain(missing).collect()
        },
        categories: categories(column),
        constraints: (required || minimum.is_some()).then_some(Constraints { required, minimum, maximum }),
    }
}

fn fixed_field(heading: &'static Heading) -> Field<'static> {
    Field {
        name: heading.name,
        kind: type_word(heading.kind),
        description: heading.what,
        missing_values: Vec::new(),
        categories: Vec::new(),
        constraints: None,
    }
}

/// The list of a column's values with their labels. Sites and link workers are left out: a record may name one that is
/// not listed.
fn categories(column: &Column) -> Vec<Category<'_>> {
    if matches!(column.name.as_str(), "site" | "link_worker") {
        return Vec::new();
    }
    column
        .values
        .iter()
        .map(|(value, label)| Category {
            value: match (column.kind, value.parse()) {
                (Kind::Integer, Ok(whole)) => Value::Integer(whole),
                _ => Value::Text(value),
            },
            label: if label.is_empty() { value } else { label },
        })
        .collect()
}

fn value(number: Number) -> Value<'static> {
    number.whole().map_or_else(|| Value::Decimal(number.to_f64()), Value::Integer)
}

fn type_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Time => "datetime",
    }
}
