//! Invitations: who is asked, in which study and wave, until when, and for whose eyes.
//!
//! Promises that a token has exactly one form, that damage is noticed without a key, and that reading never panics,
//! whatever it is given. Must never judge a signature: this crate knows no keys, and the page that people answer on
//! carries none of that code (`docs/decisions/0010-invitations.md`). `docs/formats.md` describes the bytes.

mod base64url;
mod payload;
mod token;

use alloc::string::String;
use core::{fmt, num::NonZeroU16};
use sha2::{Digest as _, Sha256};

pub use token::{SIGNATURE, Token, TokenError};

use crate::{
    participant::ParticipantCode,
    study::{Study, is_name, is_place},
};

/// What an invitation's signature is made for; a signature is bound to it.
pub const PURPOSE: &str = "invitation";
/// Bytes of the hash of the recipients.
const RECIPIENTS: usize = 16;
/// The most characters of a study's id.
const LONGEST_STUDY: usize = 40;
/// The most characters of the id of a wave.
const LONGEST_NAME: usize = 26;
const DAY_MS: i64 = 86_400_000;
/// How long a day goes on somewhere after it has ended in UTC.
const LAST_ZONE_MS: i64 = 12 * 3_600_000;

/// What an invitation says. One that exists has names of the right form.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    study: String,
    wave: String,
    site: Option<String>,
    participant: ParticipantCode,
    last_day: Option<NonZeroU16>,
    recipients: [u8; RECIPIENTS],
}

/// Why an invitation cannot be used now, in this study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvitationProblem {
    /// It was made for another study.
    OtherStudy,
    /// Its last day is over.
    Expired,
    /// The study file lists other recipients than when it was made: the keys were changed since, or somebody
    /// changed the study file on the host.
    OtherRecipients,
    /// The study has no wave of this name.
    UnknownWave,
    /// The study has no site of this name.
    UnknownSite,
}

impl fmt::Display for InvitationProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherStudy => "the invitation was made for another study",
            Self::Expired => "the last day of the invitation is over",
            Self::OtherRecipients => "the invitation was made for other recipients than the study file lists",
            Self::UnknownWave => "the study has no wave of the name that is in the invitation",
            Self::UnknownSite => {
                "the study has no site, or no link worker there, of the name that is in the invitation"
            }
        })
    }
}

impl core::error::Error for InvitationProblem {}

impl Invitation {
    /// The invitation of `participant` to a wave of `study`; `last_day` counts days since 1970-01-01.
    ///
    /// # Errors
    /// [`InvitationProblem::UnknownWave`], [`InvitationProblem::UnknownSite`]; and
    /// [`InvitationProblem::OtherStudy`] where the study's id has a form that checked studies do not have.
    pub fn new(
        study: &Study,
        participant: ParticipantCode,
        wave: &str,
        site: Option<&str>,
        last_day: Option<NonZeroU16>,
    ) -> Result<Self, InvitationProblem> {
        if !is_name(&study.id, '-', LONGEST_STUDY) {
            return Err(InvitationProblem::OtherStudy);
        }
        if !is_name(wave, '_', LONGEST_NAME) {
            return Err(InvitationProblem::UnknownWave);
        }
        if !site.is_none_or(is_place) {
            return Err(InvitationProblem::UnknownSite);
        }
        let invitation = Self {
            study: study.id.clone(),
            wave: wave.into(),
            site: site.map(Into::into),
            participant,
            last_day,
            recipients: recipients_hash(study),
        };
        invitation.fits(study)?;
        Ok(invitation)
    }

    /// The study's id.
    pub fn study(&self) -> &str {
        &self.study
    }

    /// The wave's id.
    pub fn wave(&self) -> &str {
        &self.wave
    }

    /// The site, with the link worker where one is named; see [`crate::study::place_parts`].
    pub fn site(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// Who is invited.
    pub fn participant(&self) -> &ParticipantCode {
        &self.participant
    }

    /// The last day on which it can be used, in days since 1970-01-01, where it has one.
    pub fn last_day(&self) -> Option<NonZeroU16> {
        self.last_day
    }

    /// Whether it was made for the recipients that `study` lists.
    pub fn has_recipients_of(&self, study: &Study) -> bool {
        self.recipients == recipients_hash(study)
    }

    /// Whether its last day is over at `at_ms` (milliseconds since 1970-01-01 UTC). A day is over when it has ended
    /// everywhere, so that nobody is late on the day that their letter names.
    pub fn is_over(&self, at_ms: i64) -> bool {
        self.last_day.is_some_and(|day| at_ms >= (i64::from(day.get()) + 1) * DAY_MS + LAST_ZONE_MS)
    }

    /// Whether it can be used in `study` at `now_ms` (milliseconds since 1970-01-01 UTC).
    ///
    /// # Errors
    /// The first [`InvitationProblem`], in the order of its variants: an old letter is called old, not a sign that
    /// somebody changed the keys since.
    pub fn judge(&self, study: &Study, now_ms: i64) -> Result<(), InvitationProblem> {
        if self.study != study.id {
            Err(InvitationProblem::OtherStudy)
        } else if self.is_over(now_ms) {
            Err(InvitationProblem::Expired)
        } else {
            self.fits(study)
        }
    }

    /// Whether it fits what its own study says today.
    fn fits(&self, study: &Study) -> Result<(), InvitationProblem> {
        if !self.has_recipients_of(study) {
            Err(InvitationProblem::OtherRecipients)
        } else if study.wave(&self.wave).is_none() {
            Err(InvitationProblem::UnknownWave)
        } else if self.site().is_some_and(|site| !study.has_place(site)) {
            Err(InvitationProblem::UnknownSite)
        } else {
            Ok(())
        }
    }
}

/// An invitation is personal data: who is invited never shows in a log or a panic message.
impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Invitation(…)")
    }
}

/// The first half of the SHA-256 of the recipients' texts, sorted, each with a line feed: `sealed::recipients_digest`
/// gives the whole.
fn recipients_hash(study: &Study) -> [u8; RECIPIENTS] {
    let mut hash = Sha256::new();
    // One after the other from the least: a study has a few, and sorting would be a third of what the page knows of
    // invitations. Two of the same text count once; a checked study has none.
    let mut last = "";
    while let Some(next) = study.recipients.iter().map(String::as_str).filter(|text| *text > last).min() {
        hash.update(next.as_bytes());
        hash.update(b"\n");
        last = next;
    }
    first_bytes(hash)
}

/// The first bytes of a hash.
fn first_bytes<const N: usize>(hash: Sha256) -> [u8; N] {
    let digest = hash.finalize();
    core::array::from_fn(|at| digest[at])
}
