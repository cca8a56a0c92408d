//! The state of the researcher's page: one value, and what happens to it.
//!
//! Pure: whatever takes time or a browser happens outside and comes back as an [`Action`]. One that arrives too late
//! (its run was stopped, the page was locked) changes nothing.

use super::{
    findings::Findings,
    input::Chosen,
    key::{KeyProblem, KeyRead, Keys, ProtectedKey},
    sample::Sample,
    study::{ChosenStudy, StudyProblem},
};
use cohort::Outcome;
use engine::problem::Problem;
use std::{collections::BTreeMap, rc::Rc};
use yew::Reducible;

/// The state of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// What there is to show.
    pub stage: Stage,
    /// The study; public, so locking keeps it.
    pub study: Option<Rc<ChosenStudy>>,
    /// Why the last file that was given as a study is none.
    pub study_problem: Option<StudyProblem>,
    /// The key.
    pub key: KeyState,
    /// The sealed files in the order in which they were chosen.
    pub files: Rc<Vec<Chosen>>,
    /// Counted up with every run, so that what a stopped one still tells is known as such.
    pub run: u32,
}

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Study, key and files are being chosen.
    Choosing {
        /// How often opening was asked for before all was there.
        asked: u32,
        /// What there is to say about how this stage came about.
        note: Option<Note>,
    },
    /// The sample study is on its way.
    LoadingSample,
    /// So many files are done.
    Opening(usize),
    /// All files are done.
    Found(Rc<Findings>, Look),
}

/// How the choosing came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The page was locked.
    Locked,
    /// The run was stopped.
    Stopped,
    /// There is no sample beside the page.
    NoSample,
}

/// The key.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum KeyState {
    /// None yet.
    #[default]
    Nothing,
    /// What was given last is no key.
    Refused(KeyProblem),
    /// A key file is being read.
    Reading,
    /// A key file waits for its passphrase; what was wrong with the last one.
    Protected(Rc<ProtectedKey>, Option<KeyProblem>),
    /// The passphrase is being tried.
    Unlocking(Rc<ProtectedKey>),
    /// Ready to open.
    Ready(Rc<Keys>),
}

/// Which part of the findings is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Only the lines with this outcome.
    pub outcome: Option<Outcome>,
    /// The page of the ledger, from 0.
    pub ledger_page: usize,
    /// The page of the table, from 0.
    pub table_page: usize,
    /// What became of the files that were to be saved.
    pub saved: BTreeMap<&'static str, Saving>,
}

/// What became of a file that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The browser took it.
    Done,
    /// The browser refused it.
    Refused,
}

/// What is still to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The study.
    Study,
    /// The key.
    Key,
    /// At least one sealed file.
    Files,
}

/// What happens to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The sample is being loaded.
    SampleAsked,
    /// It is here, or not.
    SampleRead(Option<Sample>),
    /// A file was given as the study.
    StudyRead(Result<Rc<ChosenStudy>, StudyProblem>),
    /// A key file is being read.
    KeyAsked,
    /// It was read, or a key was pasted.
    KeyRead(Result<KeyRead, KeyProblem>),
    /// A passphrase is being tried.
    Unlocking,
    /// It was tried.
    Unlocked(Result<Rc<Keys>, KeyProblem>),
    /// Another key is wanted.
    ForgetKey,
    /// Sealed files were chosen, besides those before.
    FilesAdded(Vec<Chosen>),
    /// None of the chosen files is wanted.
    FilesRemoved,
    /// The files are to be opened.
    Open,
    /// So many files of this run are done.
    Opened(u32, usize),
    /// All files of this run are done; or the study's tables cannot be made.
    Found(u32, Result<Rc<Findings>, Vec<Problem>>),
    /// The run is to end.
    Stop,
    /// Other files are to be opened.
    ChooseAgain,
    /// Only lines with this outcome are to be shown.
    Show(Option<Outcome>),
    /// Another page of the ledger.
    LedgerPage(usize),
    /// Another page of the table.
    TablePage(usize),
    /// A file was saved, or not.
    Saved(&'static str, Saving),
    /// Key, files and findings are to be dropped.
    Lock,
}

impl Default for Stage {
    fn default() -> Self {
        Self::Choosing { asked: 0, note: None }
    }
}

