//! The table of invitations, for a mail merge.

use super::{Invited, list::PARTICIPANT};
use cohort::table::{Cell, guarded, is_number, to_csv};
use engine::study::place_parts;

/// The columns that come after those of the list.
pub const ADDED: [&str; 6] = ["code", "link", "expiry", "wave", "site", "link_worker"];

/// The table: the participant code in its plain form, the list's own columns, what is new.
pub fn csv(columns: &[String], invited: &[Invited], wave: &str, expires: Option<&str>) -> Vec<u8> {
    let handed_on: Vec<_> = columns.iter().map(|name| guarded(name)).collect();
    let names = [PARTICIPANT].into_iter().chain(handed_on.iter().map(AsRef::as_ref)).chain(ADDED);
    to_csv(names, invited.iter().map(|one| row(one, wave, expires)))
}

fn row(Invited { person, link }: &Invited, wave: &str, expires: Option<&str>) -> Vec<Cell> {
    let (site, worker) = match person.site.as_deref().map(place_parts) {
        Some((site, worker)) => (Some(site), worker),
        None => (None, None),
    };
    let mut cells = vec![Cell::from(person.participant.as_str())];
    cells.extend(person.others.iter().map(|text| handed_on(text)));
    cells.extend([
        Cell::Text(person.participant.to_string()),
        Cell::from(link.as_str()),
        Cell::text(expires),
        Cell::from(wave),
        Cell::text(site),
        Cell::text(worker),
    ]);
    cells
}

/// A cell as the list has it.
fn handed_on(text: &str) -> Cell {
    if is_number(text) { Cell::Number(text.into()) } else { Cell::from(text) }
}
