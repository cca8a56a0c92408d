//! Looking at what was found.

use super::{Action, Form, Stage, Store};
use crate::researcher::{
    changed::{Changed, ContactsProblem},
    findings::Findings,
};
use cohort::{Outcome, analysis::ContactsError};
use std::{collections::BTreeMap, rc::Rc};

/// Which part of the findings is looked at, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// The part.
    pub place: Place,
    /// Only the lines with this outcome.
    pub outcome: Option<Outcome>,
    /// The page of the ledger, from 0.
    pub ledger_page: usize,
    /// The page of the table, from 0.
    pub table_page: usize,
    /// The page of the questions, from 0.
    pub question_page: usize,
    /// The page of the people, from 0.
    pub people_page: usize,
    /// The order of the people.
    pub sorting: Sorting,
    /// What became of the files that were to be saved.
    pub saved: BTreeMap<&'static str, Saving>,
    /// What changed, once it is worked out.
    pub changed: Option<Rc<Changed>>,
    /// Whether a decision was just taken, or taken back.
    pub decided: Option<Change>,
}

/// What just happened to the decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// One more.
    Made,
    /// One less.
    TakenBack,
}

/// A part of the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The ledger, the table, and the files to save.
    #[default]
    Files,
    /// What persons must decide, and have decided.
    Questions,
    /// One thing to decide.
    Form(Box<Form>),
    /// Everybody by waves.
    People,
    /// One person, by participant code.
    Person(String),
    /// What changed between the waves.
    Changed,
}

/// The order of the people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// Those that need attention first.
    #[default]
    Attention,
    /// Those with missing waves first.
    Missing,
    /// By participant code.
    Code,
}

/// What became of a file that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The browser took it.
    Done,
    /// The browser refused it.
    Refused,
}

impl Store {
    pub(super) fn go(&mut self, place: Place) {
        if let Stage::Found(_, look) = &mut self.stage {
            look.place = place;
            look.decided = None;
        }
    }

    /// What changed is worked out, of findings that may be others by now.
    pub(super) fn take_changed(&mut self, of: &Rc<Findings>, made: Result<Rc<Changed>, ContactsError>) {
        let Stage::Found(findings, look) = &mut self.stage else { return };
        if !Rc::ptr_eq(findings, of) {
            return;
        }
        match made {
            Ok(changed) => look.changed = Some(changed),
            Err(error) => {
                self.contacts.bytes = None;
                self.contacts.problem = Some(ContactsProblem::Wrong(error));
            }
        }
    }

    /// Another table of contacts, or none: what changed is worked out again.
    pub(super) fn take_contacts(&mut self, read: Option<Result<Rc<[u8]>, ContactsProblem>>) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        let (bytes, problem) = match read.transpose() {
            Ok(bytes) => (bytes, None),
            Err(problem) => (self.contacts.bytes.take(), Some(problem)),
        };
        if bytes != self.contacts.bytes || problem.is_none() {
            look.changed = None;
            look.saved.clear();
        }
        (self.contacts.bytes, self.contacts.problem) = (bytes, problem);
    }

    /// The stage after an action that only concerns the findings that are shown.
    pub(super) fn look(&mut self, action: Action) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        match action {
            Action::Show(outcome) => (look.outcome, look.ledger_page) = (outcome, 0),
            Action::LedgerPage(page) => look.ledger_page = page,
            Action::TablePage(page) => look.table_page = page,
            Action::QuestionPage(page) => look.question_page = page,
            Action::PeoplePage(page) => look.people_page = page,
            Action::Sort(sorting) => (look.sorting, look.people_page) = (sorting, 0),
            Action::Saved(name, saving) => drop(look.saved.insert(name, saving)),
            _ => {}
        }
    }
}
