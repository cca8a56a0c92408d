//! What the researcher sees, one file a part of the page.
//!
//! Promises: everything happens on this device; a secret key lives in the [`Keys`], of the page and of its workers, and
//! is wiped when they are dropped; an opened file is dropped as soon as it was examined. Must never store a result, or a key
//! that is not asked to be kept and locked ([`KeptKey`]), and never be part of the patient's page.
//!
//! ```text
//! study, key, input ──> Store ──> view ──> choosing, opening, results …     what is shown
//!                         ^          │
//!                         └─ Action ─┘   Request ──> app ──> browser        what only a browser can do
//!                                                     │
//!                                               crew, open ──> clerk        sealed, cohort: the same as the command
//! ```

mod app;
mod beside;
pub mod builder;
mod changed;
mod choosing;
pub mod clerk;
pub mod crew;
mod decisions;
pub mod drill;
mod findings;
mod foot;
mod form;
mod frame;
mod hooks;
mod input;
pub mod inviting;
mod keeping;
mod key;
mod listed;
mod locksmith;
mod open;
mod opened;
mod opening;
mod outcomes;
mod pager;
pub mod paper;
mod people;
mod person;
mod places;
pub mod preview;
mod questions;
mod results;
mod room;
mod sample;
mod save;
mod settle;
mod steps;
mod store;
mod study;
mod tables;
mod team_study;
mod view;
pub mod words;
mod working;

pub use app::App;
pub use changed::{ContactsProblem, ContactsTable, Report};
pub use decisions::{looks_like_decisions, read_decisions};
pub use findings::{Findings, FindingsProblem, RESULTS_ZIP, Table};
pub use input::Chosen;
pub use keeping::{
    KeepAction, KeepProblem, KeepStep, Keeping, KeptKey, NAME as KEPT_NAME, choose_passphrase,
};
pub use key::{KeyProblem, KeyRead, Keys, ProtectedKey, read_key, read_pasted_key};
pub use listed::{ListProblem, Listed, looks_like_list};
pub use locksmith::{Done, Job, Refusal};
pub use open::{Desk, Turn, open_all};
pub use opened::{Found, Opened, Progress};
pub use sample::Sample;
pub use store::{
    Action, Asking, Change, DecisionsProblem, Drawn, Form, FormProblem, KeyState, Linking, Log, Look,
    Missing, Note, Place, Saving, Stage, Store, Subject,
};
pub use study::{ChosenStudy, StudyProblem, read_study};
pub use team_study::{StudyMistake, read_team_study};
pub use view::{Request, Room, title, view};

use crate::browser::worker;

/// What a worker is called that opens files.
const CREW: &str = "crew";
/// What the one is called that holds what was found in them.
const CLERK: &str = "clerk";
/// What the one is called that locks a key file with a passphrase, or opens one.
const LOCKSMITH: &str = "locksmith";

/// Serves the page in a worker, until the page ends it.
pub fn serve() {
    match worker::name().as_str() {
        CLERK => clerk::serve(),
        LOCKSMITH => locksmith::serve(),
        _ => crew::serve(),
    }
}
