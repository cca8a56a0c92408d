//! Joins the builder's state, view and browser.

use super::{
    draft::Draft,
    folder::{self, MAX_STUDY, OpenMistake},
    keys::{KeyFolder, KeyMaking, KeyMistake, Locks},
    part::{Part, ids_of},
    parts::{MADE_ID, MAKING_ID, MISTAKE_ID, PASSPHRASES, PASTE_ID},
    store::{Action, Saved, Store, Told},
    view::{Request, title, view},
};
use crate::{
    browser::{clock, focus, pause::pause, read_files::LocalFile, save_file, secret, spawn},
    researcher::{
        hooks::use_following, locksmith, preview::TITLE_ID as PREVIEW_TITLE, words::builder::BUILDER_EN,
    },
    ui::{HEADING_ID, PROBLEM_ID},
};
use setup::start::study_id;
use std::rc::Rc;
use yew::prelude::*;

/// What a [`Builder`] takes: its state belongs to the page, so that going to the other room and back loses nothing.
#[derive(Properties, PartialEq)]
pub struct BuilderProps {
    /// The state.
    pub store: UseReducerHandle<Store>,
    /// The other room is wanted.
    pub on_back: Callback<()>,
}

/// The study builder.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let store = props.store.clone();
    use_following(&*store, |store| title(store, &BUILDER_EN), target);
    // The browser asks before it leaves a page with work in it, also while the other room is shown.
    let on = Callback::from({
        let (store, on_back) = (store.clone(), props.on_back.clone());
        move |request| answer(request, &store, &on_back)
    });
    view(&store, &BUILDER_EN, &on)
}

type Handle = UseReducerHandle<Store>;

/// Where the keyboard and a screen reader go after a change; `None` where they stay.
fn target(before: Option<&Store>, after: &Store) -> Option<&'static str> {
    let Some(before) = before else { return Some(HEADING_ID) };
    if before.draft.is_some() != after.draft.is_some() {
        return Some(HEADING_ID);
    }
    if after.previewing != before.previewing {
        return Some(if after.previewing { PREVIEW_TITLE } else { HEADING_ID });
    }
    if after.refused > before.refused {
        return Some(PROBLEM_ID);
    }
    match (&before.keys, &after.keys) {
        (KeyMaking::Making, KeyMaking::Making) | (KeyMaking::Made(..), KeyMaking::Made(..)) => {}
        (_, KeyMaking::Making) => return Some(MAKING_ID),
        (_, KeyMaking::Made(..)) => return Some(MADE_ID),
        (KeyMaking::Making, KeyMaking::Refused(_)) => return Some(MISTAKE_ID),
        (KeyMaking::Made(..), KeyMaking::Nothing) => return Some(Part::Keys.id()),
        _ => {}
    }
    match (&before.pasting, &after.pasting) {
        (None, Some(_)) => Some(PASTE_ID),
        (Some(_), None) => Some(Part::Instruments.id()),
        _ => None,
    }
}

/// Does what a person asked for.
fn answer(request: Request, store: &Handle, on_back: &Callback<()>) {
    let act = store.dispatcher();
    match request {
        Request::Do(action) => act.dispatch(action),
        Request::Begin => act.dispatch(Action::Begin(today())),
        Request::StudyChosen(files) => spawn(read_study(files, act)),
        Request::StudyDropped(dropped) => spawn(async move { read_study(dropped.files().await, act).await }),
        Request::OwnChosen(files) => spawn(async move {
            let Some(file) = files.first() else { return };
            // What cannot be read, or is no text, is said as what it then is: no such file.
            let bytes = bytes_of(file).await.unwrap_or_default();
            act.dispatch(Action::OwnFile(String::from_utf8(bytes).unwrap_or_default()));
        }),
        Request::MakeKeys => make_keys(store),
        Request::Save(what) => save(store, what),
        Request::Go(path) => go(store, path),
        Request::Back => on_back.emit(()),
    }
}

async fn read_study(files: Vec<LocalFile>, act: UseReducerDispatcher<Store>) {
    let Some(file) = files.first() else { return };
    let read = match bytes_of(file).await {
        Ok(bytes) => folder::read(&bytes),
        Err(mistake) => Err(mistake),
    };
    act.dispatch(Action::Read(Box::new(read)));
}

async fn bytes_of(file: &LocalFile) -> Result<Vec<u8>, OpenMistake> {
    if file.size() > MAX_STUDY {
        return Err(OpenMistake::TooLarge);
    }
    file.bytes().await.ok_or(OpenMistake::Unreadable)
}

/// Makes the keys, each locked beside the page.
fn make_keys(store: &Handle) {
    let Some(draft) = store.draft.clone() else { return };
    let act = store.dispatcher();
    let locks = if store.open_keys {
        Ok(Locks::Open)
    } else {
        let [team, team_again, recovery, recovery_again] = PASSPHRASES.map(secret::take);
        Locks::choose([team, team_again], [recovery, recovery_again])
    };
    act.dispatch(Action::KeysAsked);
    spawn(async move {
        // The state must be that of making before it can be that of having made.
        pause(0).await;
        act.dispatch(Action::KeysMade(made(&draft, locks).await));
    });
}

async fn made(draft: &Draft, locks: Result<Locks, KeyMistake>) -> Result<Rc<KeyFolder>, KeyMistake> {
    let (locks, today) = (locks?, today());
    KeyFolder::make(&draft.study.id, &today, &locks, locksmith::beside).await.map(Rc::new)
}

/// Hands something to the browser's downloads. A study with mistakes is saved only as what it is.
fn save(store: &Handle, what: Saved) {
    let Some(draft) = &store.draft else { return };
    if what == Saved::Study && !draft.is_right() {
        return store.dispatch(Action::Refuse);
    }
    let id = study_id(&draft.study.id);
    let taken = match (what, &store.keys) {
        (Saved::Study, _) => save_file::save(&[&id, ".zip"].concat(), &folder::public_zip(draft)),
        (Saved::Unfinished, _) => {
            save_file::save(&[&id, "-unfinished.zip"].concat(), &folder::public_zip(draft))
        }
        (Saved::Keys, KeyMaking::Made(keys, _)) => {
            save_file::save(&[&id, "-keys-SECRET.zip"].concat(), &folder::secret_zip(&draft.study.id, keys))
        }
        (Saved::Sheet, KeyMaking::Made(keys, _)) => {
            save_file::save(&[&id, "-key-sheet.html"].concat(), keys.sheet().as_bytes())
        }
        (Saved::Keys | Saved::Sheet, _) => return,
    };
    store.dispatch(Action::Saved(Told { what, taken }));
}

/// Goes to the place of a path, in the language that it is written in.
fn go(store: &Handle, path: String) {
    let mut parts = path.split('.');
    if let (Some("texts" | "consent"), Some(language)) = (parts.next(), parts.next()) {
        store.dispatch(Action::Speak(language.into()));
    }
    spawn(async move {
        pause(0).await;
        // A part is named by the id of its heading.
        if !focus::to(&path) {
            ids_of(&path).iter().any(|id| focus::to(id));
        }
    });
}

/// The day that it is where the device is.
fn today() -> String {
    cohort::local_day_text(clock::now_ms(), clock::offset_minutes())
}
