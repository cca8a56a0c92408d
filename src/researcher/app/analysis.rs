//! Works out what changed, when somebody looks at it.

use super::{DRAW_MS, Handle};
use crate::{
    browser::{pause::pause, save_file, spawn},
    researcher::{
        changed::Changed,
        store::{Action, Look, Place, Stage, Store},
    },
};
use cohort::analysis::{plot_file, plots};
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

/// Saves the plot at a place of the report.
pub(super) fn save_plot(store: &Handle, place: usize) {
    let Stage::Found(_, Look { changed: Some(changed), .. }) = &store.stage else { return };
    if let Some(chart) = plots(&changed.blocks).get(place) {
        save_file::save(&format!("plot_{:02}.svg", place + 1), plot_file(chart).as_bytes());
    }
}
