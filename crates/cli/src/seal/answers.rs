//! The file ANSWERS.json: one finished questionnaire, as somebody keyed it in. `docs/formats.md` describes it.
//!
//! Must never put an answer or the participant code into a problem: values are read as they come and judged here,
//! because a parser would quote them.

use std::collections::BTreeMap;

use engine::record::{HelpMode, Layout, Source};
use serde::Deserialize;
use serde_json::Value;

/// One finished questionnaire.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswersFile {
    /// The participant code.
    pub(super) participant: Value,
    /// The wave's id.
    pub(super) wave: String,
    /// The site's id.
    #[serde(default)]
    pub(super) site: Option<String>,
    /// The id of a link worker there.
    #[serde(default)]
    pub(super) link_worker: Option<String>,
    /// When it was finished, if that is all that is known.
    #[serde(default)]
    pub(super) completed: Option<String>,
    /// When it was begun.
    #[serde(default)]
    pub(super) started: Option<String>,
    /// When it was finished.
    #[serde(default)]
    pub(super) finished: Option<String>,
    /// Who filled it in.
    #[serde(default)]
    pub(super) help: Option<HelpMode>,
    /// How the items stood on the screen.
    #[serde(default)]
    pub(super) layout: Option<Layout>,
    /// The language as a BCP 47 tag.
    #[serde(default = "english")]
    pub(super) language: String,
    /// Paper, unless something else is said.
    #[serde(default = "paper")]
    pub(super) source: Source,
    /// What the person agreed to.
    #[serde(default)]
    pub(super) consent: Option<ConsentEntry>,
    /// The answers by item.
    pub(super) answers: BTreeMap<String, Value>,
}

impl AnswersFile {
    /// Where the person was seen; see [`engine::study::place_parts`].
    pub(super) fn place(&self) -> Option<String> {
        match (&self.site, &self.link_worker) {
            (Some(site), Some(worker)) => Some(format!("{site}/{worker}")),
            (site, _) => site.clone(),
        }
    }
}

/// What a person agreed to, as it stands on the signed form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentEntry {
    /// The version of the information sheet.
    pub(super) version: String,
    /// The ids of the statements.
    pub(super) agreed: Vec<String>,
    /// When; otherwise when the questionnaire was begun.
    #[serde(default)]
    pub(super) given: Option<String>,
}

fn english() -> String {
    "en".into()
}

fn paper() -> Source {
    Source::Paper
}
