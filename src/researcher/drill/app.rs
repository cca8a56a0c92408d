//! Joins the room's state, view and browser.

use super::{
    giving::{PASSPHRASE_ID, PASTE_ID, TRIED_ID},
    store::{Action, Begun, Store},
    trial::{Given, Trial, give, give_pasted, unlock},
    view::{Request, title, view},
};
use crate::{
    browser::{pause::pause, read_files::LocalFile, secret, spawn},
    researcher::{
        hooks::use_following,
        key::{KeyProblem, MAX_KEY_FILE},
        locksmith,
        room::RoomProps,
        team_study::study_in,
        words::drill::DRILL_EN,
    },
    ui::HEADING_ID,
};
use engine::study::Offer;
use setup::drill::Drill;
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// The room where keys are tried out.
#[component]
pub fn Drilling(props: &RoomProps<Store>) -> Html {
    let store = props.store.clone();
    use_following(&*store, |store| title(store, &DRILL_EN), target);
    let on = Callback::from({
        let (store, on_back, at_hand) = (store.clone(), props.on_back.clone(), props.at_hand.clone());
        move |request| answer(request, &store, at_hand.as_ref(), &on_back)
    });
    view(&store, &DRILL_EN, props.at_hand.as_ref(), &on)
}

type Handle = UseReducerHandle<Store>;

/// Where the keyboard and a screen reader go after a change; `None` where they stay.
fn target(before: Option<&Store>, after: &Store) -> Option<&'static str> {
    let Some(before) = before else { return Some(HEADING_ID) };
    if before.held != after.held {
        return Some(HEADING_ID);
    }
    let first = |store: &Store| store.waiting.first().map(|waiting| waiting.file.clone());
    let asks_again = before.unlocking && !after.unlocking && after.problem.is_some();
    if first(after).is_some() && !after.unlocking && (first(before) != first(after) || asks_again) {
        return Some(PASSPHRASE_ID);
    }
    (before.trials != after.trials || first(before) != first(after)).then_some(TRIED_ID)
}

/// Does what a person asked for.
fn answer(request: Request, store: &Handle, at_hand: Option<&Rc<Offer>>, on_back: &Callback<()>) {
    let act = store.dispatcher();
    match request {
        Request::Do(action) => act.dispatch(action),
        Request::StudyChosen(files) => spawn(async move {
            let Some(file) = files.first() else { return };
            act.dispatch(Action::Study(study_in(file).await.map(Begun::with)));
        }),
        Request::StudyAtHand => {
            if let Some(offer) = at_hand {
                act.dispatch(Action::Study(Ok(Begun::with(offer.clone()))));
            }
        }
        Request::KeysChosen(files) => {
            let (Some(held), round) = (store.held.clone(), store.round) else { return };
            spawn(async move {
                for file in &files {
                    act.dispatch(Action::Given(round, given(&held.drill, file).await));
                    // A turn for the browser between two keys.
                    pause(0).await;
                }
            });
        }
        Request::KeyPasted => {
            let Some(held) = &store.held else { return };
            let trial = give_pasted(&held.drill, &secret::take(PASTE_ID));
            act.dispatch(Action::Given(store.round, Given::Tried(trial)));
        }
        Request::PassphraseTyped => try_passphrase(store),
        Request::Back => {
            // A key does not wait for somebody who went away.
            act.dispatch(Action::Forget);
            on_back.emit(());
        }
    }
}

async fn given(drill: &Drill, file: &LocalFile) -> Given {
    let name = file.name();
    let unread = |problem| Given::Tried(Trial { name: Some(file.name()), found: Err(problem) });
    if file.size() > MAX_KEY_FILE {
        return unread(KeyProblem::TooLarge);
    }
    match file.bytes().await {
        Some(bytes) => give(drill, name, Zeroizing::new(bytes)),
        None => unread(KeyProblem::Unreadable),
    }
}

/// Tries the passphrase that stands in its field, after the page could say that this takes a while.
fn try_passphrase(store: &Handle) {
    let (Some(held), Some(first)) = (store.held.clone(), store.waiting.first().cloned()) else { return };
    let (act, round) = (store.dispatcher(), store.round);
    let passphrase = secret::take(PASSPHRASE_ID);
    act.dispatch(Action::Unlocking);
    spawn(async move {
        // The state must be that of unlocking before it can be that of having unlocked.
        pause(0).await;
        let tried = unlock(&held.drill, first.name, &first.file, &passphrase, locksmith::beside).await;
        act.dispatch(Action::Unlocked(round, tried));
    });
}
