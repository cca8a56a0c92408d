//! What the browser is told after every action: title, history, focus.

use super::{
    language,
    load::INVITATION,
    question::first_cell,
    stage::{Place, Stage},
    store::{Happened, Store},
    view::title,
};
use crate::{
    browser::{
        self, focus,
        history::{self, Entry},
    },
    ui::{HEADING_ID, PROBLEM_ID},
};
use engine::session::{Event, Session, Step};
use text::Text;

/// Tells the browser about the state after an action; `before` is where the page stood.
pub(super) fn settle(store: &Store, before: Place, words: &'static Text) {
    browser::title::set(&title(store, words));
    browser::title::set_language(words.language, words.direction);
    let place = store.place();
    if place != before {
        remember(store, place);
    } else if let (Happened::Spoken, Some(shown)) = (store.happened, history::here()) {
        history::replace(Entry { language: language::number(store.plan()), ..shown });
    } else if (place, store.happened) == (Place::Ended, Happened::Arrival) {
        history::forget_rest(INVITATION);
    }
    move_focus(store, before, place);
}

/// A new step is a new heading to read; the first one is read anyway. An answer moves nothing.
fn move_focus(store: &Store, before: Place, place: Place) {
    if place != before {
        if before != Place::Nowhere {
            focus::scroll_to_top();
            focus::begin_at(HEADING_ID);
        }
        return;
    }
    match (store.happened, &store.stage) {
        // It comes in the place of the step that could not be ended.
        (_, Stage::Asking { not_sealed: true, .. }) => {
            focus::to(HEADING_ID);
        }
        // There is a list of problems only where something is wrong.
        (Happened::Asked, _) => {
            focus::to(PROBLEM_ID);
        }
        // What had the focus is another language's now.
        (Happened::Spoken, Stage::Asking { .. }) => {
            focus::to(HEADING_ID);
        }
        (Happened::Reopened, Stage::Asking { session, .. }) => {
            if let Some(id) = shown_cell(session) {
                focus::to(&id);
            }
        }
        _ => {}
    }
}

fn shown_cell(session: &Session) -> Option<String> {
    match session.step() {
        Step::Item(position) => session.plan().items().get(position).map(first_cell),
        _ => None,
    }
}

/// Keeps the browser's history in step with the page.
fn remember(store: &Store, place: Place) {
    let shown = history::here();
    let depth = shown.map_or(0, |entry| entry.depth);
    let language = language::number(store.plan());
    match place {
        Place::Step(step, returning) => {
            let entry = Entry { step: step.to_number(), depth, returning, language };
            match shown {
                Some(shown) if (shown.step, shown.returning) == (entry.step, returning) => {}
                // The side way ends where it began: its entry stays ahead, for Forward.
                Some(shown) if shown.returning && step == Step::Check && depth > 0 => history::back(),
                Some(_) if store.happened != Happened::Arrival => {
                    history::push(Entry { depth: depth + 1, ..entry })
                }
                _ => history::replace(entry),
            }
        }
        Place::HandOver => {
            let step = Step::Finished.to_number();
            history::replace(Entry { step, depth, returning: false, language })
        }
        Place::Ended => history::forget(INVITATION),
        Place::Nowhere | Place::Unavailable | Place::Welcome | Place::Elsewhere => {}
    }
}

/// One step back: through the browser's history where this page has a place in it, so that both stay the same way;
/// else in the session alone, in the place of the entry that is shown. Gives the event for the session in that case.
pub(super) fn step_back(session: &Session) -> Option<Event> {
    let shown = history::here().unwrap_or_default();
    if shown.depth > 0 {
        history::back();
        return None;
    }
    let mut before = session.clone();
    before.apply(Event::Back);
    history::replace(Entry { step: before.step().to_number(), returning: false, ..shown });
    Some(Event::Back)
}
