//! Works out what changed, when somebody looks at it.

use super::{DRAW_MS, Handle};
use crate::{
    browser::{pause::pause, spawn},
    researcher::{
        changed::Changed,
        store::{Action, Look, Place, Stage, Store},
    },
};
use std::rc::Rc;

/// Whether it is looked at and not there.
pub(super) fn is_wanted(store: &Store) -> bool {
    matches!(&store.stage, Stage::Found(_, Look { place: Place::Changed, changed: None, .. }))
}

/// Works it out, after the page could say that this takes a while.
pub(super) fn start(store: &Handle) {
    let (Stage::Found(findings, _), Some(study)) = (&store.stage, &store.study) else { return };
    let (findings, study, act) = (findings.clone(), study.clone(), store.dispatcher());
    let contacts = store.contacts.bytes.clone();
    spawn(async move {
        pause(DRAW_MS).await;
        let made = Changed::make(&findings, &study.offer, contacts.as_deref()).map(Rc::new);
        act.dispatch(Action::Analysed(findings, made));
    });
}
