//! The hybrid identity: unwraps the stanza `mlkem768x25519` (c2sp.org/age; X-Wing, draft-connolly-cfrg-xwing-kem).
//!
//! Opening thousands of records, the `x-wing` crate would expand the ML-KEM key from its seed for every one of them;
//! this keeps it expanded. The tests hold this against the `x-wing` crate and the shared vectors.
//!
//! Must never accept a non-contributory X25519 result (the vectors called `hybrid_low_order` and `hybrid_identity`).

use crate::hpke;
use age::DecryptError;
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use ml_kem::Decapsulate;
use ml_kem::ml_kem_768::DecapsulationKey;
use sha3::{Digest, Sha3_256};
use shake::{ExtendableOutput, Shake256, Update, XofReader};
use x_wing::{Decapsulator, KeyExport};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

const TAG: &str = "mlkem768x25519";
const ML_KEM_CIPHERTEXT: usize = 1088;
const COMBINER_LABEL: &[u8; 6] = br"\.//^\";

/// An X-Wing secret key with its ML-KEM part expanded. Wiped when dropped.
pub(super) struct HybridKey {
    seed: Zeroizing<[u8; 32]>,
    ml_kem: DecapsulationKey,
    x25519: StaticSecret,
    x25519_public: PublicKey,
}

impl HybridKey {
    /// Expands the seed (X-Wing, `expandDecapsulationKey`).
    pub(super) fn from_seed(seed: Zeroizing<[u8; 32]>) -> Self {
        let mut expander = Shake256::default();
        expander.update(seed.as_slice());
        let mut stream = expander.finalize_xof();
        let mut ml_kem_seed = Zeroizing::new([0; 64]);
        stream.read(ml_kem_seed.as_mut());
        let mut scalar = Zeroizing::new([0; 32]);
        stream.read(scalar.as_mut());

        let x25519 = StaticSecret::from(*scalar);
        Self {
            ml_kem: DecapsulationKey::from_seed((*ml_kem_seed).into()),
            x25519_public: PublicKey::from(&x25519),
            x25519,
            seed,
        }
    }

    pub(super) fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    /// The X-Wing public key, made by the `x-wing` crate.
    pub(super) fn to_public(&self) -> [u8; x_wing::ENCAPSULATION_KEY_SIZE] {
        let key = x_wing::DecapsulationKeyRejectNonContrib::from(*self.seed);
        key.encapsulation_key().to_bytes().into()
    }

    /// The shared secret in `share`, or nothing if its X25519 part is a low-order point.
    pub(super) fn decapsulate(&self, share: &[u8; x_wing::CIPHERTEXT_SIZE]) -> Option<Zeroizing<[u8; 32]>> {
        let (ml_kem_share, x25519_share) = share.split_at(ML_KEM_CIPHERTEXT);
        let x25519_share = PublicKey::from(<[u8; 32]>::try_from(x25519_share).ok()?);
        let x25519_secret = self.x25519.diffie_hellman(&x25519_share);
        if !x25519_secret.was_contributory() {
            return None;
        }
        let mut ml_kem_secret = self.ml_kem.decapsulate(&ml_kem_share.try_into().ok()?);
        let mut combiner = Sha3_256::new();
        Digest::update(&mut combiner, ml_kem_secret.as_slice());
        Digest::update(&mut combiner, x25519_secret.as_bytes());
        Digest::update(&mut combiner, x25519_share.as_bytes());
        Digest::update(&mut combiner, self.x25519_public.as_bytes());
        Digest::update(&mut combiner, COMBINER_LABEL);
        ml_kem_secret.zeroize();
        Some(Zeroizing::new(combiner.finalize().into()))
    }
}

impl age::Identity for HybridKey {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let share = match stanza.args.as_slice() {
            [share] => Base64Unpadded::decode_vec(share).ok().and_then(|share| share.try_into().ok()),
            _ => None,
        };
        // The body's length is checked before it is decrypted: c2sp.org/age asks it, against partitioning oracles.
        let secret = share
            .filter(|_| stanza.body.len() == FILE_KEY_BYTES + 16)
            .and_then(|share| self.decapsulate(&share));
        let Some(secret) = secret else {
            return Some(Err(DecryptError::InvalidHeader));
        };
        let context = hpke::derive_context(&secret);
        let mut file_key = ChaCha20Poly1305::new((&*context.key).into())
            .decrypt(Nonce::from_slice(&context.nonce), stanza.body.as_slice())
            .ok()?;
        let unwrapped = FileKey::init_with_mut(|key| key.copy_from_slice(&file_key));
        file_key.zeroize();
        Some(Ok(unwrapped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use x_wing::TryDecapsulate;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        /// Our kept key gives what the `x-wing` crate gives, also for a share that was changed (ML-KEM then answers with
        /// a secret of its own making) and for a low-order X25519 point.
        #[test]
        fn a_kept_key_decapsulates_as_x_wing_does(
            seed: [u8; 32],
            randomness in prop::array::uniform32(any::<[u8; 2]>()),
            changed in prop::option::of((0..x_wing::CIPHERTEXT_SIZE, 1..=255_u8)),
            low_order: bool,
        ) {
            let theirs = x_wing::DecapsulationKeyRejectNonContrib::from(seed);
            let ours = HybridKey::from_seed(Zeroizing::new(seed));
            prop_assert!(ours.to_public().as_slice() == theirs.encapsulation_key().to_bytes().as_slice());

            let randomness: [u8; 64] = randomness.concat().try_into().unwrap();
            let (mut share, secret) = theirs.encapsulation_key().encapsulate_deterministic(&randomness.into());
            if changed.is_none() && !low_order {
                prop_assert!(ours.decapsulate(&share.into()).unwrap().as_slice() == secret.as_slice());
            }
            if let Some((at, change)) = changed {
                share[at] ^= change;
            }
            if low_order {
                share[ML_KEM_CIPHERTEXT..].fill(0);
            }
            let expected = theirs.try_decapsulate(&share).ok();
            let got = ours.decapsulate(&share.into());
            prop_assert_eq!(got.is_none(), low_order);
            prop_assert_eq!(got.as_deref().map(<[u8; 32]>::as_slice), expected.as_ref().map(|secret| secret.as_slice()));
        }
    }
}
