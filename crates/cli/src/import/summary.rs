//! What the import says when it is done. Counts and reasons only: who it concerns is in the ledger.

use std::{collections::BTreeMap, path::Path};

use cohort::{Cohort, Effect, Outcome, Reason};
use serde::Serialize;

use super::{ImportArguments, decided};
use crate::{
    error::CommandError,
    output::{print as print_text, print_json},
};

#[derive(Serialize)]
struct Summary {
    results: String,
    inputs: usize,
    accepted: usize,
    duplicate: usize,
    attention: usize,
    rejected: usize,
    set_aside: usize,
    /// Records in the tables.
    records: usize,
    hidden_left_out: u64,
    reasons: Vec<ReasonCount>,
    decisions: DecisionCount,
    /// Pairs of participant codes that are probably one person's.
    near_misses: usize,
    /// The receipt codes of the records of each conflict.
    conflicts: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct DecisionCount {
    applied: usize,
    replaced: usize,
    overruled: usize,
    nothing: usize,
}

#[derive(Serialize)]
struct ReasonCount {
    code: &'static str,
    outcome: &'static str,
    inputs: usize,
    sentence: &'static str,
}

/// Prints the counts, and every reason that needs a person.
pub(super) fn print(
    cohort: &Cohort,
    hidden_left_out: u64,
    decisions: &Path,
    arguments: &ImportArguments,
) -> Result<(), CommandError> {
    let counts = cohort.counts();
    let summary = Summary {
        results: arguments.output.display().to_string(),
        inputs: counts.inputs(),
        accepted: counts.accepted,
        duplicate: counts.duplicate,
        attention: counts.attention,
        rejected: counts.rejected,
        set_aside: counts.set_aside,
        records: cohort.records(),
        hidden_left_out,
        reasons: reasons(cohort),
        decisions: DecisionCount {
            applied: cohort.effects(Effect::Applied),
            replaced: cohort.effects(Effect::Replaced),
            overruled: cohort.effects(Effect::Overruled),
            nothing: cohort.effects(Effect::Nothing),
        },
        near_misses: cohort.near_miss_count(),
        conflicts: cohort.conflicts(),
    };
    if arguments.json {
        print_json(&summary)
    } else {
        print_text(&in_words(&summary, &decided::in_words(cohort, decisions)))
    }
}

/// How many inputs have each reason that a person must look at, gravest first.
fn reasons(cohort: &Cohort) -> Vec<ReasonCount> {
    let mut counted: BTreeMap<Reason, usize> = BTreeMap::new();
    for reason in cohort.ledger().iter().flat_map(|line| &line.reasons) {
        *counted.entry(*reason).or_default() += 1;
    }
    let needs_a_person = |reason: &Reason| matches!(reason.outcome(), Outcome::Attention | Outcome::Rejected);
    let count = |(reason, inputs): (Reason, usize)| ReasonCount {
        code: reason.code(),
        outcome: reason.outcome().code(),
        inputs,
        sentence: reason.sentence(),
    };
    counted.into_iter().filter(|(reason, _)| needs_a_person(reason)).map(count).collect()
}

fn in_words(summary: &Summary, decided: &str) -> String {
    let Summary { inputs, accepted, duplicate, attention, rejected, set_aside, .. } = summary;
    let mut text = format!(
        "{inputs} inputs: {accepted} accepted, {duplicate} duplicate, {attention} attention, {rejected} rejected, \
         {set_aside} set aside\n"
    );
    for reason in &summary.reasons {
        let ReasonCount { code, outcome, inputs, sentence } = reason;
        text.push_str(&format!("\n{inputs:>6}  {code} ({outcome})\n        {sentence}\n"));
    }
    if !summary.reasons.is_empty() {
        text.push('\n');
    }
    text.push_str(decided);
    if summary.hidden_left_out > 0 {
        text.push_str(&format!("{} hidden files or folders were left out\n", summary.hidden_left_out));
    }
    text.push_str(&format!("results: {} (ledger.csv has a line for every input)\n", summary.results));
    text
}
