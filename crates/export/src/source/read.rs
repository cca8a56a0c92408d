//! Reads the files of a results folder.

use std::{collections::BTreeMap, fmt};

use cohort::results::{
    CODEBOOK, PACKAGE, WIDE,
    read::{ReadError, Table},
};
use csv::StringRecord;
use engine::{catalogue::Catalogue, study::Study};

use super::{
    FILES, Field, Kind, Source, SourceFile, Value,
    described::{Described, Package},
};

/// Why a results folder cannot be exported.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceError {
    /// The description is not one that the import wrote.
    Package {
        /// The line where reading stopped; 0 where the description is JSON and lacks something.
        line: usize,
    },
    /// A table cannot be read, or does not hold what the description says.
    Read(ReadError),
}

impl From<ReadError> for SourceError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Package { line: 0 } => {
                write!(f, "{PACKAGE} is not the description that the import writes; import again")
            }
            Self::Package { line } => write!(f, "{PACKAGE}, line {line}: this is not JSON; import again"),
            Self::Read(error) => error.fmt(f),
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
    let wide = Table::read(WIDE, bytes(WIDE))?;
    let rows = rows(&wide, &fields)?;
    let (participant, wave) = (wide.column("participant")?, wide.column("wave")?);
    for (number, row) in rows.iter().enumerate() {
        if let Some(empty) = [participant, wave].into_iter().find(|at| row[*at].text().is_empty()) {
            return Err(wide.wrong(number, empty).into());
        }
    }
    let waves: Vec<String> = fields[wave].values.iter().map(|(id, _)| id.clone()).collect();
    let (name, title) = (package.name, package.title);
    // Formats name folders and forms after them.
    if !waves.iter().chain([&name]).all(|name| is_plain(name)) {
        return Err(SourceError::Package { line: 0 });
    }
    Ok(Source { files, name, title, fields, rows, waves, catalogue, study, participant, wave })
}

/// Whether `name` can be the id of a study or wave: small letters, digits, hyphens, underscores.
fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    !name.is_empty() && name.bytes().all(plain)
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
        _ => return Err(ReadError::Column { file: PACKAGE, column: name }.into()),
    };
    let missing_row = || ReadError::Column { file: CODEBOOK, column: name.clone() };
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
fn codebook(bytes: &[u8]) -> Result<BTreeMap<String, BTreeMap<String, String>>, ReadError> {
    let table = Table::read(CODEBOOK, bytes)?;
    let column = table.column("column")?;
    let named = |row: &StringRecord| -> BTreeMap<String, String> {
        table.names.iter().zip(row).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    Ok(table.rows.iter().map(|row| (row[column].to_owned(), named(row))).collect())
}

fn rows(table: &Table, fields: &[Field]) -> Result<Vec<Vec<Value>>, ReadError> {
    let differs = |at: &usize| table.names.get(*at) != fields.get(*at).map(|field| field.name.as_str());
    if let Some(at) = (0..table.names.len().max(fields.len())).find(differs) {
        return Err(table.without(fields.get(at).map_or(&table.names[at], |field| &field.name)));
    }
    let row = |(number, row): (usize, &StringRecord)| {
        let cells = fields.iter().zip(row).enumerate();
        cells
            .map(|(at, (field, cell))| Value::of(field, cell).ok_or_else(|| table.wrong(number, at)))
            .collect()
    };
    table.rows.iter().enumerate().map(row).collect()
}
