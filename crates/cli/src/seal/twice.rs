//! One paper form, keyed in twice: both must say the same before anything is sealed.
//!
//! Must never put an answer anywhere but on a terminal: an error text lands in logs.

use std::fmt::Write as _;

use engine::{
    problem::Problem,
    record::{Given, Record, Source},
};

/// One place where two keyings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The item's id, or the key of the answers file.
    place: String,
    /// The answers of the first and the second keying, where it is an item.
    given: Option<(Given, Given)>,
}

/// Where two records of the same form differ, in the order of the form. The nonce is each record's own.
pub(super) fn differences(first: &Record, second: &Record) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut compare = |place: &str, same: bool| {
        if !same {
            found.push(Difference { place: place.into(), given: None });
        }
    };
    compare("participant", first.participant == second.participant);
    compare("wave", first.wave == second.wave);
    compare("site", first.site == second.site);
    compare("completed", first.times == second.times);
    compare("help", first.completion.help == second.completion.help);
    compare("layout", first.completion.layout == second.completion.layout);
    compare("language", first.completion.language == second.completion.language);
    compare("consent", same_consent(first, second));
    for (one, other) in items(first).zip(items(second)) {
        if one != other {
            let given = (one.0 == other.0).then(|| (one.1.clone(), other.1.clone()));
            found.push(Difference { place: one.0.into(), given });
        }
    }
    found
}

/// Whether both agreed to the same. When, is looked at only where the forms are of one time: a file that does not say
/// when consent was given takes the time of the form.
fn same_consent(first: &Record, second: &Record) -> bool {
    match (&first.consent, &second.consent) {
        (Some(one), Some(other)) => {
            let when = first.times != second.times || one.given_ms == other.given_ms;
            when && (&one.version, &one.language, &one.agreed)
                == (&other.version, &other.language, &other.agreed)
        }
        (one, other) => one == other,
    }
}

/// Every item's id and answer.
fn items(record: &Record) -> impl Iterator<Item = (&str, &Given)> {
    let items = record.instruments.iter().flat_map(|answers| &answers.items);
    items.map(|item| (item.id.as_str(), &item.given))
}

/// The differences as a list to mend by. Answers are shown where a person looks, and nowhere else.
pub(super) fn in_words(differences: &[Difference], on_a_terminal: bool) -> String {
    let mut text = String::from("item                        first   second\n");
    for Difference { place, given } in differences {
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

/// What is wrong with keying in twice what did not come from paper.
pub(super) fn not_from_paper(record: &Record) -> Option<Problem> {
    (record.completion.source != Source::Paper).then(|| {
        Problem::new("source", "only paper forms are keyed in twice: write \"paper\", or leave it out")
    })
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
