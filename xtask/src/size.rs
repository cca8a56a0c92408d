//! What the pages weigh on the line. Promises brotli at its highest quality, as a host that compresses beforehand sends
//! it. Must never leave a file out that the first question needs.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{places, researcher, study};

/// The most that everything the patient's first question needs may weigh, in bytes after brotli.
pub const PATIENT_BUDGET: usize = 160_000;

/// One file of a page.
pub struct Weight {
    /// Path below the page's folder.
    pub name: String,
    /// Bytes as they are.
    pub plain: usize,
    /// Bytes after brotli.
    pub brotli: usize,
}

/// What a patient's page does not need for its first question, by the beginning of its path, and why not. Everything
/// else counts.
const LATER: &[(&str, &str)] = &[
    ("BUILD.txt", "for people who check the build"),
    ("icons/", "the browser's tab and home screen ask for them"),
    ("manifest.webmanifest", "the home screen asks for it"),
    ("old-", "only browsers ask for it that cannot run the page"),
    ("paper.", "when somebody wants to print the questions"),
    ("sw.js", "after the page has started, for the next visit"),
    ("text/", "when somebody selects that language"),
];

/// Why the first question does not need this file of the patient's page.
fn later(name: &str) -> Option<&'static str> {
    LATER.iter().find(|(beginning, _)| name.starts_with(beginning)).map(|(_, why)| *why)
}

/// Every file of a built page that a browser can ask for.
pub fn weigh(page: &str) -> Result<Vec<Weight>> {
    let folder = places::dist(page);
    let files = places::files(&folder, |file| {
        file.file_name().is_some_and(|name| !name.to_string_lossy().starts_with(['_', '.']))
            && file.extension().is_none_or(|end| end != "br" && end != "gz")
    })?;
    if files.is_empty() {
        bail!("{} is empty: `cargo xtask build` first", places::shown(&folder));
    }
    files.into_iter().map(|file| weigh_file(&folder, file)).collect()
}

fn weigh_file(folder: &std::path::Path, file: PathBuf) -> Result<Weight> {
    let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", places::shown(&file)))?;
    let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
    Ok(Weight { name, plain: bytes.len(), brotli: hosting::compressed::brotli(&bytes).len() })
}

/// Prints the table of each page and returns the patient's total.
pub fn print() -> Result<usize> {
    let patient = print_table("patient", "the patient's first question")?;
    println!("{:>10} {PATIENT_BUDGET:>10}  allowed", "");
    print_table("researcher", "the researcher's page")?;
    println!("a whole page in one file, bytes\n{:>10} {:>10}  file", "plain", "brotli");
    for file in [study::single_file(), researcher::single_file()] {
        let weight = weigh_file(&places::dist("single"), file)?;
        println!("{:>10} {:>10}  {}", weight.plain, weight.brotli, weight.name);
    }
    Ok(patient)
}

fn print_table(page: &str, title: &str) -> Result<usize> {
    let (put_off, weights): (Vec<Weight>, Vec<Weight>) =
        weigh(page)?.into_iter().partition(|weight| page == "patient" && later(&weight.name).is_some());
    println!("{title}, bytes");
    println!("{:>10} {:>10}  file", "plain", "brotli");
    for weight in &weights {
        println!("{:>10} {:>10}  {}", weight.plain, weight.brotli, weight.name);
    }
    let plain: usize = weights.iter().map(|weight| weight.plain).sum();
    let brotli: usize = weights.iter().map(|weight| weight.brotli).sum();
    println!("{plain:>10} {brotli:>10}  in all");
    for weight in &put_off {
        let why = later(&weight.name).unwrap_or_default();
        println!("{:>10} {:>10}  {}, not counted: {why}", weight.plain, weight.brotli, weight.name);
    }
    Ok(brotli)
}

/// Prints the tables and refuses a patient's page above its budget.
pub fn check() -> Result<()> {
    within(print()?, PATIENT_BUDGET)
}

fn within(bytes: usize, budget: usize) -> Result<()> {
    if bytes > budget {
        bail!("the patient's page weighs {bytes} bytes after brotli, {} more than allowed", bytes - budget);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_above_the_budget_is_refused() {
        assert!(within(PATIENT_BUDGET, PATIENT_BUDGET).is_ok());
        let error = within(PATIENT_BUDGET + 1, PATIENT_BUDGET).unwrap_err().to_string();
        assert!(error.contains("1 more than allowed"), "{error}");
    }

    #[test]
    fn what_the_first_question_needs_counts() {
        for name in ["index.html", "patient-1_bg.wasm", "boot-1.js", "study.bundle.json", "base-1.css"] {
            assert_eq!(later(name), None, "{name}");
        }
        assert!(later("sw.js").is_some() && later("text/cy.txt").is_some());
    }
}
