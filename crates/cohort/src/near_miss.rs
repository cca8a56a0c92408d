//! Participant codes that are probably one person's, mistyped: offered with the reason, never joined.
//!
//! A pair is offered where the check character of one does not fit or one has no baseline, and the codes differ as
//! codes do that people mistype (one character, two swapped, one left out). Must never offer a pair of persons who are
//! both complete and rightly written.

use std::collections::{BTreeMap, BTreeSet};

use engine::participant::ParticipantCode;

use crate::link::Linked;

/// Characters that are taken for each other in handwriting, beyond those that reading a code forgives.
const LOOK_ALIKES: [&str; 14] =
    ["0D", "0Q", "17", "27", "38", "5S", "6G", "8B", "49", "CG", "EF", "MN", "PR", "VY"];

/// How two codes differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// In one character that looks like the other.
    LookAlike,
    /// In one character.
    OneCharacter,
    /// Two neighbouring characters are swapped.
    Swapped,
    /// One has a character that the other lacks.
    LeftOut,
}

/// A participant code of the cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) code: String,
    /// The positions of the waves that there are records of.
    pub(crate) waves: BTreeSet<usize>,
    /// Whether the check character fits.
    pub(crate) fits: bool,
}

/// Two codes that are probably one person's; the one that is more likely right comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NearMiss {
    pub(crate) likely: Person,
    pub(crate) other: Person,
    pub(crate) likeness: Likeness,
}

impl Likeness {
    /// The word in `near_misses.csv`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::LookAlike => "look_alike",
            Self::OneCharacter => "one_character",
            Self::Swapped => "swapped",
            Self::LeftOut => "left_out",
        }
    }

    /// What the word means.
    pub(crate) fn sentence(self) -> &'static str {
        match self {
            Self::LookAlike => "The codes differ in one character, and the two look alike.",
            Self::OneCharacter => "The codes differ in one character.",
            Self::Swapped => "Two neighbouring characters are swapped.",
            Self::LeftOut => "One code has a character that the other lacks.",
        }
    }

    /// How `a` and `b` differ, if as a mistyped code does.
    fn of(a: &str, b: &str) -> Option<Self> {
        let (a, b) =
            if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
        let same_before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let (a, b) = (&a[same_before..], &b[same_before..]);
        match (a, b) {
            ([a, rest_a @ ..], [b, rest_b @ ..]) if a != b && rest_a == rest_b => {
                let look_alike =
                    LOOK_ALIKES.iter().any(|pair| [*a, *b].iter().all(|c| pair.as_bytes().contains(c)));
                Some(if look_alike { Self::LookAlike } else { Self::OneCharacter })
            }
            ([a1, a2, rest_a @ ..], [b1, b2, rest_b @ ..]) if a1 == b2 && a2 == b1 && rest_a == rest_b => {
                Some(Self::Swapped)
            }
            (a, [_, rest_b @ ..]) if a == rest_b => Some(Self::LeftOut),
            _ => None,
        }
    }
}

impl Person {
    /// Written rightly and begun with the first wave.
    fn is_sound(&self) -> bool {
        self.fits && self.has_baseline()
    }

    fn has_baseline(&self) -> bool {
        self.waves.contains(&0)
    }
}

impl NearMiss {
    /// Whether it is clear which code is the right one: its check character fits, and the other's does not or has no
    /// baseline.
    pub(crate) fn is_clear(&self) -> bool {
        self.likely.fits && (!self.other.fits || (self.likely.has_baseline() && !self.other.has_baseline()))
    }
}

/// Every pair of codes among the records of the tables, sorted by the codes.
pub(crate) fn near_misses(records: &[Linked]) -> Vec<NearMiss> {
    let persons = persons(records);
    let mut found = Vec::new();
    for (a, b) in neighbours(&persons) {
        let (a, b) = (&persons[a], &persons[b]);
        if a.is_sound() && b.is_sound() {
            continue;
        }
        let Some(likeness) = Likeness::of(&a.code, &b.code) else { continue };
        let b_is_likelier = (b.fits, b.has_baseline()) > (a.fits, a.has_baseline());
        let (likely, other) = if b_is_likelier { (b, a) } else { (a, b) };
        found.push(NearMiss { likely: likely.clone(), other: other.clone(), likeness });
    }
    found.sort_by(|a, b| (&a.likely.code, &a.other.code).cmp(&(&b.likely.code, &b.other.code)));
    found
}

/// The persons of the cohort, by code.
fn persons(records: &[Linked]) -> Vec<Person> {
    let mut waves: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for record in records {
        waves.entry(&record.kept.participant).or_default().insert(record.kept.wave);
    }
    let person = |(code, waves): (&str, BTreeSet<usize>)| Person {
        code: code.into(),
        waves,
        fits: code.parse::<ParticipantCode>().is_ok(),
    };
    waves.into_iter().map(person).collect()
}

/// Pairs of positions whose codes share what is left when a character is taken out of one or both: every pair that
/// differs as described, and few others, without comparing all with all.
fn neighbours(persons: &[Person]) -> BTreeSet<(usize, usize)> {
    let mut sharing: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, person) in persons.iter().enumerate() {
        let shorter = (0..person.code.len()).map(|left_out| {
            let (before, after) = person.code.split_at(left_out);
            [before, &after[1..]].concat()
        });
        for rest in shorter.chain([person.code.clone()]) {
            sharing.entry(rest).or_default().insert(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for alike in sharing.values() {
        for (position, a) in alike.iter().enumerate() {
            pairs.extend(alike.iter().skip(position + 1).map(|b| (*a, *b)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_alike_as_people_mistype_them() {
        for (a, b, expected) in [
            ("K7M4Q7", "K7M4Q8", Some(Likeness::OneCharacter)),
            ("K7M4Q7", "K1M4Q7", Some(Likeness::LookAlike)),
            ("SBG4Q7", "5BG4Q7", Some(Likeness::LookAlike)),
            ("K7M4Q7", "7KM4Q7", Some(Likeness::Swapped)),
            ("K7M4Q7", "K7M47Q", Some(Likeness::Swapped)),
            ("K7M4Q7", "K7M4Q", Some(Likeness::LeftOut)),
            ("K7M4Q7", "7M4Q7", Some(Likeness::LeftOut)),
            ("K7M4Q7", "K7MM4Q7", Some(Likeness::LeftOut)),
            ("K7M4Q7", "K7M4Q7", None),
            ("K7M4Q7", "M7K4Q7", None),
            ("K7M4Q7", "K8M4Q8", None),
            ("K7M4Q7", "K7M4", None),
            ("K7M4Q7", "3ANNA1", None),
        ] {
            assert_eq!(Likeness::of(a, b), expected, "{a} {b}");
            assert_eq!(Likeness::of(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn look_alikes_are_pairs_of_characters_that_codes_have() {
        for pair in LOOK_ALIKES {
            assert!(
                pair.len() == 2 && pair.chars().all(|c| engine::participant::ALPHABET.contains(c)),
                "{pair}"
            );
        }
    }
}
