//! The key schedule of HPKE (RFC 9180, section 5.1) as age's hybrid stanza uses it: base mode, KEM 0x647a (X-Wing),
//! HKDF-SHA256, ChaCha20-Poly1305, no associated data. Sealing and opening both derive their key here.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

const SUITE_ID: &[u8; 10] = b"HPKE\x64\x7a\x00\x01\x00\x03";
const VERSION_LABEL: &[u8] = b"HPKE-v1";

/// The info string that age's hybrid stanza gives to HPKE (c2sp.org/age).
pub(crate) const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";

/// A key for one ChaCha20-Poly1305 message, with its nonce.
pub(crate) struct Context {
    pub(crate) key: Zeroizing<[u8; 32]>,
    pub(crate) nonce: [u8; 12],
}

/// Derives the key and first nonce from the KEM's shared secret (RFC 9180, `KeySchedule` with `mode_base`).
pub(crate) fn derive_context(shared_secret: &[u8; 32]) -> Context {
    let (psk_id_hash, _) = labeled_extract(&[], b"psk_id_hash", &[]);
    let (info_hash, _) = labeled_extract(&[], b"info_hash", INFO);
    let mut schedule = [0_u8; 65];
    schedule[1..33].copy_from_slice(&psk_id_hash);
    schedule[33..].copy_from_slice(&info_hash);

    let (_, secret) = labeled_extract(shared_secret, b"secret", &[]);
    let mut context = Context { key: Zeroizing::new([0; 32]), nonce: [0; 12] };
    labeled_expand(&secret, b"key", &schedule, context.key.as_mut());
    labeled_expand(&secret, b"base_nonce", &schedule, &mut context.nonce);
    context
}

fn labeled_extract(salt: &[u8], label: &[u8], input: &[u8]) -> ([u8; 32], Hkdf<Sha256>) {
    let mut extract = hkdf::HkdfExtract::<Sha256>::new(Some(salt));
    for part in [VERSION_LABEL, SUITE_ID, label, input] {
        extract.input_ikm(part);
    }
    let (pseudorandom_key, expander) = extract.finalize();
    (pseudorandom_key.into(), expander)
}

fn labeled_expand(secret: &Hkdf<Sha256>, label: &[u8], info: &[u8], out: &mut [u8]) {
    let length = u16::try_from(out.len()).expect("keys and nonces are short").to_be_bytes();
    secret
        .expand_multi_info(&[&length, VERSION_LABEL, SUITE_ID, label, info], out)
        .expect("HKDF-SHA256 yields up to 8160 bytes");
}
