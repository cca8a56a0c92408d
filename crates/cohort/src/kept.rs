//! What is kept of an input: a record as the tables need it, or as much as can be trusted of one that is rejected.

use engine::{
    catalogue::Instrument,
    record::{Completion, ConsentGiven, Given, Times, is_missing_code},
    scoring::{Score, score},
    study::{InstrumentUse, Offer, place_parts},
};
use serde::{Deserialize, Serialize};

use crate::{
    calendar::{day_text, local_day},
    reason::Reason,
};

/// Why a record is not kept, with as much about it as can be trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rejected {
    pub(crate) reason: Reason,
    pub(crate) participant: Option<String>,
    pub(crate) wave: Option<usize>,
    pub(crate) receipt: Option<String>,
}

/// A record as the tables need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The SHA-256 of the record's canonical bytes: two inputs with the same one are the same record.
    pub(crate) identity: String,
    pub(crate) receipt: String,
    pub(crate) participant: String,
    /// The position of its wave in the study.
    pub(crate) wave: usize,
    /// The site, with the link worker where one is named; see [`engine::study::place_parts`].
    pub(crate) place: Option<String>,
    /// The token of its invitation, which fits.
    pub(crate) invitation: Option<String>,
    pub(crate) study_version: u32,
    pub(crate) times: Times,
    pub(crate) completion: Completion,
    pub(crate) consent: Option<ConsentGiven>,
    /// For each of [`asked`], its answers, where the record has them.
    pub(crate) answers: Vec<Option<Answers>>,
    /// What a person must look at in this record by itself, gravest first.
    pub(crate) reasons: Vec<Reason>,
}

/// The answers to one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answers {
    /// The language of the wording, where the study pins it.
    pub(crate) wording: Option<String>,
    /// An answer to each item of the definition, in its order.
    pub(crate) given: Vec<Given>,
}

/// An instrument of a study with its definition.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) pinned: &'a InstrumentUse,
    pub(crate) instrument: &'a Instrument,
}

/// The instruments of a study in its order. Positions in this list are what [`Kept::answers`] goes by.
pub(crate) fn asked(offer: &Offer) -> Vec<Asked<'_>> {
    let found = |pinned: &'_ InstrumentUse| offer.catalogue.find(&pinned.id, &pinned.version);
    let asked = |pinned| found(pinned).map(|instrument| Asked { pinned, instrument });
    offer.study.instruments.iter().filter_map(asked).collect()
}

impl Rejected {
    pub(crate) fn unread(reason: Reason) -> Self {
        Self { reason, participant: None, wave: None, receipt: None }
    }
}

impl Kept {
    /// The site's id.
    pub(crate) fn site(&self) -> Option<&str> {
        self.place.as_deref().map(|place| place_parts(place).0)
    }

    /// The link worker's id.
    pub(crate) fn link_worker(&self) -> Option<&str> {
        self.place.as_deref().and_then(|place| place_parts(place).1)
    }

    /// The local calendar day on which the record was finished.
    pub(crate) fn day(&self) -> i64 {
        local_day(self.times.finished_ms, self.times.offset_minutes)
    }

    /// That day as `2026-11-22`.
    pub(crate) fn day_text(&self) -> String {
        day_text(self.day())
    }
}

impl Answers {
    /// The scores that these codes give.
    pub(crate) fn scores(&self, instrument: &Instrument) -> Vec<Score> {
        let definition = &instrument.definition;
        score(definition, |id| {
            let position = definition.items.iter().position(|item| item.id == id)?;
            self.given.get(position)?.code().filter(|code| !is_missing_code(*code))
        })
    }
}
