//! Joins state, view and browser.

mod clerk;
mod crew;
mod gather;
mod running;

use super::{
    builder::{self, Builder},
    changed::{ContactsProblem, MAX_CONTACTS},
    decisions::{DECISIONS, MAX_DECISIONS, read_decisions},
    drill::{self, Drilling},
    hooks::use_warning,
    inviting::{self, Inviting},
    keeping,
    key::{KeyProblem, MAX_KEY_FILE, read_key, read_pasted_key},
    listed::{ListProblem, MAX_LIST},
    locksmith,
    paper::{self, Paper},
    sample, settle,
    steps::{KEY_ID, PASSPHRASE_ID},
    store::{Action, DecisionsProblem, KeyState, Saving, Stage, Store},
    study::{ChosenStudy, MAX_STUDY, StudyProblem},
    team_study::at_hand,
    view::{Request, Room, title, view},
    words::RESEARCHER_EN,
};
use crate::{
    browser::{
        address, clock, focus, pause::pause, read_files::LocalFile, save_file, secret, spawn,
        title::set as set_title,
    },
    ui::HEADING_ID,
};
use clerk::Office;
use crew::Crew;
use running::Alone;
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// The researcher's page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(Store::default);
    let act = store.dispatcher();
    // Those who open files live outside of the state.
    let office = use_mut_ref(Office::default).borrow().clone();
    let crew = use_mut_ref(|| Crew::of(office.clone())).borrow().clone();
    let alone = use_mut_ref(Alone::default).borrow().clone();
    alone.follow(&store);

    use_effect_with((), {
        let (act, crew, office) = (act.clone(), crew.clone(), office.clone());
        move |()| {
            office.hire(&act);
            crew.gather();
            keeping::load(&act);
            load_sample(act);
        }
    });
    let asked = match &store.stage {
        Stage::Opening { stopping, .. } => Some(*stopping),
        _ => None,
    };
    use_effect_with((store.run, asked, matches!(store.key, KeyState::Ready(_))), {
        let store = store.clone();
        // In its own turn: whoever selected something sees first what became of it.
        move |_| {
            spawn(async move {
                pause(0).await;
                crew.follow(&store, &store.dispatcher(), alone);
            });
        }
    });
    use_effect_with((store.asking.number, store.needs_clerk()), {
        let store = store.clone();
        move |_| office.follow(&store)
    });
    use_effect_with(store.draws_more(), {
        let act = store.dispatcher();
        move |more| {
            if more.is_some() {
                spawn(async move {
                    pause(0).await;
                    act.dispatch(Action::DrawMore);
                });
            }
        }
    });
    use_warning(store.log.unsaved);
    let room = use_state(|| None::<Room>);
    let before = use_mut_ref(|| None::<(bool, Store)>);
    // After every change, without comparing: to compare two lists of thousands of files takes longer than this.
    use_effect({
        let (after, is_here) = (Store::clone(&store), room.is_none());
        move || {
            let before = before.replace(Some((is_here, after.clone())));
            // Another room has a title of its own, and moves the focus itself.
            if !is_here {
                return;
            }
            set_title(&title(&after, &RESEARCHER_EN));
            let target =
                before.and_then(
                    |(was_here, before)| {
                        if was_here { settle::target(&before, &after) } else { Some(HEADING_ID) }
                    },
                );
            if let Some(target) = target {
                // In its own turn: the browser has to lay the page out for it.
                spawn(async move {
                    pause(0).await;
                    focus::to(target);
                });
            }
        }
    });

    // The rooms' states live here, so that none loses anything while another is shown.
    let draft = use_reducer(builder::Store::default);
    let keyed = use_reducer(paper::Store::default);
    use_warning(draft.would_lose());
    use_warning(keyed.would_lose());
    let invited = use_reducer(inviting::Store::default);
    use_warning(invited.would_lose());
    let drilled = use_reducer(drill::Store::default);
    let on = Callback::from({
        let (store, room) = (store.clone(), room.clone());
        move |request| match request {
            Request::Enter(wanted) => room.set(Some(wanted)),
            request => answer(request, &store),
        }
    });
    let on_back = Callback::from({
        let room = room.clone();
        move |()| room.set(None)
    });
    match *room {
        None => view(&store, &RESEARCHER_EN, &on),
        Some(Room::Builder) => html! { <Builder store={draft} {on_back} /> },
        Some(Room::Paper) => {
            let at_hand = keyed.offer.is_none().then(|| at_hand(&draft, &store)).flatten();
            html! { <Paper {at_hand} store={keyed} {on_back} /> }
        }
        Some(Room::Inviting) => {
            let at_hand = invited.offer.is_none().then(|| at_hand(&draft, &store)).flatten();
            html! { <Inviting {at_hand} store={invited} {on_back} /> }
        }
        Some(Room::Drill) => {
            let at_hand = drilled.held.is_none().then(|| at_hand(&draft, &store)).flatten();
            html! { <Drilling {at_hand} store={drilled} {on_back} /> }
        }
    }
}

