//! Text that people write in their own words, as records hold it.

use alloc::string::String;

/// `typed` as a record holds it: lines ended by a line feed alone, a tab as a space, no other control character, no
/// white space at its ends. Nothing else is changed: the words are the person's.
pub fn own_words(typed: &str) -> String {
    let mut kept = String::with_capacity(typed.len());
    let mut characters = typed.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\t' => kept.push(' '),
            '\n' => kept.push('\n'),
            control if control.is_control() => {}
            other => kept.push(other),
        }
    }
    kept.trim().into()
}
