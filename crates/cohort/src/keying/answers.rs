//! The file ANSWERS.json: one finished questionnaire, as somebody keyed it in. `docs/formats.md` describes it.
//!
//! Must never put an answer or the participant code into a problem: values are read as they come and judged here,
//! because a parser would quote them.

use engine::record::{HelpMode, Layout, Source};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// One finished questionnaire.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswersFile {
    /// The participant code.
    pub participant: Value,
    /// The wave's id.
    pub wave: String,
    /// The site's id.
    #[serde(default)]
    pub site: Option<String>,
    /// The id of a link worker there.
    #[serde(default)]
    pub link_worker: Option<String>,
    /// When it was finished, if that is all that is known.
    #[serde(default)]
    pub completed: Option<String>,
    /// When it was begun.
    #[serde(default)]
    pub started: Option<String>,
    /// When it was finished.
    #[serde(default)]
    pub finished: Option<String>,
    /// Who filled it in.
    #[serde(default)]
    pub help: Option<HelpMode>,
    /// How the items stood on the screen.
    #[serde(default)]
    pub layout: Option<Layout>,
    /// The language as a BCP 47 tag.
    #[serde(default = "english")]
    pub language: String,
    /// Paper, unless something else is said.
    #[serde(default = "paper")]
    pub source: Source,
    /// What the person agreed to.
    #[serde(default)]
    pub consent: Option<ConsentEntry>,
    /// The answers by item.
    pub answers: BTreeMap<String, Value>,
}

impl AnswersFile {
    /// Where the person was seen; see [`engine::study::place_parts`].
    pub fn place(&self) -> Option<String> {
        match (&self.site, &self.link_worker) {
            (Some(site), Some(worker)) => Some(format!("{site}/{worker}")),
            (site, _) => site.clone(),
        }
    }
}

/// What a person agreed to, as it stands on the signed form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentEntry {
    /// The version of the information sheet.
    pub version: String,
    /// The ids of the statements.
    pub agreed: Vec<String>,
    /// When; otherwise when the questionnaire was begun.
    #[serde(default)]
    pub given: Option<String>,
}

fn english() -> String {
    "en".into()
}

fn paper() -> Source {
    Source::Paper
}
