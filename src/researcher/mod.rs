//! What the researcher sees, one file a part of the page.
//!
//! Promises: everything happens on this device; a secret key lives in one place, the [`Keys`], and is wiped when they
//! are dropped; an opened file is dropped as soon as it was examined. Must never store a key or a result, and never be
//! part of the patient's page.
//!
//! ```text
//! study, key, input ──> Store ──> view ──> choosing, opening, findings …    what is shown
//!                         ^          │
//!                         └─ Action ─┘   Request ──> app ──> browser        what only a browser can do
//!                                                     │
//!                                                    open ──> findings      sealed, cohort: the same as the command
//! ```

mod app;
pub mod builder;
mod choosing;
mod findings;
mod frame;
mod input;
mod key;
mod open;
mod opening;
mod outcomes;
mod pager;
mod results;
mod sample;
mod save;
mod settle;
mod steps;
mod store;
mod study;
mod tables;
mod view;
pub mod words;

pub use app::App;
pub use findings::{Findings, Table};
pub use input::Chosen;
pub use key::{KeyProblem, KeyRead, Keys, ProtectedKey, read_key, read_pasted_key};
pub use open::open_all;
pub use sample::Sample;
pub use store::{Action, KeyState, Look, Missing, Note, Saving, Stage, Store};
pub use study::{ChosenStudy, StudyProblem, read_study};
pub use view::{Request, title, view};
