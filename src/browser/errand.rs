//! One piece of work in a worker that is started for it and ends with it, and with it all of its memory.

use super::worker::{Message, Told, Worker};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How long the page waits for the worker to run, in milliseconds.
const START_MS: u32 = 4_000;

#[derive(Default)]
struct Errand {
    worker: Option<Worker>,
    /// What the worker gets as soon as it runs.
    waiting: Option<Message>,
    answer: Option<Message>,
    /// Ends the wait.
    over: Option<Function>,
    _patience: Option<Timeout>,
}

/// Gives `work` to a worker called `name` and waits for what it says; `None` where there can be no such worker, or it died.
/// Its first word says that it runs, its second one is the answer.
pub async fn run(name: &str, work: Message) -> Option<Message> {
    let errand = Rc::new(RefCell::new(Errand { waiting: Some(work), ..Errand::default() }));
    let mut begin = |over: Function, _: Function| {
        errand.borrow_mut().over = Some(over);
        let (worker, patience) = (Rc::downgrade(&errand), Rc::downgrade(&errand));
        let started = Worker::start(name, move |told| with(&worker, |errand| errand.hear(told)));
        let mut state = errand.borrow_mut();
        if started.is_none() {
            state.end();
        }
        state.worker = started;
        let given_up = move || with(&patience, Errand::give_up);
        state._patience = Some(Timeout::new(START_MS, given_up));
    };
    // It is only ever fulfilled.
    let _ = JsFuture::from(Promise::new(&mut begin)).await;
    errand.borrow_mut().answer.take()
}

fn with(errand: &Weak<RefCell<Errand>>, does: impl FnOnce(&mut Errand)) {
    if let Some(errand) = errand.upgrade() {
        does(&mut errand.borrow_mut());
    }
}

impl Errand {
    fn hear(&mut self, told: Told) {
        match (told, self.waiting.take()) {
            (Told::Said(_), Some(work)) => {
                let is_taken = self.worker.as_ref().is_some_and(|worker| worker.say(work));
                if !is_taken {
                    self.end();
                }
            }
            (Told::Said(answer), None) => {
                self.answer = Some(answer);
                self.end();
            }
            (Told::Died, _) => self.end(),
        }
    }

    /// A worker that does not run by then is not waited for any longer.
    fn give_up(&mut self) {
        if self.waiting.take().is_some() {
            self.end();
        }
    }

    fn end(&mut self) {
        if let Some(over) = self.over.take() {
            // The wait takes whatever it is given.
            let _ = over.call0(&JsValue::NULL);
        }
    }
}
