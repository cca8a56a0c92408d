//! An invitation as bytes, and back: the part of a token that is signed.
//!
//! Must never read two forms of one invitation, or one with a name that study files do not have.

use alloc::{string::String, vec::Vec};
use core::num::NonZeroU16;

use super::{Invitation, LONGEST_NAME, LONGEST_STUDY, RECIPIENTS};
use crate::{
    participant::ParticipantCode,
    study::{is_name, is_place},
};

/// The version that is written and read.
pub(super) const VERSION: u8 = 1;

impl Invitation {
    /// The bytes that are signed.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::from([VERSION]);
        let site = self.site.as_deref().unwrap_or("");
        for text in [&self.study, &self.wave, site, self.participant.as_str()] {
            bytes.push(u8::try_from(text.len()).expect("names, places and codes have 53 characters at most"));
            bytes.extend_from_slice(text.as_bytes());
        }
        bytes.extend(self.last_day.map_or(0, NonZeroU16::get).to_be_bytes());
        bytes.extend(self.recipients);
        bytes
    }

    /// What signed bytes say; nothing where they are not exactly what [`Invitation::to_bytes`] makes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, mut rest) = bytes.split_first()?;
        let rest = &mut rest;
        let study = text(rest)?;
        let wave = text(rest)?;
        let site = text(rest)?;
        let code = text(rest)?;
        let right = *version == VERSION
            && is_name(study, '-', LONGEST_STUDY)
            && is_name(wave, '_', LONGEST_NAME)
            && (site.is_empty() || is_place(site));
        let participant: ParticipantCode = code.parse().ok()?;
        let day = u16::from_be_bytes(take(rest, 2)?.try_into().ok()?);
        let recipients: [u8; RECIPIENTS] = (*rest).try_into().ok()?;
        (right && participant.as_str() == code).then(|| Self {
            study: study.into(),
            wave: wave.into(),
            site: (!site.is_empty()).then(|| String::from(site)),
            participant,
            last_day: NonZeroU16::new(day),
            recipients,
        })
    }
}

/// Takes a length and as many bytes of text.
fn text<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let length = take(rest, 1)?[0];
    core::str::from_utf8(take(rest, length.into())?).ok()
}

/// Takes the first `count` bytes.
fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}
