//! Where the keyboard and a screen reader go when the page changes.

use super::{
    keeping,
    steps::{FILES_TITLE_ID, KEY_TITLE_ID, PASSPHRASE_ID},
    store::{KeyState, Look, Place, Stage, Store},
};
use crate::ui::{HEADING_ID, PROBLEM_ID};
use core::mem::discriminant;

/// The id of the element that gets the focus after the page changed from `before`; `None` where it stays.
pub(super) fn target(before: &Store, after: &Store) -> Option<&'static str> {
    if discriminant(&before.stage) != discriminant(&after.stage) || is_new_note(before, after) {
        return Some(HEADING_ID);
    }
    match (&before.stage, &after.stage) {
        (Stage::Choosing { asked: earlier, .. }, Stage::Choosing { asked, .. }) if asked > earlier => {
            return Some(PROBLEM_ID);
        }
        (Stage::Choosing { .. }, Stage::Choosing { .. }) => {}
        // The button that stops is gone.
        (Stage::Opening { stopping: false, .. }, Stage::Opening { stopping: true, .. }) => {
            return Some(HEADING_ID);
        }
        (Stage::Found(_, earlier), Stage::Found(_, now)) => return target_in_findings(earlier, now),
        _ => return None,
    }
    if let Some(target) = keeping::target(&before.keeping, &after.keeping) {
        return Some(target);
    }
    match (&before.key, &after.key) {
        (KeyState::Protected(_, earlier), KeyState::Protected(_, now)) if earlier == now => {}
        (_, KeyState::Protected(..)) => return Some(PASSPHRASE_ID),
        (KeyState::Ready(_), KeyState::Ready(_)) => {}
        (_, KeyState::Ready(_) | KeyState::Unlocking(_)) => return Some(KEY_TITLE_ID),
        (KeyState::Ready(_) | KeyState::Protected(..), KeyState::Nothing) => return Some(KEY_TITLE_ID),
        _ => {}
    }
    (!before.files.is_empty() && after.files.is_empty()).then_some(FILES_TITLE_ID)
}

/// As [`target`], between two looks at the findings.
fn target_in_findings(before: &Look, after: &Look) -> Option<&'static str> {
    match (&before.place, &after.place) {
        (Place::Form(earlier), Place::Form(now)) if earlier.subject == now.subject => {
            (now.asked > earlier.asked).then_some(PROBLEM_ID)
        }
        (earlier, now) if earlier == now && before.decided == after.decided => None,
        _ => Some(HEADING_ID),
    }
}

/// The page was locked while nothing was open: the button is gone.
fn is_new_note(before: &Store, after: &Store) -> bool {
    match (&before.stage, &after.stage) {
        (Stage::Choosing { note: earlier, .. }, Stage::Choosing { note, .. }) => {
            note.is_some() && note != earlier
        }
        _ => false,
    }
}
