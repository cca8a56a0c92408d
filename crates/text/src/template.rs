//! Sentences with values in them.

/// A sentence with `N` values in it, written `{1}`, `{2}` … in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template<const N: usize>(&'static str);

impl<const N: usize> Template<N> {
    /// The sentence `text`.
    ///
    /// # Panics
    /// Where a value is missing from `text`: as every sentence is a constant, it then does not compile.
    pub const fn new(text: &'static str) -> Self {
        let mut number = 1;
        while number <= N {
            assert!(holds(text.as_bytes(), b'0' + number as u8), "a sentence lacks one of its values");
            number += 1;
        }
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
    pub(crate) const fn unchecked(text: &'static str) -> Self {
        Self(text)
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
}
