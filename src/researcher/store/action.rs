//! What happens to the page.

use super::{DecisionsProblem, Place, Saving, Subject};
use crate::researcher::{
    changed::ContactsProblem,
    clerk::{Answer, Sorting},
    input::Chosen,
    keeping::KeepAction,
    key::{KeyProblem, KeyRead, Keys},
    listed::ListProblem,
    opened::{Opened, Progress},
    sample::Sample,
    study::{ChosenStudy, StudyProblem},
};
use cohort::{Decisions, Outcome};
use std::rc::Rc;

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
    /// Something about keys that stay on the device.
    Keep(KeepAction),
    /// A folder is being read.
    FilesAwaited,
    /// Sealed files were chosen, besides those before.
    FilesAdded {
        /// The files.
        files: Vec<Chosen>,
        /// How many hidden ones were left out.
        hidden: usize,
    },
    /// None of the chosen files is wanted.
    FilesRemoved,
    /// A file was given as the decisions, or was known as such.
    DecisionsRead(Result<Decisions, DecisionsProblem>),
    /// No decisions are wanted.
    DecisionsRemoved,
    /// A file was given as the list of participants, or was known as such.
    ListRead(Result<Rc<[u8]>, ListProblem>),
    /// No list is wanted.
    ListRemoved,
    /// The files are to be opened; those that are open already are not opened again.
    Open,
    /// So far is this run.
    Opened(u32, Progress),
    /// This run has ended, with all files or, when it was stopped, with some; the clerk has what was examined.
    Examined(u32, Rc<Opened>),
    /// The run is to end with what it has.
    Stop,
    /// Other files are to be opened.
    ChooseAgain,
    /// Another part of the findings is to be shown.
    Go(Place),
    /// Only lines with this outcome are to be shown.
    Show(Option<Outcome>),
    /// Another page of the ledger.
    LedgerPage(usize),
    /// Another page of the table.
    TablePage(usize),
    /// More of the ledger and the table is to be drawn, if not all is.
    DrawMore,
    /// Another page of the questions.
    QuestionPage(usize),
    /// Another page of the decisions.
    LogPage(usize),
    /// Another page of the people.
    PeoplePage(usize),
    /// People in another order.
    Sort(Sorting),
    /// The clerk has answered what has this number.
    Answered(u32, Answer),
    /// The clerk is gone, and with it all that was opened.
    ClerkLost,
    /// People are to be grouped by the answers to this item, or by none.
    GroupBy(Option<String>),
    /// This file is to be made and saved.
    Make(&'static str),
    /// A file was given as the table of contacts.
    ContactsRead(Result<Rc<[u8]>, ContactsProblem>),
    /// No contacts are wanted.
    ContactsRemoved,
    /// A file was saved, or not.
    Saved(&'static str, Saving),
    /// Somebody wants to decide about this.
    Answer(Subject),
    /// One of the choices.
    Chose(usize),
    /// Who decides.
    WhoTyped(String),
    /// Why.
    WhyTyped(String),
    /// The participant code of somebody who withdraws.
    CodeTyped(String),
    /// The form is to be taken.
    Decide {
        /// Today, `2026-11-22`, by the device's clock.
        today: String,
    },
    /// A decision that was made here, and this place of the list, is to be forgotten.
    TakeBack(usize),
    /// The decisions file was saved, or not.
    DecisionsSaved(Saving),
    /// Key, files and findings are to be dropped.
    Lock,
}
