//! Walking through the journey: the patient's page's own state, with everything that leaves a page replaced by nothing.
//!
//! Promises: when the study changes, the same steps are taken again in the new one, as far as it has them. Pure.

use crate::patient::{Action, Loaded, Request, SealedFile, Stage, Store, Turn, Way, Ways};
use engine::session::{Event, Plan, Step};
use std::rc::Rc;
use yew::Reducible;

/// The receipt code of a form that was never sealed.
const RECEIPT: &str = "PREVIEW";

/// Where somebody has got to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// The state of the patient's page; it is loading before there is a study to show.
    pub page: Store,
    /// What was asked for and is not to be had in a preview.
    pub note: Option<Note>,
    events: Vec<Event>,
}

/// What a preview does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Another language: its words are files beside the published page.
    English,
    /// Printing and saving.
    NotHere,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Move {
    /// Something of the page itself.
    Act(Action),
    /// Something that only a browser does in the published page.
    Ask(Request),
    /// The study is another one now.
    Replan(Rc<Plan>),
    /// From the start.
    Again,
}

impl Walk {
    /// The walk after `step`.
    #[must_use]
    pub fn after(&self, step: Move) -> Self {
        let mut next = self.clone();
        next.note = None;
        match step {
            Move::Act(action) => next.act(action),
            Move::Ask(request) => next.ask(request),
            Move::Replan(plan) => next.replan(plan),
            Move::Again => {
                next.events.clear();
                if let Some(plan) = next.page.plan().cloned() {
                    next.replan(plan);
                }
            }
        }
        next
    }

    fn act(&mut self, action: Action) {
        if let Action::Did(event) = &action {
            self.events.push(event.clone());
        }
        self.page = self.page.after(action);
        // In the page it would be sealed now, and nobody could read it any more.
        if matches!(&self.page.stage, Stage::Asking { session, .. } if session.step() == Step::Finished) {
            let file = SealedFile { receipt: RECEIPT.into(), text: String::new() };
            self.page = self.page.after(Action::Sealed(file));
        }
    }

    fn ask(&mut self, request: Request) {
        match request {
            Request::Back => self.act(Action::Did(Event::Back)),
            Request::HandOver(Way::Deposit) => {
                self.act(Action::Send);
                self.act(Action::Answered(Some(201)));
            }
            Request::HandOver(way) => self.act(Action::Handed(way)),
            Request::Clear => self.act(Action::Cleared),
            Request::Decline => self.act(Action::Declined(true)),
            Request::Speak(_) => self.note = Some(Note::English),
            Request::Print | Request::SaveSheet => self.note = Some(Note::NotHere),
            Request::CarryOnHere | Request::StartAgain | Request::Reload => *self = self.after(Move::Again),
        }
    }

    /// The same steps in another study. What it does not have, the session passes over.
    fn replan(&mut self, plan: Rc<Plan>) {
        let events = std::mem::take(&mut self.events);
        let loaded = Loaded {
            plan,
            turn: Turn::Free,
            kept: None,
            entry: None,
            keeps: true,
            ways: Ways { send: true, share: true, copy: true },
            is_over: false,
        };
        self.page = Store::default().after(Action::Loaded(Ok(loaded)));
        for event in events {
            self.act(Action::Did(event));
        }
    }
}

impl Reducible for Walk {
    type Action = Move;

    fn reduce(self: Rc<Self>, step: Move) -> Rc<Self> {
        Rc::new(self.after(step))
    }
}
