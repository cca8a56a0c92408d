//! Recipient stanzas: the file key, wrapped for one recipient (c2sp.org/age, "X25519" and "mlkem768x25519").

use super::armour::base64_unpadded;
use super::{FileKey, SealError};
use crate::hpke;
use crate::random::NoRandomness;
use crate::recipient::{Recipient, RecipientKey};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;
use x_wing::TryKeyInit;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

const CLASSICAL_LABEL: &[u8] = b"age-encryption.org/v1/X25519";

/// Appends the stanza for `recipient` to the header.
pub(super) fn write(
    header: &mut String,
    recipient: &Recipient,
    file_key: &FileKey,
    fill: &mut dyn FnMut(&mut [u8]) -> Result<(), NoRandomness>,
) -> Result<(), SealError> {
    let (kind, share, body) = match &recipient.0 {
        RecipientKey::Hybrid(key) => {
            let mut randomness = Zeroizing::new([0; x_wing::ENCAPSULATION_RANDOMNESS_SIZE]);
            fill(randomness.as_mut())?;
            let (share, body) = wrap_hybrid(key.as_slice(), file_key, &randomness);
            ("mlkem768x25519", share, body)
        }
        RecipientKey::Classical(key) => {
            let mut ephemeral = Zeroizing::new([0; 32]);
            fill(ephemeral.as_mut())?;
            let (share, body) = wrap_classical(key, file_key, &ephemeral)?;
            ("X25519", share, body)
        }
    };
    for part in ["-> ", kind, " ", &share, "\n", &body, "\n"] {
        header.push_str(part);
    }
    Ok(())
}

fn wrap_hybrid(
    recipient: &[u8],
    file_key: &FileKey,
    randomness: &[u8; x_wing::ENCAPSULATION_RANDOMNESS_SIZE],
) -> (String, String) {
    let recipient = x_wing::EncapsulationKey::new_from_slice(recipient)
        .expect("a Recipient holds a key that was checked when it was read");
    let (share, mut shared) = recipient.encapsulate_deterministic(&(*randomness).into());
    let context = hpke::derive_context(shared.as_ref());
    shared.zeroize();
    let body = encrypt(&context.key, &context.nonce, file_key);
    (base64_unpadded(&share), base64_unpadded(&body))
}

fn wrap_classical(
    recipient: &[u8; 32],
    file_key: &FileKey,
    ephemeral: &[u8; 32],
) -> Result<(String, String), SealError> {
    let ephemeral = StaticSecret::from(*ephemeral);
    let share = PublicKey::from(&ephemeral);
    let shared = ephemeral.diffie_hellman(&PublicKey::from(*recipient));
    if !shared.was_contributory() {
        return Err(SealError::WeakRecipient);
    }
    let mut salt = [0; 64];
    salt[..32].copy_from_slice(share.as_bytes());
    salt[32..].copy_from_slice(recipient);
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes())
        .expand(CLASSICAL_LABEL, key.as_mut())
        .expect("HKDF-SHA256 yields up to 8160 bytes");
    // A zero nonce is right here: the key is used for this one message (c2sp.org/age).
    let body = encrypt(&key, &[0; 12], file_key);
    Ok((base64_unpadded(share.as_bytes()), base64_unpadded(&body)))
}

fn encrypt(key: &[u8; 32], nonce: &[u8; 12], file_key: &FileKey) -> Vec<u8> {
    ChaCha20Poly1305::new(key.into())
        .encrypt(Nonce::from_slice(nonce), file_key.as_slice())
        .expect("16 bytes are far below the cipher's limit")
}
