//! Participant codes: the study's pseudonym for a person, with a check character.
//!
//! A code is read out, written down by hand and typed on a phone, so it forgives case, spaces, hyphens and
//! look-alikes (O for 0; I and L for 1; U for V), and a single wrong character or two swapped ones are noticed.

use alloc::string::String;
use core::{fmt, str::FromStr};

/// The 31 characters of a code in the order of their values 0 to 30: no I, L, O, U or Z, which look like 1, 1,
/// 0, V and 2. A prime number of characters lets one check character notice every single error.
pub const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXY";
/// The fewest characters of a code, with its check character.
pub const SHORTEST: usize = 5;
/// The most characters of a code, with its check character.
pub const LONGEST: usize = 12;

/// A participant code whose check character fits. Shown in groups of three, stored without separators.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParticipantCode(String);

/// Why a text is not a participant code. Never holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeError {
    /// Nothing was given.
    Empty,
    /// Fewer than five or more than twelve characters.
    Length,
    /// A character that codes do not have; its position, counted from 1 without separators.
    Character(usize),
    /// The check character does not fit: something is mistyped.
    Check,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no participant code"),
            Self::Length => write!(f, "a participant code has {SHORTEST} to {LONGEST} letters and numbers"),
            Self::Character(at) => write!(f, "character {at} is not one that participant codes have"),
            Self::Check => {
                f.write_str("the check character does not fit: one character is wrong, or two are swapped")
            }
        }
    }
}

impl core::error::Error for CodeError {}

impl ParticipantCode {
    /// The code for `payload`, its check character added.
    ///
    /// # Errors
    /// [`CodeError`] as for reading, with [`CodeError::Length`] meant without the check character.
    pub fn derive(payload: &str) -> Result<Self, CodeError> {
        let mut code = normalised(payload)?;
        if !(SHORTEST - 1..LONGEST).contains(&code.len()) {
            return Err(CodeError::Length);
        }
        code.push(check_character(&code));
        Ok(Self(code))
    }

    /// Upper case, without separators: the form in files and tables.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ParticipantCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let code = normalised(text)?;
        match code.len() {
            0 => return Err(CodeError::Empty),
            SHORTEST..=LONGEST => {}
            _ => return Err(CodeError::Length),
        }
        let (payload, check) = code.split_at(code.len() - 1);
        if check.starts_with(check_character(payload)) { Ok(Self(code)) } else { Err(CodeError::Check) }
    }
}

/// In groups of three, as people read it: `K7M 4QX`.
impl fmt::Display for ParticipantCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, character) in self.0.chars().enumerate() {
            if position > 0 && position % 3 == 0 {
                f.write_str(" ")?;
            }
            write!(f, "{character}")?;
        }
        Ok(())
    }
}

/// A code is personal data: it never shows in a log or a panic message.
impl fmt::Debug for ParticipantCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ParticipantCode(…)")
    }
}

/// `text` in upper case without separators, look-alikes replaced.
fn normalised(text: &str) -> Result<String, CodeError> {
    let mut code = String::new();
    for character in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '_' | '.')) {
        let character = match character.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            'U' => 'V',
            'Z' => '2',
            other => other,
        };
        if !ALPHABET.contains(character) {
            return Err(CodeError::Character(code.len() + 1));
        }
        code.push(character);
    }
    Ok(code)
}

/// The check character of a payload: the sum of position times value, modulo 31, positions counted from 1.
/// Modulo a prime, no two payloads that differ in one character, or by a swap of two different ones, share it.
fn check_character(payload: &str) -> char {
    let value = |c| ALPHABET.find(c).expect("normalised text holds only these characters");
    let sum: usize = payload.chars().enumerate().map(|(position, c)| (position + 1) * value(c)).sum();
    ALPHABET.as_bytes()[sum % ALPHABET.len()].into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString, vec::Vec};

    fn code(payload: &str) -> ParticipantCode {
        ParticipantCode::derive(payload).expect("a payload")
    }

    #[test]
    fn reading_forgives_case_separators_and_look_alikes() {
        let exact = code("K0M41");
        let check = exact.as_str().chars().last().expect("not empty");
        for written in [format!("k0m-41{check}"), format!(" KOM 4l{check} "), format!("Kom.4i{check}")] {
            assert_eq!(written.parse(), Ok(exact.clone()), "{written}");
        }
    }

    #[test]
    fn every_single_error_and_every_swap_is_noticed() {
        for payload in ["K7M4Q", "00000", "Y9Y9Y9Y9Y9Y", "3F7D"] {
            let exact = code(payload);
            let characters: Vec<char> = exact.as_str().chars().collect();
            for at in 0..characters.len() {
                for wrong in ALPHABET.chars().filter(|c| *c != characters[at]) {
                    let mut typed = characters.clone();
                    typed[at] = wrong;
                    let typed: String = typed.into_iter().collect();
                    assert_eq!(typed.parse::<ParticipantCode>(), Err(CodeError::Check), "{typed}");
                }
            }
            for (a, b) in
                (0..characters.len() - 1).flat_map(|a| (a + 1..characters.len() - 1).map(move |b| (a, b)))
            {
                let mut typed = characters.clone();
                typed.swap(a, b);
                let typed: String = typed.into_iter().collect();
                let same = characters[a] == characters[b];
                assert_eq!(typed.parse::<ParticipantCode>().is_ok(), same, "{typed}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        let read = |text: &str| text.parse::<ParticipantCode>().expect_err("wrong");
        assert_eq!(read("  "), CodeError::Empty);
        assert_eq!(read("K7"), CodeError::Length);
        assert_eq!(read("0123456789ABC"), CodeError::Length);
        assert_eq!(read("K7!M4Q"), CodeError::Character(3));
    }

    #[test]
    fn shown_in_threes_and_never_in_a_debug_text() {
        let code = code("K7M4Q");
        assert_eq!(code.to_string().len(), 7);
        assert!(!format!("{code:?}").contains("K7M"));
    }
}
