//! Looking at what was found.

use super::{Action, Drawn, Form, Stage, Store, Subject};
use crate::researcher::{
    changed::{ContactsProblem, ContactsTable, Report},
    clerk::{
        Ask, Batch, Choice, FilesSheet, PeopleSheet, PersonSheet, QuestionsSheet, Sheet, Sorting, Wanted,
        Worked,
    },
};
use cohort::{Outcome, Question, beside::Beside};
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
    /// The page of the decisions, from 0.
    pub log_page: usize,
    /// The page of the people, from 0.
    pub people_page: usize,
    /// The order of the people.
    pub sorting: Sorting,
    /// What became of the files that were to be saved.
    pub saved: BTreeMap<&'static str, Saving>,
    /// What changed, as far as it is here.
    pub report: Report,
    /// Whether a decision was just taken, or taken back.
    pub decided: Option<Change>,
    /// What the clerk showed last, and for what.
    pub seen: Option<(Wanted, Rc<Sheet>)>,
    /// What the clerk is to show, where that is something else.
    pub asked: Option<Wanted>,
    /// How much of the ledger and the table is drawn.
    pub drawn: Drawn,
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

/// What became of a file that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is being made.
    Making,
    /// The browser took it.
    Done,
    /// The browser refused it.
    Refused,
}

/// Something to look at, if it is what is looked at: what came last stays until the next comes.
macro_rules! seen {
    ($look:expr, $pattern:pat => $shown:expr) => {
        match $look.seen.as_ref().map(|(_, sheet)| &**sheet) {
            Some($pattern) => Some($shown),
            _ => None,
        }
    };
}

impl Look {
    /// The part that is to be shown, where the clerk has it by pages.
    pub fn wanted(&self) -> Option<Wanted> {
        match &self.place {
            Place::Files => Some(Wanted::Files {
                outcome: self.outcome,
                ledger: self.ledger_page,
                table: self.table_page,
            }),
            Place::Questions => Some(Wanted::Questions { page: self.question_page, log: self.log_page }),
            Place::Form(form) => match &form.subject {
                Subject::Question(question) => Some(Wanted::About(question.clone())),
                Subject::Withdrawal(_) => None,
            },
            Place::People => Some(Wanted::People { sorting: self.sorting, page: self.people_page }),
            Place::Person(code) => Some(Wanted::Person(code.clone())),
            Place::Changed => None,
        }
    }

    /// Whether more of the ledger and the table can be drawn.
    pub fn draws_more(&self) -> bool {
        self.place == Place::Files && self.drawn != Drawn::All && self.files().is_some()
    }

    fn draw_more(&mut self) {
        self.drawn = self.drawn.next(self.files().map_or(0, |sheet| sheet.rows.rows.len()));
    }

    /// The ledger and the table.
    pub fn files(&self) -> Option<&FilesSheet> {
        seen!(self, Sheet::Files(sheet) => sheet)
    }

    /// What persons must decide, and what became of what they decided.
    pub fn questions(&self) -> Option<&QuestionsSheet> {
        seen!(self, Sheet::Questions(sheet) => sheet)
    }

    /// The records that this question is about.
    pub fn about(&self, question: &Question) -> Option<&Beside> {
        seen!(self, Sheet::About(of, beside) => (of, beside))
            .filter(|(of, _)| *of == question)
            .map(|(_, beside)| beside)
    }

    /// Everybody by waves.
    pub fn people(&self) -> Option<&PeopleSheet> {
        seen!(self, Sheet::People(sheet) => sheet)
    }

    /// One person.
    pub fn person(&self, code: &str) -> Option<&PersonSheet> {
        seen!(self, Sheet::Person(sheet) => sheet).filter(|sheet| sheet.code == code)
    }
}

impl Store {
    pub(super) fn go(&mut self, place: Place) {
        if let Stage::Found(_, look) = &mut self.stage {
            if place == Place::Files && look.place != place {
                look.drawn = Drawn::BEGUN;
            }
            look.place = place;
            look.decided = None;
        }
    }

