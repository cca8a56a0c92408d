//! One cell of the wide table.

use engine::instrument::Code;

use super::{Field, Kind};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known or applies; of a score: it could not be made.
    Empty,
    /// A code for a missing value: -97, -98 or -99.
    Missing(Code),
    /// A whole number.
    Integer(i64),
    /// A decimal number, as it stands in the table.
    Number(String),
    /// Text, as it stands in the table: with its leading apostrophe where a spreadsheet would run it.
    Text(String),
    /// A time in UTC, `2026-11-22T09:41:07Z`.
    Time(String),
}

impl Value {
    /// The value of a cell of the column `field`; nothing where the cell cannot stand there.
    pub(super) fn of(field: &Field, cell: &str) -> Option<Self> {
        if cell.is_empty() {
            return Some(Self::Empty);
        }
        let code = cell.parse().ok().filter(|code| field.missing.contains(code));
        if let Some(code) = code {
            return Some(Self::Missing(code));
        }
        match field.kind {
            Kind::Text => Some(Self::Text(cell.to_owned())),
            Kind::Integer => cell.parse().ok().map(Self::Integer),
            Kind::Number => is_decimal(cell).then(|| Self::Number(cell.to_owned())),
            Kind::Time => is_time(cell).then(|| Self::Time(cell.to_owned())),
        }
    }

    /// What stands in the table.
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Missing(code) => code.to_string(),
            Self::Integer(number) => number.to_string(),
            Self::Number(text) | Self::Text(text) | Self::Time(text) => text.clone(),
        }
    }

    /// The text of a text or time; empty for anything else.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Time(text) => text,
            _ => "",
        }
    }

    /// Whether there is a value: neither an empty cell nor a code for a missing one.
    pub fn is_there(&self) -> bool {
        !matches!(self, Self::Empty | Self::Missing(_))
    }
}

/// Whether `cell` is a number as the tables write it: digits, one point with digits on both sides, a minus.
fn is_decimal(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = cell.strip_prefix('-').unwrap_or(cell);
    match bare.split_once('.') {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(bare),
    }
}

/// Whether `cell` has the form of a time in the tables.
fn is_time(cell: &str) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00Z";
    cell.len() == FORM.len()
        && cell.bytes().zip(FORM).all(
            |(byte, form)| {
                if *form == b'0' { byte.is_ascii_digit() } else { byte == *form }
            },
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_and_times_of_the_tables_are_taken() {
        for fine in ["0", "-3", "12.50", "100000000000000000000.1"] {
            assert!(is_decimal(fine), "{fine}");
        }
        for not in ["", "-", ".5", "5.", "1e3", "NaN", "inf", "1,5", "+1", "1.2.3"] {
            assert!(!is_decimal(not), "{not}");
        }
        assert!(is_time("2026-11-22T09:41:07Z"));
        assert!(!is_time("2026-11-22 09:41:07Z") && !is_time("2026-11-22T09:41:07+0"));
    }
}
