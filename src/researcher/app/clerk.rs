//! Keeps the clerk, in a worker or, where there is none, in the page, and passes on what it is asked and answers.
//!
//! Promises: the clerk's worker is started while the page loads and ends when there is nothing to hold any more ("Lock"
//! among others), and with it all of its memory; what was asked before it ran is not lost when it never runs; when it
//! dies later, the page is told. Asks and answers keep their order, and both ways answer the same.

use super::{Dispatcher, saving};
use crate::{
    browser::{
        content::Content,
        pause::{drawn, pause},
        save_file, spawn,
        worker::{Message, Thing, Told, Worker},
    },
    researcher::{
        CLERK,
        clerk::{Answer, Answered, Ask, Asked, Clerk, known_name},
        crew::read,
        store::{Action, Store},
        study::ChosenStudy,
    },
};
use std::{
    cell::RefCell,
    collections::VecDeque,
    rc::{Rc, Weak},
};
use zeroize::Zeroizing;

/// How long the page waits for the worker, in milliseconds.
const START_MS: u32 = 4_000;

/// Where the clerk works.
#[derive(Clone, Default)]
pub(super) struct Office(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    hand: Hand,
    /// Counted up with every clerk, so that what one still says that was sent away is known as such.
    hired: u32,
    /// Whether it holds anything.
    is_used: bool,
    /// The number of the last ask that was passed on.
    passed: u32,
    act: Option<Dispatcher>,
}

#[derive(Default)]
enum Hand {
    #[default]
    Nobody,
    /// A worker that does not run yet, and what it will be asked.
    Coming(Worker, Vec<Asked>),
    Worker(Worker),
    /// In the page.
    Here(Box<Clerk>, VecDeque<Asked>),
    /// In the page, at work.
    Busy(VecDeque<Asked>),
}

impl Office {
    /// Has a clerk come, if there is none.
    pub(super) fn hire(&self, act: &Dispatcher) {
        let mut state = self.0.borrow_mut();
        state.act = Some(act.clone());
        if !matches!(state.hand, Hand::Nobody) {
            return;
        }
        state.hired += 1;
        let (hired, office) = (state.hired, Rc::downgrade(&self.0));
        let told = move |told: Told| {
            if let Some(office) = Weak::upgrade(&office) {
                Self(office).hear(hired, told);
            }
        };
        state.hand = match Worker::start(CLERK, told) {
            Some(worker) => Hand::Coming(worker, Vec::new()),
            None => Hand::Here(Box::default(), VecDeque::new()),
        };
    }

    /// Has everything forgotten, and a clerk begin with this study.
    pub(super) fn begin(&self, study: &ChosenStudy, act: &Dispatcher) {
        if self.0.borrow().is_used {
            self.dismiss();
        }
        self.hire(act);
        self.0.borrow_mut().is_used = true;
        self.pass(Asked { number: 0, ask: Ask::Begin { study: study.source.to_string() } });
    }

    /// Hands over what was examined.
    pub(super) fn take(&self, parts: Vec<Zeroizing<Vec<u8>>>) {
        if !parts.is_empty() {
            self.pass(Asked { number: 0, ask: Ask::Take { parts } });
        }
    }

    /// Passes on what the page has asked since, and sends the clerk away who holds what nobody needs.
    pub(super) fn follow(&self, store: &Store) {
        if !store.needs_clerk() && self.0.borrow().is_used {
            self.dismiss();
        }
        for asked in &store.asking.list {
            let is_new = asked.number > self.0.borrow().passed;
            if is_new {
                self.0.borrow_mut().passed = asked.number;
                self.pass(asked.clone());
            }
        }
    }

    fn dismiss(&self) {
        let mut state = self.0.borrow_mut();
        state.hired += 1;
        (state.hand, state.is_used) = (Hand::Nobody, false);
    }

    fn pass(&self, asked: Asked) {
        let mut state = self.0.borrow_mut();
        let hired = state.hired;
        match &mut state.hand {
            // What was asked of one that is gone needs no answer.
            Hand::Nobody => {}
            Hand::Coming(_, waiting) => {
                waiting.push(asked);
                if waiting.len() == 1 {
                    drop(state);
                    self.wait(hired);
                }
            }
            Hand::Worker(worker) => {
                let is_taken = worker.say(asked.sent());
                drop(state);
                if !is_taken {
                    self.lose_soon(hired);
                }
            }
            Hand::Here(_, waiting) => {
                waiting.push_back(asked);
                drop(state);
                self.work(hired);
            }
            Hand::Busy(waiting) => waiting.push_back(asked),
        }
    }

