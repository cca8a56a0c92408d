//! The loop that opens files in the page itself, in turns, so that the page stays live: for pages that can have no
//! workers.

use super::{Dispatcher, clerk::Office};
use crate::{
    browser::{clock, pause::pause, spawn},
    researcher::{
        crew::pack,
        input::Chosen,
        key::Keys,
        open::{Turn, open_all},
        opened::{Opened, Progress},
        opening::minutes_left,
        store::{Action, Stage, Store},
        study::ChosenStudy,
    },
};
use cohort::Examined;
use std::{cell::Cell, rc::Rc};

/// How long files are opened before the browser gets its turn, in milliseconds.
const TURN_MS: i64 = 30;

/// What is wanted of the loop: it lives outside of the state.
#[derive(Clone, Default)]
pub(super) struct Alone(Rc<Cell<Wanted>>);

#[derive(Clone, Copy, Default)]
struct Wanted {
    /// The run that counts.
    run: u32,
    /// Whether it is to end with what it has.
    stopping: bool,
}

impl Wanted {
    fn turn(self, run: u32) -> Turn {
        match self {
            Self { run: counting, .. } if counting != run => Turn::Drop,
            Self { stopping: true, .. } => Turn::Stop,
            _ => Turn::Go,
        }
    }
}

impl Alone {
    /// Notes what the state of the page wants.
    pub(super) fn follow(&self, store: &Store) {
        let stopping = matches!(store.stage, Stage::Opening { stopping: true, .. });
        self.0.set(Wanted { run: store.run, stopping });
    }

    /// Opens the files beyond what is in `opened`, until all are done, it is to stop, or another run counts.
    #[expect(clippy::too_many_arguments, reason = "the parts of a run that the workers left")]
    pub(super) fn start(
        self,
        run: u32,
        files: Rc<Vec<Chosen>>,
        opened: Opened,
        keys: Rc<Keys>,
        study: Rc<ChosenStudy>,
        act: Dispatcher,
        office: Office,
    ) {
        spawn(async move {
            let (begun, since) = (clock::now_ms(), Cell::new(i64::MIN));
            let first = opened.progress(files.len()).done;
            let tick = async |progress: Progress| {
                let now = clock::now_ms();
                if now.saturating_sub(since.get()) >= TURN_MS || progress.done == progress.all {
                    let (done, rest) = (progress.done - first, progress.all - progress.done);
                    let minutes = minutes_left(now - begun, done, rest);
                    act.dispatch(Action::Opened(run, Progress { minutes, ..progress }));
                    pause(0).await;
                    since.set(clock::now_ms());
                }
                self.0.get().turn(run)
            };
            let keep = |examined: Vec<Examined>| {
                if !examined.is_empty() {
                    office.take(vec![pack(&examined)]);
                }
            };
            if let Some(opened) = open_all(&files, opened, &keys, &study.offer, keep, tick).await {
                act.dispatch(Action::Examined(run, Rc::new(opened)));
            }
        });
    }
}

/// Ends a run: the page first says that the tables are being made.
pub(super) fn finish(act: Dispatcher, run: u32, opened: Opened, files: usize) {
    spawn(async move {
        act.dispatch(Action::Opened(run, opened.progress(files)));
        pause(0).await;
        act.dispatch(Action::Examined(run, Rc::new(opened)));
    });
}
