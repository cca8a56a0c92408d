//! Seals: writes an age v1 file (c2sp.org/age) to two or more recipients, in ASCII armour.
//!
//! Promises: what leaves here opens with each recipient's identity and with nothing else. A writer of our own,
//! because the patient's page downloads it: the `age` crate carries 57 kB of parser and translations with it and does
//! not know hybrid recipients. Must never name the `age` crate or [`mod@crate::open`].

mod armour;
mod error;
mod stanza;
mod stream;
#[cfg(test)]
mod tests;

pub use error::SealError;

use crate::random;
use crate::recipient::Recipient;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The largest plaintext, in bytes, that [`seal()`] takes: 8 MiB, a thousand times a long questionnaire.
pub const MAX_PLAINTEXT: usize = 8 * 1024 * 1024;

/// The step, in bytes, to which [`pad`] fills up.
pub const PAD_STEP: usize = 8192;

/// The secret of one file, from which its keys derive (c2sp.org/age, "file key").
pub(crate) type FileKey = Zeroizing<[u8; 16]>;

/// Fills a text up with spaces to the next multiple of [`PAD_STEP`] bytes; the last byte is a line feed.
///
/// A sealed file's length gives away its plaintext's length. A record's length depends on what was answered (skipped
/// items, free text), so callers pad before [`seal()`]. White space after a JSON value means nothing: whoever opens the
/// file with stock `age` has valid JSON, and no length field has to be explained or checked. A text that fills a step
/// already gets a further one, since at least the line feed is added.
#[must_use]
pub fn pad(mut text: Vec<u8>) -> Vec<u8> {
    let padded = (text.len() + 1).next_multiple_of(PAD_STEP);
    text.resize(padded - 1, b' ');
    text.push(b'\n');
    text
}

/// Seals `plaintext` (0 to [`MAX_PLAINTEXT`] bytes, already padded: see [`pad`]) to every one of `recipients`.
///
/// The result is ASCII armour with line feeds, ending in one.
///
/// # Errors
/// [`SealError`]: fewer than two recipients, both kinds together, a recipient twice, a recipient that no secret can
/// belong to, a plaintext over the limit, no randomness.
pub fn seal(plaintext: &[u8], recipients: &[Recipient]) -> Result<String, SealError> {
    let binary = seal_binary(plaintext, recipients, &mut random::fill)?;
    Ok(armour::to_armour(&binary))
}

/// As [`seal()`], without the armour, and with the source of randomness given: the shared vectors need it fixed.
pub(crate) fn seal_binary(
    plaintext: &[u8],
    recipients: &[Recipient],
    fill: &mut dyn FnMut(&mut [u8]) -> Result<(), random::NoRandomness>,
) -> Result<Vec<u8>, SealError> {
    check_recipients(recipients)?;
    if plaintext.len() > MAX_PLAINTEXT {
        return Err(SealError::TooLarge);
    }
    let mut file_key = FileKey::default();
    fill(file_key.as_mut())?;

    let mut file = String::from("age-encryption.org/v1\n");
    for recipient in recipients {
        stanza::write(&mut file, recipient, &file_key, fill)?;
    }
    file.push_str("---");
    let mac = header_mac(&file_key, file.as_bytes());
    file.push(' ');
    file.push_str(&armour::base64_unpadded(&mac));
    file.push('\n');

    let mut nonce = [0; 16];
    fill(&mut nonce)?;
    let mut file = file.into_bytes();
    file.extend_from_slice(&nonce);
    stream::write(&mut file, &derive_key(&file_key, &nonce, b"payload"), plaintext);
    Ok(file)
}

fn check_recipients(recipients: &[Recipient]) -> Result<(), SealError> {
    if recipients.len() < 2 {
        return Err(SealError::TooFewRecipients);
    }
    if recipients.iter().any(|one| one.kind() != recipients[0].kind()) {
        return Err(SealError::MixedKinds);
    }
    let twice = |(at, one)| recipients[..at].contains(one);
    if recipients.iter().enumerate().any(twice) {
        return Err(SealError::DuplicateRecipient);
    }
    Ok(())
}

/// HMAC-SHA256 over the header up to and including `---` (c2sp.org/age, "Header MAC").
fn header_mac(file_key: &FileKey, header: &[u8]) -> [u8; 32] {
    let key = derive_key(file_key, &[], b"header");
    let mut mac =
        <Hmac<Sha256> as Mac>::new_from_slice(key.as_slice()).expect("HMAC takes a key of any length");
    mac.update(header);
    mac.finalize().into_bytes().into()
}

fn derive_key(secret: &FileKey, salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret.as_slice())
        .expand(info, key.as_mut())
        .expect("HKDF-SHA256 yields up to 8160 bytes");
    key
}