    /// A worker that does not run by then is not waited for any longer.
    fn wait(&self, hired: u32) {
        let office = self.clone();
        spawn(async move {
            pause(START_MS).await;
            let is_coming = matches!(office.0.borrow().hand, Hand::Coming(..));
            if is_coming && office.0.borrow().hired == hired {
                office.lose(hired);
            }
        });
    }

    fn hear(&self, hired: u32, told: Told) {
        if self.0.borrow().hired != hired {
            return;
        }
        let Told::Said(Message { text, things }) = told else { return self.lose_soon(hired) };
        let Some(Answered { number, answer }) = read(&text) else { return self.lose_soon(hired) };
        if answer == Answer::Ready {
            return self.run(hired);
        }
        let content = things.into_iter().find_map(|thing| match thing {
            Thing::Content(content) => Some(content),
            _ => None,
        });
        // To read an answer takes a while, and so does drawing it.
        let office = self.clone();
        spawn(async move {
            pause(0).await;
            let is_ours = office.0.borrow().hired == hired;
            if is_ours {
                office.deliver(number, answer, content);
            }
        });
    }

    /// The worker runs, and gets what waits for it.
    fn run(&self, hired: u32) {
        let mut state = self.0.borrow_mut();
        let Hand::Coming(worker, waiting) = std::mem::take(&mut state.hand) else { return };
        let is_taken = waiting.into_iter().all(|asked| worker.say(asked.sent()));
        state.hand = Hand::Worker(worker);
        drop(state);
        if !is_taken {
            self.lose_soon(hired);
        }
    }

    /// Not while it is still speaking: what it speaks through goes with it.
    fn lose_soon(&self, hired: u32) {
        let office = self.clone();
        spawn(async move { office.lose(hired) });
    }

    /// The worker is gone. One that never ran had nothing: the page does its work itself.
    fn lose(&self, hired: u32) {
        let mut state = self.0.borrow_mut();
        if state.hired != hired {
            return;
        }
        match std::mem::take(&mut state.hand) {
            Hand::Coming(_, waiting) => {
                state.hand = Hand::Here(Box::default(), waiting.into());
                drop(state);
                self.work(hired);
            }
            Hand::Worker(_) => {
                state.hired += 1;
                state.is_used = false;
                let act = state.act.clone();
                drop(state);
                if let Some(act) = act {
                    act.dispatch(Action::ClerkLost);
                }
            }
            other => state.hand = other,
        }
    }

    /// Works in the page, through all that waits, after the page could say each time that this takes a while.
    fn work(&self, hired: u32) {
        let mut state = self.0.borrow_mut();
        let Hand::Here(clerk, waiting) = std::mem::take(&mut state.hand) else { return };
        state.hand = Hand::Busy(waiting);
        drop(state);
        let (office, mut clerk) = (self.clone(), clerk);
        spawn(async move {
            while let Some(Asked { number, ask }) = office.next(hired) {
                match &ask {
                    Ask::Link { .. } | Ask::Analyse { .. } | Ask::Make { .. } => drawn().await,
                    Ask::Show(_) | Ask::Report { .. } => pause(0).await,
                    _ => {}
                }
                let reply = clerk.hear(ask);
                // It may have been sent away meanwhile.
                let is_ours = office.0.borrow().hired == hired;
                if let (Some(reply), true) = (reply, is_ours) {
                    let content = reply.content.and_then(|bytes| Content::of(&bytes));
                    office.deliver(number, reply.answer, content);
                }
            }
            let mut state = office.0.borrow_mut();
            if state.hired == hired {
                state.hand = Hand::Here(clerk, VecDeque::new());
            }
        });
    }

    /// What waits next in the page.
    fn next(&self, hired: u32) -> Option<Asked> {
        let mut state = self.0.borrow_mut();
        if state.hired != hired {
            return None;
        }
        if let Hand::Busy(waiting) = &mut state.hand { waiting.pop_front() } else { None }
    }

    fn deliver(&self, number: u32, answer: Answer, content: Option<Content>) {
        let Some(act) = self.0.borrow().act.clone() else { return };
        if let Answer::Made { name } = &answer
            && let Some(name) = known_name(name)
        {
            let taken = content.is_some_and(|content| save_file::save_content(name, &content));
            act.dispatch(Action::Saved(name, saving(taken)));
        }
        act.dispatch(Action::Answered(number, answer));
    }
}
