//! The tests that need a browser. Promises that they use the browser of this machine and no other host.

use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{self, cargo};
use crate::{pages, places, researcher, serve, setup, study, tools};

/// The parts of the pages: the tests of `tests/`, compiled to WebAssembly and run in headless Chromium. Then the analysis
/// and every export there, whose bytes must be those that this machine makes.
pub fn parts() -> Result<()> {
    command::run(&mut in_chromium("linkwell", "*")?)?;
    same_bytes()
}

/// What this machine makes is compared in Chromium, file by file.
fn same_bytes() -> Result<()> {
    let path = places::target()?.join("native-digests.txt");
    let mut here = cargo();
    here.args(["test", "--locked", "--package", "export", "--test", "everywhere"]);
    command::run(here.env("LINKWELL_DIGESTS_TO", &path))?;
    let digests = places::read(&path)?;
    command::run(in_chromium("export", "everywhere")?.env("LINKWELL_NATIVE_DIGESTS", digests))
}

/// Tests of a package, compiled to WebAssembly, in headless Chromium.
fn in_chromium(package: &str, tests: &str) -> Result<Command> {
    let mut test = cargo();
    test.args(["test", "--locked", "--package", package, "--target", setup::WASM, "--test", tests]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::wasm_bindgen_test_runner()?);
    test.env("CHROMEDRIVER", tools::chromedriver()?);
    test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", places::root().join("webdriver.json"));
    // A machine with two cores and a fresh browser can be slow to show the first sign of life.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(test)
}

/// The built pages as a person uses them: Playwright against our own server, and Debian's Firefox beside Chromium.
pub fn journeys() -> Result<()> {
    let patient = serve::start(places::dist("patient"), 0)?;
    let researchers = serve::start(places::dist("researcher"), 0)?;
    let mut playwright = playwright(&patient)?;
    playwright.env("LINKWELL_RESEARCHER_URL", researchers.url());
    playwright.env("LINKWELL_COMMAND", study::linkwell()?);
    playwright
        .env("LINKWELL_NGINX", tools::nginx().context("nginx is missing: `cargo xtask setup` installs it")?);
    // The tests publish sites of their own, and open the pages in one file.
    playwright.env("LINKWELL_PAGES", pages::generic());
    playwright.env("LINKWELL_SINGLE_FILE", study::single_file());
    playwright.env("LINKWELL_RESEARCHER_FOLDER", places::dist("researcher"));
    playwright.env("LINKWELL_RESEARCHER_SINGLE_FILE", researcher::single_file());
    playwright.env("LINKWELL_FIREFOX", tools::firefox()?);
    command::run(&mut playwright)
}

/// Pictures of every screen of both built pages, for looking at, in the folder `screens`.
pub fn pictures() -> Result<()> {
    let patient = serve::start(places::dist("patient"), 0)?;
    let researchers = serve::start(places::dist("researcher"), 0)?;
    let mut playwright = playwright(&patient)?;
    playwright.env("LINKWELL_RESEARCHER_URL", researchers.url());
    playwright.env("LINKWELL_COMMAND", study::linkwell()?);
    playwright.args(["--config", "pictures.config.ts"]);
    command::run(&mut playwright)?;
    println!("\nopen {}", places::shown(&places::root().join("screens/index.html")));
    Ok(())
}

fn playwright(patient: &serve::Served) -> Result<Command> {
    let mut playwright = command::new("npx");
    playwright.args(["--no-install", "playwright", "test"]).current_dir(places::root().join("e2e"));
    playwright.env("LINKWELL_PATIENT_URL", patient.url());
    playwright.env("LINKWELL_CHROMIUM", tools::chromium()?);
    Ok(playwright)
}
