//! The page: one reducer, and the wires between it and the browser.

use super::{
    kept::Kept,
    load::{Keeping, Link, load_plan, open},
    seal::{SealedFile, seal_record},
    sending::Sending,
    settle::{settle, step_back},
    stage::{Place, Stage, Trouble, Way},
    store::{Action, Store},
    view::{Request, view},
};
use crate::browser::{
    clipboard, download, fetch, history,
    send::Attempt,
    share::{self, Shared},
    spawn,
    unload::Warning,
    wait::Wait,
};
use engine::session::{Plan, Step};
use std::{cell::RefCell, rc::Rc};
use text::EN;
use yew::prelude::*;

/// What keeps the session, while it is this tab's turn.
type KeepingCell = Rc<RefCell<Option<Keeping>>>;

/// The patient's page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(Store::default);
    let keeping: KeepingCell = use_mut_ref(|| None);
    let act = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let words = &EN;

    use_load(&keeping, &act);
    use_history(&act);
    use_warning(store.would_lose());
    use_sending(&store, &act);

    let before = use_mut_ref(|| Place::Nowhere);
    {
        let (store, act, keeping) = (store.clone(), act.clone(), keeping.clone());
        use_effect_with(store.revision, move |_| {
            let before = before.replace(store.place());
            settle(&store, before, words);
            seal_when_finished(&store, &act);
            keep(&store, &keeping);
        });
    }

    let ask = {
        let (store, act) = (store.clone(), act.clone());
        Callback::from(move |request| perform(request, &store, &act, &keeping))
    };
    view(&store, words, &act, &ask)
}

/// Loads the study once.
#[hook]
fn use_load(keeping: &KeepingCell, act: &Callback<Action>) {
    let (keeping, act) = (keeping.clone(), act.clone());
    use_effect_with((), move |()| {
        spawn(async move {
            match load_plan().await {
                Ok(plan) => take_turn(plan, false, keeping, act),
                Err(unavailable) => act.emit(Action::Loaded(Err(unavailable))),
            }
        });
    });
}

/// Takes the turn, from another tab too with `by_force`, and goes on from what is kept.
fn take_turn(plan: Rc<Plan>, by_force: bool, keeping: KeepingCell, act: Callback<Action>) {
    let (lost, failed) = (act.reform(|()| Action::TurnLost), act.reform(|()| Action::StorageLost));
    spawn(async move {
        let (loaded, ours) = open(plan, by_force, lost, failed).await;
        keeping.replace(ours);
        act.emit(Action::Loaded(Ok(loaded)));
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

/// Sends the file to the study's deposit, and waits between two attempts.
#[hook]
fn use_sending(store: &Store, act: &Callback<Action>) {
    let (stage, act) = (store.stage.clone(), act.clone());
    use_effect_with(store.sending(), move |sending| {
        let doing = match (&stage, sending) {
            (Stage::HandOver { plan, file, .. }, Some(Sending::OnItsWay(_))) => {
                (attempt(plan, file, act.reform(Action::Answered)), None)
            }
            (_, Some(Sending::Waiting(attempt))) => {
                (None, Some(Wait::new(Sending::wait_ms(*attempt), move || act.emit(Action::Send))))
            }
            _ => (None, None),
        };
        move || drop(doing)
    });
}

fn attempt(plan: &Plan, file: &SealedFile, told: Callback<Option<u16>>) -> Option<Attempt> {
    let deposit = plan.offer().study.deposit.as_ref()?;
    Some(Attempt::start(&deposit.address_of(&file.name()), &file.text, move |status| told.emit(status)))
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
fn keep(store: &Store, keeping: &KeepingCell) {
    let kept = match &store.stage {
        Stage::Asking { session, .. } if session.step() != Step::Start => Kept::Draft(session.to_draft()),
        Stage::HandOver { file, sending, .. } => Kept::File((**file).clone(), *sending),
        Stage::Elsewhere(_) | Stage::Ended(_) => {
            if let Some(ours) = keeping.take() {
                ours.drafts.let_go();
            }
            return;
        }
        _ => return,
    };
    if let Some(keeping) = &*keeping.borrow() {
        keeping.drafts.keep(kept.into_bytes());
    }
}

/// Does what only a browser can do.
fn perform(request: Request, store: &Store, act: &Callback<Action>, keeping: &KeepingCell) {
    match (request, &store.stage) {
        (Request::Back, Stage::Asking { session, .. }) => {
            if let Some(event) = step_back(session) {
                act.emit(Action::Did(event));
            }
        }
        (Request::CarryOnHere, Stage::Elsewhere(plan)) => {
            take_turn(plan.clone(), true, keeping.clone(), act.clone());
        }
        (Request::StartAgain, _) => {
            forget(keeping, |_| {});
            act.emit(Action::StartAgain);
        }
        (Request::HandOver(Way::Deposit), _) => act.emit(Action::Send),
        (Request::HandOver(way), Stage::HandOver { file, .. }) => hand_over(way, file.clone(), act.clone()),
        (Request::Clear, _) => {
            let act = act.clone();
            forget(keeping, move |cleared| {
                act.emit(if cleared { Action::Cleared } else { Action::Trouble(Trouble::NotCleared) });
            });
        }
        (Request::Reload, _) => fetch::reload_page(),
        (Request::Back | Request::HandOver(_) | Request::CarryOnHere, _) => {}
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
fn forget(keeping: &KeepingCell, told: impl FnOnce(bool) + 'static) {
    let drafts = keeping.borrow().as_ref().map(|keeping| keeping.drafts.clone());
    spawn(async move {
        let cleared = match drafts {
            Some(drafts) => drafts.forget().await.is_ok(),
            None => true,
        };
        told(cleared);
    });
}
