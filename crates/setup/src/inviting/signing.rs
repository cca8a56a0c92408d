//! The signing key out of its file.
//!
//! Must never put a character of it into a mistake.

use engine::study::Study;
use sealed::SigningKey;

/// Why a text is not the signing key of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SigningMistake {
    /// It is no signing key.
    NotASigningKey,
    /// It is that of another study, or an earlier one of this study.
    OtherStudy,
}

/// The signing key of `study` in the text of its file: comments, and one line with the key.
///
/// # Errors
/// [`SigningMistake`].
pub fn signing_key(file: &[u8], study: &Study) -> Result<SigningKey, SigningMistake> {
    let text = str::from_utf8(file).unwrap_or_default();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let key =
        lines.next().and_then(|line| line.parse::<SigningKey>().ok()).filter(|_| lines.next().is_none());
    let key = key.ok_or(SigningMistake::NotASigningKey)?;
    if study.signing_key.as_deref() == Some(key.to_verifying_key().to_string().as_str()) {
        Ok(key)
    } else {
        Err(SigningMistake::OtherStudy)
    }
}
