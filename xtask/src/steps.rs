//! What CI checks, in the order that fails soonest. Promises that every step is named and timed, and that the summary
//! at the end names the step that failed. Must never go on after a failure.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::{self, cargo};
use crate::pages::{self, Quality};
use crate::{browser, checks, setup, size};

/// One step of `cargo xtask test`.
struct Step {
    name: &'static str,
    promise: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "format", promise: "the source is laid out by rustfmt", run: format },
    Step { name: "house", promise: "rooms, dependencies and licences keep the rules", run: checks::house },
    Step { name: "clippy", promise: "no warning, on this machine", run: clippy },
    Step { name: "clippy-wasm", promise: "no warning, in the browser", run: clippy_wasm },
    Step { name: "unit", promise: "the tests of every crate", run: unit },
    Step { name: "docs", promise: "the documentation builds and its links lead somewhere", run: docs },
    Step { name: "build", promise: "both pages build as a study publishes them", run: build },
    Step {
        name: "pages",
        promise: "no foreign address, no researcher code at the patient's, nothing too new, one build id",
        run: checks::built_pages,
    },
    Step { name: "size", promise: "the patient's page stays under its budget", run: size::check },
    Step { name: "interop", promise: "sealed files cross to other age programs and back", run: interop },
    Step {
        name: "browser",
        promise: "the parts of the pages, and the same bytes as here, in headless Chromium",
        run: browser::parts,
    },
    Step {
        name: "e2e",
        promise: "the built pages, in Chromium and Firefox, as a person uses them",
        run: browser::journeys,
    },
];

/// The steps as lines of a help text.
pub fn list() -> String {
    STEPS.iter().map(|step| format!("  {:<12} {}\n", step.name, step.promise)).collect()
}

/// Runs every step, or the one called `only`, after the set-up.
pub fn run(only: Option<&str>) -> Result<()> {
    let chosen: Vec<&Step> = STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)).collect();
    if chosen.is_empty() {
        bail!("there is no such step; the steps are\n{}", list());
    }
    let mut done = Vec::new();
    let start = Instant::now();
    setup::everything()?;
    done.push(("setup", start.elapsed()));
    for step in chosen {
        println!("\n=== {}: {}", step.name, step.promise);
        let start = Instant::now();
        let result = (step.run)();
        done.push((step.name, start.elapsed()));
        if result.is_err() {
            summarise(&done, Some(step.name));
            return result.with_context(|| {
                format!("step `{}` failed (again: cargo xtask test --only {})", step.name, step.name)
            });
        }
    }
    summarise(&done, None);
    Ok(())
}

fn summarise(done: &[(&str, Duration)], failed: Option<&str>) {
    println!("\n=== summary");
    for (name, time) in done {
        let outcome = if failed == Some(name) { "FAILED" } else { "ok" };
        println!("  {name:<12} {:>7.1} s  {outcome}", time.as_secs_f64());
    }
    let total: Duration = done.iter().map(|(_, time)| *time).sum();
    let outcome = if failed.is_some() { "FAILED" } else { "all ok" };
    println!("  {:<12} {:>7.1} s  {outcome}", "in all", total.as_secs_f64());
}

fn format() -> Result<()> {
    command::run(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    command::run(cargo().args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_wasm() -> Result<()> {
    command::run(cargo().args([
        "clippy",
        "--locked",
        "--package",
        "linkwell",
        "--all-targets",
        "--target",
        setup::WASM,
        "--",
        "-D",
        "warnings",
    ]))
}

fn unit() -> Result<()> {
    command::run(cargo().args(["test", "--locked", "--workspace"]))
}

fn docs() -> Result<()> {
    command::run(
        cargo().args(["doc", "--locked", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn build() -> Result<()> {
    pages::build(Quality::Published)
}

fn interop() -> Result<()> {
    setup::npm_install("e2e/interop")?;
    command::run(cargo().args([
        "test",
        "--locked",
        "--package",
        "sealed",
        "--test",
        "interop",
        "--",
        "--ignored",
    ]))
}
