//! `linkwell instruments show`: one instrument whole, with licence and citation.

use std::fmt::{self, Write as _};

use engine::{
    catalogue::Instrument,
    instrument::{Code, Definition, Item, Licence, ResponseSet, Scale, Wording},
};
use serde::Serialize;

use super::find;
use crate::{
    error::{CommandError, Outcome},
    output::{print, print_json},
};

/// The options of `linkwell instruments show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  linkwell instruments show gse10 --json")]
pub(super) struct ShowArguments {
    /// The id of an instrument, or the path of a definition file
    #[arg(value_name = "ID")]
    instrument: String,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Whole<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a str,
    citation: &'a str,
    sources: &'a [String],
    definition_sha256: &'a str,
    items: Vec<ShownItem<'a>>,
    scales: &'a [Scale],
    licence: &'a Licence,
    wordings: Vec<ShownWording<'a>>,
}

#[derive(Serialize)]
struct ShownItem<'a> {
    id: &'a str,
    codes: &'a [Code],
    /// Of a number or a text: its bounds, as in the definition.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    typed: Option<&'a ResponseSet>,
}

#[derive(Serialize)]
struct ShownWording<'a> {
    language: &'a str,
    text_sha256: &'a str,
    source: &'a str,
    licence: &'a str,
}

/// Prints the instrument.
///
/// # Errors
/// [`CommandError`]: there is no such instrument.
pub(super) fn run(arguments: &ShowArguments) -> Result<Outcome, CommandError> {
    let instrument = find(&arguments.instrument)?;
    if arguments.json {
        print_json(&whole(&instrument))?;
    } else {
        let mut text = String::new();
        describe(&instrument, &mut text).expect("writing to a String cannot fail");
        print(&text)?;
    }
    Ok(Outcome::AllWell)
}

fn whole(instrument: &Instrument) -> Whole<'_> {
    let definition = &instrument.definition;
    Whole {
        id: &definition.id,
        version: &definition.version,
        title: &definition.title,
        citation: &definition.citation,
        sources: &definition.sources,
        definition_sha256: &instrument.definition_sha256,
        items: definition.items.iter().map(|item| shown_item(definition, item)).collect(),
        scales: &definition.scales,
        licence: &definition.licence,
        wordings: instrument.wordings.values().map(shown_wording).collect(),
    }
}

fn shown_item<'a>(definition: &'a Definition, item: &'a Item) -> ShownItem<'a> {
    let typed = definition.responses(item).filter(|responses| responses.is_typed());
    ShownItem { id: &item.id, codes: definition.codes(item), typed }
}

/// What an item is answered with, for people.
fn in_brackets(definition: &Definition, item: &Item) -> String {
    match definition.responses(item) {
        Some(ResponseSet::Number { lowest, highest }) => format!("a number from {lowest} to {highest}"),
        Some(ResponseSet::Text { most_characters }) => {
            format!("a text of at most {most_characters} characters")
        }
        _ => definition.codes(item).iter().map(Code::to_string).collect::<Vec<_>>().join(" "),
    }
}

fn shown_wording(wording: &Wording) -> ShownWording<'_> {
    ShownWording {
        language: &wording.language,
        text_sha256: &wording.text_sha256,
        source: &wording.source,
        licence: &wording.licence.name,
    }
}

fn describe(instrument: &Instrument, out: &mut String) -> fmt::Result {
    let definition = &instrument.definition;
    writeln!(out, "{} ({}, version {})", definition.title, definition.id, definition.version)?;
    writeln!(out, "\nCite as\n  {}", definition.citation)?;
    licence(&definition.licence, out)?;
    writeln!(out, "\nItems")?;
    let wording = instrument.wordings.get("en").or_else(|| instrument.wordings.values().next());
    for item in &definition.items {
        let text = wording.and_then(|wording| wording.item(&item.id)).map_or("", |text| &text.text);
        writeln!(out, "  {} [{}] {text}", item.id, in_brackets(definition, item))?;
    }
    writeln!(out, "\nScales")?;
    definition.scales.iter().try_for_each(|scale| describe_scale(scale, out))?;
    hashes(instrument, out)?;
    sources(definition, out)
}

fn licence(licence: &Licence, out: &mut String) -> fmt::Result {
    writeln!(out, "\nLicence: {}\n  {}", licence.name, licence.statement)?;
    licence.duties.iter().try_for_each(|duty| writeln!(out, "  You must: {duty}"))?;
    if licence.wording_needs_reference {
        writeln!(out, "  A study brings its own wording file, with the reference of its licence.")?;
    }
    Ok(())
}

fn describe_scale(scale: &Scale, out: &mut String) -> fmt::Result {
    let range = &scale.range;
    writeln!(out, "  {}: {} ({} to {})", scale.id, scale.title, range.lowest, range.highest)?;
    for band in &scale.bands {
        writeln!(out, "    {} to {}: {}", band.from, band.to, band.label)?;
    }
    writeln!(out, "    {}", scale.source)
}

fn hashes(instrument: &Instrument, out: &mut String) -> fmt::Result {
    writeln!(out, "\nHashes that a study file pins\n  definition_sha256  {}", instrument.definition_sha256)?;
    instrument.wordings.values().try_for_each(|wording| {
        writeln!(out, "  text_sha256 ({})   {}", wording.language, wording.text_sha256)
    })
}

fn sources(definition: &Definition, out: &mut String) -> fmt::Result {
    writeln!(out, "\nSources")?;
    definition.sources.iter().try_for_each(|source| writeln!(out, "  {source}"))
}
