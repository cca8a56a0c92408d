//! Puts the sample study beside the built pages.

use anyhow::{Context, Result};

use crate::places;

/// Copies the public file of the sample study into the folder of the page, where the page asks for it as
/// `study.json`. Until the sample study is in the tree there is nothing to copy.
pub fn write_study(page: &str) -> Result<()> {
    let from = places::root().join("studies/demo/study.json");
    if !from.exists() {
        return Ok(());
    }
    let to = places::dist(page).join("study.json");
    std::fs::copy(&from, &to)
        .with_context(|| format!("cannot copy {} to {}", places::shown(&from), places::shown(&to)))?;
    Ok(())
}