impl Store {
    /// What is still to be chosen before files can be opened.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        if self.study.is_none() {
            missing.push(Missing::Study);
        }
        if !matches!(self.key, KeyState::Ready(_)) {
            missing.push(Missing::Key);
        }
        if self.files.is_empty() {
            missing.push(Missing::Files);
        }
        missing
    }

    /// The length of all chosen files, in bytes.
    pub fn size(&self) -> u64 {
        self.files.iter().map(Chosen::size).sum()
    }

    /// Whether there is something that locking would drop.
    pub fn holds_secrets(&self) -> bool {
        let has_key =
            matches!(self.key, KeyState::Ready(_) | KeyState::Protected(..) | KeyState::Unlocking(_));
        has_key || matches!(self.stage, Stage::Opening(_) | Stage::Found(..))
    }

    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::SampleAsked => next.stage = Stage::LoadingSample,
            Action::SampleRead(sample) => next.take_sample(sample),
            Action::StudyRead(read) => next.take_study(read),
            Action::KeyAsked => next.key = KeyState::Reading,
            Action::KeyRead(read) => next.take_key(read),
            Action::Unlocking => next.start_unlocking(),
            Action::Unlocked(result) => next.finish_unlocking(result),
            Action::ForgetKey => next.key = KeyState::Nothing,
            Action::FilesAdded(files) => next.add_files(files),
            Action::FilesRemoved => next.files = Rc::default(),
            Action::Open => next.open(),
            Action::Stop => next.choose(Some(Note::Stopped)),
            Action::ChooseAgain => next.choose(None),
            Action::Lock => next.lock(),
            action => next.stage = next.stage.after(action, self.run, &mut next.study_problem),
        }
        next
    }

    fn take_sample(&mut self, sample: Option<Sample>) {
        if self.stage != Stage::LoadingSample {
            return;
        }
        let Some(sample) = sample else { return self.choose(Some(Note::NoSample)) };
        self.study = Some(sample.study);
        self.key = KeyState::Ready(sample.keys);
        self.files = Rc::new(sample.files);
        self.open();
    }

    fn take_study(&mut self, read: Result<Rc<ChosenStudy>, StudyProblem>) {
        match read {
            Ok(study) => (self.study, self.study_problem) = (Some(study), None),
            Err(problem) => (self.study, self.study_problem) = (None, Some(problem)),
        }
    }

    fn take_key(&mut self, read: Result<KeyRead, KeyProblem>) {
        if self.key != KeyState::Reading {
            return;
        }
        self.key = match read {
            Ok(KeyRead::Ready(keys)) => KeyState::Ready(keys),
            Ok(KeyRead::Protected(file)) => KeyState::Protected(file, None),
            Err(problem) => KeyState::Refused(problem),
        };
    }

    fn start_unlocking(&mut self) {
        if let KeyState::Protected(file, _) = &self.key {
            self.key = KeyState::Unlocking(file.clone());
        }
    }

    fn finish_unlocking(&mut self, result: Result<Rc<Keys>, KeyProblem>) {
        let KeyState::Unlocking(file) = &self.key else { return };
        self.key = match result {
            Ok(keys) => KeyState::Ready(keys),
            Err(problem) => KeyState::Protected(file.clone(), Some(problem)),
        };
    }

    fn add_files(&mut self, files: Vec<Chosen>) {
        if matches!(self.stage, Stage::Choosing { .. }) {
            let before = self.files.iter().cloned();
            self.files = Rc::new(before.chain(files).collect());
        }
    }

    fn open(&mut self) {
        if self.missing().is_empty() {
            self.run = self.run.wrapping_add(1);
            self.stage = Stage::Opening(0);
        } else {
            let before = if let Stage::Choosing { asked, .. } = self.stage { asked } else { 0 };
            self.stage = Stage::Choosing { asked: before.saturating_add(1), note: None };
        }
    }

    fn choose(&mut self, note: Option<Note>) {
        self.run = self.run.wrapping_add(1);
        self.stage = Stage::Choosing { asked: 0, note };
    }

    /// The sample's study goes as well: without its key there is nothing to do with it.
    fn lock(&mut self) {
        self.key = KeyState::Nothing;
        self.files = Rc::default();
        self.study = self.study.take().filter(|study| !study.is_sample);
        self.choose(Some(Note::Locked));
    }
}

impl Stage {
    /// The stage after an action that concerns nothing else.
    fn after(self, action: Action, run: u32, study_problem: &mut Option<StudyProblem>) -> Self {
        match (self, action) {
            (Self::Opening(_), Action::Opened(of, done)) if of == run => Self::Opening(done),
            (Self::Opening(_), Action::Found(of, Ok(findings))) if of == run => {
                Self::Found(findings, Look::default())
            }
            (Self::Opening(_), Action::Found(of, Err(problems))) if of == run => {
                *study_problem = Some(StudyProblem::Wrong { file: "study.json".into(), problems });
                Self::default()
            }
            (Self::Found(findings, look), action) => Self::Found(findings, look.after(action)),
            (stage, _) => stage,
        }
    }
}

impl Look {
    fn after(mut self, action: Action) -> Self {
        match action {
            Action::Show(outcome) => (self.outcome, self.ledger_page) = (outcome, 0),
            Action::LedgerPage(page) => self.ledger_page = page,
            Action::TablePage(page) => self.table_page = page,
            Action::Saved(name, saving) => drop(self.saved.insert(name, saving)),
            _ => {}
        }
        self
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
