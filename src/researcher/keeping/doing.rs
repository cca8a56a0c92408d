//! Puts locked keys on the device and takes them away.

use super::{
    super::{
        locksmith,
        store::{Action, KeyState, Store},
    },
    KeepAction, KeepProblem, KeptKey, NAME, choose_passphrase,
    view::{AGAIN_ID, PASSPHRASE_ID},
};
use crate::browser::{pause::pause, secret, shelf, spawn};
use std::rc::Rc;
use yew::prelude::*;

/// Looks for what is kept.
pub(in crate::researcher) fn load(act: &UseReducerDispatcher<Store>) {
    act.dispatch(Action::Keep(KeepAction::Read(all())));
}

/// Keeps the key that is there, locked with the passphrase that stands in the two fields.
pub(in crate::researcher) fn keep(store: &UseReducerHandle<Store>) {
    let typed = [PASSPHRASE_ID, AGAIN_ID].map(secret::take);
    let (KeyState::Ready(keys), act) = (&store.key, store.dispatcher()) else { return };
    let passphrase = match choose_passphrase(typed) {
        Ok(passphrase) => passphrase,
        Err(problem) => return act.dispatch(Action::Keep(KeepAction::Done(Err(problem)))),
    };
    let keys = keys.clone();
    let study = store.study.as_deref().filter(|study| keys.fit(&study.offer.study.recipients));
    let study = study.map(|study| study.title().to_owned()).unwrap_or_default();
    act.dispatch(Action::Keep(KeepAction::Lock));
    spawn(async move {
        // The state must be that of locking before it can be that of having locked.
        pause(0).await;
        let done = KeptKey::lock(&keys, &study, &passphrase, locksmith::beside).await.and_then(|kept| {
            let is_kept = shelf::put(&kept.name(), &kept.to_text());
            is_kept.then(all).ok_or(KeepProblem::Blocked)
        });
        act.dispatch(Action::Keep(KeepAction::Done(done)));
    });
}

/// Removes the key with this fingerprint.
pub(in crate::researcher) fn remove(fingerprint: &str, act: &UseReducerDispatcher<Store>) {
    let is_gone = shelf::remove(&[NAME, fingerprint].concat());
    act.dispatch(Action::Keep(KeepAction::Removed(is_gone.then(all))));
}

fn all() -> Rc<[KeptKey]> {
    shelf::all(NAME).iter().map(|(name, text)| KeptKey::read(name, text)).collect()
}
