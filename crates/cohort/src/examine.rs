//! One input at a time: a record that the tables can keep, or why not.
//!
//! Keeps only what the tables need, so that a folder of any size fits in memory: never the plaintext. Scores are
//! made again from the codes by `engine` and compared with those in the record. Must never correct a record.

use std::collections::BTreeSet;

use engine::{
    digest::sha256_hex,
    participant::{ALPHABET, CodeError, LONGEST, ParticipantCode, SHORTEST},
    record::{InstrumentAnswers, Record, RecordError, Times},
    study::{Offer, place_parts},
};
use serde::{Deserialize, Serialize};

use crate::{
    calendar::{YEAR_2020_MS, YEAR_10000_MS},
    consent,
    invitation::{self, Signed},
    kept::{Answers, Asked, Kept, Rejected, asked},
    reason::{Outcome, Reason, Refusal},
};

/// The furthest that a device's clock may stand from UTC, in minutes.
const FURTHEST_OFFSET: i32 = 18 * 60;
/// Characters of a nonce.
const NONCE_LENGTH: usize = 32;
/// The most characters of a language tag or a site's id.
const LONGEST_TAG: usize = 40;

/// One input of an import, opened as far as it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input<'a> {
    /// Its name in the ledger: a path relative to what the researcher gave, with `/` between its parts.
    pub name: String,
    /// The SHA-256 of the file's bytes as hexadecimal text; empty where they were not read.
    pub sha256: String,
    /// What was sealed in it, or why that is not known.
    pub content: Result<&'a [u8], Refusal>,
}

/// What is known about one input before the others are seen.
///
/// It can be written and read again, so that one worker of the researcher's page opens and another one links. That is
/// no file format: both ends are the same build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) finding: Finding,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Finding {
    Rejected(Rejected),
    Kept(Box<Kept>),
}

/// What can be said of one input by itself: whether it is a record of this study, whole, and rightly scored.
/// What only shows beside the others (duplicates, conflicts, windows) is for [`crate::link::Cohort::link`]. `signed` says
/// whether an invitation's signature fits the study's signing key.
pub fn examine(input: Input<'_>, offer: &Offer, signed: Signed<'_>) -> Examined {
    let finding = match input.content {
        Ok(bytes) => {
            read(bytes, offer, signed).map_or_else(Finding::Rejected, |kept| Finding::Kept(Box::new(kept)))
        }
        Err(refusal) => Finding::Rejected(Rejected::unread(refusal.into())),
    };
    Examined { name: input.name, sha256: input.sha256, finding }
}

impl Examined {
    /// The outcome of this input if it were the only one and windows were not looked at.
    pub fn outcome(&self) -> Outcome {
        self.reasons()[0].outcome()
    }

    /// Why, gravest first; never empty.
    pub fn reasons(&self) -> Vec<Reason> {
        match &self.finding {
            Finding::Rejected(rejected) => vec![rejected.reason],
            Finding::Kept(kept) if kept.reasons.is_empty() => vec![Reason::Checked],
            Finding::Kept(kept) => kept.reasons.clone(),
        }
    }

    /// Notes a record whose participant code, in its plain form, is not among `listed`.
    pub fn compare_with_list(&mut self, listed: &BTreeSet<String>) {
        if let Finding::Kept(kept) = &mut self.finding
            && !listed.contains(&kept.participant)
        {
            kept.reasons.push(Reason::UnknownParticipant);
            kept.reasons.sort_unstable();
        }
    }

    /// The receipt code, where the input holds a record of this study.
    pub fn receipt(&self) -> Option<&str> {
        match &self.finding {
            Finding::Rejected(rejected) => rejected.receipt.as_deref(),
            Finding::Kept(kept) => Some(&kept.receipt),
        }
    }
}

/// Reads a record of this study. Checks go from what makes it unreadable to what a person must look at.
fn read(bytes: &[u8], offer: &Offer, signed: Signed<'_>) -> Result<Kept, Rejected> {
    let record = Record::from_bytes(bytes).map_err(|error| {
        Rejected::unread(match error {
            RecordError::Newer(_) => Reason::NewerFormat,
            RecordError::Malformed { .. } => Reason::Malformed,
            _ => Reason::NotARecord,
        })
    })?;
    if record.study != offer.study.id {
        return Err(Rejected::unread(Reason::WrongStudy));
    }
    let code = participant(&record.participant);
    let wave = offer.study.waves.iter().position(|wave| wave.id == record.wave);
    let rejected = |reason| Rejected {
        reason,
        participant: code.as_ref().ok().map(|(code, _)| code.clone()),
        wave,
        receipt: Some(record.receipt()),
    };
    if !well_formed(&record) {
        return Err(rejected(Reason::Malformed));
    }
    let (participant, code_fits) = code.clone().map_err(rejected)?;
    let wave = wave.ok_or_else(|| rejected(Reason::UnknownWave))?;
    let mut reasons = Vec::new();
    if !code_fits {
        reasons.push(Reason::ParticipantCode);
    }
    let answers = all_answers(&record, offer, &mut reasons).map_err(rejected)?;
    clock(&record.times, &mut reasons).map_err(rejected)?;
    invitation::examine(&record, &participant, &offer.study, signed, &mut reasons).map_err(rejected)?;
    circumstances(&record, wave, offer, &mut reasons);
    reasons.extend(consent::differs(record.consent.as_ref(), &offer.study));
    reasons.sort_unstable();
    reasons.dedup();
    Ok(Kept {
        identity: sha256_hex(&record.to_bytes()),
        receipt: record.receipt(),
        participant,
        wave,
        place: record.site,
        invitation: record.invitation,
        study_version: record.study_version,
        times: record.times,
        completion: record.completion,
        consent: record.consent,
        answers,
        reasons,
    })
}

