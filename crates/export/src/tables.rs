//! `csv` and `datapackage`: the tables byte for byte as the import wrote them, the second with their description.

use crate::{ExportError, Exported, File, Source};

/// The description of the tables.
const DESCRIPTION: &str = "datapackage.json";
/// The rules of the tables, for people.
const README: &str = "README.txt";

/// Every table, with the rules in words.
///
/// # Errors
/// None.
pub fn csv(source: &Source<'_>) -> Result<Exported, ExportError> {
    Ok(copies(source, |name| name.ends_with(".csv") || name == README))
}

/// Every table, with the rules in words and the description.
///
/// # Errors
/// None.
pub fn datapackage(source: &Source<'_>) -> Result<Exported, ExportError> {
    Ok(copies(source, |name| name.ends_with(".csv") || name == README || name == DESCRIPTION))
}

fn copies(source: &Source<'_>, wanted: impl Fn(&str) -> bool) -> Exported {
    let copied = source.files.iter().filter(|file| wanted(file.name));
    copied.map(|file| File::new(file.name, file.bytes)).collect::<Vec<_>>().into()
}
