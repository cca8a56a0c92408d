//! Whether a record's consent is to the study's own sheet, and what the tables say of it.

use engine::{
    record::ConsentGiven,
    study::{ConsentText, Study},
};

use crate::reason::Reason;

/// The most characters of a sheet's version and of a language tag.
const LONGEST: usize = 40;
/// Hexadecimal digits of a SHA-256.
const HASH_LENGTH: usize = 64;

/// What a person must look at in a record's consent.
pub(crate) fn differs(given: Option<&ConsentGiven>, study: &Study) -> Vec<Reason> {
    let Some(given) = given else {
        return if study.consent.is_empty() { Vec::new() } else { vec![Reason::ConsentMissing] };
    };
    let Some(text) = study.consent.get(&given.language) else { return vec![Reason::ConsentDiffers] };
    let agreed = |id: &String| given.agreed.contains(id);
    let mut reasons = Vec::new();
    if text.statements.iter().any(|statement| statement.required && !agreed(&statement.id)) {
        reasons.push(Reason::ConsentMissing);
    }
    let known = |id: &String| text.statement(id).is_some();
    let same = given.version == text.version && given.text_sha256 == text.text_digest();
    if !same || !given.agreed.iter().all(known) {
        reasons.push(Reason::ConsentDiffers);
    }
    reasons
}

/// Whether the texts that the tables show have the form that Linkwell gives them.
pub(crate) fn is_well_formed(given: &ConsentGiven) -> bool {
    let is_tag = |text: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
        (1..=LONGEST).contains(&text.len()) && text.bytes().all(plain)
    };
    let hash = given.text_sha256.as_bytes();
    is_tag(&given.version)
        && is_tag(&given.language)
        && hash.len() == HASH_LENGTH
        && hash.iter().all(u8::is_ascii_hexdigit)
}

/// The text that names the statements: English, which a checked study has.
pub(crate) fn text(study: &Study) -> Option<&ConsentText> {
    study.consent_in("en").map(|(_, text)| text)
}
