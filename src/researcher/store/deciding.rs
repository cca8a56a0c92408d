//! What persons decide: the decisions file, and the form for one more.
//!
//! Promises: nothing is decided without a name and a reason; whatever is taken was judged by `cohort`, as the command
//! judges the file; findings are always those of all decisions.

use super::{Look, Place, Saving, Stage, Store, found::Change};
use crate::researcher::{
    clerk::{Linked, Wanted},
    findings::FindingsProblem,
};
use cohort::{Decision, Decisions, Question, decisions::What};
use engine::problem::Problem;
use std::rc::Rc;

/// What persons decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// All decisions: those of the file, then those made here.
    pub decisions: Rc<Decisions>,
    /// How many came from a file: they are only taken back there, where their history is kept.
    pub from_file: usize,
    /// Whether some were made here that no saved file has.
    pub unsaved: bool,
    /// What became of the file when it was to be saved.
    pub saved: Option<Saving>,
    /// Why the last file that was given as the decisions cannot be used.
    pub problem: Option<DecisionsProblem>,
    /// Who decides; stays from one decision to the next.
    pub who: String,
}

/// Why a file of decisions cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecisionsProblem {
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than a decisions file can be.
    TooLarge,
    /// Not text.
    NotText,
    /// It would take the place of decisions that no saved file has.
    Unsaved,
    /// Mistakes of form, or decisions that the open files contradict.
    Wrong(Vec<Problem>),
}

/// What is decided about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A question that the records raise.
    Question(Question),
    /// Somebody withdraws; their code, where it is known.
    Withdrawal(String),
}

/// A decision that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is about.
    pub subject: Subject,
    /// Which of the question's choices.
    pub choice: Option<usize>,
    /// The participant code, as it was typed.
    pub code: String,
    /// Why.
    pub why: String,
    /// How often it was handed in with something wrong.
    pub asked: u32,
    /// What was wrong when it was handed in last.
    pub problems: Vec<FormProblem>,
}

/// Why a form was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormProblem {
    /// Nothing was chosen.
    Choice,
    /// No participant code, or one of another form.
    Code,
    /// No name.
    Who,
    /// No reason.
    Why,
    /// What `cohort` says against it.
    Refused(Vec<Problem>),
}

impl Log {
    /// How many decisions there are.
    pub fn count(&self) -> usize {
        self.decisions.len()
    }
}

impl Form {
    pub(super) fn new(subject: Subject) -> Self {
        let code = if let Subject::Withdrawal(code) = &subject { code.clone() } else { String::new() };
        Self { subject, choice: None, code, why: String::new(), asked: 0, problems: Vec::new() }
    }

    /// What is decided, or what is missing.
    fn what(&self) -> Result<What, FormProblem> {
        match &self.subject {
            Subject::Question(question) => {
                self.choice.and_then(|choice| question.decide(choice)).ok_or(FormProblem::Choice)
            }
            Subject::Withdrawal(_) if self.code.trim().is_empty() => Err(FormProblem::Code),
            Subject::Withdrawal(_) => Ok(What::Withdraw { participant: self.code.clone() }),
        }
    }
}

impl FindingsProblem {
    /// Shows it where it can be mended.
    pub(super) fn tell(self, store: &mut Store) {
        match self {
            Self::Study(problems) => {
                let file = "study.json".into();
                store.study_problem = Some(crate::researcher::study::StudyProblem::Wrong { file, problems });
            }
            Self::Decisions(problems) => store.log.problem = Some(DecisionsProblem::Wrong(problems)),
        }
    }
}

impl Store {
    pub(super) fn take_decisions(&mut self, read: Result<Decisions, DecisionsProblem>) {
        if !matches!(self.stage, Stage::Choosing { .. }) {
            return;
        }
        if self.log.unsaved {
            self.log.problem = Some(DecisionsProblem::Unsaved);
            return;
        }
        let who = std::mem::take(&mut self.log.who);
        self.log = match read {
            Ok(decisions) => {
                Log { from_file: decisions.len(), decisions: Rc::new(decisions), who, ..Log::default() }
            }
            Err(problem) => Log { problem: Some(problem), who, ..Log::default() },
        };
    }

    pub(super) fn ask(&mut self, subject: Subject) {
        self.go(Place::Form(Box::new(Form::new(subject))));
    }

    pub(super) fn edit(&mut self, change: impl FnOnce(&mut Form)) {
        if let Stage::Found(_, Look { place: Place::Form(form), .. }) = &mut self.stage {
            change(form);
        }
    }

    /// Has the decision of the form linked, if all is there; whoever presses twice decides once.
    pub(super) fn decide(&mut self, today: &str) {
        let Stage::Found(_, Look { place: Place::Form(form), .. }) = &self.stage else { return };
        if self.linking.is_some() {
            return;
        }
        match self.decided(form, today) {
            Ok(decisions) => self.link(Rc::new(decisions), Some(Change::Made)),
            Err(problems) => self.refuse(problems),
        }
    }

    fn refuse(&mut self, problems: Vec<FormProblem>) {
        self.edit(|form| {
            form.asked = form.asked.saturating_add(1);
            form.problems = problems;
        });
    }

    /// The files contradict it.
    pub(super) fn refuse_decision(&mut self, problem: FindingsProblem) {
        let (FindingsProblem::Study(problems) | FindingsProblem::Decisions(problems)) = problem;
        self.refuse(vec![FormProblem::Refused(problems)]);
    }

    fn decided(&self, form: &Form, today: &str) -> Result<Decisions, Vec<FormProblem>> {
        let (who, reason) = (self.log.who.trim(), form.why.trim());
        let what = form.what();
        let mut problems: Vec<FormProblem> = what.as_ref().err().cloned().into_iter().collect();
        if who.is_empty() {
            problems.push(FormProblem::Who);
        }
        if reason.is_empty() {
            problems.push(FormProblem::Why);
        }
        let (Ok(what), true) = (what, problems.is_empty()) else { return Err(problems) };
        let decision = Decision { date: today.into(), who: who.into(), reason: reason.into(), what };
        let study = self.study.as_ref().expect("findings have a study");
        let refused = |problems| vec![FormProblem::Refused(problems)];
        self.log.decisions.with(&study.offer.study.id, decision).map_err(refused)
    }

    pub(super) fn take_back(&mut self, place: usize) {
        let is_ours = (self.log.from_file..self.log.count()).contains(&place);
        if is_ours && matches!(self.stage, Stage::Found(..)) && self.linking.is_none() {
            self.link(Rc::new(self.log.decisions.without(place)), Some(Change::TakenBack));
        }
    }

    /// Findings that have just changed: their questions, unless somebody went on to look at something else.
    pub(super) fn show_decided(&mut self, Linked { overview, sheet }: Linked, then: Wanted, change: Change) {
        (self.log.unsaved, self.log.saved) = (self.log.count() > self.log.from_file, None);
        let Stage::Found(before, look) = &mut self.stage else { return };
        *before = Rc::new(overview);
        // What was saved or shown before is not what would be saved or shown now.
        look.saved.clear();
        look.report.forget();
        (look.seen, look.asked) = (None, None);
        if matches!(look.place, Place::Form(_) | Place::Questions) {
            (look.place, look.decided) = (Place::Questions, Some(change));
            look.seen = Some((then, Rc::new(sheet)));
        }
    }

    pub(super) fn note_saved(&mut self, saving: Saving) {
        self.log.saved = Some(saving);
        self.log.unsaved &= saving != Saving::Done;
    }
}
