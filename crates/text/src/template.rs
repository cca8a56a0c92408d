//! Sentences with values in them.

/// A sentence with `N` values in it, written `{1}`, `{2}` … in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template<const N: usize>(&'static str);

impl<const N: usize> Template<N> {
    /// The sentence `text`.
    ///
    /// # Panics
    /// Where a value is missing from `text`, or another brace stands in it: as every sentence is a constant, it then does
    /// not compile.
    pub const fn new(text: &'static str) -> Self {
        let mut number = 1;
        while number <= N {
            assert!(holds(text.as_bytes(), b'0' + number as u8), "a sentence lacks one of its values");
            number += 1;
        }
        assert!(braces_hold_numbers(text.as_bytes(), N), "a sentence has a brace too many");
        Self(text)
    }

    /// The sentence with its values.
    pub fn fill(&self, values: [&str; N]) -> String {
        fill(self.0, &values)
    }

    pub(crate) const fn text(&self) -> &'static str {
        self.0
    }

    /// Only for sentences that were constants before they were written to a file.
    pub(crate) fn text_mut(&mut self) -> &mut &'static str {
        &mut self.0
    }
}

const fn holds(text: &[u8], digit: u8) -> bool {
    let mut at = 0;
    while at + 2 < text.len() {
        if text[at] == b'{' && text[at + 1] == digit && text[at + 2] == b'}' {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether every brace is part of a value's number, from 1 to `most`.
const fn braces_hold_numbers(text: &[u8], most: usize) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' {
            let whole = at + 2 < text.len() && text[at + 2] == b'}';
            if !whole || text[at + 1] < b'1' || text[at + 1] > b'0' + most as u8 {
                return false;
            }
            at += 2;
        } else if text[at] == b'}' {
            return false;
        }
        at += 1;
    }
    true
}

fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    for (at, part) in text.split(['{', '}']).enumerate() {
        // Every second part stood in braces.
        let number = if at % 2 == 1 { part.parse().unwrap_or(0) } else { 0 };
        filled.push_str(values.get(usize::wrapping_sub(number, 1)).unwrap_or(&part));
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_their_numbers_do() {
        const SENTENCE: Template<2> = Template::new("{2} of {1} and {2}");
        assert_eq!(SENTENCE.fill(["a", "b"]), "b of a and b");
    }

    #[test]
    fn a_value_is_never_read_as_a_sentence() {
        const SENTENCE: Template<1> = Template::new("<{1}>");
        assert_eq!(SENTENCE.fill(["{1}"]), "<{1}>");
    }

    #[test]
    fn a_missing_value_is_seen() {
        assert!(holds(b"x {1}", b'1'));
        assert!(!holds(b"x {1}", b'2'));
        assert!(!holds(b"{1", b'1'));
    }

    #[test]
    fn a_brace_too_many_is_seen() {
        assert!(braces_hold_numbers("{2} von {1}".as_bytes(), 2));
        for wrong in ["{3}", "{0}", "{x}", "{1", "1}", "{", "{1}}"] {
            assert!(!braces_hold_numbers(wrong.as_bytes(), 2), "{wrong}");
        }
    }
}