/// The participant code, and whether its check character fits.
pub(crate) fn participant(written: &str) -> Result<(String, bool), Reason> {
    match written.parse::<ParticipantCode>() {
        Ok(code) => Ok((code.as_str().into(), true)),
        Err(CodeError::Check) if is_plain_code(written) => Ok((written.into(), false)),
        Err(_) => Err(Reason::ParticipantForm),
    }
}

/// Whether a text has the form of a participant code as records hold it, without separators.
fn is_plain_code(text: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&text.len()) && text.chars().all(|c| ALPHABET.contains(c))
}

/// Whether the texts that the tables show have the form that Linkwell gives them.
fn well_formed(record: &Record) -> bool {
    let is_tag = |text: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        (1..=LONGEST_TAG).contains(&text.len()) && text.bytes().all(plain)
    };
    let is_place = |place: &str| {
        let (site, worker) = place_parts(place);
        is_tag(site) && worker.is_none_or(is_tag)
    };
    let nonce = record.nonce.as_bytes();
    nonce.len() == NONCE_LENGTH
        && nonce.iter().all(u8::is_ascii_hexdigit)
        && is_tag(&record.completion.language)
        && record.site.as_deref().is_none_or(is_place)
        && record.consent.as_ref().is_none_or(consent::is_well_formed)
}

/// The answers of every instrument of the study that the record has.
fn all_answers(
    record: &Record,
    offer: &Offer,
    reasons: &mut Vec<Reason>,
) -> Result<Vec<Option<Answers>>, Reason> {
    let asked = asked(offer);
    let mut all = vec![None; asked.len()];
    for answered in &record.instruments {
        let known =
            |asked: &Asked<'_>| asked.pinned.id == answered.id && asked.pinned.version == answered.version;
        let position = asked.iter().position(known).ok_or(Reason::UnknownInstrument)?;
        if all[position].is_some() {
            return Err(Reason::ItemsDiffer);
        }
        all[position] = Some(answers(answered, asked[position], reasons)?);
    }
    Ok(all)
}

/// The answers of one instrument, checked against its definition and scored again.
fn answers(
    answered: &InstrumentAnswers,
    asked: Asked<'_>,
    reasons: &mut Vec<Reason>,
) -> Result<Answers, Reason> {
    let definition = &asked.instrument.definition;
    if answered.definition_sha256 != asked.instrument.definition_sha256 {
        return Err(Reason::DefinitionDiffers);
    }
    if answered.items.len() != definition.items.len() {
        return Err(Reason::ItemsDiffer);
    }
    let mut given = Vec::with_capacity(definition.items.len());
    for item in &definition.items {
        let mut found = answered.items.iter().filter(|answer| answer.id == item.id);
        let (Some(answer), None) = (found.next(), found.next()) else { return Err(Reason::ItemsDiffer) };
        let accepted = definition.responses(item).is_some_and(|responses| responses.accepts(&answer.given));
        if !answer.given.is_missing() && !accepted {
            return Err(Reason::CodeOutside);
        }
        given.push(answer.given.clone());
    }
    if answered.score(definition) != answered.scores {
        reasons.push(Reason::ScoresDiffer);
    }
    let shown = &answered.wording;
    let pinned = asked.pinned.wordings.get(&shown.language);
    let wording = pinned.filter(|p| p.text_sha256 == shown.text_sha256).map(|_| shown.language.clone());
    if wording.is_none() {
        reasons.push(Reason::WordingDiffers);
    }
    Ok(Answers { wording, given })
}

/// Whether the times can be written in a table, and whether they can be right.
fn clock(times: &Times, reasons: &mut Vec<Reason>) -> Result<(), Reason> {
    let possible = 0..YEAR_10000_MS;
    let near_utc = (-FURTHEST_OFFSET..=FURTHEST_OFFSET).contains(&times.offset_minutes);
    if !possible.contains(&times.started_ms) || !possible.contains(&times.finished_ms) || !near_utc {
        return Err(Reason::TimesImpossible);
    }
    if times.finished_ms < times.started_ms || times.started_ms < YEAR_2020_MS {
        reasons.push(Reason::Clock);
    }
    Ok(())
}

/// What a person must look at: site, study version, and which instruments were asked.
fn circumstances(record: &Record, wave: usize, offer: &Offer, reasons: &mut Vec<Reason>) {
    let study = &offer.study;
    if record.site.as_deref().is_some_and(|site| !study.has_place(site)) {
        reasons.push(Reason::UnknownSite);
    }
    if record.study_version > study.version {
        reasons.push(Reason::NewerStudy);
    }
    let planned = &study.waves[wave].instruments;
    let held = |id: &String| record.instruments.iter().any(|answered| answered.id == *id);
    if planned.len() != record.instruments.len() || !planned.iter().all(held) {
        reasons.push(Reason::InstrumentsDiffer);
    }
}
