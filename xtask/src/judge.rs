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
use list::{Damage, JUDGES, Judge};
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
            Ok(compared) => println!("  {compared} numbers and labels agree; each damage was noticed"),
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

/// How many facts a judge confirmed. Every damage must be noticed, each in an export of its own.
fn judged(judge: &Judge, sample: &Sample, expected: &Facts) -> Result<usize> {
    let fine = sample.export(judge.format, "right")?;
    let compared = content(judge, &fine, expected)?;
    for (at, damage) in judge.damages.iter().enumerate() {
        let damaged = sample.export(judge.format, "damaged")?;
        make_damage(damage, &damaged)?;
        match content(judge, &damaged, expected) {
            Ok(_) => bail!("{} did not notice damage {} of its export", judge.name, at + 1),
            Err(noticed) => println!("  damaged: {}", first_line(&format!("{noticed:#}"))),
        }
    }
    Ok(compared)
}

/// Asks the judge and compares.
fn content(judge: &Judge, export: &Path, expected: &Facts) -> Result<usize> {
    let reported = Facts::read(&(judge.ask)(export)?)
        .with_context(|| format!("{} reported something else than facts", judge.name))?;
    let wanted = expected.restricted(judge.measures, judge.unlabelled, judge.absent);
    let differing = differences(&wanted, &reported);
    match differing.as_slice() {
        [] => Ok(wanted.len()),
        [first, ..] => bail!("{} differences, the first: {first}", differing.len()),
    }
}

/// Damages the export, as the judge's line says.
fn make_damage(damage: &Damage, export: &Path) -> Result<()> {
    match *damage {
        Damage::Text(file, from, to) => {
            let path = export.join(file);
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let at = bytes.windows(from.len()).position(|part| part == from.as_bytes());
            let at = at.with_context(|| format!("{file} has nothing to damage: `{from}` is not in it"))?;
            let damaged = [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat();
            std::fs::write(&path, damaged).with_context(|| format!("cannot write {}", path.display()))
        }
        Damage::Copy(from, to) => std::fs::copy(export.join(from), export.join(to))
            .map(drop)
            .with_context(|| format!("{from} cannot be written over {to}")),
        Damage::Script(script, from, to) => list::python_with(script, export, &[from, to]).map(drop),
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
