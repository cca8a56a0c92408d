//! The study that the files belong to, from a bundle or from a study file alone.

use engine::{
    catalogue::built_in,
    problem::{Problem, parse},
    study::{Offer, Study, StudyBundle, check_study},
};
use std::rc::Rc;

/// The largest study file that is read: 8 MiB, as the command has it.
pub const MAX_STUDY: u64 = 8 * 1024 * 1024;

/// A study that passed every check.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenStudy {
    /// The study and its instruments.
    pub offer: Offer,
    /// What stood in its file: workers read it again.
    pub source: Rc<str>,
    /// Whether it is the one that came with the page.
    pub is_sample: bool,
}

/// Why a file is no study that this page can use.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StudyProblem {
    /// The browser does not get at the file.
    Unreadable,
    /// Larger than a study can be.
    TooLarge,
    /// Not text.
    NotText,
    /// Text, but neither a study file nor a bundle.
    NotAStudy,
    /// A study with mistakes: the file and all of them.
    Wrong {
        /// The file: the study's, or one inside the bundle.
        file: String,
        /// What is wrong with it.
        problems: Vec<Problem>,
    },
}

impl ChosenStudy {
    /// The study in a file.
    ///
    /// # Errors
    /// [`StudyProblem`], as [`read_study`] gives it.
    pub fn read(bytes: &[u8], is_sample: bool) -> Result<Self, StudyProblem> {
        let offer = read_study(bytes)?;
        // What has a study in it is text.
        Ok(Self { offer, source: String::from_utf8_lossy(bytes).into(), is_sample })
    }

    /// The study's name as people know it.
    pub fn title(&self) -> &str {
        let texts = &self.offer.study.texts;
        texts.get("en").or(texts.values().next()).map_or(&self.offer.study.id, |text| &text.title)
    }
}

/// The study in a file: a bundle, or a study file that needs only instruments that come with Linkwell.
///
/// # Errors
/// [`StudyProblem`].
pub fn read_study(bytes: &[u8]) -> Result<Offer, StudyProblem> {
    let text = str::from_utf8(bytes).map_err(|_| StudyProblem::NotText)?;
    let keys: serde_json::Map<String, serde_json::Value> =
        parse(text).map_err(|_| StudyProblem::NotAStudy)?;
    if keys.contains_key("definitions") {
        return from_bundle(text);
    }
    if keys.contains_key("waves") {
        return from_study(text);
    }
    Err(StudyProblem::NotAStudy)
}

fn from_bundle(text: &str) -> Result<Offer, StudyProblem> {
    let bundle = StudyBundle::from_json(text).map_err(|problem| wrong("study.bundle.json", vec![problem]))?;
    bundle.offer().map_err(|error| wrong(&error.file, error.problems))
}

fn from_study(text: &str) -> Result<Offer, StudyProblem> {
    let study: Study = parse(text).map_err(|problem| wrong("study.json", vec![problem]))?;
    let catalogue = built_in();
    match check_study(&study, &catalogue) {
        problems if problems.is_empty() => Ok(Offer { study, catalogue }),
        problems => Err(wrong("study.json", problems)),
    }
}

fn wrong(file: &str, problems: Vec<Problem>) -> StudyProblem {
    StudyProblem::Wrong { file: file.into(), problems }
}
