//! What can be said of a sealed file without a key. It says who can open it in kind and number, never who they are.

use super::{OpenError, envelope, read_header};
use age::DecryptError;
use age_core::format::{FileKey, Stanza};
use std::cell::RefCell;

/// What [`inspect`] found. Without a key nothing of this is proven: whoever changed the file may have changed it too.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inspection {
    /// In ASCII armour, or binary.
    pub armoured: bool,
    /// The version of the age format; always 1, since others are refused.
    pub version: u32,
    /// The kind of each recipient stanza, in the file's order.
    pub stanzas: Vec<StanzaKind>,
    /// Length of the file as it arrived, in bytes.
    pub sealed_bytes: usize,
    /// Length of what was sealed, with its padding, in bytes; nothing if the payload has an impossible length.
    pub plaintext_bytes: Option<usize>,
}

/// The kind of a recipient stanza.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StanzaKind {
    /// `mlkem768x25519`: a hybrid recipient.
    Hybrid,
    /// `X25519`: a classical recipient.
    Classical,
    /// `scrypt`: a passphrase.
    Passphrase,
    /// Another kind (a hardware key, an SSH key, or the random filler that some tools add), by its name.
    Other(String),
}

/// Reads what a sealed file says of itself.
///
/// # Errors
/// As [`open`](crate::open()), except that no key can be wrong, and that changes inside the header's fields and the
/// content go unseen.
pub fn inspect(sealed: &[u8]) -> Result<Inspection, OpenError> {
    let binary = envelope::to_binary(sealed)?;
    let decryptor = read_header(&binary)?;
    let recorder = Recorder(RefCell::new(Vec::new()));
    // The parser shows a header's stanzas to identities only. This one looks and opens nothing.
    let refused = decryptor.decrypt(std::iter::once(&recorder as &dyn age::Identity));
    debug_assert!(refused.is_err(), "the recorder unwraps nothing");
    Ok(Inspection {
        armoured: matches!(binary, std::borrow::Cow::Owned(_)),
        version: 1,
        stanzas: recorder.0.into_inner(),
        sealed_bytes: sealed.len(),
        plaintext_bytes: envelope::payload_len(&binary).and_then(plaintext_len),
    })
}

struct Recorder(RefCell<Vec<StanzaKind>>);

impl age::Identity for Recorder {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        self.0.borrow_mut().push(match stanza.tag.as_str() {
            "mlkem768x25519" => StanzaKind::Hybrid,
            "X25519" => StanzaKind::Classical,
            "scrypt" => StanzaKind::Passphrase,
            other => StanzaKind::Other(other.to_owned()),
        });
        None
    }
}

/// The plaintext's length for a payload of `payload` bytes: a nonce of 16, then chunks of up to 64 KiB, each with a
/// tag of 16 and only the last one short (c2sp.org/age, "Payload").
fn plaintext_len(payload: usize) -> Option<usize> {
    const TAG: usize = 16;
    const SEALED_CHUNK: usize = 64 * 1024 + TAG;
    let stream = payload.checked_sub(16)?;
    let last = stream % SEALED_CHUNK;
    let full = stream / SEALED_CHUNK;
    // A last chunk of a tag alone is an empty one: right only as the first.
    let possible = match (full, last) {
        (0, last) => last >= TAG,
        (_, last) => last == 0 || last > TAG,
    };
    possible.then(|| stream - TAG * stream.div_ceil(SEALED_CHUNK))
}
