//! Reads the files of a results folder.

use std::{collections::BTreeMap, fmt};

use csv::StringRecord;
use engine::{catalogue::Catalogue, study::Study};

use super::{
    FILES, Field, Kind, Source, SourceFile, Value,
    described::{Described, Package},
};

const WIDE: &str = "responses_wide.csv";
const CODEBOOK: &str = "codebook.csv";
const PACKAGE: &str = "datapackage.json";

/// Why a results folder cannot be exported.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceError {
    /// The description is not one that the import wrote.
    Package {
        /// The line where reading stopped; 0 where the description is JSON and lacks something.
        line: usize,
    },
    /// A file is no table as the import writes it.
    Table {
        /// The file.
        file: &'static str,
        /// The row where reading stopped, the header being row 1; 0 where that is not known.
        row: u64,
    },
    /// A table lacks a column, or has it at another place than the description says.
    Column {
        /// The file.
        file: &'static str,
        /// The column.
        column: String,
    },
    /// A cell of the wide table does not hold what its column must.
    Cell {
        /// The row, the header being row 1.
        row: u64,
        /// The column.
        column: String,
    },
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Package { line: 0 } => {
                write!(f, "{PACKAGE} is not the description that the import writes; import again")
            }
            Self::Package { line } => write!(f, "{PACKAGE}, line {line}: this is not JSON; import again"),
            Self::Table { file, row: 0 } => {
                write!(f, "{file} is not a table of a results folder; import again")
            }
            Self::Table { file, row } => {
                write!(
                    f,
                    "{file}, row {row}: the row is not as wide as the header, or not UTF-8; import again"
                )
            }
            Self::Column { file, column } => {
                write!(f, "{file}: the column `{column}` is not where {PACKAGE} says; import again")
            }
            Self::Cell { row, column } => write!(
                f,
                "{WIDE}, row {row}, column `{column}`: this is not what the import writes there; import again"
            ),
        }
    }
}

impl std::error::Error for SourceError {}

pub(super) fn source<'a>(
    files: [&'a [u8]; FILES.len()],
    catalogue: &'a Catalogue,
    study: Option<&'a Study>,
) -> Result<Source<'a>, SourceError> {
    let files: Vec<SourceFile<'a>> =
        FILES.into_iter().zip(files).map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let bytes = |name| files.iter().find(|file| file.name == name).map_or(&[][..], |file| file.bytes);
    let package: Package = serde_json::from_slice(bytes(PACKAGE))
        .map_err(|error| SourceError::Package { line: if error.is_data() { 0 } else { error.line() } })?;
    let wide = package.resources.into_iter().find(|table| table.path == WIDE);
    let described = wide.ok_or(SourceError::Package { line: 0 })?.schema.fields;
    let mut more = codebook(bytes(CODEBOOK))?;
    let fields = described.into_iter().map(|column| field(column, &mut more, study));
    let fields: Vec<Field> = fields.collect::<Result<_, _>>()?;
    let rows = rows(bytes(WIDE), &fields)?;
    let at = |name: &str| {
        let missing = || SourceError::Column { file: WIDE, column: name.to_owned() };
        fields.iter().position(|field| field.name == name).ok_or_else(missing)
    };
    let (participant, wave) = (at("participant")?, at("wave")?);
    for (number, row) in rows.iter().enumerate() {
        if let Some(empty) = [participant, wave].into_iter().find(|at| row[*at].text().is_empty()) {
            return Err(SourceError::Cell { row: number as u64 + 2, column: fields[empty].name.clone() });
        }
    }
    let waves = fields[wave].values.iter().map(|(id, _)| id.clone()).collect();
    let (name, title) = (package.name, package.title);
    Ok(Source { files, name, title, fields, rows, waves, catalogue, study, participant, wave })
}

