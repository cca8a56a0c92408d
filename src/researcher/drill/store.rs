//! The state of the room where keys are tried out: one value, and what happens to it.
//!
//! Pure: whatever takes time, randomness or a browser happens outside and comes back as an [`Action`].

use super::trial::{Given, Trial};
use crate::researcher::{
    key::{KeyProblem, ProtectedKey},
    team_study::StudyMistake,
};
use engine::study::Offer;
use setup::drill::{Drill, DrillError, Summary};
use std::rc::Rc;
use yew::Reducible;

/// The state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// The study, with the drill that is held for it.
    pub held: Option<Held>,
    /// Counted up with every study, when it begins again and when the room is left, so that what comes of a key later is
    /// known as such.
    pub round: u32,
    /// Why the last file that was given as a study is none.
    pub study_mistake: Option<StudyMistake>,
    /// Why no drill can be held for the study.
    pub no_drill: Option<DrillError>,
    /// Locked key files, in the order in which they were given. The first one's passphrase is asked for.
    pub waiting: Vec<Waiting>,
    /// Why the first one is still locked.
    pub problem: Option<KeyProblem>,
    /// Whether a passphrase is being tried.
    pub unlocking: bool,
    /// What was tried, in this order. A file that is given again counts instead of what was given before.
    pub trials: Vec<Trial>,
}

/// A drill and its study.
#[derive(Clone, Debug)]
pub struct Held {
    /// The study.
    pub offer: Rc<Offer>,
    /// The drill.
    pub drill: Rc<Drill>,
}

/// A locked key file.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its name.
    pub name: String,
    /// The file.
    pub file: Rc<ProtectedKey>,
}

/// A study, and the drill for it or why none can be held.
#[derive(Clone)]
pub struct Begun {
    /// The study.
    pub offer: Rc<Offer>,
    /// The drill.
    pub drill: Result<Rc<Drill>, DrillError>,
}

impl Begun {
    /// Begins a drill for a study.
    pub fn with(offer: Rc<Offer>) -> Self {
        Self { drill: Drill::begin(&offer.study).map(Rc::new), offer }
    }
}

/// What happens to it.
#[derive(Clone)]
pub enum Action {
    /// A study was given: a drill can be held for it, or not.
    Study(Result<Begun, StudyMistake>),
    /// Another study is wanted.
    OtherStudy,
    /// A key was given in this round.
    Given(u32, Given),
    /// A passphrase is being tried.
    Unlocking,
    /// The first locked file was tried in this round, or is still locked.
    Unlocked(u32, Result<Trial, KeyProblem>),
    /// The first locked file is to be passed over.
    PassOver,
    /// Nothing was tried yet, and no locked file waits.
    Again,
    /// No locked file waits any more.
    Forget,
}

impl Store {
    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Study(Ok(Begun { offer, drill: Ok(drill) })) => {
                next = Self { held: Some(Held { offer, drill }), ..self.anew() };
            }
            Action::Study(Ok(Begun { drill: Err(error), .. })) => {
                next = Self { no_drill: Some(error), ..self.anew() };
            }
            Action::Study(Err(mistake)) => next = Self { study_mistake: Some(mistake), ..self.anew() },
            Action::OtherStudy => next = self.anew(),
            // Of a round that is over: whoever went on wants nothing of it.
            Action::Given(round, _) | Action::Unlocked(round, _) if round != self.round => {}
            Action::Given(_, given) => next.take(given),
            Action::Unlocking => (next.unlocking, next.problem) = (true, None),
            Action::Unlocked(_, result) => next.unlocked(result),
            Action::PassOver => next.drop_first(),
            Action::Again => next = Self { held: self.held.clone(), ..self.anew() },
            Action::Forget => {
                let (held, trials) = (self.held.clone(), self.trials.clone());
                next = Self { held, trials, ..self.anew() };
            }
        }
        next
    }

    /// What all trials together showed.
    pub fn summary(&self) -> Option<Summary> {
        let found = self.trials.iter().map(|trial| trial.found.as_deref().unwrap_or_default());
        self.held.as_ref().map(|held| held.drill.summary(found))
    }

    /// Whether each key of the study was tried and does what it is kept for.
    pub fn is_well(&self) -> bool {
        self.trials.iter().all(Trial::is_well) && self.summary().is_some_and(|summary| summary.is_whole())
    }

    /// Nothing, in a new round.
    fn anew(&self) -> Self {
        Self { round: self.round.wrapping_add(1), ..Self::default() }
    }

    fn take(&mut self, given: Given) {
        match given {
            Given::Tried(trial) => self.note(trial),
            Given::Locked(name, file) => {
                // The same file given again is asked for once.
                self.waiting.retain(|waiting| waiting.name != name);
                self.waiting.push(Waiting { name, file });
            }
        }
    }

    fn note(&mut self, trial: Trial) {
        self.trials.retain(|before| before.name.is_none() || before.name != trial.name);
        self.trials.push(trial);
    }

    fn unlocked(&mut self, result: Result<Trial, KeyProblem>) {
        match result {
            Ok(trial) => {
                self.drop_first();
                self.note(trial);
            }
            Err(problem) => (self.unlocking, self.problem) = (false, Some(problem)),
        }
    }

    fn drop_first(&mut self) {
        if !self.waiting.is_empty() {
            self.waiting.remove(0);
        }
        (self.unlocking, self.problem) = (false, None);
    }
}

/// Drills are the same when they are in the same place.
impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.drill, &other.drill)
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
