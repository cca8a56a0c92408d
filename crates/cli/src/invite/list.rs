//! The list of participants: read row by row, every mistake at once with its row and column.
//!
//! Must never put what stands in a cell into a message.

use std::{collections::BTreeMap, fs::File, io::BufReader, path::Path};

use csv::StringRecord;
use engine::{participant::ParticipantCode, problem::Problem, study::Study};

use super::sheet::ADDED;
use crate::{error::CommandError, score::table::Table};

/// The column that must be there.
pub(super) const PARTICIPANT: &str = "participant";
/// The column that is understood.
const SITE: &str = "site";

/// Whom to invite.
#[derive(Default)]
pub(super) struct List {
    /// The names of the columns that are handed on.
    pub(super) columns: Vec<String>,
    pub(super) people: Vec<Person>,
}

/// One row of it.
pub(super) struct Person {
    pub(super) participant: ParticipantCode,
    pub(super) site: Option<String>,
    /// The cells of the columns that are handed on.
    pub(super) others: Vec<String>,
}

/// The list at `path`; a row without a site has `usual_site`.
///
/// # Errors
/// [`CommandError::Unreadable`] where it is no table; [`CommandError::Wrong`] with every mistake.
pub(super) fn read(path: &Path, study: &Study, usual_site: Option<&str>) -> Result<List, CommandError> {
    let file = File::open(path).map_err(|error| CommandError::reading(path, &error))?;
    let (mut table, header) = Table::open(path, BufReader::new(file))?;
    let places = Places::of(&header).map_err(|problem| CommandError::wrong(path, vec![problem]))?;
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
        let site = places.site.map(|at| cells[at].trim()).filter(|site| !site.is_empty()).or(usual_site);
        if site.is_some_and(|site| !study.has_site(site)) {
            say(SITE, no_such_site(study));
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
                list.people.push(Person { participant, site: site.map(Into::into), others });
            }
        }
    }
    if problems.is_empty() { Ok(list) } else { Err(CommandError::wrong(path, problems)) }
}

/// What to say of a site that the study does not have.
pub(super) fn no_such_site(study: &Study) -> String {
    let sites: Vec<&str> = study.sites.iter().map(|site| site.id.as_str()).collect();
    match sites.as_slice() {
        [] => "the study has no sites: leave this empty, or add them to the study file".into(),
        sites => format!("the study has no site of this name: it has {}", sites.join(", ")),
    }
}

/// Which column is which, counted from 0.
struct Places {
    participant: usize,
    site: Option<usize>,
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
        Ok(Self { participant, site: place(SITE), others: (0..names.len()).filter(is_other).collect() })
    }
}
