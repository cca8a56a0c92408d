//! Choosing study, key and files.

use super::{DecisionsProblem, Stage, Store};
use crate::researcher::{
    input::Chosen,
    key::{KeyProblem, KeyRead, Keys, ProtectedKey},
    listed::ListProblem,
    sample::Sample,
    study::{ChosenStudy, StudyProblem},
};
use std::rc::Rc;

/// How the choosing came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The page was locked.
    Locked,
    /// The run was stopped before anything was open.
    Stopped,
    /// There is no sample beside the page.
    NoSample,
    /// What was opened is lost.
    Lost,
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

/// What is still to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The study.
    Study,
    /// The key.
    Key,
    /// At least one sealed file.
    Files,
    /// Decisions that can be replayed, or none.
    Decisions,
    /// A list of participants that can be read, or none.
    Participants,
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
        // Going on without them would bring back what somebody decided to leave out.
        if self.log.problem.as_ref().is_some_and(|problem| *problem != DecisionsProblem::Unsaved) {
            missing.push(Missing::Decisions);
        }
        if self.listed.problem.is_some() {
            missing.push(Missing::Participants);
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
        has_key
            || self.opened.lines > 0
            || self.log.count() > 0
            || self.listed.is_there()
            || matches!(self.stage, Stage::Opening { .. } | Stage::Found(..))
    }

    pub(super) fn take_sample(&mut self, sample: Option<Sample>) {
        if self.stage != Stage::LoadingSample {
            return;
        }
        let Some(sample) = sample else { return self.choose(Some(Note::NoSample)) };
        self.study = Some(sample.study);
        self.key = KeyState::Ready(sample.keys);
        self.files = Rc::new(sample.files);
        self.open();
    }

    pub(super) fn take_study(&mut self, read: Result<Rc<ChosenStudy>, StudyProblem>) {
        self.opened = Rc::default();
        match read {
            Ok(study) => (self.study, self.study_problem) = (Some(study), None),
            Err(problem) => (self.study, self.study_problem) = (None, Some(problem)),
        }
        self.listed.follow(self.study.as_deref().map(|study| &study.offer.study));
    }

    pub(super) fn take_list(&mut self, read: Result<Rc<[u8]>, ListProblem>) {
        if matches!(self.stage, Stage::Choosing { .. }) {
            self.listed.take(read, self.study.as_deref().map(|study| &study.offer.study));
        }
    }

    pub(super) fn take_key(&mut self, read: Result<KeyRead, KeyProblem>) {
        if self.key != KeyState::Reading {
            return;
        }
        self.key = match read {
            Ok(KeyRead::Ready(keys)) => KeyState::Ready(keys),
            Ok(KeyRead::Protected(file)) => KeyState::Protected(file, None),
            Err(problem) => KeyState::Refused(problem),
        };
    }

    pub(super) fn start_unlocking(&mut self) {
        if let KeyState::Protected(file, _) = &self.key {
            self.key = KeyState::Unlocking(file.clone());
        }
    }

    pub(super) fn finish_unlocking(&mut self, result: Result<Rc<Keys>, KeyProblem>) {
        let KeyState::Unlocking(file) = &self.key else { return };
        self.key = match result {
            Ok(keys) => KeyState::Ready(keys),
            Err(problem) => KeyState::Protected(file.clone(), Some(problem)),
        };
    }

    /// Another key may open what this one did not.
    pub(super) fn forget_key(&mut self) {
        self.key = KeyState::Nothing;
        self.keeping.rest();
        self.opened = Rc::default();
    }

    pub(super) fn add_files(&mut self, files: Vec<Chosen>, hidden: usize) {
        self.gathering = self.gathering.saturating_sub(1);
        if matches!(self.stage, Stage::Choosing { .. }) {
            let before = self.files.iter().cloned();
            self.files = Rc::new(before.chain(files).collect());
            self.hidden += hidden;
        }
        if self.gathering == 0 && std::mem::take(&mut self.opens_next) {
            self.open();
        }
    }

    pub(super) fn remove_files(&mut self) {
        self.files = Rc::default();
        self.hidden = 0;
        self.opened = Rc::default();
    }

    pub(super) fn choose(&mut self, note: Option<Note>) {
        self.unask();
        self.opens_next = false;
        self.run = self.run.wrapping_add(1);
        self.stage = Stage::Choosing { asked: 0, note };
    }
}
