//! Which column of the table holds which item. Checked in full before anything is written.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use csv::StringRecord;
use engine::instrument::{Definition, ResponseSet};

use super::scored::{ScoredColumns, items_that_count};
use crate::error::CommandError;

/// Names this alike (0 to 1, Jaro-Winkler) are worth offering for a missing column.
const ALIKE: f64 = 0.8;
/// At most so many names are offered for a missing column.
const OFFERED: usize = 3;

/// What the map file says: the names of the researcher's own columns for items.
#[derive(Clone, Debug, Default)]
pub struct Renames {
    file: PathBuf,
    rows: Vec<Rename>,
}

#[derive(Clone, Debug)]
struct Rename {
    row: usize,
    column: String,
    item: String,
}

impl Renames {
    /// No renames yet; `file` is where they come from.
    pub(super) fn new(file: &Path) -> Self {
        Self { file: file.into(), rows: Vec::new() }
    }

    /// Row `row` says that `column` holds `item`.
    pub(super) fn add(&mut self, row: usize, column: String, item: String) -> Result<(), CommandError> {
        if self.rows.iter().any(|known| known.item == item) {
            return Err(self.wrong(row, &format!("the item `{item}` stands in an earlier row already")));
        }
        if self.rows.iter().any(|known| known.column == column) {
            return Err(self.wrong(row, &format!("the column `{column}` stands in an earlier row already")));
        }
        self.rows.push(Rename { row, column, item });
        Ok(())
    }

    /// The name of the column that holds `item`.
    fn column_of<'a>(&'a self, item: &'a str) -> &'a str {
        self.rows.iter().find(|rename| rename.item == item).map_or(item, |rename| &rename.column)
    }

    /// The map speaks of items that the instrument has and of columns that the table has.
    fn check(&self, definition: &Definition, names: &[&str], table: &Path) -> Result<(), CommandError> {
        for rename in &self.rows {
            if definition.item(&rename.item).is_none() {
                let what = format!("`{}` has no item `{}`", definition.id, rename.item);
                return Err(self.wrong(rename.row, &what));
            }
            if !names.contains(&rename.column.as_str()) {
                let what = format!("{} has no column `{}`", table.display(), rename.column);
                return Err(self.wrong(rename.row, &what));
            }
        }
        Ok(())
    }

    fn wrong(&self, row: usize, what: &str) -> CommandError {
        CommandError::unreadable(&self.file, format!("row {row}: {what}"))
    }
}

/// Which column of the table holds which item.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// For each item of the definition, in its order, its column; `None` where the table need not have it.
    pub(super) of_items: Vec<Option<usize>>,
}

impl Columns {
    /// Finds the items' columns in `header`.
    ///
    /// # Errors
    /// [`CommandError::Unreadable`]: all missing columns together, a name twice, or an output column that is there
    /// already.
    pub(super) fn find(
        table: &Path,
        header: &StringRecord,
        definition: &Definition,
        renames: &Renames,
        scored: &ScoredColumns<'_>,
    ) -> Result<Self, CommandError> {
        let names: Vec<&str> = header.iter().map(str::trim).collect();
        no_name_twice(table, &names)?;
        renames.check(definition, &names, table)?;
        let needed = items_that_count(definition);
        let (mut of_items, mut missing) = (Vec::new(), Vec::new());
        for item in &definition.items {
            let wanted = renames.column_of(&item.id);
            let found = names.iter().position(|name| *name == wanted);
            if found.is_none() && needed.contains(item.id.as_str()) {
                missing.push(wanted);
            }
            // What is never scored passes through as it is: own words are no codes.
            let is_typed = definition.responses(item).is_some_and(ResponseSet::is_typed);
            of_items.push(found.filter(|_| !is_typed));
        }
        if !missing.is_empty() {
            return Err(CommandError::unreadable(table, missing_columns(&missing, &names)));
        }
        if let Some(name) = scored.names().find(|name| names.contains(&name.as_str())) {
            return Err(CommandError::unreadable(
                table,
                format!(
                    "the column `{name}` is there already, and scoring adds one of that name: rename or remove it"
                ),
            ));
        }
        Ok(Self { of_items })
    }
}

fn no_name_twice(table: &Path, names: &[&str]) -> Result<(), CommandError> {
    let mut seen = BTreeSet::new();
    // Spreadsheets write empty names for empty columns: two of those are no danger.
    match names.iter().filter(|name| !name.is_empty()).find(|name| !seen.insert(**name)) {
        Some(name) => Err(CommandError::unreadable(
            table,
            format!("row 1 has two columns `{name}`: rename or remove one of them"),
        )),
        None => Ok(()),
    }
}

/// All missing columns, each with the names in the table that come near.
fn missing_columns(missing: &[&str], names: &[&str]) -> String {
    let mut text = format!("row 1 lacks {} column(s) that are needed:", missing.len());
    for wanted in missing {
        text.push_str(&format!("\n  `{wanted}`"));
        let near = near(wanted, names);
        if !near.is_empty() {
            text.push_str(&format!(" (there is {})", near.join(", ")));
        }
    }
    text.push_str(match names {
        [only] if only.contains([';', '\t']) => {
            "\nThe cells seem to be separated by semicolons or tabs: save the table with commas."
        }
        _ => "\nRename the columns, or say with --map which of yours holds which item.",
    });
    text
}

/// The names most alike to `wanted`, best first.
fn near(wanted: &str, names: &[&str]) -> Vec<String> {
    let likeness = |name: &str| strsim::jaro_winkler(&wanted.to_lowercase(), &name.to_lowercase());
    let mut near: Vec<(f64, &str)> = names.iter().map(|name| (likeness(name), *name)).collect();
    near.retain(|(likeness, name)| *likeness >= ALIKE && !name.is_empty());
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    near.iter().take(OFFERED).map(|(_, name)| format!("`{name}`")).collect()
}
