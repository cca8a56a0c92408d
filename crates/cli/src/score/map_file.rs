//! The map file: which of the researcher's columns holds which item.

use std::path::Path;

use super::columns::Renames;
use crate::{error::CommandError, input::read_text};

/// Reads a table `column,item`, a row a column of the answers.
pub(super) fn read(path: &Path) -> Result<Renames, CommandError> {
    let text = read_text(path)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut table = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = table.records().enumerate().map(|(at, row)| {
        let row = row.map_err(|error| CommandError::unreadable(path, error.to_string()))?;
        match row.iter().map(str::trim).collect::<Vec<_>>().as_slice() {
            [column, item] => Ok((at + 1, (*column).to_owned(), (*item).to_owned())),
            _ => Err(CommandError::unreadable(
                path,
                format!("row {} does not have two cells: the name of your column, and the item's id", at + 1),
            )),
        }
    });
    match rows.next().transpose()? {
        Some((_, column, item)) if column == "column" && item == "item" => {}
        _ => return Err(CommandError::unreadable(path, "row 1 must be `column,item`")),
    }
    let mut renames = Renames::new(path);
    for row in rows {
        let (row, column, item) = row?;
        renames.add(row, column, item)?;
    }
    Ok(renames)
}
