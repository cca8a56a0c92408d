//! `r`: a script that reads the wide table into a data frame with labels and user-defined missing values, as `haven` has
//! them, and the table.
//!
//! The script is plain ASCII, so that it reads the same under every locale.

use crate::{
    ExportError, Exported, Field, File, Kind, Source,
    words::{heading, is_number, labels, missing_word, one_line},
};

const DATA: &str = "responses_wide.csv";

/// The files.
///
/// # Errors
/// None.
pub fn r(source: &Source<'_>) -> Result<Exported, ExportError> {
    Ok(vec![File::new("load.R", script(source)), File::new(DATA, source.file(DATA))].into())
}

const READ: &str = r#"
# source("load.R", chdir = TRUE) makes the data frame `responses`.
stopifnot(requireNamespace("haven", quietly = TRUE))

responses <- utils::read.csv("responses_wide.csv", encoding = "UTF-8", colClasses = "character",
                             na.strings = character(0), check.names = FALSE)
"#;

const HELPERS: &str = r#"
linkwell_text <- function(x) { x[x == ""] <- NA_character_; x }
linkwell_number <- function(x) as.numeric(linkwell_text(x))
linkwell_time <- function(x) as.POSIXct(linkwell_text(x), format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
"#;

fn script(source: &Source<'_>) -> String {
    let mut text = String::new();
    for line in heading(&source.title, &source.name) {
        text.push_str(&format!("# {}\n", ascii(&line)));
    }
    text.push_str(READ);
    let names: Vec<String> = source.fields.iter().map(|field| string(&field.name)).collect();
    text.push_str(&format!("linkwell_names <- c(\n  {}\n)\n", names.join(",\n  ")));
    text.push_str("stopifnot(ncol(responses) == length(linkwell_names))\n");
    // The byte order mark is a part of the first name that was read.
    text.push_str("names(responses) <- linkwell_names\n");
    text.push_str(HELPERS);
    for field in &source.fields {
        text.push_str(&column(field));
    }
    text.push_str("\nrm(linkwell_names, linkwell_text, linkwell_number, linkwell_time)\n");
    text
}

fn column(field: &Field) -> String {
    let name = &field.name;
    let label = string(&one_line(&field.what));
    let number = is_number(field);
    let value = |value: &str| if number { value.to_owned() } else { string(value) };
    let read = match field.kind {
        Kind::Text => "linkwell_text",
        Kind::Time => "linkwell_time",
        Kind::Integer | Kind::Number => "linkwell_number",
    };
    let read = format!("{read}(responses${name})");
    if field.kind == Kind::Time {
        return format!("\nresponses${name} <- structure({read}, label = {label})\n");
    }
    let of_values =
        labels(field).map(|(code, label)| format!("{} = {}", string(&one_line(label)), value(code)));
    let of_missing = field
        .missing
        .iter()
        .map(|code| format!("{} = {}", string(missing_word(*code)), value(&code.to_string())));
    let all: Vec<String> = of_values.chain(of_missing).collect();
    let named = if all.is_empty() { "NULL".into() } else { format!("c(\n    {}\n  )", all.join(",\n    ")) };
    let missing: Vec<String> = field.missing.iter().map(|code| value(&code.to_string())).collect();
    match missing.as_slice() {
        [] => format!(
            "\nresponses${name} <- haven::labelled({read},\n  labels = {named},\n  label = {label})\n"
        ),
        codes => format!(
            "\nresponses${name} <- haven::labelled_spss({read},\n  labels = {named},\n  na_values = c({}),\n  label = {label})\n",
            codes.join(", ")
        ),
    }
}

/// A string of R in ASCII.
fn string(text: &str) -> String {
    format!("\"{}\"", ascii(&text.replace('\\', "\\\\").replace('"', "\\\"")))
}

/// `text` with every letter outside ASCII written as R's escape.
fn ascii(text: &str) -> String {
    let letter = |letter: char| match u32::from(letter) {
        0x20..=0x7e => letter.to_string(),
        code => format!("\\U{code:08X}"),
    };
    text.chars().map(letter).collect()
}
