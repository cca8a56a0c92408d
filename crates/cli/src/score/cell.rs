//! One cell: an answer read from it, or a text put into the output.

use std::borrow::Cow;

use cohort::table::{guarded, is_number};
use engine::{instrument::Code, record::is_missing_code};

/// What stands in an item's cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// No answer.
    Missing,
    /// A whole number; whether the item has it is for the instrument to say.
    Number(Code),
    /// Something else.
    Strange,
}

/// Reads an item's cell. Spaces round it do not count.
pub(super) fn read(cell: &str) -> Answer {
    match cell.trim() {
        "" | "NA" | "." => Answer::Missing,
        text => match whole_number(text) {
            Some(code) if is_missing_code(code) => Answer::Missing,
            Some(code) => Answer::Number(code),
            None => Answer::Strange,
        },
    }
}

/// A whole number as spreadsheets and statistics programs write it: `3`, `-99`, and `3.0`, which they write when a
/// column has blank cells.
fn whole_number(text: &str) -> Option<Code> {
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0') => {
            whole
        }
        Some(_) => return None,
        None => text,
    };
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| whole.parse().ok()).flatten()
}

/// Appends `text` as one cell: guarded unless it is a number, quoted where RFC 4180 asks for it.
pub(super) fn write(text: &str, out: &mut Vec<u8>) {
    let text = if is_number(text) { Cow::Borrowed(text) } else { guarded(text) };
    if !text.contains(['"', ',', '\r', '\n']) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_answers_are_told_from_codes_and_from_anything_else() {
        for missing in ["", "  ", "NA", ".", "-97", "-98", "-99", "-99.0", " -99 "] {
            assert_eq!(read(missing), Answer::Missing, "{missing:?}");
        }
        for (cell, code) in [("3", 3), ("3.0", 3), (" 3.00 ", 3), ("0", 0), ("-1", -1), ("10", 10)] {
            assert_eq!(read(cell), Answer::Number(code), "{cell:?}");
        }
        for strange in
            ["3.5", "3,0", "3.", ".0", "+3", "1e1", "na", "N/A", "three", "٣", "-", "--3", "99999999999"]
        {
            assert_eq!(read(strange), Answer::Strange, "{strange:?}");
        }
    }

    #[test]
    fn text_is_guarded_and_quoted_and_numbers_are_not() {
        let written = |text: &str| {
            let mut out = Vec::new();
            write(text, &mut out);
            String::from_utf8(out).expect("text in, text out")
        };
        for same in ["", "abc", "-99", "-1.5", "1e5", "-2E-3", ".5", "it's", "a b", "'=1"] {
            assert_eq!(written(same), same);
        }
        assert_eq!(written("=1+1"), "'=1+1");
        assert_eq!(written("+447700900123"), "'+447700900123");
        assert_eq!(written("-abc"), "'-abc");
        assert_eq!(written("-"), "'-");
        assert_eq!(written("@x,y"), "\"'@x,y\"");
        assert_eq!(written("\tx"), "'\tx");
        assert_eq!(written("say \"hi\""), "\"say \"\"hi\"\"\"");
        assert_eq!(written("two\nlines"), "\"two\nlines\"");
    }
}
