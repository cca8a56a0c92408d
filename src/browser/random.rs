//! Random text that tells records apart. The bytes come from the browser's `crypto.getRandomValues`.

use super::window;

/// 32 hexadecimal characters made at random; `None` where the browser has no source of randomness.
pub fn make_nonce() -> Option<String> {
    let mut bytes = [0; 16];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).expect("a nibble is below 16");
    Some(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
}