/// A column of the description with its row of the codebook.
fn field(
    described: Described,
    more: &mut BTreeMap<String, BTreeMap<String, String>>,
    study: Option<&Study>,
) -> Result<Field, SourceError> {
    let name = described.name;
    let kind = match described.kind.as_str() {
        "integer" => Kind::Integer,
        "number" => Kind::Number,
        "datetime" => Kind::Time,
        "string" => Kind::Text,
        _ => return Err(SourceError::Column { file: PACKAGE, column: name }),
    };
    let missing_row = || SourceError::Column { file: CODEBOOK, column: name.clone() };
    let mut row = more.remove(&name).ok_or_else(missing_row)?;
    let mut take = |column: &str| row.remove(column).unwrap_or_default();
    let (lowest, highest) = (take("lowest"), take("highest"));
    let instrument = (take("instrument"), take("version"));
    let values: Vec<(String, String)> = match study {
        Some(study) if matches!(name.as_str(), "site" | "link_worker") => places(study, &name),
        _ => described.categories.into_iter().map(super::described::Category::pair).collect(),
    };
    Ok(Field {
        what: described.description,
        kind,
        values,
        missing: described.missing_values.iter().filter_map(|code| code.parse().ok()).collect(),
        range: (!lowest.is_empty()).then_some((lowest, highest)),
        instrument: (!instrument.0.is_empty()).then_some(instrument),
        scoring: take("scoring"),
        direction: take("direction"),
        source: take("source"),
        name,
    })
}

/// The study's sites, or its link workers, with their names.
fn places(study: &Study, column: &str) -> Vec<(String, String)> {
    if column == "site" {
        return study.sites.iter().map(|site| (site.id.clone(), site.name.clone())).collect();
    }
    let workers = study.sites.iter().flat_map(|site| &site.link_workers);
    workers.map(|worker| (worker.id.clone(), worker.name.clone())).collect()
}

/// The codebook: for each column of the wide table its row, by the names of the codebook's own columns.
fn codebook(bytes: &[u8]) -> Result<BTreeMap<String, BTreeMap<String, String>>, SourceError> {
    let (names, rows) = table(CODEBOOK, bytes)?;
    let named = |row: &StringRecord| -> BTreeMap<String, String> {
        names.iter().zip(row).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    let mut of = BTreeMap::new();
    for mut row in rows.iter().map(named) {
        let missing = || SourceError::Column { file: CODEBOOK, column: "column".to_owned() };
        of.insert(row.remove("column").ok_or_else(missing)?, row);
    }
    Ok(of)
}

fn rows(bytes: &[u8], fields: &[Field]) -> Result<Vec<Vec<Value>>, SourceError> {
    let (names, rows) = table(WIDE, bytes)?;
    let differs = |at: &usize| names.get(*at) != fields.get(*at).map(|field| field.name.as_str());
    if let Some(at) = (0..names.len().max(fields.len())).find(differs) {
        let column = fields.get(at).map_or_else(|| names[at].to_owned(), |field| field.name.clone());
        return Err(SourceError::Column { file: WIDE, column });
    }
    let cell = |number: usize, field: &Field, cell: &str| {
        let wrong = || SourceError::Cell { row: number as u64 + 2, column: field.name.clone() };
        Value::of(field, cell).ok_or_else(wrong)
    };
    let row = |(number, row): (usize, &StringRecord)| {
        fields.iter().zip(row).map(|(field, text)| cell(number, field, text)).collect()
    };
    rows.iter().enumerate().map(row).collect()
}

fn table(file: &'static str, bytes: &[u8]) -> Result<(StringRecord, Vec<StringRecord>), SourceError> {
    let wrong = |error: &csv::Error| SourceError::Table {
        file,
        row: error.position().map_or(0, |position| position.record() + 1),
    };
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let names = reader.headers().map_err(|error| wrong(&error))?.clone();
    let rows = reader.records().collect::<Result<_, _>>().map_err(|error| wrong(&error))?;
    Ok((names, rows))
}
