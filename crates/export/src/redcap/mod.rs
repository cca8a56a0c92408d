//! `redcap`: a data dictionary, the events with their forms, the missing data codes, and a file to import.
//!
//! Each wave is an event and each instrument a form. REDCap holds one record a person and event: rows that share both (a
//! conflict that nobody has decided yet) are left out with a note, because an import would let one of them win. REDCap's
//! own help is not public; its rules are as others repeat them: names and the order of rows, linkml-redcap's model of the
//! dictionary (`^[a-z][a-z0-9_]*$`, the fields of a form in contiguous rows, the record's id first); missing data codes of
//! letters, digits, dots, dashes and underscores, University of Wisconsin–Madison, knowledge base 108107. Of
//! choices no rule was found: letters, digits, underscores and a minus before them are in every example. Of events:
//! `names`.

mod dictionary;
mod import;
mod names;

use csv::{Terminator, WriterBuilder};

use crate::{ExportError, Exported, Field, File, Kind, Note, Source, words::missing_word};

use names::Names;

const STEPS: &str = "\
Into a new REDCap project:

1. Project Setup: switch on longitudinal data collection.
2. Data Dictionary: upload dictionary.csv.
3. Additional customizations, Missing Data Codes: paste missing_data_codes.txt.
4. Define My Events: upload events.csv. Designate Instruments: upload event_forms.csv.
5. Data Import Tool: upload import.csv (dates as year, month, day).

The participant code is the record's id; each wave is an event; times are in UTC. An instrument that was not asked is
empty. Scores are fields with numbers: REDCap does not compute them.
";

/// The files.
///
/// # Errors
/// None.
pub fn redcap(source: &Source<'_>) -> Result<Exported, ExportError> {
    let names = Names::of(source);
    let (import, left_out) = import::rows(source, &names);
    let mut notes = names.notes();
    if left_out > 0 {
        notes.push(Note(format!(
            "{left_out} rows are left out, because REDCap holds one record a person and wave: decide between them \
             (the attention code is conflict), import again, and export again"
        )));
    }
    let missing: Vec<String> =
        [-97, -98, -99].map(|code| format!("{code}, {}\n", missing_word(code))).into_iter().collect();
    let files = vec![
        File::new("README.txt", STEPS),
        File::new("dictionary.csv", csv(dictionary::rows(source, &names))),
        File::new("missing_data_codes.txt", missing.concat()),
        File::new("events.csv", csv(import::events(source))),
        File::new("event_forms.csv", csv(import::event_forms(source, &names))),
        File::new("import.csv", csv(import)),
    ];
    Ok(Exported { files, notes })
}

/// Whether answers are one of a list: REDCap refuses any other value in an import, and records may name a site that is
/// not listed.
fn is_choice(field: &Field) -> bool {
    let legal = |(code, _): &(String, String)| {
        let bare = code.strip_prefix('-').unwrap_or(code);
        !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    !matches!(field.name.as_str(), "site" | "link_worker")
        && matches!(field.kind, Kind::Integer | Kind::Text)
        && !field.values.is_empty()
        && field.values.iter().all(legal)
}

/// A table as REDCap reads it: no byte order mark, which it would take for a part of the first name.
fn csv(rows: Vec<Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory takes every row, and rows are as wide as their header");
    }
    writer.into_inner().expect("memory takes every row")
}
