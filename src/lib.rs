//! The map: who may call whom.
//!
//! `patient` and `researcher` are the two pages. They do not know each other; both stand on the crates `engine`
//! and `sealed`, and only `researcher` on `cohort`.

pub mod patient;
pub mod researcher;
