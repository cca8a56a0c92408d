//! Paper forms, keyed in twice, compared, and sealed like any other answers.
//!
//! Promises: nothing is sealed before two keyings of a whole form say the same, or a person who looked at the paper has
//! settled each place where they differ; the record is the one that `linkwell seal --again` makes of the same answers;
//! what was keyed in leaves the page's state with its sealing. Must never store an answer, show the first keying to whoever
//! does the second, hold a rule of its own about answers, or know a secret key.
//!
//! ```text
//! study, typing ──> Store ──> view ──> keying, comparing, sealed      what is shown
//!                     ^         │
//!                     └─ Action ┴─ Request ──> app ──> browser        choosing and saving files
//! Keyed ──> cohort::keying ──> Record ──> seal_form ──> sealed file
//! ```

mod app;
mod comparing;
mod day;
mod item;
mod keyed;
mod keying;
mod place;
mod seal;
mod sealed;
mod settling;
mod store;
mod view;

pub use app::Paper;
pub use day::read_day;
pub use keyed::{HELP, Keyed, Meaning, Mistake, NOT_SAID, SIGNED, TICKED, Wrong};
pub(in crate::researcher) use keying::places;
pub use place::Place;
pub use seal::seal_form;
pub use store::{Action, Difference, NotSealed, Pass, SealedForm, Settled, Stage, Store};
pub use view::{Request, title, view};
