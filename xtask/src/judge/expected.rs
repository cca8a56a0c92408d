//! What `cohort` says of the sample: scores from the analysis tables, items from the results folder, labels from the
//! codebook. Nothing of an export is looked at.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::compare::{Facts, Measure};

type Row = BTreeMap<String, String>;

/// Every fact.
pub fn facts(results: &Path, tables: &Path) -> Result<Facts> {
    let mut facts = Facts::default();
    let codebook = rows(&results.join("codebook.csv"))?;
    let wide = rows(&results.join("responses_wide.csv"))?;
    let mut waves: Vec<&str> = wide.iter().map(|row| row["wave"].as_str()).collect();
    waves.sort_unstable();
    waves.dedup();
    for about in &codebook {
        let column = about["column"].as_str();
        let missing = codes(&about["missing"]);
        facts.note(Measure::Title, column, "", "", about["what"].as_str());
        for (value, label) in about["values"].split("; ").filter_map(|pair| pair.split_once(" = ")) {
            facts.note(Measure::Label, column, "", value, label);
        }
        for (code, meaning) in &missing {
            facts.note(Measure::MissingLabel, column, "", code, *meaning);
        }
        let is_number = matches!(about["type"].as_str(), "integer" | "number");
        for wave in &waves {
            let of_wave = wide.iter().filter(|row| row["wave"] == *wave);
            let cells: Vec<&str> =
                of_wave.map(|row| row[column].as_str()).filter(|cell| !cell.is_empty()).collect();
            count(&mut facts, column, wave, &cells, &missing, is_number)?;
        }
    }
    let scores = rows(&tables.join("analysis_scores.csv"))?;
    if scores.is_empty() {
        bail!("the analysis has no scores");
    }
    // The analysis' own numbers, where it has them: they must be those of the table.
    for score in &scores {
        facts.note(Measure::N, &score["scale"], &score["wave"], "", score["n"].as_str());
        facts.note(Measure::Mean, &score["scale"], &score["wave"], "", score["mean"].as_str());
    }
    Ok(facts)
}

/// Notes how many values and codes there are among the cells of a column at a wave, and the mean of its numbers.
fn count(
    facts: &mut Facts,
    column: &str,
    wave: &str,
    cells: &[&str],
    missing: &BTreeMap<&str, &str>,
    is_number: bool,
) -> Result<()> {
    let (codes, there): (Vec<&str>, Vec<&str>) = cells.iter().partition(|cell| missing.contains_key(*cell));
    facts.note(Measure::N, column, wave, "", there.len().to_string());
    for code in &codes {
        let same = codes.iter().filter(|other| other == &code).count();
        facts.note(Measure::Missing, column, wave, code, same.to_string());
    }
    if is_number && !there.is_empty() {
        let numbers: std::result::Result<Vec<f64>, _> =
            there.iter().map(|cell| cell.parse::<f64>()).collect();
        let numbers = numbers.with_context(|| format!("{column} has a cell that is no number"))?;
        facts.note(
            Measure::Mean,
            column,
            wave,
            "",
            (numbers.iter().sum::<f64>() / numbers.len() as f64).to_string(),
        );
    }
    Ok(())
}

/// The codes of `meaning = code; meaning = code` with their meanings.
fn codes(text: &str) -> BTreeMap<&str, &str> {
    text.split("; ")
        .filter_map(|pair| pair.split_once(" = "))
        .map(|(meaning, code)| (code, meaning))
        .collect()
}

fn rows(path: &Path) -> Result<Vec<Row>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
    let names = reader.headers()?.clone();
    let row = |row: csv::StringRecord| names.iter().map(Into::into).zip(row.iter().map(Into::into)).collect();
    reader.records().map(|record| Ok(row(record?))).collect()
}
