//! Encrypts a draft: AES-256-GCM by the browser's WebCrypto, under a key that stays inside the browser.

use super::{
    super::{has, window},
    Blocked,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, Crypto, CryptoKey, SubtleCrypto};

const CIPHER: &str = "AES-GCM";
const KEY_BITS: u16 = 256;
/// Bytes of a nonce; made at random for each write, of which one key sees a few hundred.
const NONCE_LENGTH: u32 = 12;

/// A key that was made for this visit.
pub(super) struct Lock {
    key: CryptoKey,
}

impl Lock {
    /// Makes a new key.
    pub(super) async fn make() -> Result<Self, Blocked> {
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let cipher = AesKeyGenParams::new(CIPHER, KEY_BITS);
        let made = subtle()?.generate_key_with_object(&cipher, false, &uses)?;
        Ok(Self { key: JsFuture::from(made).await?.dyn_into()? })
    }

    pub(super) fn key(&self) -> &CryptoKey {
        &self.key
    }

    /// Nonce and ciphertext of `work`.
    pub(super) async fn close(&self, work: &[u8]) -> Result<(Uint8Array, Uint8Array), Blocked> {
        let nonce = Uint8Array::new_with_length(NONCE_LENGTH);
        crypto()?.get_random_values_with_js_u8_array(&nonce)?;
        let cipher = AesGcmParams::new_with_u8_array(CIPHER, &nonce);
        let closed = subtle()?.encrypt_with_object_and_u8_array(&cipher, &self.key, work)?;
        let data = Uint8Array::new(&JsFuture::from(closed).await?);
        Ok((nonce, data))
    }
}

/// What was closed under `key`.
pub(super) async fn open(key: &CryptoKey, nonce: &Uint8Array, data: &Uint8Array) -> Result<Vec<u8>, Blocked> {
    let cipher = AesGcmParams::new_with_u8_array(CIPHER, nonce);
    let opened = subtle()?.decrypt_with_object_and_js_u8_array(&cipher, key, data)?;
    Ok(Uint8Array::new(&JsFuture::from(opened).await?).to_vec())
}

fn crypto() -> Result<Crypto, Blocked> {
    Ok(window().crypto()?)
}

/// Browsers offer it to pages from a safe address (https or this very device) only.
fn subtle() -> Result<SubtleCrypto, Blocked> {
    let crypto = crypto()?;
    if has(&crypto, "subtle") { Ok(crypto.subtle()) } else { Err(Blocked) }
}
