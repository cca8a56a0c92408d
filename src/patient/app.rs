//! The page: one reducer, and the wires between it and the browser.

use super::{
    aloud, check, consent,
    kept::Kept,
    load::{Link, load},
    seal::seal_record,
    settle::{settle, step_back},
    store::{Action, Place, Stage, Store, Trouble, Way},
    view::{Request, view},
};
use crate::browser::{
    build, clipboard, download, drafts::Drafts, fetch, history, print, share, spawn, speech, unload::Warning,
};
use engine::session::Step;
use std::{cell::RefCell, rc::Rc};
use text::EN;
use yew::prelude::*;

/// The place of the drafts, once it is open.
type DraftsCell = Rc<RefCell<Option<Drafts>>>;

/// The patient's page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store { build: build::id().into(), ..Store::default() });
    let drafts: DraftsCell = use_mut_ref(|| None);
    let act = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let words = &EN;

    use_load(&drafts, &act);
    use_history(&act);
    use_warning(store.would_lose());
    use_voices(&act);
    use_reading(&store, &act);

    let before = use_mut_ref(|| Place::Nowhere);
    {
        let (store, act, drafts) = (store.clone(), act.clone(), drafts.clone());
        use_effect_with(store.revision, move |_| {
            let before = before.replace(store.place());
            settle(&store, before, words);
            seal_when_finished(&store, &act);
            keep(&store, &drafts);
        });
    }

    let ask = {
        let (store, act) = (store.clone(), act.clone());
        Callback::from(move |request| perform(request, &store, &act, &drafts))
    };
    view(&store, words, &act, &ask)
}

/// Loads the study once.
#[hook]
fn use_load(drafts: &DraftsCell, act: &Callback<Action>) {
    let (drafts, act) = (drafts.clone(), act.clone());
    use_effect_with((), move |()| {
        spawn(async move {
            let failed = act.reform(|()| Action::StorageLost);
            let loaded = load(move || failed.emit(())).await.map(|(loaded, place)| {
                drafts.replace(place);
                loaded
            });
            act.emit(Action::Loaded(loaded));
        });
    });
}

/// Follows the browser's Back and Forward, and a link to another wave that is opened in the same tab.
#[hook]
fn use_history(act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        history::scroll_by_hand();
        let arrivals = history::on_arrival(move |entry| act.emit(Action::Arrived(entry)));
        let link = Link::from_fragment(&history::fragment());
        let links = history::on_fragment_change(move || {
            if Link::from_fragment(&history::fragment()) != link {
                fetch::reload_page();
            }
        });
        move || drop((arrivals, links))
    });
}

/// Asks before the page is left while that would lose something.
#[hook]
fn use_warning(would_lose: bool) {
    use_effect_with(would_lose, |would_lose| {
        let warning = would_lose.then(Warning::new);
        move || drop(warning)
    });
}

/// Learns which languages the voices of this device speak; browsers find them some time after the page began.
#[hook]
fn use_voices(act: &Callback<Action>) {
    let told = act.reform(|()| Action::Voices(speech::languages()));
    use_effect_with((), move |()| {
        told.emit(());
        let listener = speech::on_voices(move || told.emit(()));
        move || drop(listener)
    });
}

/// Reads the question aloud for as long as the state says so.
#[hook]
fn use_reading(store: &Store, act: &Callback<Action>) {
    let item = aloud::shown_item(store).cloned();
    let ended = act.reform(|()| Action::Read(false));
    use_effect_with(store.reading, move |reading| {
        let item = item.filter(|_| *reading);
        let reading = item
            .map(|item| speech::Reading::new(&aloud::parts(&item), &item.language, move || ended.emit(())));
        move || drop(reading)
    });
}

/// A finished session has a record, and is sealed before anything else happens.
fn seal_when_finished(store: &Store, act: &Callback<Action>) {
    let Stage::Asking { session, not_sealed: false } = &store.stage else { return };
    let Some(record) = session.record() else { return };
    act.emit(match seal_record(record, &session.plan().offer().study.recipients) {
        Ok(file) => Action::Sealed(file),
        Err(_) => Action::NotSealed,
    });
}

/// Keeps what a killed tab must not lose. Nothing is stored before somebody starts.
fn keep(store: &Store, drafts: &DraftsCell) {
    let kept = match &store.stage {
        Stage::Asking { session, .. } if session.step() != Step::Start => Kept::Draft(session.to_draft()),
        Stage::HandOver { file, .. } => Kept::File((**file).clone()),
        _ => return,
    };
    if let Some(drafts) = &*drafts.borrow() {
        drafts.keep(kept.into_bytes());
    }
}

/// Does what only a browser can do.
fn perform(request: Request, store: &Store, act: &Callback<Action>, drafts: &DraftsCell) {
    match (request, &store.stage) {
        (Request::Back, Stage::Asking { session, .. }) => {
            if let Some(event) = step_back(session) {
                act.emit(Action::Did(event));
            }
        }
        (Request::StartAgain, _) => {
            forget(drafts, |_| {});
            act.emit(Action::StartAgain);
        }
        (Request::HandOver(way), Stage::HandOver { file, .. }) => {
            let (act, name, text) = (act.clone(), file.name(), file.text.clone());
            spawn(async move {
                let handed = match way {
                    Way::Share => share::share(&name, &text).await,
                    Way::Save => download::save(&name, &text),
                    Way::Copy => clipboard::copy(&text).await,
                };
                act.emit(if handed { Action::Handed(way) } else { Action::Trouble(Trouble::NotHanded) });
            });
        }
        (Request::Clear, _) => {
            let act = act.clone();
            forget(drafts, move |cleared| {
                act.emit(if cleared { Action::Cleared } else { Action::Trouble(Trouble::NotCleared) });
            });
        }
        (Request::Decline, _) => {
            let act = act.clone();
            forget(drafts, move |cleared| act.emit(Action::Declined(cleared)));
        }
        (Request::Print, _) => print::page(check::PRINTED_DAY, EN.language),
        (Request::SaveSheet, Stage::Asking { session, .. }) => {
            // Where nothing can be saved, paper is a copy to keep, too.
            if !consent::copy(session, &EN).is_some_and(|(name, text)| download::save(&name, &text)) {
                print::page(check::PRINTED_DAY, EN.language);
            }
        }
        (Request::Reload, _) => fetch::reload_page(),
        (Request::Back | Request::HandOver(_) | Request::SaveSheet, _) => {}
    }
}

/// Removes what is kept and tells whether nothing is left.
fn forget(drafts: &DraftsCell, told: impl FnOnce(bool) + 'static) {
    let place = drafts.borrow().clone();
    spawn(async move {
        let cleared = match place {
            Some(place) => place.forget().await.is_ok(),
            None => true,
        };
        told(cleared);
    });
}
