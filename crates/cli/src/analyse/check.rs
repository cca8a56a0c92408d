//! `linkwell analyse --check`: a report made again, and compared byte for byte.
//!
//! Must never write anything.

use std::path::Path;

use cohort::analysis::{About, differences, report as make_report};

use super::{AnalyseArguments, Made};
use crate::{
    error::{CommandError, Outcome},
    input::read_text,
    output::print,
};

/// Compares the report at `path` with the same report made again.
///
/// # Errors
/// [`CommandError`]: the report or what it is made from cannot be read.
pub(super) fn check(arguments: &AnalyseArguments, path: &Path) -> Result<Outcome, CommandError> {
    let html = read_text(path)?;
    let about = About::of_report(&html).ok_or_else(|| {
        CommandError::unreadable(
            path,
            "this is no report of `linkwell analyse`, or one of another version: make it again",
        )
    })?;
    let Made { analysis, about: again, .. } = arguments.make(&about.by)?;
    let found = differences(&html, &make_report(&analysis, &again));
    if found.is_empty() {
        print("The report is the same, byte for byte.\n")?;
        return Ok(Outcome::AllWell);
    }
    let lines: String = found.iter().map(|difference| format!("  {difference}\n")).collect();
    print(&format!("The report made again is another:\n{lines}"))?;
    Ok(Outcome::NeedsAttention)
}
