//! What a record's invitation proves of it.
//!
//! Must never look at a key: whether a signature fits is for the caller to say ([`Signed`]).

use engine::{
    invitation::{SIGNATURE, Token, TokenError},
    record::Record,
    study::Study,
};

use crate::reason::Reason;

/// Says whether the study's signing key made this signature over these bytes of an invitation. Without a signing key
/// in the study file, none did.
pub type Signed<'a> = &'a dyn Fn(&[u8], &[u8; SIGNATURE]) -> bool;

/// What is wrong with the invitation of `record`, whose participant code is `participant` in its plain form: the
/// first thing, where the record cannot be kept; otherwise everything that a person must look at is added to `reasons`.
///
/// # Errors
/// A [`Reason`] to reject the record.
pub(crate) fn examine(
    record: &Record,
    participant: &str,
    study: &Study,
    signed: Signed<'_>,
    reasons: &mut Vec<Reason>,
) -> Result<(), Reason> {
    let Some(text) = &record.invitation else {
        if study.options.invitation_required {
            reasons.push(Reason::InvitationMissing);
        }
        return Ok(());
    };
    let token: Token = text.parse().map_err(|error| match error {
        TokenError::Newer => Reason::InvitationNewer,
        _ => Reason::InvitationDamaged,
    })?;
    if !signed(&token.signed_bytes(), token.signature()) {
        return Err(Reason::InvitationForged);
    }
    // What it says can be trusted from here on.
    let invitation = token.invitation();
    if invitation.study() != study.id {
        return Err(Reason::InvitationStudy);
    }
    if invitation.participant().as_str() != participant {
        return Err(Reason::InvitationParticipant);
    }
    if invitation.wave() != record.wave {
        return Err(Reason::InvitationWave);
    }
    if invitation.is_over(record.times.finished_ms) {
        return Err(Reason::InvitationExpired);
    }
    if !invitation.has_recipients_of(study) {
        reasons.push(Reason::InvitationRecipients);
    }
    if invitation.site() != record.site.as_deref() {
        reasons.push(Reason::InvitationSite);
    }
    Ok(())
}
