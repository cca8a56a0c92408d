//! The measured figures. Promises release builds and nothing asserted: a figure is for reading.

use anyhow::Result;

use crate::command::{self, cargo};
use crate::pages::{self, Quality};
use crate::{setup, size};

/// Prints what the page weighs, how many sealed files open a second, and how many rows are scored a second.
pub fn run() -> Result<()> {
    setup::for_pages()?;
    pages::build(Quality::Published)?;
    println!();
    let _total = size::print()?;
    for (package, example) in [("sealed", "open_rate"), ("cli", "score_rate")] {
        println!();
        command::run(cargo().args([
            "run",
            "--release",
            "--locked",
            "--package",
            package,
            "--example",
            example,
        ]))?;
    }
    Ok(())
}
