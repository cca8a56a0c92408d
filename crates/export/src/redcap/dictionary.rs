//! The data dictionary: 18 columns, a row a field.

use super::Names;
use crate::{Field, Kind, Source, forms::form, words::one_line};

/// The columns, as REDCap's own dictionaries name them.
const HEADERS: [&str; 18] = [
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
];

/// The dictionary. The record's id is its first field, and the fields of a form stand together.
pub(super) fn rows(source: &Source<'_>, names: &Names) -> Vec<Vec<String>> {
    let mut rows = vec![HEADERS.map(str::to_owned).to_vec()];
    for (of, form_name) in &names.forms {
        let of_form = source.fields.iter().enumerate().filter(|(_, field)| form(field) == Some(of));
        let mut fields: Vec<(usize, &Field)> = of_form.collect();
        fields.sort_by_key(|(_, field)| field.name != "participant");
        for (at, field) in fields {
            if let Some(name) = &names.fields[at] {
                rows.push(row(name, form_name, field, names.choices[at]));
            }
        }
    }
    rows
}

fn row(name: &str, form: &str, field: &Field, is_choice: bool) -> Vec<String> {
    let own_words = field.kind == Kind::Text && field.instrument.is_some() && field.values.is_empty();
    let kind = match field.kind {
        _ if is_choice => "radio",
        Kind::Text if own_words => "notes",
        _ => "text",
    };
    let validation = match field.kind {
        _ if is_choice => "",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Time => "datetime_seconds_ymd",
        Kind::Text => "",
    };
    let choices = field.values.iter().map(|(code, label)| format!("{code}, {}", choice(label)));
    let choices = if is_choice { choices.collect::<Vec<_>>().join(" | ") } else { String::new() };
    let (lowest, highest) = match &field.range {
        Some((lowest, highest)) if !validation.is_empty() => (lowest.as_str(), highest.as_str()),
        _ => ("", ""),
    };
    // A person can be recognised by their own words, and somebody holds the list of codes.
    let identifier = if own_words || field.name == "participant" { "y" } else { "" };
    // An at sign would be read as an action tag.
    let annotation = plain(&field.scoring).replace('@', " at ");
    [
        name,
        form,
        "",
        kind,
        &plain(&field.what),
        &choices,
        "",
        validation,
        lowest,
        highest,
        identifier,
        "",
        "",
        "",
        "",
        "",
        "",
        &annotation,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A label that REDCap does not take for HTML, or for a place where it puts another field's answer.
fn plain(text: &str) -> String {
    one_line(text).replace('<', "< ").replace('[', "(").replace(']', ")")
}

/// A choice's label: a bar would begin the next choice.
fn choice(label: &str) -> String {
    plain(label).replace('|', "/")
}
