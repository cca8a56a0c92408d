//! The page: one reducer, and the wires between it and the browser.

use super::{
    aloud, check, consent,
    kept::Kept,
    language,
    load::{Keeping, Link, come_back_in, load_plan, open},
    seal::{SealedFile, seal_record},
    sending::Sending,
    settle::{settle, step_back},
    stage::{Place, Stage, Trouble, Way},
    store::{Action, Happened, Store},
    view::{Request, view},
};
use crate::browser::{
    build, clipboard, download,
    drafts::Loss,
    fetch,
    history::{self, EventListener},
    print, send,
    share::{self, Shared},
    spawn,
    speech::{self, Reading},
    unload::Warning,
    wait::Wait,
};
use engine::session::{Plan, Step};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// What the page holds besides its state. One place and one effect for all of it: each hook costs half a kilobyte.
#[derive(Default)]
struct Held {
    /// What hears the browser's Back and Forward, and another link; there from the first moment on.
    listeners: Option<[EventListener; 2]>,
    /// What keeps the session, while it is this tab's turn.
    keeping: Option<Keeping>,
    /// Where the page stood before the last action.
    before: Place,
    /// Asks before the page is left, while that would lose something.
    warning: Option<Warning>,
    /// What sending was last seen doing.
    sending: Option<Sending>,
    /// The wait between two attempts.
    wait: Option<Wait>,
    /// What hears of voices: browsers find them some time after the page began.
    voices: Option<EventListener>,
    /// The question that is being read aloud.
    reading: Option<Reading>,
}

type HeldCell = Rc<RefCell<Held>>;

/// The patient's page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store { build: build::id().into(), ..Store::default() });
    let held: HeldCell = use_mut_ref(Held::default);
    let act = {
        let dispatcher = store.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let words = store.words;
    {
        let (store, act, held) = (store.clone(), act.clone(), held.clone());
        use_effect_with(store.revision, move |_| {
            if held.borrow().listeners.is_none() {
                begin(&held, &act);
            }
            let before = std::mem::replace(&mut held.borrow_mut().before, store.place());
            settle(&store, before, words);
            seal_when_finished(&store, &act);
            keep(&store, &held);
            send(&store, &held, &act);
            warn(&store, &held);
            read(&store, &held, &act);
        });
    }

    let ask = {
        let (store, act) = (store.clone(), act.clone());
        Callback::from(move |request| perform(request, &store, &act, &held))
    };
    view(&store, words, &act, &ask)
}

/// Loads the study, and listens to the browser from now on.
fn begin(held: &HeldCell, act: &Callback<Action>) {
    held.borrow_mut().listeners = Some(listen(act.clone()));
    let voices = act.reform(|()| Action::Voices(speech::languages()));
    voices.emit(());
    held.borrow_mut().voices = speech::on_voices(move || voices.emit(()));
    let (held, act) = (held.clone(), act.clone());
    spawn(async move {
        let link = Link::from_fragment(&history::fragment());
        match load_plan(&link).await {
            Ok((plan, is_over)) => take_turn(plan, is_over, false, held, act),
            Err(unavailable) => {
                if let Some(words) = language::words(link.tag()).await {
                    act.emit(Action::Speak(words));
                }
                act.emit(Action::Loaded(Err(unavailable)));
            }
        }
    });
}

/// Follows the browser's Back and Forward, and a link to another wave that is opened in the same tab.
fn listen(act: Callback<Action>) -> [EventListener; 2] {
    history::scroll_by_hand();
    let arrivals = history::on_arrival(move |entry| act.emit(Action::Arrived(entry)));
    let link = Link::from_fragment(&history::fragment());
    // What is left of it in the address when the device was cleared.
    let cleared = Link { invitation: None, ..link.clone() };
    let links = history::on_fragment_change(move || {
        let now = Link::from_fragment(&history::fragment());
        if now != link && now != cleared {
            fetch::reload_page();
        }
    });
    [arrivals, links]
}

/// Asks before the page is left while that would lose something.
fn warn(store: &Store, held: &HeldCell) {
    let warning = &mut held.borrow_mut().warning;
    if warning.is_some() != store.would_lose() {
        *warning = store.would_lose().then(Warning::new);
    }
}

/// Takes the turn, from another tab too with `by_force`, and goes on from what is kept.
fn take_turn(plan: Rc<Plan>, is_over: bool, by_force: bool, held: HeldCell, act: Callback<Action>) {
    let told = act.reform(|loss| match loss {
        Loss::NotWritten => Action::StorageLost,
        Loss::TakenOver => Action::TurnLost,
    });
    spawn(async move {
        let (mut loaded, ours) = open(plan, by_force, Rc::new(move |loss| told.emit(loss))).await;
        held.borrow_mut().keeping = ours;
        loaded.is_over = is_over;
        let tag = come_back_in(&mut loaded, &Link::from_fragment(&history::fragment()));
        if let Some(words) = language::words(&tag).await {
            act.emit(Action::Speak(words));
        }
        act.emit(Action::Loaded(Ok(loaded)));
    });
}

