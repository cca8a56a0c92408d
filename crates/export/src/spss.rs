//! `spss`: a syntax file that reads the wide table with labels and missing values and saves a `.sav`, and its data.
//!
//! The data are a copy of the wide table without quotation: tabs between cells, and neither a tab nor a line break in
//! one, because SPSS has no way to read a line break inside a cell. Everything else stands in them as in the table.

use engine::instrument::Code;

use crate::{
    ExportError, Exported, Field, File, Kind, Source, Value,
    words::{fitting, heading, is_number, labels, missing_word, one_line},
};

/// The most bytes of a variable's label (IBM SPSS Statistics, Command Syntax Reference: VARIABLE LABELS).
const VARIABLE_LABEL: usize = 255;
/// The most bytes of a value's label (VALUE LABELS).
const VALUE_LABEL: usize = 120;
/// The most bytes of a text that is written in one piece: lines may have 251 in old versions.
const PIECE: usize = 100;
/// The widest string variable.
const WIDEST: usize = 32_767;
const DATA: &str = "responses_wide.tsv";

/// The files.
///
/// # Errors
/// None.
pub fn spss(source: &Source<'_>) -> Result<Exported, ExportError> {
    Ok(vec![File::new("load.sps", syntax(source)), File::new(DATA, data(source))].into())
}

fn data(source: &Source<'_>) -> String {
    let names: Vec<&str> = source.fields.iter().map(|field| field.name.as_str()).collect();
    let mut text = names.join("\t") + "\r\n";
    for row in &source.rows {
        text.push_str(&row.iter().map(cell).collect::<Vec<_>>().join("\t"));
        text.push_str("\r\n");
    }
    text
}

fn cell(value: &Value) -> String {
    match value {
        // The format YMDHMS has a space where the table has a T, and no Z.
        Value::Time(time) => time.replace('T', " ").replace('Z', ""),
        other => one_line(&other.written()),
    }
}

fn syntax(source: &Source<'_>) -> String {
    let mut text = String::from("* Encoding: UTF-8.\n");
    for line in heading(&source.title, &source.name) {
        text.push_str(&format!("* {line}\n"));
    }
    text.push_str(
        "* Run it in its own folder: it reads responses_wide.tsv and saves responses_wide.sav.\n\n",
    );
    text.push_str(&format!(
        "GET DATA\n  /TYPE=TXT\n  /FILE='{DATA}'\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=\"\\t\"\n  \
         /FIRSTCASE=2\n  /VARIABLES=\n"
    ));
    for (at, field) in source.fields.iter().enumerate() {
        text.push_str(&format!("    {} {}\n", field.name, format_of(source, at, field)));
    }
    text.push_str("  .\n\n");
    for field in &source.fields {
        describe(&mut text, field);
    }
    text.push_str("SAVE OUTFILE='responses_wide.sav'.\n");
    text
}

/// The format in which a column is read. Decimals are set afterwards: while reading, they would move the point of numbers
/// that have none.
fn format_of(source: &Source<'_>, at: usize, field: &Field) -> String {
    match field.kind {
        Kind::Integer => "F8.0".into(),
        Kind::Number => "F12.0".into(),
        Kind::Time => "YMDHMS19".into(),
        Kind::Text => {
            let rows = source.rows.iter().map(|row| cell(&row[at]).len());
            let longest = rows.chain(field.values.iter().map(|(value, _)| value.len())).max().unwrap_or(0);
            format!("A{}", longest.next_multiple_of(8).clamp(8, WIDEST))
        }
    }
}

fn describe(text: &mut String, field: &Field) {
    let name = &field.name;
    let what = one_line(&field.what);
    text.push_str(&format!("VARIABLE LABELS {name} {}.\n", quoted(&fitting(&what, VARIABLE_LABEL))));
    let value = |value: &str| if is_number(field) { value.to_owned() } else { quoted(value) };
    let mut lines: Vec<String> = labels(field).map(|(code, label)| pair(&value(code), label)).collect();
    lines.extend(field.missing.iter().map(|code| pair(&value(&code.to_string()), missing_word(*code))));
    if !lines.is_empty() {
        text.push_str(&format!("VALUE LABELS {name}\n{}.\n", lines.join("\n")));
    }
    if !field.missing.is_empty() {
        let codes = field.missing.iter().map(|code: &Code| value(&code.to_string())).collect::<Vec<_>>();
        text.push_str(&format!("MISSING VALUES {name} ({}).\n", codes.join(", ")));
    }
    if field.kind == Kind::Number {
        text.push_str(&format!("FORMATS {name} (F12.4).\n"));
    }
    text.push_str(&format!("VARIABLE LEVEL {name} ({}).\n\n", level(field)));
}

fn pair(value: &str, label: &str) -> String {
    format!("  {value} {}", quoted(&fitting(&one_line(label), VALUE_LABEL)))
}

fn level(field: &Field) -> &'static str {
    match field.kind {
        Kind::Text => "NOMINAL",
        Kind::Integer if !field.values.is_empty() => "ORDINAL",
        _ => "SCALE",
    }
}

/// A string of the syntax language, in pieces where it is long.
fn quoted(text: &str) -> String {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > PIECE {
        let end = (0..=PIECE).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    let piece = |piece: &&str| format!("'{}'", piece.replace('\'', "''"));
    pieces.iter().map(piece).collect::<Vec<_>>().join(" +\n    ")
}
