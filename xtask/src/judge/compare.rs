//! Facts about a table, and the comparison of what a judge reports with what is expected. Promises that a fact that is
//! missing, differs, or was never expected is told.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// How many values are there.
    N,
    /// Their mean.
    Mean,
    /// How many have a code for a missing answer.
    Missing,
    /// What a value means.
    Label,
    /// What a code for a missing answer means.
    MissingLabel,
    /// What stands in the column.
    Title,
}

const WORDS: [(&str, Measure); 6] = [
    ("n", Measure::N),
    ("mean", Measure::Mean),
    ("missing", Measure::Missing),
    ("label", Measure::Label),
    ("missing_label", Measure::MissingLabel),
    ("title", Measure::Title),
];

/// What a fact is of: measure, column, wave, value or code.
type Of = (Measure, String, String, String);

/// Facts about a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Of, String>);

impl Facts {
    /// From lines `measure,column,wave,key,value`.
    pub fn read(lines: &str) -> Result<Self> {
        let mut facts = Self::default();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(lines.as_bytes());
        for row in reader.records() {
            let row = row?;
            let [measure, column, wave, key, value] =
                [0, 1, 2, 3, 4].map(|at| row.get(at).unwrap_or_default());
            let known = WORDS.iter().find(|(word, _)| *word == measure);
            let (_, measure) = known.with_context(|| format!("there is no measure `{measure}`"))?;
            if facts.0.insert((*measure, column.into(), wave.into(), key.into()), value.into()).is_some() {
                bail!("{measure:?} of {column} {wave} {key} is said twice");
            }
        }
        Ok(facts)
    }

    /// Notes a fact, the later one where there are two.
    pub fn note(&mut self, measure: Measure, column: &str, wave: &str, key: &str, value: impl Into<String>) {
        self.0.insert((measure, column.into(), wave.into(), key.into()), value.into());
    }

    /// Those of some measures. Of the columns `without`, labels are left out.
    pub fn restricted(&self, measures: &[Measure], without: &[&str]) -> Self {
        let wanted = |(of, _): &(&Of, &String)| {
            measures.contains(&of.0) && !(of.0 == Measure::Label && without.contains(&of.1.as_str()))
        };
        Self(self.0.iter().filter(wanted).map(|(of, value)| (of.clone(), value.clone())).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// A sentence for each fact that is not as it should be.
pub fn differences(expected: &Facts, reported: &Facts) -> Vec<String> {
    let mut found = Vec::new();
    for (of, value) in &expected.0 {
        match reported.0.get(of) {
            None => found.push(format!("{}: nothing is said, it is {value}", shown(of))),
            Some(said) if !agree(of.0, value, said) => {
                found.push(format!("{}: {said}, it is {value}", shown(of)))
            }
            Some(_) => {}
        }
    }
    for (of, said) in reported.0.iter().filter(|(of, _)| !expected.0.contains_key(of)) {
        // A number on a scale between two worded ends means itself.
        let means_itself = of.0 == Measure::Label && of.3 == *said;
        let counted = matches!(of.0, Measure::N | Measure::Mean | Measure::Missing | Measure::MissingLabel);
        if counted || (of.0 == Measure::Label && !means_itself) {
            found.push(format!("{}: {said}, and there is none", shown(of)));
        }
    }
    found
}

fn shown((measure, column, wave, key): &Of) -> String {
    [&format!("{measure:?} of {column}"), wave, key].map(String::as_str).join(" ").trim_end().to_owned()
}

/// Numbers to nine digits, as the analysis tables write them; titles as far as a format keeps them.
fn agree(measure: Measure, expected: &str, said: &str) -> bool {
    match measure {
        Measure::N | Measure::Mean | Measure::Missing => match (expected.parse::<f64>(), said.parse::<f64>())
        {
            (Ok(expected), Ok(said)) => (expected - said).abs() <= 1e-8 * expected.abs().max(1.0),
            _ => false,
        },
        Measure::Title => {
            let cut = said.strip_suffix("...").filter(|start| start.len() > 60);
            expected == said || cut.is_some_and(|start| expected.starts_with(start))
        }
        Measure::Label | Measure::MissingLabel => expected == said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPECTED: &str = "n,gse_1,baseline,,59\nmean,gse_1,baseline,,2.30508475\nlabel,gse_1,,1,\"Not, at all\"\n\
                            missing,gse_1,baseline,-99,2\ntitle,gse_1,,,A long title\n";

    fn found(reported: &str) -> usize {
        differences(&Facts::read(EXPECTED).unwrap(), &Facts::read(reported).unwrap()).len()
    }

    #[test]
    fn only_what_differs_is_told() {
        assert_eq!(found(EXPECTED), 0);
        assert_eq!(found(&EXPECTED.replace("2.30508475", "2.305084745762712")), 0);
        assert_eq!(found(&EXPECTED.replace("2.30508475", "2.3050")), 1);
        assert_eq!(found(&EXPECTED.replace(",59", ",58")), 1);
        assert_eq!(found(&EXPECTED.replace("Not, at", "Not at")), 1);
        // Another code: the one is missing, the other was never there.
        assert_eq!(found(&EXPECTED.replace("-99,2", "-98,2")), 2);
        assert_eq!(found(&EXPECTED.replace("A long", "Another")), 1);
        assert_eq!(found(&format!("{EXPECTED}label,gse_1,,2,2\n")), 0);
        assert_eq!(found(&format!("{EXPECTED}label,gse_1,,2,two\n")), 1);
        assert_eq!(found(&format!("{EXPECTED}n,other,baseline,,1\n")), 1);
        assert_eq!(found(""), 5);
    }

    #[test]
    fn a_report_that_is_none_is_refused() {
        assert!(Facts::read("Traceback (most recent call last)\n").is_err());
        assert!(Facts::read("n,a,b,,1\nn,a,b,,2\n").is_err());
    }

    #[test]
    fn a_judge_is_asked_for_what_it_can_tell() {
        let facts = Facts::read(EXPECTED).unwrap();
        assert_eq!(facts.restricted(&[Measure::N, Measure::Label], &[]).len(), 2);
        assert_eq!(facts.restricted(&[Measure::N, Measure::Label], &["gse_1"]).len(), 1);
    }
}
