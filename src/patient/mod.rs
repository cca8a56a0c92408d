//! What the patient sees, one file a screen.
//!
//! Promises: nothing shown depends on what was answered (no score, band or comment); every answer is held once, in the
//! session inside the [`Store`]. Must never open a sealed file or hold researchers' code.
//!
//! ```text
//! load ──> Store ──> view ──> start, consent, code, who, question, check, finish …   what is shown
//!            ^                   │
//!            └── Action ─────────┘        Request ──> app ──> browser          what only a browser can do
//! ```

mod aloud;
mod app;
mod check;
mod code;
mod consent;
mod contact;
mod elsewhere;
mod ended;
mod finish;
mod frame;
mod help;
mod kept;
mod language;
mod language_choice;
mod load;
mod question;
mod seal;
mod sending;
mod settle;
mod stage;
mod start;
mod store;
mod typed;
mod unavailable;
mod view;
mod welcome;
mod who;

pub use app::App;
pub use kept::Kept;
pub use language::{split_language, with_language};
pub use load::{Link, read_bundle};
pub use seal::{NotSealed, SealedFile, seal_record};
pub use sending::Sending;
pub use stage::{Loaded, Place, Stage, Trouble, Turn, Unavailable, Way, Ways};
pub use store::{Action, Happened, Store};
pub use view::{Request, title, view};
