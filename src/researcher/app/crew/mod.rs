//! Keeps the workers, and opens files with them; where there are none, in the page, in turns.
//!
//! Promises: workers are started while the page loads; "Lock" and another key end them, and with them whatever was in
//! their memory; one that dies is replaced, and when that happens too often, or none ever runs, the page opens the rest
//! itself. Both ways end in the same findings.

mod working;

use super::{Dispatcher, clerk::Office, running};
use crate::{
    browser::{
        clock,
        pause::pause,
        spawn,
        worker::{self, Message, Told, Worker},
    },
    researcher::{
        CREW,
        crew::{Foreman, MOST, Order, write},
        input::Chosen,
        key::Keys,
        store::{KeyState, Stage, Store},
        study::ChosenStudy,
    },
};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::{Rc, Weak},
};

/// How long the page waits for the first worker, in milliseconds.
const START_MS: u32 = 4_000;

/// The workers of a page.
#[derive(Clone)]
pub(super) struct Crew {
    state: Rc<RefCell<State>>,
    office: Office,
}

#[derive(Default)]
struct State {
    members: BTreeMap<usize, Member>,
    /// Counted up, so that what a dead one still tells is known as such.
    numbered: usize,
    run: Option<Run>,
    /// The number of the run that was begun last, which may have been left to the page.
    begun: u32,
}

struct Member {
    worker: Worker,
    is_ready: bool,
    /// The run that it got keys for.
    tools_of: Option<u32>,
    /// Whether it has an order that it has not reported the end of.
    is_busy: bool,
}

struct Run {
    number: u32,
    foreman: Foreman,
    files: Rc<Vec<Chosen>>,
    keys: Rc<Keys>,
    study: Rc<ChosenStudy>,
    act: Dispatcher,
    alone: running::Alone,
    begun_ms: i64,
    said_ms: i64,
    /// How many were done when it began.
    first: usize,
    deaths: usize,
}

impl Crew {
    /// One that hands what was examined to the clerk of this office.
    pub(super) fn of(office: Office) -> Self {
        Self { state: Rc::default(), office }
    }

    /// Starts as many workers as the machine has cores, if there are none.
    pub(super) fn gather(&self) {
        while self.state.borrow().members.len() < worker::useful().min(MOST) {
            if !self.hire() {
                return;
            }
        }
    }

    /// Ends all workers, at once and whatever they are doing.
    pub(super) fn dismiss(&self) {
        let mut state = self.state.borrow_mut();
        state.run = None;
        state.members.clear();
    }

    /// Does what the state of the page asks for: begins a run, ends one early, forgets one, forgets everything.
    pub(super) fn follow(&self, store: &Store, act: &Dispatcher, alone: running::Alone) {
        let KeyState::Ready(keys) = &store.key else { return self.dismiss_if_used() };
        let stopping = match &store.stage {
            Stage::Opening { stopping, .. } => *stopping,
            _ => return self.leave(),
        };
        let is_new = self.state.borrow().begun != store.run;
        if is_new {
            self.leave();
            let Some(study) = store.study.clone() else { return };
            self.begin(store, study, keys.clone(), act, alone);
        } else if stopping {
            if let Some(run) = &mut self.state.borrow_mut().run {
                run.foreman.stop();
            }
            self.tell_to_stop();
            self.finish_if_over();
        }
    }

    /// Workers that never got a key hold nothing, and may stay.
    fn dismiss_if_used(&self) {
        let is_used = self.state.borrow().members.values().any(|member| member.tools_of.is_some());
        if is_used {
            self.dismiss();
        }
    }

    /// The run is not wanted any more.
    fn leave(&self) {
        if self.state.borrow_mut().run.take().is_some() {
            self.tell_to_stop();
        }
    }

    fn tell_to_stop(&self) {
        for member in self.state.borrow().members.values().filter(|member| member.is_busy) {
            member.worker.say(Message { text: write(&Order::Stop), things: Vec::new() });
        }
    }

    fn begin(
        &self,
        store: &Store,
        study: Rc<ChosenStudy>,
        keys: Rc<Keys>,
        act: &Dispatcher,
        alone: running::Alone,
    ) {
        self.gather();
        // A run that goes on adds to what the clerk has.
        if store.opened.lines == 0 {
            self.office.begin(&study, act);
        }
        let files = store.files.clone();
        let members = self.state.borrow().members.len();
        let run = Run {
            number: store.run,
            foreman: Foreman::new(files.len(), (*store.opened).clone(), members),
            first: store.opened.progress(files.len()).done,
            files,
            keys,
            study,
            act: act.clone(),
            alone,
            begun_ms: clock::now_ms(),
            said_ms: 0,
            deaths: 0,
        };
        let number = run.number;
        {
            let mut state = self.state.borrow_mut();
            (state.begun, state.run) = (number, Some(run));
        }
        if members == 0 {
            return self.go_on_alone();
        }
        self.hand_out();
        // Where every file is open already (another list, other decisions) nobody has anything to report.
        self.finish_if_over();
        let crew = self.clone();
        spawn(async move {
            pause(START_MS).await;
            let state = crew.state.borrow();
            let is_waiting = state.run.as_ref().is_some_and(|run| run.number == number)
                && !state.members.values().any(|member| member.is_ready);
            drop(state);
            if is_waiting {
                crew.go_on_alone();
            }
        });
    }

    /// Starts one more worker, if the browser lets the page have one.
    fn hire(&self) -> bool {
        let number = {
            let mut state = self.state.borrow_mut();
            state.numbered += 1;
            state.numbered
        };
        let (state, office): (Weak<RefCell<State>>, _) = (Rc::downgrade(&self.state), self.office.clone());
        let told = move |told: Told| {
            if let Some(state) = state.upgrade() {
                Self { state, office: office.clone() }.hear(number, told);
            }
        };
        let Some(worker) = Worker::start(CREW, told) else { return false };
        let member = Member { worker, is_ready: false, tools_of: None, is_busy: false };
        self.state.borrow_mut().members.insert(number, member);
        true
    }
}
