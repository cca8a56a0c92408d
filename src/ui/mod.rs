//! Components without state: they take values and emit values.
//!
//! Promises: labels tied to their fields, one heading of the first level a screen, nothing chosen beforehand, no
//! `style` attribute and no markup made from text. Must never know a questionnaire or keep a copy of what was chosen.

mod button;
mod details;
mod error_summary;
mod field;
mod file_field;
mod link;
mod notice;
mod page;
mod scale;
mod secret_field;

pub use button::{Button, Weight};
pub use details::Details;
pub use error_summary::{ErrorSummary, PROBLEM_ID, ProblemLink};
pub use field::Field;
pub use file_field::FileField;
pub use link::PageLink;
pub use notice::{Notice, Tone};
pub use page::{HEADING_ID, Heading, Page};
pub use scale::{Cell, Row, Scale, cell_id};
pub use secret_field::SecretField;
