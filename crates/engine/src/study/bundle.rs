//! The study bundle: one file with the study and every definition and wording it uses, for a page to load.
//!
//! Files are kept as they were written, byte for byte, so that their hashes still hold inside the bundle.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use super::{Study, check_study};
use crate::{
    catalogue::Catalogue,
    problem::{Problem, parse},
};

/// The study and the files that it uses, as texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyBundle {
    /// The format of this file; 1.
    pub format: u32,
    /// The text of `study.json`.
    pub study: String,
    /// The texts of the definitions.
    pub definitions: Vec<NamedFile>,
    /// The texts of the wordings.
    pub wordings: Vec<NamedFile>,
}

/// A file inside a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedFile {
    /// Its name, for error messages, such as `gse10/wording.en.json`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A study that passed every check, with the catalogue of what it uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The study.
    pub study: Study,
    /// Its instruments.
    pub catalogue: Catalogue,
}

/// What is wrong with a bundle: the file's name and its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleError {
    /// The file, `study.json` or a name in the bundle.
    pub file: String,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl StudyBundle {
    /// Reads a bundle from its file.
    ///
    /// # Errors
    /// One [`Problem`] when it is not a bundle of this format.
    pub fn from_json(json: &str) -> Result<Self, Problem> {
        parse(json)
    }

    /// The study, with every definition, wording and reference checked.
    ///
    /// # Errors
    /// The first file that has problems, with all of them.
    pub fn offer(&self) -> Result<Offer, BundleError> {
        let wrong = |file: &str, problems| BundleError { file: file.into(), problems };
        let mut catalogue = Catalogue::new();
        for file in &self.definitions {
            catalogue.add_definition(&file.text).map_err(|problems| wrong(&file.name, problems))?;
        }
        for file in &self.wordings {
            catalogue.add_wording(&file.text).map_err(|problems| wrong(&file.name, problems))?;
        }
        let study: Study = parse(&self.study).map_err(|problem| wrong("study.json", Vec::from([problem])))?;
        match check_study(&study, &catalogue) {
            problems if problems.is_empty() => Ok(Offer { study, catalogue }),
            problems => Err(wrong("study.json", problems)),
        }
    }
}
