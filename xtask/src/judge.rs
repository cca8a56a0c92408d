//! Exports, opened by programs that are not ours.
//!
//! Each judge is a program of others that reads one format of the sample study's export and reports numbers and labels
//! (`xtask/judges/facts.py` says how). They are compared with what `cohort` says: the analysis tables, the codebook and
//! the results folder, never the export. Promises that each judge can fail: every one is also given a damaged export, and
//! not to notice is a failure. Must never put anything into the repository.

mod compare;
mod expected;
mod list;
mod sample;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::setup;
use compare::{Facts, differences};
use list::{JUDGES, Judge};
use sample::Sample;

/// Runs every judge, or the one called `only`.
pub fn run(only: Option<&str>) -> Result<()> {
    let chosen: Vec<&Judge> =
        JUDGES.iter().filter(|judge| only.is_none_or(|name| name == judge.name)).collect();
    if chosen.is_empty() {
        bail!("there is no such judge; the judges are\n{}", list());
    }
    setup::for_judges()?;
    let sample = Sample::make()?;
    let expected = expected::facts(&sample.results(), &sample.tables())?;
    let mut failed = Vec::new();
    for judge in chosen {
        println!("\n=== {}: {}", judge.name, judge.promise);
        match judged(judge, &sample, &expected) {
            Ok(compared) => println!("  {compared} numbers and labels agree; a damaged export was noticed"),
            Err(error) => {
                println!("  {error:#}");
                failed.push(judge.name);
            }
        }
    }
    if !failed.is_empty() {
        bail!("these judges are not content: {}", failed.join(", "));
    }
    Ok(())
}

/// The judges as lines of a help text.
pub fn list() -> String {
    JUDGES.iter().map(|judge| format!("  {:<12} {}\n", judge.name, judge.promise)).collect()
}

/// How many facts a judge confirmed.
fn judged(judge: &Judge, sample: &Sample, expected: &Facts) -> Result<usize> {
    let fine = sample.export(judge.format, "right")?;
    let compared = content(judge, &fine, expected)?;
    let damaged = sample.export(judge.format, "damaged")?;
    damage(judge, &damaged)?;
    match content(judge, &damaged, expected) {
        Ok(_) => bail!("{} did not notice the damaged export", judge.name),
        Err(noticed) => {
            println!("  damaged: {}", first_line(&format!("{noticed:#}")));
            Ok(compared)
        }
    }
}

/// Asks the judge and compares.
fn content(judge: &Judge, export: &Path, expected: &Facts) -> Result<usize> {
    let reported = Facts::read(&(judge.ask)(export)?)
        .with_context(|| format!("{} reported something else than facts", judge.name))?;
    let wanted = expected.restricted(judge.measures, judge.without);
    let differing = differences(&wanted, &reported);
    match differing.as_slice() {
        [] => Ok(wanted.len()),
        [first, ..] => bail!("{} differences, the first: {first}", differing.len()),
    }
}

/// Replaces a word of the export, as `judge.damage` says.
fn damage(judge: &Judge, export: &Path) -> Result<()> {
    let (file, from, to) = judge.damage;
    let path = export.join(file);
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    if !text.contains(from) {
        bail!("{file} has nothing to damage: `{from}` is not in it");
    }
    std::fs::write(&path, text.replacen(from, to, 1))
        .with_context(|| format!("cannot write {}", path.display()))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
