//! STREAM: the payload as chunks of 64 KiB, each its own ChaCha20-Poly1305 message whose nonce is the chunk's number
//! and whether it is the last (c2sp.org/age, "Payload"), so that chunks cannot be cut, moved or repeated.

use chacha20poly1305::aead::{AeadInPlace, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// Appends the sealed chunks of `plaintext` to `file`. An empty plaintext is one empty last chunk.
pub(super) fn write(file: &mut Vec<u8>, key: &[u8; 32], plaintext: &[u8]) {
    let cipher = ChaCha20Poly1305::new(key.into());
    let chunks = plaintext.len().div_ceil(CHUNK).max(1);
    file.reserve(plaintext.len() + chunks * TAG);
    for number in 0..chunks {
        let from = number * CHUNK;
        let to = plaintext.len().min(from + CHUNK);
        let start = file.len();
        file.extend_from_slice(&plaintext[from..to]);
        let tag = cipher
            .encrypt_in_place_detached(&chunk_nonce(number, number + 1 == chunks), b"", &mut file[start..])
            .expect("64 KiB are far below the cipher's limit");
        file.extend_from_slice(&tag);
    }
}

/// Eleven bytes of counter, big-endian, and one that says whether this is the last chunk.
fn chunk_nonce(number: usize, last: bool) -> Nonce {
    let mut nonce = Nonce::default();
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}
