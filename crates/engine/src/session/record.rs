//! From a session to its record.

use alloc::{string::String, vec::Vec};

use super::Session;
use crate::record::{
    AnsweredItem, Completion, ConsentGiven, Given, InstrumentAnswers, Layout, NOT_ANSWERED, Record, Software,
    Source, Times,
};

/// What the engine cannot know and the page passes in when a session is finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finishing {
    /// 32 hexadecimal characters made at random.
    pub nonce: String,
    /// The time of the tap, in milliseconds since 1970-01-01 UTC.
    pub now_ms: i64,
    /// How far the device's clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
    /// How wide the screen was.
    pub layout: Option<Layout>,
    /// Screen or paper.
    pub source: Source,
    /// What makes the record.
    pub software: Software,
}

impl Session {
    /// The record of this session; `None` while consent or the participant code is missing, or something was typed that
    /// cannot be an answer. Items that were never reached count as not answered.
    pub(super) fn make_record(&self, finishing: &Finishing) -> Option<Record> {
        if self.wrong_entry().is_some() {
            return None;
        }
        let plan = &self.plan;
        let study = &plan.offer().study;
        let times = Times {
            started_ms: self.started_ms.unwrap_or(finishing.now_ms),
            finished_ms: finishing.now_ms,
            offset_minutes: finishing.offset_minutes,
        };
        let completion = Completion {
            source: finishing.source,
            help: self.help,
            layout: finishing.layout,
            language: plan.language().into(),
        };
        let consent = match plan.consent() {
            Some(_) => Some(self.consent_given()?),
            None => None,
        };
        let mut record = Record::new(
            finishing.nonce.clone(),
            (study.id.clone(), study.version),
            &self.participant()?,
            plan.wave().id.clone(),
            plan.site().map(Into::into),
            times,
            completion,
            self.answered_instruments(),
            finishing.software.clone(),
        );
        record.invitation = plan.invitation().map(|token| token.as_str().into());
        record.consent = consent;
        Some(record)
    }

    /// What the person agreed to; `None` before that.
    fn consent_given(&self) -> Option<ConsentGiven> {
        let (language, text) = self.plan.consent()?;
        let ticked = text.statements.iter().zip(&self.ticked).filter(|(_, ticked)| **ticked);
        Some(ConsentGiven {
            version: text.version.clone(),
            language: language.into(),
            text_sha256: text.text_digest(),
            agreed: ticked.map(|(statement, _)| statement.id.clone()).collect(),
            given_ms: self.agreed_ms?,
        })
    }

    fn answered_instruments(&self) -> Vec<InstrumentAnswers> {
        let plan = &self.plan;
        let answered =
            |position: usize| plan.items().iter().enumerate().filter(move |(_, i)| i.instrument == position);
        let instruments = plan.instruments().iter().enumerate().map(|(position, instrument)| {
            let items = answered(position).map(|(at, item)| AnsweredItem {
                id: item.id.clone(),
                given: self.answer(at).map_or(Given::Code(NOT_ANSWERED), |answer| answer.given()),
            });
            let mut answers = InstrumentAnswers {
                id: instrument.definition.id.clone(),
                version: instrument.definition.version.clone(),
                definition_sha256: instrument.definition_sha256.clone(),
                wording: instrument.wording.clone(),
                items: items.collect(),
                scores: Vec::new(),
            };
            answers.scores = answers.score(&instrument.definition);
            answers
        });
        instruments.collect()
    }
}
