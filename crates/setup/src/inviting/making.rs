//! New participant codes, made at random.

use engine::participant::{ALPHABET, ParticipantCode};
use sealed::NoRandomness;
use std::collections::BTreeSet;

/// Characters of a new code without its check character: 28.6 million codes, so that two studies rarely share one, and
/// still two groups of three to read out.
const CHARACTERS: usize = 5;
/// The most codes that are made at once; far more than any study invites, and few enough to stay quick.
pub const MOST: u32 = 100_000;

/// Why no codes were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakingError {
    /// More than [`MOST`].
    TooMany,
    /// The system gives no random bytes.
    NoRandomness(NoRandomness),
}

/// `count` codes that differ from each other and from those `taken`.
///
/// # Errors
/// [`MakingError`].
pub fn make_codes(count: u32, taken: &[&ParticipantCode]) -> Result<Vec<ParticipantCode>, MakingError> {
    if count > MOST {
        return Err(MakingError::TooMany);
    }
    let mut seen: BTreeSet<ParticipantCode> = taken.iter().map(|code| (*code).clone()).collect();
    let mut codes = Vec::new();
    while codes.len() < count as usize {
        let code = make_code()?;
        if seen.insert(code.clone()) {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn make_code() -> Result<ParticipantCode, MakingError> {
    let letters = ALPHABET.as_bytes();
    // Bytes from here on would make the first characters of the alphabet likelier than the others.
    let fair = u8::MAX - u8::MAX % letters.len() as u8;
    let mut payload = String::with_capacity(CHARACTERS);
    while payload.len() < CHARACTERS {
        let mut bytes = [0; 2 * CHARACTERS];
        sealed::random::fill(&mut bytes).map_err(MakingError::NoRandomness)?;
        let drawn = bytes.iter().filter(|byte| **byte < fair);
        payload.extend(drawn.map(|byte| char::from(letters[usize::from(*byte) % letters.len()])));
        payload.truncate(CHARACTERS);
    }
    Ok(ParticipantCode::derive(&payload).expect("characters of the alphabet, as many as a code may have"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_new_and_right() {
        let first = make_codes(2000, &[]).expect("randomness");
        let taken: Vec<&ParticipantCode> = first.iter().collect();
        let more = make_codes(2000, &taken).expect("randomness");
        let all: BTreeSet<&ParticipantCode> = first.iter().chain(&more).collect();
        assert_eq!(all.len(), 4000);
        for code in all {
            assert_eq!(code.as_str().parse().as_ref(), Ok(code));
            assert_eq!(code.as_str().len(), CHARACTERS + 1);
        }
        // Each of the 31 characters stands 645 times in 20,000 on average; 450 is eight standard deviations away.
        for letter in ALPHABET.chars() {
            let codes = first.iter().chain(&more);
            let count =
                codes.flat_map(|code| code.as_str()[..CHARACTERS].chars()).filter(|c| *c == letter).count();
            assert!((450..850).contains(&count), "{letter}: {count}");
        }
    }

    #[test]
    fn too_many_are_refused() {
        assert!(make_codes(MOST + 1, &[]).is_err());
        assert_eq!(make_codes(0, &[]).expect("nothing to do"), []);
    }
}
