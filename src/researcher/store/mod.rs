//! The state of the researcher's page: one value, and what happens to it.
//!
//! Pure: whatever takes time or a browser happens outside and comes back as an [`Action`]. One that arrives too late
//! (its run was stopped, the page was locked) changes nothing. Nothing that grows with the files is held or computed
//! here: what is to be shown is asked of the [clerk](super::clerk), on the list that [`Asking`] is.
//!
//! The study builder keeps a store of its own: it needs nothing of what is here, and nothing here needs it.

mod action;
mod asking;
mod choosing;
mod deciding;
mod drawn;
mod found;

pub use action::Action;
pub use asking::{Asking, Linking};
pub use choosing::{KeyState, Missing, Note};
pub use deciding::{DecisionsProblem, Form, FormProblem, Log, Subject};
pub use drawn::Drawn;
pub use found::{Change, Look, Place, Saving};

use super::{
    changed::ContactsTable,
    clerk::Overview,
    input::Chosen,
    keeping::Keeping,
    listed::Listed,
    opened::{Opened, Progress},
    study::{ChosenStudy, StudyProblem},
};
use std::rc::Rc;
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
    /// Keys that stay on the device, locked.
    pub keeping: Keeping,
    /// The sealed files in the order in which they were chosen.
    pub files: Rc<Vec<Chosen>>,
    /// How many files were left out because their names, or those of their folders, begin with a dot.
    pub hidden: usize,
    /// How many choices of files and folders are still being read.
    pub gathering: u32,
    /// Whether opening was asked for meanwhile, and waits for them.
    pub opens_next: bool,
    /// How far the files are, so that nothing is opened twice. What was found in them is with the clerk.
    pub opened: Rc<Opened>,
    /// What persons decided.
    pub log: Log,
    /// The list of participants.
    pub listed: Listed,
    /// Contacts with the practices.
    pub contacts: ContactsTable,
    /// Counted up with every run, so that what a stopped one still tells is known as such.
    pub run: u32,
    /// What the clerk was asked.
    pub asking: Asking,
    /// What is being linked.
    pub linking: Option<Linking>,
}

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
// Only where a pointer has 64 bits is the variant large enough to be remarked upon.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::large_enum_variant, reason = "there is one, and what it shows is most of it")
)]
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
    /// Files are being opened.
    Opening {
        /// How far it is.
        progress: Progress,
        /// Whether it is to end with what is done.
        stopping: bool,
    },
    /// What there is to know about the files that are open.
    Found(Rc<Overview>, Look),
}

impl Default for Stage {
    fn default() -> Self {
        Self::Choosing { asked: 0, note: None }
    }
}

impl Store {
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
            Action::ForgetKey => next.forget_key(),
            Action::Keep(action) => next.keep(action),
            Action::FilesAwaited => next.gathering += 1,
            Action::FilesAdded { files, hidden } => next.add_files(files, hidden),
            Action::FilesRemoved => next.remove_files(),
            Action::DecisionsRead(read) => next.take_decisions(read),
            Action::DecisionsRemoved => next.log = Log::default(),
            Action::ListRead(read) => next.take_list(read),
            Action::ListRemoved => next.listed = Listed::default(),
            Action::Open => next.open(),
            Action::Opened(run, progress) => next.reach(run, progress),
            Action::Examined(run, opened) => next.finish_opening(run, opened),
            Action::Stop => next.stop(),
            Action::ChooseAgain => next.choose_again(),
            Action::Lock => next.lock(),
            Action::Go(place) => next.go(place),
            Action::Answer(subject) => next.ask(subject),
            Action::Chose(choice) => next.edit(|form| form.choice = Some(choice)),
            Action::WhoTyped(text) => next.log.who = text,
            Action::WhyTyped(text) => next.edit(|form| form.why = text),
            Action::CodeTyped(text) => next.edit(|form| form.code = text),
            Action::Decide { today } => next.decide(&today),
            Action::TakeBack(place) => next.take_back(place),
            Action::Answered(number, answer) => next.hear(number, answer),
            Action::ClerkLost => next.lose_if_held(),
            Action::GroupBy(item) => next.group_by(item),
            Action::Make(name) => next.make(name),
            Action::ContactsRead(read) => next.take_contacts(Some(read)),
            Action::ContactsRemoved => next.take_contacts(None),
            Action::DecisionsSaved(saving) => next.note_saved(saving),
            action => next.look(action),
        }
        next.want();
        next
    }

    /// Opens what was chosen. Where some of it is still being read, that waits: what comes later would be left out.
    fn open(&mut self) {
        if self.gathering > 0 {
            self.opens_next = true;
        } else if self.missing().is_empty() {
            self.run = self.run.wrapping_add(1);
            let progress = self.opened.progress(self.files.len());
            self.stage = Stage::Opening { progress, stopping: false };
        } else {
            let before = if let Stage::Choosing { asked, .. } = self.stage { asked } else { 0 };
            self.stage = Stage::Choosing { asked: before.saturating_add(1), note: None };
        }
    }

    fn reach(&mut self, of: u32, reached: Progress) {
        if let Stage::Opening { progress, .. } = &mut self.stage
            && of == self.run
        {
            *progress = reached;
        }
    }

    /// The run goes on until it has told what it has.
    fn stop(&mut self) {
        if let Stage::Opening { stopping, .. } = &mut self.stage {
            *stopping = true;
        }
    }

    fn finish_opening(&mut self, of: u32, opened: Rc<Opened>) {
        if !matches!(self.stage, Stage::Opening { .. }) || of != self.run || self.linking.is_some() {
            return;
        }
        self.opened = opened;
        if self.opened.lines == 0 {
            return self.choose(Some(Note::Stopped));
        }
        self.link(self.log.decisions.clone(), None);
    }

    fn choose_again(&mut self) {
        // What a run that is left has handed to the clerk is more than what is known of here.
        if matches!(self.stage, Stage::Opening { .. }) && self.linking.is_none() {
            self.opened = Rc::default();
        }
        self.choose(None);
    }

    /// How much of the ledger and the table is drawn, where more can be.
    pub fn draws_more(&self) -> Option<Drawn> {
        match &self.stage {
            Stage::Found(_, look) if look.draws_more() => Some(look.drawn),
            _ => None,
        }
    }

    /// Whether the clerk holds something that is wanted.
    pub fn needs_clerk(&self) -> bool {
        self.opened.lines > 0 || matches!(self.stage, Stage::Opening { .. } | Stage::Found(..))
    }

    fn lose_if_held(&mut self) {
        if self.needs_clerk() {
            self.lose();
        }
    }

    /// The state with everything secret dropped; keys that stay on the device are locked. The sample's study goes as
    /// well: without its key there is nothing to do with it.
    fn lock(&mut self) {
        self.key = KeyState::Nothing;
        self.keeping.rest();
        self.remove_files();
        self.log = Log::default();
        self.listed = Listed::default();
        self.contacts = ContactsTable::default();
        self.study = self.study.take().filter(|study| !study.is_sample);
        self.choose(Some(Note::Locked));
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
