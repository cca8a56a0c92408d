//! The decisions file of an import: where it is, and what it did, in words.

use std::path::{Path, PathBuf};

use cohort::{Cohort, Decisions, Effect, decisions::suggested_preference};

use super::ImportArguments;
use crate::{error::CommandError, input::read_text};

/// The name of the file that is looked for beside the study file.
const NAME: &str = "decisions.json";
/// How many conflicts are printed with a decision to copy.
const SHOWN: usize = 20;

/// The decisions, and the file that they came from.
pub(super) struct Read {
    pub(super) decisions: Decisions,
    pub(super) path: PathBuf,
}

/// The decisions that were named, or those beside the study file, or none.
///
/// # Errors
/// [`CommandError`]: the file that was named is not there, or every mistake in it.
pub(super) fn read(arguments: &ImportArguments) -> Result<Read, CommandError> {
    let beside = arguments.study.with_file_name(NAME);
    let path = match &arguments.decisions {
        Some(path) => path.clone(),
        None if beside.exists() => beside,
        None => return Ok(Read { decisions: Decisions::default(), path: beside }),
    };
    let text = read_text(&path)?;
    let decisions = Decisions::read(&text).map_err(|problems| CommandError::wrong(&path, problems))?;
    Ok(Read { decisions, path })
}

/// What decisions did, and what is still to be decided. Receipts only: no code of a person.
pub(super) fn in_words(cohort: &Cohort, path: &Path) -> String {
    let mut text = String::new();
    if cohort.decisions() > 0 {
        let count = |effect| cohort.effects(effect);
        text.push_str(&format!(
            "{} decisions: {} applied, {} replaced, {} overruled, {} without effect (decisions.csv)\n",
            cohort.decisions(),
            count(Effect::Applied),
            count(Effect::Replaced),
            count(Effect::Overruled),
            count(Effect::Nothing),
        ));
    }
    if cohort.near_miss_count() > 0 {
        text.push_str(&format!(
            "{} pairs of participant codes are probably one person's: near_misses.csv says why, and none was joined\n",
            cohort.near_miss_count()
        ));
    }
    let conflicts = cohort.conflicts();
    for receipts in conflicts.iter().take(SHOWN) {
        text.push_str(&format!(
            "\nconflict between {}\n  When you know which counts, put it first, fill in the rest, and add to {}:\n  {}\n",
            receipts.join(", "),
            path.display(),
            suggested_preference(receipts),
        ));
    }
    if conflicts.len() > SHOWN {
        text.push_str(&format!("\n{} more conflicts are in ledger.csv\n", conflicts.len() - SHOWN));
    }
    if !conflicts.is_empty() {
        text.push('\n');
    }
    text
}
