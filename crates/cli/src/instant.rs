//! Today. What else there is to know of days and times, `cohort` knows.

use std::time::{SystemTime, UNIX_EPOCH};

pub use cohort::instant::{day_number, day_text};

const DAY_SECONDS: i64 = 86_400;

/// Today in UTC, as `2026-11-22`.
pub fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    day_text(i64::try_from(since).unwrap_or(0) / DAY_SECONDS)
}
