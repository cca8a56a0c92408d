//! An instrument of the results folder with its definition, its text and the columns of its items and scores.

use engine::{
    catalogue::Instrument,
    instrument::{Code, Item, Scale, Wording},
};

use super::{
    ids::{id, system, urn},
    rule,
};
use crate::{ExportError, Source};

/// An instrument with its columns.
pub(super) struct Asked<'a> {
    /// Definition and wordings.
    pub(super) instrument: &'a Instrument,
    /// The text that is quoted: English, or else the first at hand; none where its licence forbids passing it on.
    pub(super) wording: Option<&'a Wording>,
    /// The column of each item.
    pub(super) items: Vec<usize>,
    /// The columns of each scale.
    pub(super) scales: Vec<ScaleColumns>,
    /// The rule of each scale in FHIRPath, where it is a field of the Questionnaire.
    pub(super) rules: Vec<Option<String>>,
}

/// The columns of a scale.
pub(super) struct ScaleColumns {
    /// Its score; of a scale that is an item's own code, the item.
    pub(super) value: usize,
    /// How many of its items have no answer.
    pub(super) n_missing: Option<usize>,
    /// Whether it was scaled up.
    pub(super) prorated: Option<usize>,
    /// Its published band.
    pub(super) band: Option<usize>,
}

impl<'a> Asked<'a> {
    /// Every instrument of the folder, in the order of its columns.
    pub(super) fn all(source: &Source<'a>) -> Result<Vec<Self>, ExportError> {
        let named = source.instruments();
        named.into_iter().map(|(id, version)| Self::find(source, id, version)).collect()
    }

    fn find(source: &Source<'a>, id: &str, version: &str) -> Result<Self, ExportError> {
        let unknown = || ExportError::Instrument { id: id.to_owned(), version: version.to_owned() };
        let instrument = source.catalogue.find(id, version).ok_or_else(unknown)?;
        let definition = &instrument.definition;
        // An item without a column: the definition at hand is not the one of the import.
        let at = |name: &str| source.position(name).ok_or_else(unknown);
        let scale = |scale: &Scale| {
            let about = |what: &str| source.position(&format!("{}_{what}", scale.id));
            Ok(ScaleColumns {
                value: at(&scale.id)?,
                n_missing: about("n_missing"),
                prorated: about("prorated"),
                band: about("band"),
            })
        };
        let wordings = &instrument.wordings;
        let rule = |scale: &Scale| match scale.is_item() {
            true => None,
            false => rule::expression(definition, scale),
        };
        let may_be_passed_on = !definition.licence.wording_needs_reference;
        Ok(Self {
            instrument,
            wording: wordings.get("en").or(wordings.values().next()).filter(|_| may_be_passed_on),
            items: definition.items.iter().map(|item| at(&item.id)).collect::<Result<_, _>>()?,
            scales: definition.scales.iter().map(scale).collect::<Result<_, _>>()?,
            rules: definition.scales.iter().map(rule).collect(),
        })
    }

    /// The id of its Questionnaire: another definition has another one.
    pub(super) fn id(&self) -> String {
        id(&["questionnaire", &self.instrument.definition.id, &self.instrument.definition_sha256])
    }

    /// The Questionnaire's address with its version.
    pub(super) fn canonical(&self) -> String {
        format!("{}|{}", urn(&self.id()), self.instrument.definition.version)
    }

    /// The system of the codes of an item.
    pub(super) fn codes_of(&self, item: &Item) -> String {
        system(&[
            "codes",
            &self.instrument.definition.id,
            &self.instrument.definition_sha256,
            &item.responses,
        ])
    }

    /// The system of the names of its scores.
    pub(super) fn scores(&self) -> String {
        system(&["scores", &self.instrument.definition.id, &self.instrument.definition_sha256])
    }

    /// The words of a code of an item.
    pub(super) fn label(&self, item: &Item, code: Code) -> Option<&'a str> {
        let wording = self.wording?;
        wording.label(wording.item(&item.id)?, code)
    }
}
