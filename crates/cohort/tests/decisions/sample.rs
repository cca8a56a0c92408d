//! Records to decide about, and decisions as people write them.

use cohort::{Cohort, Decisions, Examined, Reason};
use engine::{problem::Problem, record::Record, study::Offer};

use crate::made_up::{BASELINE_MS, DAY_MS, baseline, code, followup, of, offer};

/// The text of a decisions file; each decision as its day and what was decided.
pub fn written(decisions: &[(&str, String)]) -> String {
    let entry = |(date, what): &(&str, String)| {
        format!(r#"{{"date": "{date}", "who": "R. Jones", "reason": "Said so by telephone", {what}}}"#)
    };
    let list: Vec<String> = decisions.iter().map(entry).collect();
    format!(r#"{{"format": 1, "study": "made-up", "decisions": [{}]}}"#, list.join(", "))
}

pub fn read(decisions: &[(&str, String)]) -> Decisions {
    Decisions::read(&written(decisions)).expect("decisions of the right form")
}

pub fn prefer(record: &Record, over: &[&Record]) -> String {
    let over: Vec<String> = over.iter().map(|record| format!("\"{}\"", record.receipt())).collect();
    format!(r#""prefer": {{"receipt": "{}", "over": [{}]}}"#, record.receipt(), over.join(", "))
}

pub fn accept(record: &Record, code: &str) -> String {
    format!(r#""accept": {{"receipt": "{}", "code": "{code}"}}"#, record.receipt())
}

pub fn withdraw(participant: &str) -> String {
    format!(r#""withdraw": {{"participant": "{participant}"}}"#)
}

pub fn join(mistyped: &str, right: &str) -> String {
    format!(r#""join": {{"mistyped": "{mistyped}", "right": "{right}"}}"#)
}

pub fn paths(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.path.as_str()).collect()
}

/// Ann with two different baselines and a follow-up that came late, Ben with a baseline.
pub struct Made {
    /// As it says.
    pub offer: Offer,
    /// As it says.
    pub first: Record,
    /// As it says.
    pub second: Record,
    /// As it says.
    pub late: Record,
    /// As it says.
    pub ben: Record,
}

impl Made {
    pub fn new() -> Self {
        let offer = offer();
        let first = baseline(&offer, &code("3ANNA"));
        let mut second = first.clone();
        second.nonce = "0".repeat(32);
        second.times.finished_ms += DAY_MS;
        let mut late = followup(&offer, &code("3ANNA"));
        late.times.finished_ms = BASELINE_MS + 400 * DAY_MS;
        let ben = baseline(&offer, &code("3BENB"));
        Self { offer, first, second, late, ben }
    }

    pub fn inputs(&self) -> Vec<Examined> {
        let of = |name, record| of(&self.offer, name, record);
        vec![of("a", &self.first), of("b", &self.second), of("c", &self.late), of("d", &self.ben)]
    }

    pub fn decide(&self, decisions: &[(&str, String)]) -> Cohort {
        Cohort::decide(self.inputs(), &self.offer, &read(decisions)).expect("nothing is contradicted")
    }

    pub fn refused(&self, decisions: &[(&str, String)]) -> Vec<Problem> {
        Cohort::decide(self.inputs(), &self.offer, &read(decisions)).expect_err("refused")
    }
}

pub fn reasons(cohort: &Cohort) -> Vec<Vec<Reason>> {
    cohort.ledger().iter().map(|line| line.reasons.clone()).collect()
}