type Handle = UseReducerHandle<Store>;
type Dispatcher = UseReducerDispatcher<Store>;

/// Loads the sample when the address asks for it.
fn load_sample(act: Dispatcher) {
    if address::asks_for(sample::WORD) {
        act.dispatch(Action::SampleAsked);
        spawn(async move { act.dispatch(Action::SampleRead(sample::load().await)) });
    }
}

/// Does what a person asked for.
fn answer(request: Request, store: &Handle) {
    let act = store.dispatcher();
    match request {
        Request::Do(action) => act.dispatch(action),
        Request::StudyChosen(files) => spawn(async move {
            if let Some(file) = files.first() {
                act.dispatch(Action::StudyRead(study_in(file).await.map(Rc::new)));
            }
        }),
        Request::KeyChosen(files) => spawn(async move {
            if let Some(file) = files.first() {
                act.dispatch(Action::KeyAsked);
                let bytes = bytes_of(file, MAX_KEY_FILE).await.map_err(|unread| match unread {
                    Unread::TooLarge => KeyProblem::TooLarge,
                    Unread::Unreadable => KeyProblem::Unreadable,
                });
                act.dispatch(Action::KeyRead(bytes.and_then(|bytes| read_key(Zeroizing::new(bytes)))));
            }
        }),
        Request::KeyPasted => {
            let key = secret::take(KEY_ID);
            act.dispatch(Action::KeyAsked);
            act.dispatch(Action::KeyRead(read_pasted_key(&key)));
        }
        Request::PassphraseTyped => unlock(store),
        Request::KeepKey => keeping::keep(store),
        Request::RemoveKept(fingerprint) => keeping::remove(&fingerprint, &act),
        Request::DecisionsChosen(files) => spawn(async move {
            if let Some(file) = files.first() {
                let bytes = bytes_of(file, MAX_DECISIONS).await.map_err(|unread| match unread {
                    Unread::TooLarge => DecisionsProblem::TooLarge,
                    Unread::Unreadable => DecisionsProblem::Unreadable,
                });
                act.dispatch(Action::DecisionsRead(bytes.and_then(|bytes| read_decisions(&bytes))));
            }
        }),
        Request::ListChosen(files) => spawn(async move {
            if let Some(file) = files.first() {
                let bytes = bytes_of(file, MAX_LIST).await.map_err(|unread| match unread {
                    Unread::TooLarge => ListProblem::TooLarge,
                    Unread::Unreadable => ListProblem::Unreadable,
                });
                act.dispatch(Action::ListRead(bytes.map(Into::into)));
            }
        }),
        Request::ContactsChosen(files) => spawn(async move {
            if let Some(file) = files.first() {
                let bytes = bytes_of(file, MAX_CONTACTS).await.map_err(|unread| match unread {
                    Unread::TooLarge => ContactsProblem::TooLarge,
                    Unread::Unreadable => ContactsProblem::Unreadable,
                });
                act.dispatch(Action::ContactsRead(bytes.map(Into::into)));
            }
        }),
        Request::FilesChosen(files) => gather::take(files, act),
        Request::Dropped(dropped) => gather::take_dropped(dropped, act),
        Request::Decide => {
            let today = cohort::local_day_text(clock::now_ms(), clock::offset_minutes());
            act.dispatch(Action::Decide { today });
        }
        // The page itself goes there.
        Request::Enter(_) => {}
        Request::SaveDecisions => {
            let text = store.log.decisions.to_json();
            act.dispatch(Action::DecisionsSaved(saving(save_file::save(DECISIONS, text.as_bytes()))));
        }
    }
}

/// Why a file was not read.
enum Unread {
    Unreadable,
    TooLarge,
}

async fn bytes_of(file: &LocalFile, most: u64) -> Result<Vec<u8>, Unread> {
    if file.size() > most {
        return Err(Unread::TooLarge);
    }
    file.bytes().await.ok_or(Unread::Unreadable)
}

async fn study_in(file: &LocalFile) -> Result<ChosenStudy, StudyProblem> {
    let bytes = bytes_of(file, MAX_STUDY).await.map_err(|unread| match unread {
        Unread::TooLarge => StudyProblem::TooLarge,
        Unread::Unreadable => StudyProblem::Unreadable,
    })?;
    ChosenStudy::read(&bytes, false)
}

/// Tries the passphrase that stands in its field, after the page could say that this takes a while.
fn unlock(store: &Handle) {
    let KeyState::Protected(file, _) = &store.key else { return };
    let (file, act) = (file.clone(), store.dispatcher());
    let passphrase = secret::take(PASSPHRASE_ID);
    act.dispatch(Action::Unlocking);
    spawn(async move {
        // The state must be that of unlocking before it can be that of having unlocked.
        pause(0).await;
        act.dispatch(Action::Unlocked(file.unlock(&passphrase, locksmith::beside).await));
    });
}

fn saving(taken: bool) -> Saving {
    if taken { Saving::Done } else { Saving::Refused }
}
