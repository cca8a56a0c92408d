//! What is asked of the clerk, and what comes back.
//!
//! Promises: every ask has a number, counted up and never used twice; an answer without its ask on the list comes too
//! late and changes nothing. The list is all that whoever passes asks on has to look at.

use super::{Change, Drawn, Look, Note, Stage, Store};
use crate::researcher::{
    clerk::{Answer, Ask, Asked, Linked, Wanted},
    findings::FindingsProblem,
};
use cohort::Decisions;
use std::rc::Rc;

/// What the clerk was asked and has not answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asking {
    /// The number of the last ask; 0 is none's.
    pub number: u32,
    /// All that waits for its answer, in its order.
    pub list: Vec<Asked>,
}

/// What is being linked.
#[derive(Clone, Debug, PartialEq)]
pub struct Linking {
    /// With these decisions.
    pub(super) decisions: Rc<Decisions>,
    /// What changed them; nothing when files were opened.
    pub(super) change: Option<Change>,
}

impl Asking {
    pub(super) fn ask(&mut self, ask: Ask) {
        self.number += 1;
        self.list.push(Asked { number: self.number, ask });
    }

    /// Answers come in the order of the asks: whatever was asked before needs none any more.
    fn take(&mut self, number: u32) -> Option<Ask> {
        let at = self.list.iter().position(|asked| asked.number == number)?;
        self.list.drain(..=at).next_back().map(|asked| asked.ask)
    }
}

impl Store {
    /// Links all that was examined, with these decisions.
    pub(super) fn link(&mut self, decisions: Rc<Decisions>, change: Option<Change>) {
        let begin = Look::default();
        let look = if let Stage::Found(_, look) = &self.stage { look } else { &begin };
        let then = match change {
            Some(_) => Some(Wanted::Questions { page: look.question_page, log: look.log_page }),
            None => begin.wanted(),
        };
        let text = if decisions.is_empty() { String::new() } else { decisions.to_json() };
        self.linking = Some(Linking { decisions, change });
        let listed = self.listed.codes.as_deref().cloned();
        self.asking.ask(Ask::Link {
            decisions: text,
            listed,
            then: then.expect("these parts come by pages"),
        });
    }

    /// Nothing that was asked is wanted any more.
    pub(super) fn unask(&mut self) {
        self.linking = None;
        self.asking.list.clear();
    }

    /// What the clerk answers.
    pub(super) fn hear(&mut self, number: u32, answer: Answer) {
        match (self.asking.take(number), answer) {
            (Some(Ask::Link { then, .. }), Answer::Linked(result)) => {
                if let Some(linking) = self.linking.take() {
                    self.take_linked(linking, then, result.map(|linked| *linked));
                }
            }
            (Some(Ask::Show(wanted)), Answer::Shown(sheet)) => self.take_shown(wanted, *sheet),
            (Some(Ask::Analyse { .. }), Answer::Analysed(made)) => self.take_worked(number, made),
            (Some(Ask::Report { .. }), Answer::Report(batch)) => self.take_batch(*batch),
            _ => {}
        }
    }

    fn take_linked(&mut self, linking: Linking, then: Wanted, result: Result<Linked, FindingsProblem>) {
        match (&self.stage, result, linking.change) {
            // Every input that was told has its line, or nothing is shown at all.
            (_, Ok(linked), _) if linked.overview.counts.inputs() != self.opened.lines => self.lose(),
            (Stage::Opening { .. }, Ok(Linked { overview, sheet }), _) => {
                let seen = Some((then, Rc::new(sheet)));
                let look = Look { seen, drawn: Drawn::BEGUN, ..Look::default() };
                self.stage = Stage::Found(Rc::new(overview), look);
            }
            (Stage::Opening { .. }, Err(problem), _) => {
                self.choose(None);
                problem.tell(self);
            }
            (Stage::Found(..), Ok(linked), Some(change)) => {
                self.log.decisions = linking.decisions;
                self.show_decided(linked, then, change);
            }
            (Stage::Found(..), Err(problem), Some(Change::Made)) => self.refuse_decision(problem),
            // Others stand on the decision that was to be taken back: they go first.
            _ => {}
        }
    }

    /// The clerk is gone, and with it what was opened. Nothing is shown by halves.
    pub(super) fn lose(&mut self) {
        self.opened = Rc::default();
        self.choose(Some(Note::Lost));
    }
}
