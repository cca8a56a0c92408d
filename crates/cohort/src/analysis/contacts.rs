//! Contacts with the general practice before and after referral, from a table that the practices make, joined to the
//! cohort by participant code.
//!
//! Must never join a row by anything but the code, choose silently between two rows of one person, put a cell's content
//! into an error, or show a rate of fewer than five people.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use engine::participant::ParticipantCode;
use serde::{Deserialize, Serialize};
use statistics::{
    Level, Pairs, Refusal,
    aggregate::{Bundle, bundles},
    groups::{LEAST, hidden},
    rate::{Period, RateRatio, rate_ratio},
    refusal::Counted,
};

use super::{Sample, change::MOST_BUNDLES};
use crate::{
    results::ResultFile,
    table::{Cell, to_csv},
};

/// The rows that are not counted, and why. Holds participant codes.
pub const UNMATCHED_CONTACTS: &str = "analysis_contacts_unmatched.csv";
/// The columns that the table must have; others are passed over.
pub const COLUMNS: [&str; 6] =
    ["participant", "practice", "contacts_before", "days_before", "contacts_after", "days_after"];
const DAYS_A_YEAR: f64 = 365.25;
/// More days than these are a slip of the pen.
const MOST_DAYS: u32 = 3660;

/// Contacts of a cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct Contacts {
    /// Rows of the table.
    pub rows: usize,
    /// People of the cohort whose row counts.
    pub people: usize,
    /// Rows that do not count.
    pub unmatched: usize,
    /// People of the cohort without a row.
    pub without: usize,
    /// All days before and after; `None` where the rates are not shown.
    pub days: Option<(u64, u64)>,
    /// Rates in contacts a year, and their ratio.
    pub ratio: Result<RateRatio, Refusal>,
    /// How many people had at least one contact a year less than before, about as many, at least one more; `None` where
    /// the count, or another one by subtraction, would be of fewer than five people.
    pub own: [Option<usize>; 3],
    /// Mean contacts a year, before and after, of five people or more who changed about alike.
    pub bundles: Vec<Bundle>,
}

/// Why a table of contacts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContactsError {
    /// It is no CSV in UTF-8, or a row is not as wide as the header.
    Table {
        /// The row where reading stopped, the header being row 1; 0 where that is not known.
        row: u64,
    },
    /// A column is not there.
    Column(
        /// Its name.
        &'static str,
    ),
    /// A cell holds neither a whole number in its range nor nothing.
    Cell {
        /// The row, the header being row 1.
        row: u64,
        /// The column.
        column: &'static str,
    },
}

impl fmt::Display for ContactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table { row: 0 } => f.write_str("this is no table: save it as CSV, UTF-8"),
            Self::Table { row } => {
                write!(f, "row {row}: not as wide as the header, or not UTF-8; save the table as CSV, UTF-8")
            }
            Self::Column(column) => {
                write!(f, "there is no column `{column}`; the columns are {}", COLUMNS.join(", "))
            }
            Self::Cell { row, column } => write!(
                f,
                "row {row}, column `{column}`: neither empty nor a whole number (days: 1 to {MOST_DAYS}); correct it"
            ),
        }
    }
}

impl std::error::Error for ContactsError {}

/// A row of the table, or a person of the cohort, that is not counted. For the team alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCounted {
    /// The row of the table, counted with its head; nothing for a person without one.
    pub row: Option<u64>,
    /// The participant code.
    pub participant: String,
    /// The practice that the row names.
    pub practice: String,
    /// Why.
    pub why: WhyNot,
}

/// Why a row or a person is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyNot {
    /// Nobody of the cohort has this code, or no record of theirs counts.
    Unknown,
    /// The code is there more than once: a person must say which row is right.
    Twice,
    /// Contacts or days are empty.
    Incomplete,
    /// A person of the cohort has no row.
    NoRow,
}

impl WhyNot {
    /// The word in the list.
    fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown_participant",
            Self::Twice => "more_than_one_row",
            Self::Incomplete => "incomplete",
            Self::NoRow => "no_row",
        }
    }
}

struct Line {
    row: u64,
    participant: String,
    practice: String,
    counted: [Option<u32>; 4],
}

