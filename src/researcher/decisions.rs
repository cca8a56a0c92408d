//! The file of decisions, as the command reads it.

use super::store::DecisionsProblem;
use cohort::Decisions;

/// The name of the file.
pub const DECISIONS: &str = "decisions.json";
/// The largest decisions file that is read: 8 MiB.
pub const MAX_DECISIONS: u64 = 8 * 1024 * 1024;

/// Whether a file that came among others is meant as one of decisions, even if there are mistakes in it.
pub fn looks_like_decisions(bytes: &[u8]) -> bool {
    let keys: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(bytes).ok();
    keys.is_some_and(|keys| keys.contains_key("decisions"))
}

/// The decisions in a file.
///
/// # Errors
/// [`DecisionsProblem`].
pub fn read_decisions(bytes: &[u8]) -> Result<Decisions, DecisionsProblem> {
    let text = str::from_utf8(bytes).map_err(|_| DecisionsProblem::NotText)?;
    Decisions::read(text).map_err(DecisionsProblem::Wrong)
}
