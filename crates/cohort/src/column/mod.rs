//! The columns of the wide table: one model, from which the table, the codebook and the data package are made.
//!
//! The columns follow from the study alone, never from the data, so that a script written for one import fits the
//! next. A name is a small letter followed by small letters, digits and underscores, 26 characters at most.

use std::collections::BTreeSet;

use engine::{
    instrument::{Code, Direction},
    number::Number,
    problem::Problem,
    study::Offer,
};

use crate::kept::asked;

mod consent;
mod facts;
mod instrument;

pub(crate) use instrument::code_label;

/// The most characters of a column's name.
const LONGEST_NAME: usize = 26;
/// The codes that stand for a missing answer, with their meaning.
pub(crate) const MISSING: [(Code, &str); 3] = [
    (engine::record::NOT_SHOWN, "Not shown"),
    (engine::record::PREFER_NOT_TO_SAY, "Prefer not to answer"),
    (engine::record::NOT_ANSWERED, "Not answered"),
];

/// One column of the wide table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What stands in it, in a sentence.
    pub what: String,
    /// What its values are.
    pub kind: Kind,
    /// The values that it can have and what they mean; empty where they are not a list.
    pub values: Vec<(String, String)>,
    /// The codes for a missing value that it can have.
    pub missing: Vec<Code>,
    /// The lowest and highest value.
    pub range: Option<(Number, Number)>,
    /// What a higher value means.
    pub direction: Option<Direction>,
    /// How a score is made, in words.
    pub rule: String,
    /// Where item or scoring rule come from.
    pub source: String,
    pub(crate) content: Content,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// A time in UTC, `2026-11-22T09:41:07Z`.
    Time,
}

/// Which part of a record stands in a column. Instruments, items and scales go by their positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Fact(Fact),
    ConsentVersion,
    /// The statement at this position of the sheet.
    Statement(usize),
    Item {
        instrument: usize,
        item: usize,
    },
    Score {
        instrument: usize,
        scale: usize,
        part: Part,
    },
}

/// What is known of a record besides its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    Study,
    StudyVersion,
    Participant,
    Wave,
    Site,
    LinkWorker,
    LinkedBy,
    Days,
    Started,
    Finished,
    Offset,
    Help,
    Layout,
    Language,
    Source,
    Receipt,
    Attention,
}

/// One of the columns of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Value,
    Missing,
    Prorated,
    Band,
}

/// The columns of a study's wide table, in order.
///
/// # Errors
/// A [`Problem`] for every name that is too long, of another form, or taken by another column.
pub fn columns(offer: &Offer) -> Result<Vec<Column>, Vec<Problem>> {
    let mut columns = facts::columns(offer);
    columns.extend(consent::columns(&offer.study));
    let mut owners: Vec<Option<usize>> = vec![None; columns.len()];
    for (position, asked) in asked(offer).iter().enumerate() {
        columns.extend(instrument::columns(position, *asked));
        owners.resize(columns.len(), Some(position));
    }
    let problems = wrong_names(&columns, &owners);
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

impl Column {
    fn new(name: impl Into<String>, what: impl Into<String>, kind: Kind, content: Content) -> Self {
        Self {
            name: name.into(),
            what: what.into(),
            kind,
            values: Vec::new(),
            missing: Vec::new(),
            range: None,
            direction: None,
            rule: String::new(),
            source: String::new(),
            content,
        }
    }

    /// The position of the instrument that it belongs to.
    pub(crate) fn instrument(&self) -> Option<usize> {
        match self.content {
            Content::Fact(_) | Content::ConsentVersion | Content::Statement(_) => None,
            Content::Item { instrument, .. } | Content::Score { instrument, .. } => Some(instrument),
        }
    }

    /// Whether every row has a value.
    pub(crate) fn is_required(&self) -> bool {
        use Fact::{Attention, Days, Help, Layout, LinkWorker, Site};
        match self.content {
            Content::Fact(fact) => !matches!(fact, Site | LinkWorker | Days | Help | Layout | Attention),
            Content::ConsentVersion | Content::Statement(_) => false,
            Content::Item { .. } => true,
            Content::Score { part, .. } => matches!(part, Part::Missing | Part::Prorated),
        }
    }
}

/// Every name that tables cannot have.
fn wrong_names(columns: &[Column], owners: &[Option<usize>]) -> Vec<Problem> {
    let mut taken = BTreeSet::new();
    let mut problems = Vec::new();
    for (column, owner) in columns.iter().zip(owners) {
        let path = owner.map_or_else(|| ".".to_owned(), |position| format!("instruments[{position}]"));
        let name = &column.name;
        if !is_name(name) {
            let why = format!(
                "`{name}` cannot be a column: use at most {LONGEST_NAME} small letters, digits and underscores, \
                 beginning with a letter"
            );
            problems.push(Problem::new(&path, why));
        }
        if !taken.insert(name) {
            problems.push(Problem::new(
                path,
                format!("the tables have another column named `{name}`: give the item or scale another id"),
            ));
        }
    }
    problems
}

fn is_name(name: &str) -> bool {
    name.len() <= LONGEST_NAME
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
