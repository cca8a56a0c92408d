//! The list of participants: read row by row, every mistake at once with its row and column.
//!
//! Must never put what stands in a cell into a message.

use super::sheet::ADDED;
use crate::rows::{Rows, RowsError};
use csv::StringRecord;
use engine::{
    participant::ParticipantCode,
    problem::Problem,
    study::{Site, Study},
};
use std::{collections::BTreeMap, io::Read};

/// The column that must be there.
pub const PARTICIPANT: &str = "participant";
/// The column that is understood.
const SITE: &str = "site";
/// The column that names a link worker of the site.
const LINK_WORKER: &str = "link_worker";

/// Whom to invite.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct List {
    /// The names of the columns that are handed on.
    pub columns: Vec<String>,
    /// Those who are invited, in their order.
    pub people: Vec<Person>,
}

/// One row of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The participant code.
    pub participant: ParticipantCode,
    /// The site, with the link worker where one is named.
    pub site: Option<String>,
    /// The cells of the columns that are handed on.
    pub others: Vec<String>,
}

/// Why there is no list.
#[derive(Debug)]
pub enum ListError {
    /// It is no table.
    Rows(RowsError),
    /// Every mistake with its row and column.
    Wrong(Vec<Problem>),
}

impl From<RowsError> for ListError {
    fn from(error: RowsError) -> Self {
        Self::Rows(error)
    }
}

/// The list in `input`; a row without a site has `usual_site`.
///
/// # Errors
/// [`ListError`].
pub fn read(input: impl Read, study: &Study, usual_site: Option<&str>) -> Result<List, ListError> {
    let (mut table, header) = Rows::open(input)?;
    let places = Places::of(&header).map_err(|problem| ListError::Wrong(vec![problem]))?;
    let handed_on = |at: &usize| header[*at].trim().to_owned();
    let mut list = List { columns: places.others.iter().map(handed_on).collect(), people: Vec::new() };
    let mut problems = Vec::new();
    // The row in which each code stands.
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut cells = StringRecord::new();
    while table.next(&mut cells)? {
        let row = table.row();
        let mut say = |column: &str, what: String| {
            problems.push(Problem::new(format!("row {row}, column {column}"), what));
        };
        let cell = |at: Option<usize>| at.map(|at| cells[at].trim()).filter(|text| !text.is_empty());
        let site = cell(places.site).or(usual_site).map(String::from);
        let site = match (site, cell(places.link_worker)) {
            (Some(site), Some(worker)) if !site.contains('/') => Some(format!("{site}/{worker}")),
            (None, Some(_)) => {
                say(LINK_WORKER, "this row names no site: a link worker belongs to one".into());
                None
            }
            (site, _) => site,
        };
        if site.as_deref().is_some_and(|site| !study.has_place(site)) {
            say(SITE, no_such_place(study));
        }
        match cells[places.participant].parse::<ParticipantCode>() {
            Err(error) => say(PARTICIPANT, error.to_string()),
            Ok(participant) => {
                if let Some(first) = seen.get(participant.as_str()) {
                    say(PARTICIPANT, format!("the same code as in row {first}: one invitation a person"));
                    continue;
                }
                seen.insert(participant.as_str().into(), row);
                let others = places.others.iter().map(|at| cells[*at].to_owned()).collect();
                list.people.push(Person { participant, site, others });
            }
        }
    }
    if problems.is_empty() { Ok(list) } else { Err(ListError::Wrong(problems)) }
}

/// What to say of a site, or a link worker there, that the study does not have.
pub fn no_such_place(study: &Study) -> String {
    let with_workers = |site: &Site| {
        let workers = site.link_workers.iter().map(|worker| format!("{}/{}", site.id, worker.id));
        [site.id.clone()].into_iter().chain(workers).collect::<Vec<_>>()
    };
    let places: Vec<String> = study.sites.iter().flat_map(with_workers).collect();
    match places.as_slice() {
        [] => "the study has no sites: leave this empty, or add them to the study file".into(),
        places => format!("the study has no such site or link worker: it has {}", places.join(", ")),
    }
}

/// Which column is which, counted from 0.
struct Places {
    participant: usize,
    site: Option<usize>,
    link_worker: Option<usize>,
    others: Vec<usize>,
}

impl Places {
    fn of(header: &StringRecord) -> Result<Self, Problem> {
        let names: Vec<&str> = header.iter().map(str::trim).collect();
        let twice = (0..names.len()).find(|at| names[..*at].contains(&names[*at]));
        if let Some(at) = twice {
            let message = "another column has this name: give each column a name of its own";
            return Err(Problem::new(format!("row 1, column {}", at + 1), message));
        }
        let place = |name: &str| names.iter().position(|known| *known == name);
        let participant = place(PARTICIPANT).ok_or_else(|| {
            let message =
                "no column is named `participant`: name the one that holds the participant codes so";
            Problem::new("row 1", message)
        })?;
        let is_other = |at: &usize| names[*at] != PARTICIPANT && !ADDED.contains(&names[*at]);
        let others = (0..names.len()).filter(is_other).collect();
        Ok(Self { participant, site: place(SITE), link_worker: place(LINK_WORKER), others })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "name,participant,site\r\n\"Smith, \"\"A\"\"\",13NEVD,riverside\r\n,TCT6JS,\r\n";

    fn read_bytes(bytes: &[u8]) -> Result<List, ListError> {
        let study = include_str!("../../../../studies/demo/study.json");
        let study: Study = engine::problem::parse(study).expect("the sample is right");
        read(bytes, &study, Some("hilltop"))
    }

    #[test]
    fn a_list_is_read_whatever_the_order_of_its_columns() {
        let Ok(list) = read_bytes(LIST.as_bytes()) else { panic!("the list is right") };
        assert_eq!(list.columns, ["name"]);
        let read: Vec<_> =
            list.people.iter().map(|one| (one.participant.as_str(), one.site.as_deref())).collect();
        assert_eq!(read, [("13NEVD", Some("riverside")), ("TCT6JS", Some("hilltop"))]);
        assert_eq!(list.people[0].others, ["Smith, \"A\""]);
    }

    /// A code that is cut can fit its check character by chance; one that is mistyped cannot.
    #[test]
    fn any_change_of_a_list_is_read_or_refused_without_a_panic() {
        let right = LIST.as_bytes();
        let look = |bytes: &[u8]| {
            if let Err(error) = read_bytes(bytes) {
                let message = format!("{error:?}");
                assert!(!message.contains("13NEVD") && !message.contains("TCT6JS"), "{message}");
            }
        };
        for at in 0..right.len() {
            look(&right[..at]);
            look(&[&right[..at], &right[at + 1..]].concat());
            for wrong in *b"\0,;\"\r\n 0OZzX=\xc3\xff" {
                look(&[&right[..at], &[wrong], &right[at + 1..]].concat());
                look(&[&right[..at], &[wrong], &right[at..]].concat());
            }
        }
    }
}
