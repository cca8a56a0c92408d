//! `linkwell instruments`: one line an instrument.

use std::fmt::Write as _;

use engine::catalogue::{Instrument, built_in};
use serde::Serialize;

use crate::{
    error::{CommandError, Outcome},
    output::{print, print_json},
};

/// What `--json` prints of an instrument.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a str,
    items: usize,
    scales: Vec<&'a str>,
    languages: Vec<&'a str>,
    licence: &'a str,
    /// Whether a study brings its own wording, under a licence of its own.
    wording_needs_reference: bool,
}

/// Prints the list.
///
/// # Errors
/// [`CommandError`] of printing.
pub(super) fn run(json: bool) -> Result<Outcome, CommandError> {
    let catalogue = built_in();
    let lines: Vec<Line<'_>> = catalogue.iter().map(line).collect();
    if json {
        print_json(&lines)?;
    } else {
        print(&table(&lines))?;
    }
    Ok(Outcome::AllWell)
}

fn line(instrument: &Instrument) -> Line<'_> {
    let definition = &instrument.definition;
    Line {
        id: &definition.id,
        version: &definition.version,
        title: &definition.title,
        items: definition.items.len(),
        scales: definition.scales.iter().map(|scale| scale.id.as_str()).collect(),
        languages: instrument.wordings.keys().map(String::as_str).collect(),
        licence: &definition.licence.name,
        wording_needs_reference: definition.licence.wording_needs_reference,
    }
}

fn table(lines: &[Line<'_>]) -> String {
    let widest = |of: fn(&Line<'_>) -> usize| lines.iter().map(of).max().unwrap_or(0);
    let (id, version) = (widest(|line| line.id.len()), widest(|line| line.version.len()));
    let mut text = String::new();
    for line in lines {
        let wording = match line.languages.as_slice() {
            [] => "no text: a study brings its own, under its licence".into(),
            languages => languages.join(", "),
        };
        writeln!(
            text,
            "{:id$}  {:version$}  {} ({} items; {wording})",
            line.id, line.version, line.title, line.items
        )
        .expect("writing to a String cannot fail");
    }
    text
}
