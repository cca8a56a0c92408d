//! Components without state: they take values and emit values.
//!
//! Promises: labels tied to their fields, one heading of the first level a screen, nothing chosen beforehand, no
//! `style` attribute and no markup made from text. Must never know a questionnaire or keep a copy of what was chosen.
//!
//! Most are plain functions from values to HTML: a component of Yew's weighs some kilobytes each in a page that a phone
//! downloads, and without state it gains nothing by being one. Where the researcher's page uses one as a tag, the
//! component stands beside its function.

mod button;
mod chart;
mod check_line;
mod details;
mod error_summary;
mod field;
mod file_field;
mod form_field;
mod link;
mod notice;
mod page;
mod scale;
mod secret_field;
mod text_line;
mod tick_box;
mod words;

pub use button::{Button, Weight, button};
pub use chart::chart;
pub use check_line::{CheckLine, check_line};
pub use details::{details, details_of};
pub use error_summary::{ErrorSummary, PROBLEM_ID, ProblemLink, error_summary};
pub use field::{Entry, Field, field};
pub use file_field::FileField;
pub use form_field::{FormField, Typing, field_errors, form_field};
pub use link::{PageLink, page_link};
pub use notice::{Notice, Tone, notice};
pub use page::{HEADING_ID, Heading, Page, heading, page};
pub use scale::{Cell, Row, Scale, cell_id, digits, scale};
pub use secret_field::{SecretField, SecretKind};
pub use text_line::{TextLine, text_line};
pub use tick_box::{TickBox, tick_box};
pub use words::{paragraph, paragraph_of, sentence, subheading};
