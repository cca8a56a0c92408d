//! Tables as CSV bytes, by the conventions that other programs rely on: UTF-8 with a byte order mark, lines ended
//! by return and line feed, quoting as RFC 4180 says, and no text that a spreadsheet would run as a formula.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use engine::{instrument::Code, record::Given};
use std::borrow::Cow;

/// The byte order mark of UTF-8, by which spreadsheets know the encoding.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known or applies.
    Empty,
    /// A decimal number, written as it is.
    Number(String),
    /// Text, guarded when it is written.
    Text(String),
}

impl Cell {
    /// Text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A response code or a code for a missing answer.
    pub fn code(code: Code) -> Self {
        Self::Number(code.to_string())
    }

    /// An answer: its code as a number, own words as text.
    pub fn given(given: &Given) -> Self {
        match given {
            Given::Code(code) => Self::code(*code),
            Given::Text(text) => Self::Text(text.clone()),
        }
    }

    /// A whole number.
    pub fn count(count: impl Into<i128>) -> Self {
        Self::Number(count.into().to_string())
    }

    /// 1 or 0.
    pub fn flag(flag: bool) -> Self {
        Self::Number(u8::from(flag).to_string())
    }

    /// What stands in the file between the separators, before quoting.
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Number(number) => number.into(),
            Self::Text(text) => guarded(text),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

/// Text that a spreadsheet shows instead of running it: with a leading apostrophe where it would begin a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}").into() } else { text.into() }
}

/// A decimal number, perhaps negative, perhaps with an exponent. A leading plus makes a text of it: it is a
/// telephone number more often than a number.
pub fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (text, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if exponent.is_empty() || (whole.is_empty() && fraction.is_empty()) {
        return false;
    }
    [whole, fraction, exponent].into_iter().all(all_digits)
}

/// A table as bytes: the names of its columns, then its rows.
pub fn to_csv<'a>(
    names: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(names).expect(IN_MEMORY);
    for row in rows {
        writer.write_record(row.iter().map(|cell| cell.written().into_owned())).expect(IN_MEMORY);
    }
    writer.into_inner().expect(IN_MEMORY)
}

const IN_MEMORY: &str = "memory takes every row, and every row of a table has a cell for each column";
