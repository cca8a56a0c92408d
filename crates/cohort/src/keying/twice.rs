//! One paper form, keyed in twice: both must say the same before anything is sealed.

use engine::{
    problem::Problem,
    record::{Given, Record, Source},
};

/// One place where two keyings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item's id, or the key of the answers file.
    pub place: String,
    /// The answers of the first and the second keying, where it is an item.
    pub given: Option<(Given, Given)>,
}

/// Where two records of the same form differ, in the order of the form. The nonce is each record's own.
pub fn differences(first: &Record, second: &Record) -> Vec<Difference> {
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

/// What is wrong with keying in twice what did not come from paper.
pub fn not_from_paper(record: &Record) -> Option<Problem> {
    (record.completion.source != Source::Paper).then(|| {
        Problem::new("source", "only paper forms are keyed in twice: write \"paper\", or leave it out")
    })
}
