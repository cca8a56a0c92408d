//! The files of the results folder, one module a file.

pub(crate) mod codebook;
pub(crate) mod datapackage;
pub(crate) mod decisions;
pub(crate) mod flow;
pub(crate) mod ledger;
pub(crate) mod long;
pub(crate) mod near_misses;
pub(crate) mod readme;
pub(crate) mod wide;

use crate::column::Kind;

/// A column of a table that does not depend on the study.
pub(crate) struct Heading {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// What stands in it.
    pub(crate) what: &'static str,
}

/// A column of text.
const fn text(name: &'static str, what: &'static str) -> Heading {
    Heading { name, kind: Kind::Text, what }
}

/// A column of whole numbers.
const fn integer(name: &'static str, what: &'static str) -> Heading {
    Heading { name, kind: Kind::Integer, what }
}

/// A column of decimal numbers.
const fn number(name: &'static str, what: &'static str) -> Heading {
    Heading { name, kind: Kind::Number, what }
}

/// The names of a table's columns.
fn names(headings: &'static [Heading]) -> impl Iterator<Item = &'static str> {
    headings.iter().map(|heading| heading.name)
}
