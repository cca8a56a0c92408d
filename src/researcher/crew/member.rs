//! A worker: it opens what it is given and tells what was found.
//!
//! Promises: keys live here until the worker ends, and are wiped when others come; a file's content is dropped as soon as
//! it was examined; it hears the page's "stop" between two files. Must never draw, or ask a host for anything.

use super::{Errand, Order, Report, pack, read, write};
use crate::{
    browser::{
        clock,
        pause::pause,
        spawn,
        worker::{self, Message, Thing},
    },
    researcher::{
        input::Chosen,
        key::{KeyRead, Keys, read_key},
        open::Desk,
        opened::Found,
        study::read_study,
    },
};
use cohort::Examined;
use engine::study::Offer;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// How long it works before it listens, in milliseconds.
const LISTEN_MS: i64 = 40;
/// How long it keeps what it found before it tells, in milliseconds: each telling costs the page a moment.
const TELL_MS: i64 = 120;

/// What it works with.
struct Tools {
    keys: Rc<Keys>,
    offer: Offer,
}

#[derive(Default)]
struct Member {
    tools: RefCell<Option<Rc<Tools>>>,
    is_stopped: Cell<bool>,
}

/// Serves the page until the page ends this worker.
pub(in crate::researcher) fn serve() {
    let member = Rc::new(Member::default());
    worker::serve(move |message| member.hear(message));
    tell(&Report::Ready);
}

fn tell(report: &Report) {
    tell_with(report, Vec::new());
}

fn tell_with(report: &Report, things: Vec<Thing>) {
    worker::say(Message { text: write(report), things });
}

impl Member {
    fn hear(self: &Rc<Self>, Message { text, things }: Message) {
        // Page and worker are the same program, so that there is no order that it would not know.
        match read(&text) {
            Some(Order::Begin { study }) => *self.tools.borrow_mut() = Tools::of(&study, things).map(Rc::new),
            Some(Order::Open { run, errands }) => {
                self.is_stopped.set(false);
                let tools = self.tools.borrow().clone();
                // Without tools it rests at once: the files wait for another one.
                let Some(tools) = tools else { return tell(&Report::Idle { run }) };
                let member = self.clone();
                spawn(async move {
                    member.open(run, &tools, errands, things).await;
                    tell(&Report::Idle { run });
                });
            }
            Some(Order::Stop) => self.is_stopped.set(true),
            None => {}
        }
    }

    async fn open(&self, run: u32, tools: &Tools, errands: Vec<Errand>, things: Vec<Thing>) {
        let desk = Desk::new(&tools.keys, &tools.offer);
        let (listened, told) = (Cell::new(clock::now_ms()), Cell::new(clock::now_ms()));
        let pile = RefCell::new((Vec::<Found>::new(), Vec::<Thing>::new()));
        let hand_over = || {
            told.set(clock::now_ms());
            let (found, things) = pile.take();
            if !found.is_empty() {
                tell_with(&Report::Found { run, found }, things);
            }
        };
        let go_on = async || {
            if clock::now_ms() - told.get() >= TELL_MS {
                hand_over();
            }
            if clock::now_ms() - listened.get() >= LISTEN_MS {
                pause(0).await;
                listened.set(clock::now_ms());
            }
            !self.is_stopped.get()
        };
        for (errand, thing) in errands.into_iter().zip(things) {
            let file = Chosen::arrived(errand.name, thing);
            let keep = |found: Found, examined: Vec<Examined>| {
                let mut pile = pile.borrow_mut();
                if found.lines > 0 {
                    pile.1.push(Thing::Bytes(pack(&examined)));
                }
                pile.0.push(found);
            };
            if !desk.open(errand.file, &file, errand.passed, &keep, &go_on).await {
                break;
            }
        }
        hand_over();
    }
}

impl Tools {
    fn of(study: &str, things: Vec<Thing>) -> Option<Self> {
        let Some(Thing::Bytes(keys)) = things.into_iter().next() else { return None };
        let Ok(KeyRead::Ready(keys)) = read_key(keys) else { return None };
        Some(Self { keys, offer: read_study(study.as_bytes()).ok()? })
    }
}
