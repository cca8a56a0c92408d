//! Whether each key of a study does what it is kept for, tried out in the page.
//!
//! Promises: what [`setup::drill`] promises, as `linkwell study drill` holds it; a key lives for one trial, a locked key file
//! until its passphrase was given, it was passed over, or the room is left. Must never keep or store a key, or show one.
//!
//! ```text
//! study, key files ──> Store ──> view        what is shown
//!                        ^         │
//!                        └─ Action ┴─ Request ──> app ──> browser, locksmith      files, secrets
//! key file ──> trial ──> setup::drill ──> Trial
//! ```

mod app;
mod giving;
mod store;
mod trial;
mod view;

pub use app::Drilling;
pub use store::{Action, Begun, Store, Waiting};
pub use trial::{Given, Trial, give, give_pasted};
pub use view::{Request, title, view};
