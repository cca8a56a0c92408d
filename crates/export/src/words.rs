//! Words for scripts: on one line, short enough for a program's limit, and the codes for missing values with their meaning.

use std::borrow::Cow;

use engine::{
    instrument::Code,
    record::{NOT_ANSWERED, NOT_SHOWN, PREFER_NOT_TO_SAY},
};

use crate::{Field, Kind};

/// What a code for a missing value means, as the codebook says it.
pub(crate) fn missing_word(code: Code) -> &'static str {
    match code {
        NOT_SHOWN => "Not shown",
        PREFER_NOT_TO_SAY => "Prefer not to answer",
        NOT_ANSWERED => "Not answered",
        _ => "Missing",
    }
}

/// `text` on one line: every run of white space and control characters is one space.
pub(crate) fn one_line(text: &str) -> String {
    let parts = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `text`, or as much of it as fits into `most` bytes of UTF-8, ended by `...` where something was left out.
pub(crate) fn fitting(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return text.into();
    }
    let end = (0..=most.saturating_sub(3)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    format!("{}...", text[..end].trim_end()).into()
}

/// Whether statistics programs hold the column as a number.
pub(crate) fn is_number(field: &Field) -> bool {
    matches!(field.kind, Kind::Integer | Kind::Number)
}

/// The values of a column that have a meaning of their own, and what it is.
pub(crate) fn labels(field: &Field) -> impl Iterator<Item = (&str, &str)> {
    let pairs = field.values.iter().map(|(value, label)| (value.as_str(), label.as_str()));
    let is_text = field.kind == Kind::Text;
    pairs.filter(move |(value, label)| !(is_text && value == label))
}

/// The lines at the beginning of every script, without marks of a comment.
pub(crate) fn heading(title: &str, name: &str) -> [String; 3] {
    [
        format!("{} ({name}), responses: one row a person and wave.", one_line(title)),
        "Made by linkwell export; EXPORT.json in the folder above names everything that it was made from.".into(),
        "Missing answers: -97 not shown, -98 prefer not to answer, -99 not answered. An empty score could not be made."
            .into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_letters() {
        assert_eq!(fitting("short", 5), "short");
        assert_eq!(fitting("ééééé", 9), "ééé...");
        assert_eq!(fitting("a long label", 9), "a long...");
        assert_eq!(one_line(" a\r\n\tb\u{7}c "), "a b c");
    }
}
