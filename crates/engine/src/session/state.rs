//! The state machine: what people do moves a session from screen to screen.

use alloc::{rc::Rc, string::String, vec, vec::Vec};

use super::{Finishing, Plan, PlannedItem};
use crate::{
    instrument::Code,
    participant::{CodeError, ParticipantCode},
    record::{HelpMode, NOT_ANSWERED, PREFER_NOT_TO_SAY, Record},
};

/// One person filling in one wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub(super) plan: Rc<Plan>,
    pub(super) step: Step,
    /// The furthest step that was reached; the browser's Forward goes no further.
    pub(super) furthest: Step,
    pub(super) typed_code: String,
    pub(super) help: Option<HelpMode>,
    /// The answer to each item of the plan.
    pub(super) answers: Vec<Option<Answer>>,
    pub(super) started_ms: Option<i64>,
    /// The item is being changed from the check screen, which Continue returns to.
    pub(super) returning: bool,
    notice: bool,
    record: Option<Rc<Record>>,
}

/// Where a session stands. Steps have an order: each comes after those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What this is about.
    Start,
    /// The participant code.
    Code,
    /// Who is filling this in.
    Who,
    /// The item at this position of the plan.
    Item(usize),
    /// Check your answers.
    Check,
    /// Finished: nothing can be changed any more.
    Finished,
}

/// An answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A response code of the item.
    Chosen(Code),
    /// "I'd rather not say".
    PreferNotToSay,
    /// "Skip this question".
    Skipped,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// Started, at this time in milliseconds since 1970-01-01 UTC.
    Begin {
        /// The time of the tap.
        now_ms: i64,
    },
    /// Typed into the participant-code field: its whole text.
    TypeCode(String),
    /// Chose who is filling this in.
    ChooseHelp(HelpMode),
    /// Chose a response of the item at this position of the plan. A code that the item does not have, or an
    /// item that is not on the screen, changes nothing.
    Choose {
        /// The item's position.
        item: usize,
        /// The response code.
        code: Code,
    },
    /// Took the answer to the item on the screen back.
    Clear,
    /// Asked to go on.
    Continue,
    /// "Answer now": closed the question whether to skip.
    AnswerNow,
    /// "Skip this question".
    Skip,
    /// "I'd rather not say".
    PreferNotToSay,
    /// Asked to go back one step.
    Back,
    /// The browser's history moved to a step; one that was not reached yet becomes the furthest that was.
    GoTo(Step),
    /// "Change" on the check screen, for the item at this position.
    Change(usize),
    /// Finished, on the check screen.
    Finish(Finishing),
}

/// What is to be shown: a flat value, made anew from the session each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is about.
    Start,
    /// The participant code.
    Code {
        /// What was typed so far.
        typed: String,
        /// What is wrong with it, once Continue was selected.
        error: Option<CodeError>,
    },
    /// Who is filling this in.
    Who {
        /// What was chosen.
        chosen: Option<HelpMode>,
        /// Continue was selected without a choice.
        missing: bool,
    },
    /// One item.
    Question(Question),
    /// Check your answers: a row an item.
    Check(Vec<CheckRow>),
    /// Finished.
    Finished {
        /// The receipt code.
        receipt: String,
    },
}

/// The screen of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The item's position in the plan, from 0.
    pub position: usize,
    /// How many items there are.
    pub of: usize,
    /// The answer so far.
    pub answer: Option<Answer>,
    /// Whether to ask, gently, if the question is to be skipped.
    pub asks_to_skip: bool,
    /// Whether Continue returns to the check screen.
    pub returning: bool,
}

/// A row of the check screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// The item's position in the plan.
    pub position: usize,
    /// Its answer.
    pub answer: Option<Answer>,
}

impl Answer {
    /// The code that stands for the answer in records and tables.
    pub fn code(self) -> Code {
        match self {
            Self::Chosen(code) => code,
            Self::PreferNotToSay => PREFER_NOT_TO_SAY,
            Self::Skipped => NOT_ANSWERED,
        }
    }
}

impl Session {
    /// A session at its start screen.
    pub fn new(plan: Rc<Plan>) -> Self {
        Self {
            answers: vec![None; plan.items().len()],
            plan,
            step: Step::Start,
            furthest: Step::Start,
            typed_code: String::new(),
            help: None,
            started_ms: None,
            returning: false,
            notice: false,
            record: None,
        }
    }

    /// What is asked.
    pub fn plan(&self) -> &Rc<Plan> {
        &self.plan
    }

    /// Where the session stands.
    pub fn step(&self) -> Step {
        self.step
    }

    /// The answer to the item at this position of the plan.
    pub fn answer(&self, position: usize) -> Option<Answer> {
        self.answers.get(position).copied().flatten()
    }

    /// The participant code, once a right one was typed.
    pub fn participant(&self) -> Option<ParticipantCode> {
        self.typed_code.parse().ok()
    }

    /// The record, once finished.
    pub fn record(&self) -> Option<&Rc<Record>> {
        self.record.as_ref()
    }

    /// What is to be shown.
    pub fn screen(&self) -> Screen {
        match self.step {
            Step::Start => Screen::Start,
            Step::Code => {
                let error = self.typed_code.parse::<ParticipantCode>().err().filter(|_| self.notice);
                Screen::Code { typed: self.typed_code.clone(), error }
            }
            Step::Who => Screen::Who { chosen: self.help, missing: self.notice && self.help.is_none() },
            Step::Item(position) => Screen::Question(Question {
                position,
                of: self.plan.items().len(),
                answer: self.answer(position),
                asks_to_skip: self.notice && self.answer(position).is_none(),
                returning: self.returning,
            }),
            Step::Check => Screen::Check(self.check_rows()),
            Step::Finished => {
                let receipt = self.record.as_ref().map(|record| record.receipt()).unwrap_or_default();
                Screen::Finished { receipt }
            }
        }
    }

