//! Writing the file `decisions.json`: one judge for what a file says and for what a page adds to it, because an added
//! decision is written and read again.

use engine::problem::Problem;
use serde_json::json;

use super::{Decision, Decisions, What};

impl Decisions {
    /// The text of the file. Keys stand in the order in which people fill them in; the same decisions give the same text.
    pub fn to_json(&self) -> String {
        let entries: Vec<String> = self.list.iter().map(entry).collect();
        let list = if entries.is_empty() { String::new() } else { format!("\n{}\n  ", entries.join(",\n")) };
        format!("{{\n  \"format\": 1,\n  \"study\": {},\n  \"decisions\": [{list}]\n}}\n", json!(self.study))
    }

    /// These decisions and one more, at the end of the list. `study` is the id of the study that it is made in.
    ///
    /// # Errors
    /// Every mistake of form, as for [`Decisions::read`]; the new decision has the last place in the list.
    pub fn with(&self, study: &str, decision: Decision) -> Result<Self, Vec<Problem>> {
        let study = if self.study.is_empty() { study } else { &self.study };
        let list = self.list.iter().cloned().chain([decision]).collect();
        Self::read(&Self { study: study.into(), list }.to_json())
    }

    /// These decisions in the order of the file.
    pub fn list(&self) -> &[Decision] {
        &self.list
    }

    /// These decisions without the one at this place of the list.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let kept = self.list.iter().enumerate().filter(|(at, _)| *at != place);
        Self { study: self.study.clone(), list: kept.map(|(_, decision)| decision.clone()).collect() }
    }
}

fn entry(decision: &Decision) -> String {
    let Decision { date, who, reason, what } = decision;
    let about = match what {
        What::Prefer { record, over } => {
            let over: Vec<String> = over.iter().map(|name| json!(name.0).to_string()).collect();
            format!(r#""receipt": {}, "over": [{}]"#, json!(record.0), over.join(", "))
        }
        What::Accept { record, code } => {
            format!(r#""receipt": {}, "code": {}"#, json!(record.0), json!(code.code()))
        }
        What::Withdraw { participant } => format!(r#""participant": {}"#, json!(participant)),
        What::Join { mistyped, right } => {
            format!(r#""mistyped": {}, "right": {}"#, json!(mistyped), json!(right))
        }
    };
    format!(
        "    {{ \"date\": {}, \"who\": {}, \"reason\": {},\n      \"{}\": {{ {about} }} }}",
        json!(date),
        json!(who),
        json!(reason),
        what.key()
    )
}
