//! The state machine: what people do moves a session from screen to screen.

use alloc::{rc::Rc, string::String, vec, vec::Vec};

use super::{Answer, CheckRow, Event, Finishing, Plan, PlannedItem, Screen, Step};
use crate::{
    instrument::Code,
    participant::ParticipantCode,
    record::{HelpMode, Record},
};

/// One person filling in one wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub(super) plan: Rc<Plan>,
    pub(super) step: Step,
    /// The furthest step that was reached; the browser's Forward goes no further.
    pub(super) furthest: Step,
    /// For each statement of the consent screen, whether its box is ticked.
    pub(super) ticked: Vec<bool>,
    /// When the person went on with these boxes ticked.
    pub(super) agreed_ms: Option<i64>,
    pub(super) typed_code: String,
    pub(super) help: Option<HelpMode>,
    /// The answer to each item of the plan.
    pub(super) answers: Vec<Option<Answer>>,
    /// What stands in the field of each item that is answered by typing; the answer is made of it.
    pub(super) typed: Vec<String>,
    pub(super) started_ms: Option<i64>,
    /// The item is being changed from the check screen, which Continue returns to.
    pub(super) returning: bool,
    pub(super) notice: bool,
    record: Option<Rc<Record>>,
}

impl Session {
    /// A session at its start screen.
    pub fn new(plan: Rc<Plan>) -> Self {
        Self {
            answers: vec![None; plan.items().len()],
            typed: vec![String::new(); plan.items().len()],
            ticked: vec![false; plan.consent().map_or(0, |(_, text)| text.statements.len())],
            agreed_ms: None,
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
        self.answers.get(position).cloned().flatten()
    }

    /// The participant code: that of the invitation, or a right one once it was typed.
    pub fn participant(&self) -> Option<ParticipantCode> {
        match self.plan.invitation() {
            Some(token) => Some(token.invitation().participant().clone()),
            None => self.typed_code.parse().ok(),
        }
    }

    /// The record, once finished.
    pub fn record(&self) -> Option<&Rc<Record>> {
        self.record.as_ref()
    }

    /// What is to be shown.
    pub fn screen(&self) -> Screen {
        match self.step {
            Step::Start => Screen::Start,
            Step::Consent => {
                Screen::Consent { ticked: self.ticked.clone(), missing: self.notice && !self.may_go_on() }
            }
            Step::Code => {
                let error = self.typed_code.parse::<ParticipantCode>().err().filter(|_| self.notice);
                Screen::Code { typed: self.typed_code.clone(), error }
            }
            Step::Who => Screen::Who { chosen: self.help, missing: self.notice && self.help.is_none() },
            Step::Item(position) => Screen::Question(self.question(position)),
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
        self.answers.iter().all(Option::is_none) && self.typed.iter().all(String::is_empty)
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
                self.move_to(self.after(Step::Start));
            }
            (Event::Tick(statement), Step::Consent) => self.tick(statement),
            (Event::Agree { now_ms }, Step::Consent) => self.agree(now_ms),
            (Event::TypeCode(typed), Step::Code) => self.typed_code = typed,
            (Event::ChooseHelp(help), Step::Who) => self.help = Some(help),
            (Event::Choose { item, code }, Step::Item(shown)) if item == shown => self.choose(shown, code),
            (Event::Type { item, text }, Step::Item(shown)) if item == shown => self.type_into(shown, text),
            (Event::Clear, Step::Item(shown)) => {
                self.put(shown, None);
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

    /// Consent is for the boxes as they were when it was given: another tick takes it back.
    fn tick(&mut self, statement: usize) {
        if let Some(ticked) = self.ticked.get_mut(statement) {
            *ticked = !*ticked;
            self.agreed_ms = None;
        }
    }

    fn agree(&mut self, now_ms: i64) {
        if self.may_go_on() {
            self.agreed_ms.get_or_insert(now_ms);
            self.move_to(self.after(Step::Consent));
        } else {
            self.notice = true;
        }
    }

    /// Whether every box that nobody can do without is ticked.
    fn may_go_on(&self) -> bool {
        self.plan.consent().is_none_or(|(_, text)| {
            text.statements.iter().zip(&self.ticked).all(|(statement, ticked)| *ticked || !statement.required)
        })
    }

    fn choose(&mut self, item: usize, code: Code) {
        if self.plan.items().get(item).is_some_and(|planned: &PlannedItem| planned.offers(code)) {
            self.put(item, Some(Answer::Chosen(code)));
            self.notice = false;
        }
    }

    fn settle(&mut self, item: usize, answer: Answer) {
        self.put(item, Some(answer));
        self.move_to(self.after(Step::Item(item)));
    }

    fn go_on(&mut self, step: Step) {
        let ready = match step {
            Step::Code => self.participant().is_some(),
            Step::Who => self.help.is_some(),
            Step::Item(shown) => self.answer(shown).is_some(),
            Step::Start | Step::Consent | Step::Check | Step::Finished => return,
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
            Step::Who if self.asks_code() => Step::Code,
            Step::Code | Step::Who if self.asks_consent() => Step::Consent,
            Step::Start | Step::Consent | Step::Code | Step::Who => Step::Start,
            Step::Item(0) => Step::Who,
            Step::Item(shown) => Step::Item(shown - 1),
            Step::Check | Step::Finished => self.last_item(),
        };
        self.move_to(before.min(self.ready_for()));
    }

    fn go_to(&mut self, step: Step) {
        let known = match step {
            Step::Item(position) if position >= self.plan.items().len() => return,
            Step::Consent if !self.asks_consent() => return,
            Step::Code if !self.asks_code() => return,
            Step::Finished => Step::Check,
            other => other,
        };
        self.move_to(known.min(self.furthest).min(self.ready_for()));
    }

    fn asks_consent(&self) -> bool {
        self.plan.consent().is_some()
    }

    /// An invitation says whose answers these are.
    fn asks_code(&self) -> bool {
        self.plan.invitation().is_none()
    }

    /// The last step that what was given so far allows: nobody answers without consent and a code, and nobody finishes
    /// over something typed that cannot be an answer, whichever way they come.
    pub(super) fn ready_for(&self) -> Step {
        if self.asks_consent() && self.agreed_ms.is_none() {
            return Step::Consent;
        }
        match (self.participant(), self.help) {
            (None, _) => Step::Code,
            (_, None) => Step::Who,
            _ => self.wrong_entry().map_or(Step::Check, Step::Item),
        }
    }

    fn move_to(&mut self, step: Step) {
        self.step = step;
        self.furthest = self.furthest.max(step);
        self.returning = false;
        self.notice = matches!(step, Step::Item(position) if self.is_wrong(position));
    }

    fn after(&self, step: Step) -> Step {
        match step {
            _ if self.returning => Step::Check,
            Step::Start if self.asks_consent() => Step::Consent,
            Step::Start | Step::Consent if self.asks_code() => Step::Code,
            Step::Start | Step::Consent | Step::Code => Step::Who,
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
                self.move_to(self.ready_for());
                self.notice = true;
            }
        }
    }
}
