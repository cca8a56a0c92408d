//! The patient's journey through the study as it stands, beside the form that makes it.
//!
//! Promises: what is shown is drawn by the patient's page's own code from the study as it was last without mistakes;
//! nothing is kept, sealed or sent. Must never write to a storage, make a record's file, or change the patient's page.
//!
//! This is the one room of the researcher's page that knows `patient`: a second set of screens would soon show something
//! else than people get. `patient` knows nothing of it.

mod app;
mod walk;

pub use app::Preview;
pub(super) use app::TITLE_ID;
pub use walk::{Move, Note, Walk};