    /// Asks for what is to be shown and is not here.
    pub(super) fn want(&mut self) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        let wanted = look.wanted();
        let is_here = wanted.as_ref() == look.seen.as_ref().map(|(of, _)| of);
        if is_here || wanted.is_none() {
            look.asked = None;
        } else if wanted != look.asked {
            look.asked = wanted.clone();
            self.asking.ask(wanted.map(Ask::Show).expect("something is wanted"));
        }
        if look.place == Place::Changed && look.report.asked.is_none() {
            let (by, contacts) = (look.report.by.clone(), self.contacts.bytes.clone());
            self.asking.ask(Ask::Analyse { by, contacts });
            look.report.asked = Some(self.asking.number);
        }
    }

    /// What was to be shown; what nobody looks at any more is dropped.
    pub(super) fn take_shown(&mut self, of: Wanted, sheet: Sheet) {
        if let Stage::Found(_, look) = &mut self.stage
            && look.asked.as_ref() == Some(&of)
        {
            look.seen = Some((of, Rc::new(sheet)));
        }
    }

    /// What changed is worked out, as it was asked for last.
    pub(super) fn take_worked(&mut self, number: u32, made: Result<Worked, String>) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        if look.report.asked != Some(number) {
            return;
        }
        match made {
            Ok(worked) => {
                look.report.take_worked(worked);
                self.asking.ask(Ask::Report { batch: 0 });
            }
            // It begins again without.
            Err(error) => {
                look.report.forget();
                // The table is the one that people make; whoever chose an item keeps it.
                if self.contacts.bytes.take().is_some() {
                    self.contacts.problem = Some(ContactsProblem::Wrong(error));
                } else {
                    look.report.by = None;
                }
            }
        }
    }

    pub(super) fn take_batch(&mut self, batch: Batch) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        if let Some(next) = look.report.take(batch) {
            self.asking.ask(Ask::Report { batch: next });
        }
    }

    /// Another item to group people by, or none: what changed is worked out again.
    pub(super) fn group_by(&mut self, item: Option<String>) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        let is_known = |item: &String| look.report.choices.iter().any(|choice: &Choice| choice.item == *item);
        look.report.by = item.filter(is_known);
        look.report.forget();
        look.saved.clear();
    }

    /// Another table of contacts, or none: what changed is worked out again.
    pub(super) fn take_contacts(&mut self, read: Option<Result<Rc<[u8]>, ContactsProblem>>) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        match read {
            // The table before stays.
            Some(Err(problem)) => {
                self.contacts.problem = Some(problem);
                return;
            }
            Some(Ok(bytes)) => self.contacts = ContactsTable { bytes: Some(bytes), problem: None },
            None => self.contacts = ContactsTable::default(),
        }
        look.report.forget();
        look.saved.clear();
    }

    /// A file is to be made, and then saved.
    pub(super) fn make(&mut self, name: &'static str) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        look.saved.insert(name, Saving::Making);
        self.asking.ask(Ask::Make { name: name.into() });
    }

    /// The stage after an action that only concerns the findings that are shown.
    pub(super) fn look(&mut self, action: Action) {
        let Stage::Found(_, look) = &mut self.stage else { return };
        match action {
            Action::Show(outcome) => (look.outcome, look.ledger_page) = (outcome, 0),
            Action::LedgerPage(page) => look.ledger_page = page,
            Action::TablePage(page) => look.table_page = page,
            Action::QuestionPage(page) => look.question_page = page,
            Action::LogPage(page) => look.log_page = page,
            Action::PeoplePage(page) => look.people_page = page,
            Action::Sort(sorting) => (look.sorting, look.people_page) = (sorting, 0),
            Action::DrawMore => look.draw_more(),
            Action::Saved(name, saving) => drop(look.saved.insert(name, saving)),
            _ => {}
        }
    }
}
