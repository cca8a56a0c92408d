//! A wording that is being pasted in.

use super::draft::Draft;
use engine::problem::Problem;
use setup::{
    folder::OwnFile,
    wording::{self, Pasted},
};

/// What is pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paste {
    /// The language's tag.
    Language,
    /// Where the text was taken from.
    Source,
    /// The name of the licence.
    Licence,
    /// The team's licence number or permission.
    Reference,
    /// What stands above the questions.
    Intro,
    /// The questions.
    Items,
    /// The answers of a response set.
    Labels(String),
}

/// A wording that is being pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasting {
    /// The instrument's id.
    pub instrument: String,
    /// What was pasted so far.
    pub pasted: Pasted,
    /// What was wrong when it was said to be whole.
    pub problems: Vec<Problem>,
}

impl Paste {
    /// The path of the key in the wording file.
    pub fn path(&self) -> String {
        match self {
            Self::Language => "language".into(),
            Self::Source => "source".into(),
            Self::Licence => "licence.name".into(),
            Self::Reference => "licence.reference".into(),
            Self::Intro => "intro".into(),
            Self::Items => "items".into(),
            Self::Labels(set) => format!("labels.{set}"),
        }
    }
}

impl Pasting {
    pub(super) fn of(instrument: String) -> Self {
        let pasted = Pasted { language: "en".into(), ..Pasted::default() };
        Self { instrument, pasted, problems: Vec::new() }
    }

    /// What was pasted there.
    pub fn read(&self, what: &Paste) -> &str {
        match what {
            Paste::Language => &self.pasted.language,
            Paste::Source => &self.pasted.source,
            Paste::Licence => &self.pasted.licence,
            Paste::Reference => &self.pasted.reference,
            Paste::Intro => &self.pasted.intro,
            Paste::Items => &self.pasted.items,
            Paste::Labels(set) => self.pasted.labels.get(set).map_or("", String::as_str),
        }
    }

    pub(super) fn take(&mut self, what: Paste, text: String) {
        match what {
            Paste::Language => self.pasted.language = text,
            Paste::Source => self.pasted.source = text,
            Paste::Licence => self.pasted.licence = text,
            Paste::Reference => self.pasted.reference = text,
            Paste::Intro => self.pasted.intro = text,
            Paste::Items => self.pasted.items = text,
            Paste::Labels(set) => self.pasted.labels.insert(set, text),
        }
    }

    pub(super) fn fail(&mut self, problems: Vec<Problem>) {
        self.problems = problems;
    }

    /// Makes the wording's file and puts it into the study, which uses the instrument from now on.
    pub(super) fn finish(&self, draft: &mut Draft) -> Result<(), Vec<Problem>> {
        let lost = || vec![Problem::new("instrument", "this instrument is not at hand any more")];
        let definition = draft.instrument(&self.instrument).ok_or_else(lost)?.definition.clone();
        let text = wording::make(&definition, &self.pasted)?;
        let path = format!("instruments/{}/wording.{}.json", self.instrument, self.pasted.language);
        draft.add_own(OwnFile { path, text }, &self.instrument)?;
        if draft.study.instrument(&self.instrument).is_none() {
            draft.use_instrument(&self.instrument);
        }
        let reference = Some(self.pasted.reference.trim().to_owned()).filter(|text| !text.is_empty());
        let used = draft.study.instruments.iter_mut().find(|used| used.id == self.instrument);
        if let Some(pin) = used.and_then(|used| used.wordings.get_mut(&self.pasted.language)) {
            pin.licence_reference = reference;
        }
        Ok(())
    }
}