/// Joins a table of contacts to a cohort: what may be published, and, for the team alone, which rows do not count and which
/// people have none.
///
/// # Errors
/// [`ContactsError`], the first one.
pub fn contacts(sample: &Sample<'_>, table: &[u8]) -> Result<(Contacts, Vec<NotCounted>), ContactsError> {
    let mut lines = read(table)?;
    let people = sample.people();
    let known: BTreeSet<&str> = people
        .iter()
        .filter_map(|person| (0..sample.waves().len()).find_map(|wave| person.at(wave)))
        .map(|answered| answered.row.participant.as_str())
        .collect();
    for line in lines.iter_mut().filter(|line| !known.contains(line.participant.as_str())) {
        // A code as people write it: with spaces, or a letter for the digit that looks like it.
        if let Ok(code) = line.participant.parse::<ParticipantCode>() {
            line.participant = code.as_str().to_owned();
        }
    }
    let mut rows_of: BTreeMap<&str, usize> = BTreeMap::new();
    lines.iter().for_each(|line| *rows_of.entry(&line.participant).or_default() += 1);
    let (mut counted, mut not_counted) = (vec![], vec![]);
    for line in &lines {
        let why = match line.counted {
            _ if !known.contains(line.participant.as_str()) => WhyNot::Unknown,
            _ if rows_of[line.participant.as_str()] > 1 => WhyNot::Twice,
            [Some(before), Some(days_before), Some(after), Some(days_after)] => {
                counted.push([(before, days_before), (after, days_after)]);
                continue;
            }
            _ => WhyNot::Incomplete,
        };
        let (participant, practice) = (line.participant.clone(), line.practice.clone());
        not_counted.push(NotCounted { row: Some(line.row), participant, practice, why });
    }
    let unmatched = not_counted.len();
    let without = known.into_iter().filter(|code| !rows_of.contains_key(code)).map(|code| NotCounted {
        row: None,
        participant: code.to_owned(),
        practice: String::new(),
        why: WhyNot::NoRow,
    });
    not_counted.extend(without);
    Ok((of(&counted, lines.len(), unmatched, not_counted.len() - unmatched), not_counted))
}

fn of(counted: &[[(u32, u32); 2]], rows: usize, unmatched: usize, without: usize) -> Contacts {
    let period = |(events, days): (u32, u32)| Period { events, time: f64::from(days) / DAYS_A_YEAR };
    let pairs: Vec<(Period, Period)> =
        counted.iter().map(|[before, after]| (period(*before), period(*after))).collect();
    let ratio = if counted.len() < LEAST {
        Err(Refusal::TooFew { of: Counted::People, have: counted.len(), need: LEAST })
    } else {
        rate_ratio(&pairs, Level::NINETY_FIVE)
    };
    let days = |at: usize| counted.iter().map(|periods| u64::from(periods[at].1)).sum();
    let rates = Pairs::new(pairs.iter().map(|(before, after)| (rate(before), rate(after))));
    let rates = rates.ok().filter(|_| ratio.is_ok());
    Contacts {
        rows,
        people: counted.len(),
        unmatched,
        without,
        days: ratio.is_ok().then(|| (days(0), days(1))),
        own: if ratio.is_ok() { own(counted) } else { [None; 3] },
        bundles: rates.map_or_else(Vec::new, |rates| bundles(&rates, LEAST, MOST_BUNDLES)),
        ratio,
    }
}

fn rate(period: &Period) -> f64 {
    f64::from(period.events) / period.time
}

/// People by whether their own rate fell, stayed within one contact a year, or rose. Whole numbers: a year has 1461 ÷ 4
/// days.
fn own(counted: &[[(u32, u32); 2]]) -> [Option<usize>; 3] {
    let mut counts = [0; 3];
    for [before, after] in counted {
        let [(before, days_before), (after, days_after)] =
            [before, after].map(|(n, days)| (i64::from(*n), i64::from(*days)));
        let (moved, one) = (1461 * (after * days_before - before * days_after), 4 * days_before * days_after);
        counts[if moved <= -one {
            0
        } else if moved < one {
            1
        } else {
            2
        }] += 1;
    }
    let concealed = hidden(&counts, LEAST);
    std::array::from_fn(|at| (!concealed[at]).then_some(counts[at]))
}

fn read(table: &[u8]) -> Result<Vec<Line>, ContactsError> {
    let wrong = |error: &csv::Error| ContactsError::Table {
        row: error.position().map_or(0, |position| position.record() + 1),
    };
    let mut reader = csv::Reader::from_reader(table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table));
    let names = reader.headers().map_err(|error| wrong(&error))?.clone();
    let mut at = [0; COLUMNS.len()];
    for (place, column) in at.iter_mut().zip(COLUMNS) {
        let found = names.iter().position(|name| name.trim() == column);
        *place = found.ok_or(ContactsError::Column(column))?;
    }
    let mut lines = vec![];
    for (position, record) in reader.records().enumerate() {
        let record = record.map_err(|error| wrong(&error))?;
        let row = position as u64 + 2;
        let mut counted = [None; 4];
        for (place, (column, name)) in counted.iter_mut().zip(at[2..].iter().zip(&COLUMNS[2..])) {
            let text = record[*column].trim();
            if text.is_empty() {
                continue;
            }
            let days = name.starts_with("days");
            let number: Option<u32> = text.parse().ok();
            let number = number.filter(|number| !days || (1..=MOST_DAYS).contains(number));
            *place = Some(number.ok_or(ContactsError::Cell { row, column: name })?);
        }
        let participant = record[at[0]].trim().to_uppercase();
        lines.push(Line { row, participant, practice: record[at[1]].trim().to_owned(), counted });
    }
    Ok(lines)
}

/// The list of what is not counted, as a file.
pub fn not_counted(list: &[NotCounted]) -> ResultFile {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::from(text) };
    let rows = list.iter().map(|one| {
        let row = one.row.map_or(Cell::Empty, Cell::count);
        vec![row, Cell::from(one.participant.as_str()), text(&one.practice), Cell::from(one.why.word())]
    });
    ResultFile {
        name: UNMATCHED_CONTACTS,
        bytes: to_csv(["row", "participant", "practice", "reason"], rows.collect::<Vec<_>>()),
    }
}