/// Sends the file to the study's deposit, and waits between two attempts: once for each new value of [`Sending`].
fn send(store: &Store, held: &HeldCell, act: &Callback<Action>) {
    let sending = store.sending();
    if std::mem::replace(&mut held.borrow_mut().sending, sending) == sending {
        return;
    }
    let wait = match (&store.stage, sending) {
        (Stage::HandOver { plan, file, .. }, Some(Sending::OnItsWay(_))) => {
            let told = act.reform(Action::Answered);
            if let Some(deposit) = &plan.offer().study.deposit {
                send::put(&deposit.address_of(&file.name()), &file.text, move |status| told.emit(status));
            }
            None
        }
        (_, Some(Sending::Waiting(attempt))) => {
            let again = act.reform(|()| Action::Send);
            Some(Wait::new(Sending::wait_ms(attempt), move || again.emit(())))
        }
        _ => None,
    };
    held.borrow_mut().wait = wait;
}

/// Reads the question aloud for as long as the state says so.
fn read(store: &Store, held: &HeldCell, act: &Callback<Action>) {
    let held = &mut held.borrow_mut().reading;
    if held.is_some() == store.reading {
        return;
    }
    let item = aloud::shown_item(store).filter(|_| store.reading);
    *held = item.map(|item| {
        let ended = act.reform(|()| Action::Read(false));
        Reading::new(&aloud::parts(item), &item.language, move || ended.emit(()))
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

/// Keeps what a killed tab must not lose. Nothing is stored before somebody starts, nor once it is not this tab's turn.
fn keep(store: &Store, held: &HeldCell) {
    let kept = match &store.stage {
        Stage::Asking { session, .. } if session.step() != Step::Start => Kept::Draft(session.to_draft()),
        Stage::HandOver { file, sending, .. } => Kept::File((**file).clone(), *sending),
        Stage::Elsewhere(_) | Stage::Ended(_) | Stage::Declined { .. } => {
            let ours = held.borrow_mut().keeping.take();
            if let Some(ours) = ours {
                ours.drafts.let_go();
            }
            return;
        }
        _ => return,
    };
    if store.happened == Happened::NotKept {
        return;
    }
    if let (Some(keeping), Some(plan)) = (&held.borrow().keeping, store.plan()) {
        keeping.drafts.keep(language::with_language(plan, &kept.into_bytes()));
        if !matches!(&store.stage, Stage::Asking { session, .. } if session.step() <= Step::Item(0)) {
            keeping.drafts.ask_to_stay();
        }
    }
}

/// Does what only a browser can do.
fn perform(request: Request, store: &Store, act: &Callback<Action>, held: &HeldCell) {
    match (request, &store.stage) {
        (Request::Back, Stage::Asking { session, .. }) => {
            if let Some(event) = step_back(session) {
                act.emit(Action::Did(event));
            }
        }
        (Request::CarryOnHere, Stage::Elsewhere(plan)) => {
            take_turn(plan.clone(), false, true, held.clone(), act.clone());
        }
        (Request::StartAgain, _) => {
            forget(held, |_| {});
            act.emit(Action::StartAgain);
        }
        (Request::HandOver(Way::Deposit), _) => act.emit(Action::Send),
        (Request::HandOver(way), Stage::HandOver { file, .. }) => hand_over(way, file.clone(), act.clone()),
        (Request::Clear, _) => {
            let act = act.clone();
            forget(held, move |cleared| {
                act.emit(if cleared { Action::Cleared } else { Action::Trouble(Trouble::NotCleared) });
            });
        }
        (Request::Speak(tag), _) => {
            let act = act.clone();
            spawn(async move {
                act.emit(language::words(tag).await.map_or(Action::NoLanguage, Action::Speak));
            });
        }
        (Request::Decline, _) => {
            let act = act.clone();
            forget(held, move |cleared| act.emit(Action::Declined(cleared)));
        }
        (Request::Print, _) => print::page(check::PRINTED_DAY, store.words.language),
        (Request::SaveSheet, Stage::Asking { session, .. }) => {
            // Where nothing can be saved, paper is a copy to keep, too.
            if !consent::copy(session, store.words).is_some_and(|(name, text)| download::save(&name, &text)) {
                print::page(check::PRINTED_DAY, store.words.language);
            }
        }
        (Request::Reload, _) => fetch::reload_page(),
        (Request::Back | Request::HandOver(_) | Request::CarryOnHere | Request::SaveSheet, _) => {}
    }
}

/// Hands the file over in a way that needs nothing but this device.
fn hand_over(way: Way, file: Rc<SealedFile>, act: Callback<Action>) {
    spawn(async move {
        let (name, text) = (file.name(), &file.text);
        let trouble = match way {
            Way::Share => match share::share(&name, text).await {
                Shared::Chosen => None,
                Shared::Closed => Some(Trouble::NotChosen),
                Shared::Failed => Some(Trouble::NotHanded),
            },
            Way::Copy => (!clipboard::copy(text).await).then_some(Trouble::NotHanded),
            Way::Save | Way::Deposit => (!download::save(&name, text)).then_some(Trouble::NotHanded),
        };
        act.emit(trouble.map_or(Action::Handed(way), Action::Trouble));
    });
}

/// Removes what is kept and tells whether nothing is left.
fn forget(held: &HeldCell, told: impl FnOnce(bool) + 'static) {
    let drafts = held.borrow().keeping.as_ref().map(|keeping| keeping.drafts.clone());
    spawn(async move {
        let cleared = match drafts {
            Some(drafts) => drafts.forget().await.is_ok(),
            None => true,
        };
        told(cleared);
    });
}
