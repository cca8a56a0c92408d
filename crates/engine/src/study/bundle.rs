//! The study bundle: one file with the study and every definition and wording it uses, for a page to load.
//!
//! Files are kept as they were written, byte for byte, so that their hashes still hold inside the bundle. There are
//! two ways in: [`StudyBundle::offer`] for those who make and judge studies, which names every mistake, and
//! [`Offer::from_bundle`] for the patient's page, which only compares hashes and so is a third of the download.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use super::{InstrumentUse, Study, check_study};
use crate::{
    catalogue::{Catalogue, Instrument},
    digest::sha256_hex,
    instrument::{Definition, Wording},
    json,
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

/// Why a page cannot use a bundle. Whoever made the bundle finds the mistake with [`StudyBundle::offer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unfit {
    /// Not a bundle, or the study file in it cannot be read.
    Unreadable,
    /// A definition or wording that the study pins is not in the bundle, or was changed since.
    Changed,
}

/// What is wrong with a bundle: the file's name and its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleError {
    /// The file, `study.json` or a name in the bundle.
    pub file: String,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

json::object!(StudyBundle { format, study, definitions, wordings });
json::object!(NamedFile { name, text });

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

impl Offer {
    /// The study of a bundle that passed every check when it was made: each definition and wording must still have
    /// the hash that the study pins.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn from_bundle(text: &str) -> Result<Self, Unfit> {
        let bundle: StudyBundle = json::read(text.as_bytes()).map_err(|_| Unfit::Unreadable)?;
        let study: Study = json::read(bundle.study.as_bytes()).map_err(|_| Unfit::Unreadable)?;
        let wordings: Vec<Wording> =
            bundle.wordings.iter().filter_map(|file| json::read(file.text.as_bytes()).ok()).collect();
        let mut catalogue = Catalogue::new();
        for used in &study.instruments {
            catalogue.insert(bundle.pinned(used, &wordings).ok_or(Unfit::Changed)?);
        }
        Ok(Self { study, catalogue })
    }
}

impl StudyBundle {
    /// The instrument that `used` pins, unchanged.
    fn pinned(&self, used: &InstrumentUse, wordings: &[Wording]) -> Option<Instrument> {
        let file = self
            .definitions
            .iter()
            .find(|file| sha256_hex(file.text.as_bytes()) == used.definition_sha256)?;
        let definition: Definition = json::read(file.text.as_bytes()).ok()?;
        if definition.id != used.id || definition.version != used.version {
            return None;
        }
        let unchanged = |language: &String, text_sha256: &String| {
            let is_meant = |wording: &&Wording| {
                wording.instrument == used.id
                    && wording.instrument_version == used.version
                    && wording.language == *language
                    && wording.text_digest(&definition) == *text_sha256
            };
            Some((language.clone(), wordings.iter().find(is_meant)?.clone()))
        };
        let wordings = used
            .wordings
            .iter()
            .map(|(language, pin)| unchanged(language, &pin.text_sha256))
            .collect::<Option<_>>()?;
        Some(Instrument { definition_sha256: used.definition_sha256.clone(), wordings, definition })
    }
}
