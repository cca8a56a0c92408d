//! Joins the room's state, view and browser.

use super::{
    form::PASSPHRASE_ID,
    key::{KeyMistake, KeyState, read_signing},
    make::make,
    store::{Action, ListFile, Store},
    view::{Request, title, view},
};
use crate::{
    browser::{
        clock,
        pause::{Turns, drawn, pause},
        print,
        read_files::LocalFile,
        save_file, secret, spawn,
    },
    researcher::{
        hooks::use_following,
        key::{MAX_KEY_FILE, lines_of_pasted},
        locksmith,
        room::RoomProps,
        team_study::study_in,
        words::inviting::INVITING_EN,
    },
    ui::{HEADING_ID, PROBLEM_ID},
};
use engine::study::Offer;
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// The largest list of participants, in bytes.
const MAX_LIST: u64 = 4 * 1024 * 1024;

/// The room where invitations are made.
#[component]
pub fn Inviting(props: &RoomProps<Store>) -> Html {
    let store = props.store.clone();
    use_following(&*store, |store| title(store, &INVITING_EN), target);
    let on = Callback::from({
        let (store, on_back, at_hand) = (store.clone(), props.on_back.clone(), props.at_hand.clone());
        move |request| answer(request, &store, at_hand.as_ref(), &on_back)
    });
    view(&store, &INVITING_EN, props.at_hand.as_ref(), &on)
}

type Handle = UseReducerHandle<Store>;

/// Where the keyboard and a screen reader go after a change; `None` where they stay.
fn target(before: Option<&Store>, after: &Store) -> Option<&'static str> {
    let Some(before) = before else { return Some(HEADING_ID) };
    if after.refused > before.refused {
        return Some(PROBLEM_ID);
    }
    if before.offer.is_some() != after.offer.is_some() || before.made.is_some() != after.made.is_some() {
        return Some(HEADING_ID);
    }
    match (&before.key, &after.key) {
        (KeyState::Unlocking(_) | KeyState::Nothing | KeyState::Refused(_), KeyState::Protected(..)) => {
            Some(PASSPHRASE_ID)
        }
        (KeyState::Ready(_), KeyState::Ready(_)) => None,
        (_, KeyState::Ready(_)) => Some("signing-title"),
        (KeyState::Ready(_), _) => Some("signing-title"),
        _ => None,
    }
}

/// Does what a person asked for.
fn answer(request: Request, store: &Handle, at_hand: Option<&Rc<Offer>>, on_back: &Callback<()>) {
    let act = store.dispatcher();
    match request {
        Request::Do(action) => act.dispatch(action),
        Request::StudyChosen(files) => spawn(async move {
            let Some(file) = files.first() else { return };
            act.dispatch(Action::Study(study_in(file).await));
        }),
        Request::StudyAtHand => {
            if let Some(offer) = at_hand {
                act.dispatch(Action::Study(Ok(offer.clone())));
            }
        }
        Request::ListChosen(files) => spawn(async move {
            let Some(file) = files.first() else { return };
            let bytes = if file.size() > MAX_LIST { None } else { file.bytes().await };
            let list = bytes.map(|bytes| Rc::new(ListFile { name: file.name(), bytes }));
            act.dispatch(Action::List(list));
        }),
        Request::KeyChosen(files) => {
            let Some(offer) = store.offer.clone() else { return };
            spawn(async move {
                let Some(file) = files.first() else { return };
                let read = match key_bytes(file).await {
                    Ok(bytes) => read_signing(bytes, &offer.study),
                    Err(mistake) => Err(mistake),
                };
                act.dispatch(Action::KeyRead(read));
            });
        }
        Request::KeyPasted => {
            let Some(offer) = &store.offer else { return };
            let mut pasted = lines_of_pasted(&secret::take("signing-pasted"));
            let bytes = Zeroizing::new(std::mem::take(&mut *pasted).into_bytes());
            act.dispatch(Action::KeyRead(read_signing(bytes, &offer.study)));
        }
        Request::PassphraseTyped => unlock(store),
        Request::Make => {
            act.dispatch(Action::Making);
            let store = store.clone();
            spawn(async move {
                drawn().await;
                let today = cohort::local_day_text(clock::now_ms(), clock::offset_minutes());
                let mut turns = Turns::begin();
                let made = make(&store, &today, async || turns.give().await).await;
                store.dispatch(Action::Made(made.map(Rc::new)));
            });
        }
        Request::Save => {
            if let Some(made) = &store.made {
                let taken = made.zip().is_some_and(|zip| save_file::save(&made.zip_name(), &zip));
                act.dispatch(Action::Saved(taken));
            }
        }
        Request::Print => {
            act.dispatch(Action::Printing);
            spawn(async move {
                drawn().await;
                print::page("", "en-GB");
            });
        }
        Request::Back => {
            // The key does not wait for somebody who went away.
            act.dispatch(Action::ForgetKey);
            on_back.emit(());
        }
    }
}

async fn key_bytes(file: &LocalFile) -> Result<Zeroizing<Vec<u8>>, KeyMistake> {
    if file.size() > MAX_KEY_FILE {
        return Err(KeyMistake::TooLarge);
    }
    file.bytes().await.map(Zeroizing::new).ok_or(KeyMistake::Unreadable)
}

/// Tries the passphrase that stands in its field, after the page could say that this takes a while.
fn unlock(store: &Handle) {
    let (KeyState::Protected(file, _), Some(offer)) = (&store.key, store.offer.clone()) else { return };
    let (file, act) = (file.clone(), store.dispatcher());
    let passphrase = secret::take(PASSPHRASE_ID);
    act.dispatch(Action::Unlocking);
    spawn(async move {
        // The state must be that of unlocking before it can be that of having unlocked.
        pause(0).await;
        act.dispatch(Action::Unlocked(file.unlock(&passphrase, &offer.study, locksmith::beside).await));
    });
}
