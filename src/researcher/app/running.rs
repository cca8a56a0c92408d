//! The loop that opens files, in turns, so that the page stays live.

use super::Handle;
use crate::{
    browser::{clock, pause::pause, spawn},
    researcher::{
        open::{Progress, Turn, open_all},
        opening::minutes_left,
        store::{Action, KeyState, Stage, Store},
    },
};
use std::{cell::Cell, rc::Rc};

/// How long files are opened before the browser gets its turn, in milliseconds.
const TURN_MS: i64 = 40;

/// What is wanted of the loop.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    /// The run that counts.
    run: u32,
    /// Whether it is to end with what it has.
    stopping: bool,
}

impl Wanted {
    pub(super) fn of(store: &Store) -> Self {
        Self { run: store.run, stopping: matches!(store.stage, Stage::Opening { stopping: true, .. }) }
    }

    fn turn(self, run: u32) -> Turn {
        match self {
            Self { run: counting, .. } if counting != run => Turn::Drop,
            Self { stopping: true, .. } => Turn::Stop,
            _ => Turn::Go,
        }
    }
}

/// Opens the chosen files until all are done, it is to stop, or another run counts.
pub(super) fn start(store: &Handle, wanted: Rc<Cell<Wanted>>) {
    let (Some(study), KeyState::Ready(keys)) = (store.study.clone(), store.key.clone()) else { return };
    let (files, opened) = (store.files.clone(), store.opened.clone());
    let (run, act) = (store.run, store.dispatcher());
    spawn(async move {
        let (begun, since) = (clock::now_ms(), Cell::new(i64::MIN));
        let first = opened.progress(&files).done;
        let tick = async |progress: Progress| {
            let now = clock::now_ms();
            if now.saturating_sub(since.get()) >= TURN_MS || progress.done == progress.all {
                let minutes = minutes_left(now - begun, progress.done - first, progress.all - progress.done);
                act.dispatch(Action::Opened(run, Progress { minutes, ..progress }));
                pause(0).await;
                since.set(clock::now_ms());
            }
            wanted.get().turn(run)
        };
        if let Some(opened) = open_all(&files, (*opened).clone(), &keys, &study.offer, tick).await {
            act.dispatch(Action::Examined(run, Rc::new(opened)));
        }
    });
}
