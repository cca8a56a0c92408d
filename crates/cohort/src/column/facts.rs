//! The columns that every study has: who, when, where and how.

use engine::study::Offer;

use super::{Column, Content, Fact, Kind};

/// The columns, in order.
pub(super) fn columns(offer: &Offer) -> Vec<Column> {
    FACTS.iter().map(|(name, kind, fact, what)| column(offer, name, *kind, *fact, what)).collect()
}

fn column(offer: &Offer, name: &str, kind: Kind, fact: Fact, what: &str) -> Column {
    let study = &offer.study;
    let fixed = |values: &[(&str, &str)]| {
        values.iter().map(|(value, label)| ((*value).to_owned(), (*label).to_owned())).collect()
    };
    let values = match fact {
        Fact::Wave => study.waves.iter().map(|wave| (wave.id.clone(), String::new())).collect(),
        Fact::Site => study.sites.iter().map(|site| (site.id.clone(), site.name.clone())).collect(),
        Fact::LinkWorker => {
            let workers = study.sites.iter().flat_map(|site| &site.link_workers);
            workers.map(|worker| (worker.id.clone(), worker.name.clone())).collect()
        }
        Fact::LinkedBy => fixed(&LINKED_BY),
        Fact::Help => fixed(&HELP),
        Fact::Layout => fixed(&LAYOUT),
        Fact::Source => fixed(&SOURCE),
        _ => Vec::new(),
    };
    Column { values, ..Column::new(name, what, kind, Content::Fact(fact)) }
}

#[rustfmt::skip]
const FACTS: [(&str, Kind, Fact, &str); 17] = [
    ("study", Kind::Text, Fact::Study,
        "The study."),
    ("study_version", Kind::Integer, Fact::StudyVersion,
        "The version of the study file with which the record was made."),
    ("participant", Kind::Text, Fact::Participant,
        "The participant code: the study's pseudonym for a person."),
    ("wave", Kind::Text, Fact::Wave,
        "The planned time point."),
    ("site", Kind::Text, Fact::Site,
        "The site that the link or the invitation named; empty where it named none. \
         One that is not listed here has the attention code unknown_site."),
    ("link_worker", Kind::Text, Fact::LinkWorker,
        "The link worker whom the link or the invitation named; empty where it named none. \
         One that is not listed here, or not at that site, has the attention code unknown_site."),
    ("linked_by", Kind::Text, Fact::LinkedBy,
        "What says whose answers these are: a signed invitation, or a participant code that was typed."),
    ("days_since_baseline", Kind::Integer, Fact::Days,
        "Days from the local day on which this person's baseline was finished to the local day on which this \
         record was; empty where there is no baseline, or different ones of different days."),
    ("started_utc", Kind::Time, Fact::Started,
        "When the first step after the start screen was taken, in UTC, to the second."),
    ("finished_utc", Kind::Time, Fact::Finished,
        "When the questionnaire was finished, in UTC, to the second."),
    ("offset_minutes", Kind::Integer, Fact::Offset,
        "How far the device's local time was ahead of UTC, in minutes."),
    ("help", Kind::Text, Fact::Help,
        "Who filled it in; empty where nobody noted it."),
    ("layout", Kind::Text, Fact::Layout,
        "How wide the screen was; empty on paper."),
    ("language", Kind::Text, Fact::Language,
        "The language of the page, as a BCP 47 tag."),
    ("source", Kind::Text, Fact::Source,
        "Where the answers come from."),
    ("receipt", Kind::Text, Fact::Receipt,
        "The receipt code of the record, as in the ledger."),
    ("attention", Kind::Text, Fact::Attention,
        "The codes of what a person must decide about this record, gravest first, with a space between; empty \
         where there is nothing. The ledger has a sentence for each."),
];

const LINKED_BY: [(&str, &str); 2] =
    [("invitation", "A signed invitation that fits"), ("code", "A participant code that was typed")];
const HELP: [(&str, &str); 4] = [
    ("myself", "The person alone"),
    ("with_help", "The person, with somebody's help"),
    ("read_to_me", "Somebody read the questions out and filled in the answers"),
    ("interpreter", "Through an interpreter"),
];
const LAYOUT: [(&str, &str); 2] = [("narrow", "Up to 640 CSS pixels"), ("wide", "641 CSS pixels and more")];
const SOURCE: [(&str, &str); 2] = [("screen", "The patient's page"), ("paper", "A paper form, keyed in")];
