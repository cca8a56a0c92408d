//! What the pages weigh on the line. Promises brotli at its highest quality, as a host that compresses beforehand sends
//! it. Must never leave a file out that the first question needs.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::places;

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

/// `bytes` after brotli, quality 11, window 22.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)
        .expect("reading and writing memory cannot fail");
    out
}

/// What a page does not need for its first question: the paper form and its styles are loaded by those who print one.
const NOT_FOR_THE_FIRST_QUESTION: [&str; 2] = ["paper.html", "paper.css"];

/// Every file of a built page that a browser can ask for on the way to its first question.
pub fn weigh(page: &str) -> Result<Vec<Weight>> {
    let folder = places::dist(page);
    let files = places::files(&folder, |file| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("_headers");
        name != "_headers"
            && !NOT_FOR_THE_FIRST_QUESTION.contains(&name)
            && file.extension().is_none_or(|end| end != "br")
    })?;
    if files.is_empty() {
        bail!("{} is empty: `cargo xtask build` first", places::shown(&folder));
    }
    files.into_iter().map(|file| weigh_file(&folder, file)).collect()
}

fn weigh_file(folder: &std::path::Path, file: PathBuf) -> Result<Weight> {
    let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", places::shown(&file)))?;
    let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
    Ok(Weight { name, plain: bytes.len(), brotli: brotli(&bytes).len() })
}

/// Prints the table of each page and returns the patient's total.
pub fn print() -> Result<usize> {
    let patient = print_table("patient", "the patient's first question")?;
    println!("{:>10} {PATIENT_BUDGET:>10}  allowed", "");
    print_table("researcher", "the researcher's page")?;
    Ok(patient)
}

fn print_table(page: &str, title: &str) -> Result<usize> {
    let weights = weigh(page)?;
    println!("{title}, bytes");
    println!("{:>10} {:>10}  file", "plain", "brotli");
    for weight in &weights {
        println!("{:>10} {:>10}  {}", weight.plain, weight.brotli, weight.name);
    }
    let plain: usize = weights.iter().map(|weight| weight.plain).sum();
    let brotli: usize = weights.iter().map(|weight| weight.brotli).sum();
    println!("{plain:>10} {brotli:>10}  in all");
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
        assert!(within(160_000, PATIENT_BUDGET).is_ok());
        let error = within(160_001, PATIENT_BUDGET).unwrap_err().to_string();
        assert!(error.contains("1 more than allowed"), "{error}");
    }

    #[test]
    fn brotli_can_be_undone_and_is_smaller() {
        let text = "at all times ".repeat(500);
        let packed = brotli(text.as_bytes());
        assert!(packed.len() < 100);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &packed[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}
