//! The change of one scale by group: site, link worker, how people answered, any single-choice item.
//!
//! Must never show a group of fewer than five people, nor a number from which one follows: within a grouping, and
//! between sites and the link workers that they are made of. Groupings that nest in another way (two items, one of which
//! is asked only of some) are not protected against each other; who asks for them must judge.

use std::collections::BTreeMap;

use statistics::{
    Level, Refusal,
    groups::{Intraclass, LEAST, Shown, by_group, by_nested_group, intraclass},
};

use super::{ByItem, sample::Person};

const LEVEL: Level = Level::NINETY_FIVE;
/// The name of the group of those of whom it is not known.
pub const NOT_KNOWN: &str = "not_known";
/// The name of the group of those whose two records were filled in differently.
pub const MIXED: &str = "mixed";

/// A person with the scores before and after.
pub(super) type Both<'a> = (&'a Person<'a>, f64, f64);

/// The change by group.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouping {
    /// `site`, `link_worker`, `help`, or the id of an item.
    pub by: String,
    /// The item's question; empty where it is not by an item, or no wording is at hand.
    pub question: String,
    /// The groups, small ones hidden: by name, items by code; those of whom it is not known come last.
    pub groups: Vec<Group>,
    /// How alike the changes of one group are.
    pub alike: Result<Intraclass, Refusal>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The site's id, `site/link worker`, the word for the help, or the item's code; [`NOT_KNOWN`], [`MIXED`].
    pub name: String,
    /// The words of the item's code, where it has some.
    pub label: Option<String>,
    /// What may be shown of it.
    pub shown: Shown,
}

/// Every grouping of a change by `wave`. That by link workers is left out where nobody has one.
pub(super) fn groupings(both: &[Both<'_>], wave: usize, items: &[ByItem]) -> Vec<Grouping> {
    let mut all = vec![];
    let (sites, workers) = places(both);
    all.push(sites);
    all.extend(workers);
    all.push(plain("help", both, |person| help(person, wave)));
    all.extend(items.iter().map(|item| by_item(item, both, wave)));
    all
}

/// Sites, and the link workers that each is made of, hidden together.
fn places(both: &[Both<'_>]) -> (Grouping, Option<Grouping>) {
    let mut places: BTreeMap<Key, BTreeMap<Key, Vec<f64>>> = BTreeMap::new();
    let mut anybody = false;
    for (person, before, after) in both {
        let row = person.at(0).map(|answered| answered.row);
        let site = Key::named(row.and_then(|row| row.site.clone()));
        let worker = Key::named(row.and_then(|row| row.link_worker.clone()));
        anybody |= worker != Key::named(None);
        places.entry(site).or_default().entry(worker).or_default().push(after - before);
    }
    let changes: Vec<Vec<Vec<f64>>> =
        places.values().map(|workers| workers.values().cloned().collect()).collect();
    let shown = by_nested_group(&changes, LEAST, LEVEL).expect("pairs hold numbers only");
    let (mut sites, mut workers) = (vec![], vec![]);
    for ((site, of_site), (whole, parts)) in places.iter().zip(shown) {
        sites.push(Group { name: site.1.clone(), label: None, shown: whole });
        workers.extend(of_site.keys().zip(parts).map(|(worker, shown)| Group {
            name: format!("{}/{}", site.1, worker.1),
            label: None,
            shown,
        }));
    }
    let by = |by: &str, groups, changes: &[Vec<f64>]| Grouping {
        by: by.to_owned(),
        question: String::new(),
        groups,
        alike: intraclass(changes, LEVEL),
    };
    let of_sites: Vec<Vec<f64>> = changes.iter().map(|parts| parts.concat()).collect();
    let of_workers = changes.concat();
    (by("site", sites, &of_sites), anybody.then(|| by("link_worker", workers, &of_workers)))
}

/// How somebody answered both times, or that it was not the same way.
fn help(person: &Person<'_>, wave: usize) -> Option<String> {
    let help = |wave| person.at(wave)?.row.modes.help.as_ref();
    let (before, after) = (help(0)?, help(wave)?);
    Some(if before == after { before.clone() } else { MIXED.to_owned() })
}

fn plain(by: &str, both: &[Both<'_>], group: impl Fn(&Person<'_>) -> Option<String>) -> Grouping {
    one(by, both, |person| Key::named(group(person)), |_| None)
}

fn by_item(item: &ByItem, both: &[Both<'_>], wave: usize) -> Grouping {
    let key = |person: &Person<'_>| match item.code(person, wave) {
        Some(code) => Key(i64::from(code), code.to_string()),
        None => Key::named(None),
    };
    let label = |key: &Key| item.label(key.1.parse().ok()?);
    Grouping { question: item.question.clone(), ..one(&item.item, both, key, label) }
}

fn one(
    by: &str,
    both: &[Both<'_>],
    key: impl Fn(&Person<'_>) -> Key,
    label: impl Fn(&Key) -> Option<String>,
) -> Grouping {
    let mut groups: BTreeMap<Key, Vec<f64>> = BTreeMap::new();
    for (person, before, after) in both {
        groups.entry(key(person)).or_default().push(after - before);
    }
    let (keys, changes): (Vec<Key>, Vec<Vec<f64>>) = groups.into_iter().unzip();
    let shown = by_group(&changes, LEAST, LEVEL).expect("pairs hold numbers only");
    let groups =
        keys.into_iter().zip(shown).map(|(key, shown)| Group { label: label(&key), name: key.1, shown });
    Grouping {
        by: by.to_owned(),
        question: String::new(),
        groups: groups.collect(),
        alike: intraclass(&changes, LEVEL),
    }
}

/// Where a group stands among the others, and its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key(i64, String);

impl Key {
    fn named(name: Option<String>) -> Self {
        name.map_or_else(|| Self(i64::MAX, NOT_KNOWN.to_owned()), |name| Self(0, name))
    }
}
