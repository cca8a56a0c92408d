//! Drafts: an unfinished session as bytes, and back. The page encrypts them before they are stored.

use alloc::{rc::Rc, string::String, vec::Vec};
use core::fmt;
use serde::Serialize;

use super::{Answer, Plan, PlannedItem, Session, Step};
use crate::{
    instrument::Code,
    invitation::Token,
    json,
    record::{AnsweredItem, Given, HelpMode, NOT_ANSWERED, PREFER_NOT_TO_SAY},
};

/// The draft format that this version writes and reads.
const FORMAT: u32 = 2;

/// Answers are kept by item id, because a study file may have changed between two visits. Of an item that is answered by
/// typing, the text is what stands in its field, right or wrong: a reload takes nothing away from those who write.
#[derive(Serialize)]
struct Draft {
    format: u32,
    study: String,
    study_version: u32,
    wave: String,
    site: Option<String>,
    /// The invitation's token, which is as secret as the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<String>,
    language: String,
    step: u32,
    furthest: u32,
    returning: bool,
    consent: Boxes,
    typed_code: String,
    help: Option<HelpMode>,
    started_ms: Option<i64>,
    answers: Vec<AnsweredItem>,
}

/// The boxes of the consent screen. They count only for the very text that they stood under.
#[derive(Serialize)]
struct Boxes {
    text_sha256: String,
    ticked: Vec<bool>,
    agreed_ms: Option<i64>,
}

/// Why a draft cannot be carried on. Never holds any of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DraftError {
    /// Not a draft of this format.
    Unreadable,
    /// A draft of another study, version, wave, site, invitation or language.
    Other,
}

json::object!(Draft {
    format,
    study,
    study_version,
    wave,
    site,
    invitation,
    language,
    step,
    furthest,
    returning,
    consent,
    typed_code,
    help,
    started_ms,
    answers,
});
json::object!(Boxes { text_sha256, ticked, agreed_ms });

impl fmt::Display for DraftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "the draft cannot be read",
            Self::Other => "the draft belongs to another questionnaire",
        })
    }
}

impl core::error::Error for DraftError {}

impl Session {
    /// The session as bytes, for a draft. They hold answers: encrypt them before they are stored.
    pub fn to_draft(&self) -> Vec<u8> {
        let given = |(position, item): (usize, &PlannedItem)| {
            let given = match self.typed(position) {
                "" => self.answer(position)?.given(),
                typed => Given::Text(typed.into()),
            };
            Some(AnsweredItem { id: item.id.clone(), given })
        };
        let answers = self.plan.items().iter().enumerate().filter_map(given);
        let draft = Draft {
            format: FORMAT,
            study: self.plan.offer().study.id.clone(),
            study_version: self.plan.offer().study.version,
            wave: self.plan.wave().id.clone(),
            site: self.plan.site().map(Into::into),
            invitation: self.plan.invitation().map(|token| token.as_str().into()),
            language: self.plan.language().into(),
            step: self.step.to_number(),
            furthest: self.furthest.to_number(),
            returning: self.returning,
            consent: self.boxes(),
            typed_code: self.typed_code.clone(),
            help: self.help,
            started_ms: self.started_ms,
            answers: answers.collect(),
        };
        serde_json::to_vec(&draft).expect("a draft has no map with keys that are not text")
    }

    /// Carries on a draft of the same plan.
    ///
    /// # Errors
    /// [`DraftError`]; the caller then starts anew and keeps nothing of the draft.
    pub fn from_draft(plan: Rc<Plan>, bytes: &[u8]) -> Result<Self, DraftError> {
        let draft: Draft = json::read(bytes).map_err(|_| DraftError::Unreadable)?;
        if draft.format != FORMAT {
            return Err(DraftError::Unreadable);
        }
        let study = &plan.offer().study;
        let same = draft.study == study.id
            && draft.study_version == study.version
            && draft.wave == plan.wave().id
            && draft.site.as_deref() == plan.site()
            && draft.invitation.as_deref() == plan.invitation().map(Token::as_str)
            && draft.language == plan.language();
        if !same {
            return Err(DraftError::Other);
        }
        let mut session = Self::new(plan);
        session.tick_again(draft.consent);
        session.typed_code = draft.typed_code;
        session.help = draft.help;
        session.started_ms = draft.started_ms;
        for AnsweredItem { id, given } in draft.answers {
            let position =
                session.plan.items().iter().position(|item| item.id == id).ok_or(DraftError::Other)?;
            match given {
                Given::Code(code) => session.answers[position] = Some(session.read_answer(position, code)?),
                Given::Text(typed) if session.plan.items()[position].responses.is_typed() => {
                    session.type_into(position, typed);
                }
                Given::Text(_) => return Err(DraftError::Other),
            }
        }
        session.furthest = session.reachable(Step::from_number(draft.furthest));
        session.step =
            session.reachable(Step::from_number(draft.step)).min(session.furthest).min(session.ready_for());
        session.returning = draft.returning && matches!(session.step, Step::Item(_));
        Ok(session)
    }

    fn boxes(&self) -> Boxes {
        let text_sha256 = self.plan.consent().map(|(_, text)| text.text_digest()).unwrap_or_default();
        Boxes { text_sha256, ticked: self.ticked.clone(), agreed_ms: self.agreed_ms }
    }

    /// A sheet that was changed since has to be read, and agreed to, again.
    fn tick_again(&mut self, boxes: Boxes) {
        if boxes.text_sha256 == self.boxes().text_sha256 && boxes.ticked.len() == self.ticked.len() {
            self.ticked = boxes.ticked;
            self.agreed_ms = boxes.agreed_ms;
        }
    }

    fn read_answer(&self, position: usize, code: Code) -> Result<Answer, DraftError> {
        match code {
            PREFER_NOT_TO_SAY => Ok(Answer::PreferNotToSay),
            NOT_ANSWERED => Ok(Answer::Skipped),
            code if self.plan.items()[position].offers(code) => Ok(Answer::Chosen(code)),
            _ => Err(DraftError::Other),
        }
    }

    fn reachable(&self, step: Step) -> Step {
        match step {
            Step::Item(position) if position >= self.plan.items().len() => Step::Check,
            Step::Finished => Step::Check,
            // No page writes this; a draft is not trusted all the same.
            Step::Code if self.plan.invitation().is_some() => Step::Start,
            step => step,
        }
    }
}
