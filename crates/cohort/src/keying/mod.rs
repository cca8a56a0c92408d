//! Paper answers that are keyed in: one finished questionnaire as somebody typed it, its record, and two keyings of the
//! same form beside each other.
//!
//! Promises: the record is the one that the patient's page would have made of the same answers; every mistake is told at
//! once, with the path of its key. Whoever calls gives the nonce, and seals. Must never put an answer or the participant
//! code into a problem.

mod answers;
mod consent;
mod record;
mod twice;

pub use answers::{AnswersFile, ConsentEntry};
pub use record::make_record;
pub use twice::{Difference, differences, not_from_paper};