    /// Whether the words can still be changed: nothing is answered yet. A record says of every answer to which words it
    /// was given, so these must be the words of the whole session.
    pub fn can_reword(&self) -> bool {
        self.answers.iter().all(Option::is_none)
    }

    /// Goes on in another language. What was typed and chosen before the first item is kept. Gives whether that was
    /// possible: see [`Session::can_reword`].
    pub fn reword(&mut self, language: &str) -> bool {
        match self.plan.reworded(language) {
            Ok(plan) if self.can_reword() => self.plan = Rc::new(plan),
            _ => return false,
        }
        true
    }

    /// What a person did. Whatever is not possible on the present screen changes nothing.
    pub fn apply(&mut self, event: Event) {
        if self.step == Step::Finished {
            return;
        }
        match (event, self.step) {
            (Event::Begin { now_ms }, Step::Start) => {
                self.started_ms.get_or_insert(now_ms);
                self.move_to(Step::Code);
            }
            (Event::TypeCode(typed), Step::Code) => self.typed_code = typed,
            (Event::ChooseHelp(help), Step::Who) => self.help = Some(help),
            (Event::Choose { item, code }, Step::Item(shown)) if item == shown => self.choose(shown, code),
            (Event::Clear, Step::Item(shown)) => {
                self.answers[shown] = None;
                self.notice = false;
            }
            (Event::AnswerNow, Step::Item(_)) => self.notice = false,
            (Event::Skip, Step::Item(shown)) => self.settle(shown, Answer::Skipped),
            (Event::PreferNotToSay, Step::Item(shown)) => self.settle(shown, Answer::PreferNotToSay),
            (Event::Continue, step) => self.go_on(step),
            (Event::Back, step) => self.go_back(step),
            (Event::GoTo(step), _) => self.go_to(step),
            (Event::Change(item), Step::Check) if item < self.plan.items().len() => {
                self.move_to(Step::Item(item));
                self.returning = true;
            }
            (Event::Finish(finishing), Step::Check) => self.finish(&finishing),
            _ => {}
        }
    }

    fn choose(&mut self, item: usize, code: Code) {
        if self.plan.items().get(item).is_some_and(|planned: &PlannedItem| planned.offers(code)) {
            self.answers[item] = Some(Answer::Chosen(code));
            self.notice = false;
        }
    }

    fn settle(&mut self, item: usize, answer: Answer) {
        self.answers[item] = Some(answer);
        self.move_to(self.after(Step::Item(item)));
    }

    fn go_on(&mut self, step: Step) {
        let ready = match step {
            Step::Code => self.participant().is_some(),
            Step::Who => self.help.is_some(),
            Step::Item(shown) => self.answer(shown).is_some(),
            Step::Start | Step::Check | Step::Finished => return,
        };
        if ready {
            self.move_to(self.after(step));
        } else {
            self.notice = true;
        }
    }

    fn go_back(&mut self, step: Step) {
        let before = match step {
            _ if self.returning => Step::Check,
            Step::Start | Step::Code => Step::Start,
            Step::Who => Step::Code,
            Step::Item(0) => Step::Who,
            Step::Item(shown) => Step::Item(shown - 1),
            Step::Check | Step::Finished => self.last_item(),
        };
        self.move_to(before);
    }

    fn go_to(&mut self, step: Step) {
        let known = match step {
            Step::Item(position) if position >= self.plan.items().len() => return,
            Step::Finished => Step::Check,
            other => other,
        };
        self.move_to(known.min(self.furthest).min(self.ready_for()));
    }

    /// The last step that what was given so far allows: nobody answers without a code, whichever way they come.
    fn ready_for(&self) -> Step {
        match (self.participant(), self.help) {
            (None, _) => Step::Code,
            (_, None) => Step::Who,
            _ => Step::Check,
        }
    }

    fn move_to(&mut self, step: Step) {
        self.step = step;
        self.furthest = self.furthest.max(step);
        self.returning = false;
        self.notice = false;
    }

    fn after(&self, step: Step) -> Step {
        match step {
            _ if self.returning => Step::Check,
            Step::Start => Step::Code,
            Step::Code => Step::Who,
            Step::Who if self.plan.items().is_empty() => Step::Check,
            Step::Who => Step::Item(0),
            Step::Item(shown) if shown + 1 < self.plan.items().len() => Step::Item(shown + 1),
            Step::Item(_) | Step::Check | Step::Finished => Step::Check,
        }
    }

    fn last_item(&self) -> Step {
        self.plan.items().len().checked_sub(1).map_or(Step::Who, Step::Item)
    }

    fn check_rows(&self) -> Vec<CheckRow> {
        let row = |position| CheckRow { position, answer: self.answer(position) };
        (0..self.plan.items().len()).map(row).collect()
    }

    fn finish(&mut self, finishing: &Finishing) {
        match self.make_record(finishing) {
            Some(record) => {
                self.record = Some(Rc::new(record));
                self.move_to(Step::Finished);
            }
            None => {
                self.move_to(Step::Code);
                self.notice = true;
            }
        }
    }
}
