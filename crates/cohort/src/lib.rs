//! What researchers need and patients never download: the ledger, the linking of waves, the tables.
//!
//! Promises determinism: no clock, no randomness, no input or output, no threads. The same set of inputs gives
//! the same bytes, in whatever order they come. Must never choose silently between two records, never drop an
//! input without a line, never look at a key, and never put an answer, a key or a participant code into a reason's sentence.
//!
//! | module | holds |
//! | --- | --- |
//! | [`reason`] | every outcome and reason of the ledger, with its code and sentence: one table |
//! | [`examine`](mod@examine) | one input at a time: a record that the tables can keep, or why not |
//! | [`link`] | all inputs together: duplicates, conflicts, windows |
//! | [`decisions`] | what persons decided, read from its file and replayed |
//! | [`question`](mod@question) | what persons must decide, each with what there is to choose |
//! | [`beside`](mod@beside) | records beside each other, cell by cell as in the tables |
//! | [`people`](mod@people) | every person by waves: what is there, early, late, missing |
//! | [`column`](mod@column) | the columns of the wide table: one model for table, codebook and data package |
//! | [`table`] | tables as CSV bytes, by the conventions that other programs rely on |
//! | [`paper`](mod@paper) | the blank paper form of a wave, to print |
//! | [`keying`] | its answers keyed in, once or twice: the record that is sealed |
//! | [`instant`] | points in time and days as people write them |
//! | [`analysis`] | what the answers say: scales, change, groups, loss, as structures and tables |
//! | [`results`](mod@results) | every file of the results folder in one call |
//!
//! A caller opens each file, passes its content to [`examine::examine`] and drops it; then
//! [`link::Cohort::link`] and [`results::results`].

pub mod analysis;
pub mod beside;
mod calendar;
pub mod column;
mod consent;
mod counts;
pub mod decisions;
pub mod examine;
mod files;
pub mod instant;
mod invitation;
mod kept;
pub mod keying;
pub mod link;
mod near_miss;
pub mod paper;
pub mod people;
pub mod question;
pub mod reason;
pub mod results;
mod rule;
pub mod table;

pub use calendar::local_day_text;
pub use counts::Counts;
pub use decisions::{Decision, Decisions, Effect};
pub use examine::{Examined, Input, examine};
pub use invitation::Signed;
pub use link::{Cohort, Line};
pub use question::Question;
pub use reason::{Outcome, Reason, Refusal};
pub use results::{ResultFile, results};
