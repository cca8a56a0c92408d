//! Two keyings of one paper form that differ, in words.
//!
//! Must never put an answer anywhere but on a terminal: an error text lands in logs.

use std::fmt::Write as _;

use cohort::keying::Difference;
use engine::record::Given;

/// The differences as a list to mend by. Answers are shown where a person looks, and nowhere else.
pub(super) fn in_words(differences: &[Difference], on_a_terminal: bool) -> String {
    let mut text = String::from("item                        first   second\n");
    for Difference { place, given, .. } in differences {
        match given {
            Some((Given::Code(first), Given::Code(second))) if on_a_terminal => {
                writeln!(text, "{place:<26} {first:>6}   {second:>6}")
            }
            // Below each other, where they are easy to compare; escaped, so that no text steers the terminal.
            Some((first, second)) if on_a_terminal => {
                writeln!(text, "{place}\n  first   {}\n  second  {}", shown(first), shown(second))
            }
            Some(_) => writeln!(text, "{place:<26} differ (answers are shown on a terminal only)"),
            None => writeln!(text, "{place:<26} differ"),
        }
        .expect("writing to a String cannot fail");
    }
    text
}

fn shown(given: &Given) -> String {
    match given {
        Given::Code(code) => code.to_string(),
        Given::Text(text) => format!("{text:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_shown_on_a_terminal_only() {
        let found = [
            Difference { place: "gse_3".into(), given: Some((Given::Code(3), Given::Code(-99))) },
            Difference {
                place: "words".into(),
                given: Some((Given::Text("I sing.\u{1b}[31m\nOften".into()), Given::Code(-99))),
            },
            Difference { place: "participant".into(), given: None },
        ];
        let shown = in_words(&found, true);
        assert_eq!(
            shown,
            "item                        first   second\n\
             gse_3                           3      -99\n\
             words\n  first   \"I sing.\\u{1b}[31m\\nOften\"\n  second  -99\n\
             participant                differ\n"
        );
        let logged = in_words(&found, false);
        assert!(logged.contains("gse_3") && !logged.contains("-99") && !logged.contains(" 3 "));
        assert!(!logged.contains("sing"));
    }
}
