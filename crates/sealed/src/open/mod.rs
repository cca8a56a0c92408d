//! Opens: the reader of sealed files, which are untrusted input, and everything that holds a secret key.
//!
//! Promises: all of the plaintext, verified to its last byte, or an error and nothing; never a panic, whatever the
//! input; time and memory bounded by [`MAX_SEALED`]. The parser is the `age` crate's.
//!
//! Must never be reached from the patient's page: a check looks for this module's path in its symbols.

mod envelope;
mod error;
mod hybrid;
mod identity;
mod inspection;
pub mod key_file;

pub use error::{OpenError, Part};
pub use identity::{Identity, IdentityError, make_identity};
pub use inspection::{Inspection, StanzaKind, inspect};

use age::Decryptor;
use error::from_age;
use std::io::Read;

/// The largest sealed file, in bytes as it arrives (with its armour), that is read: 32 MiB, twice what the
/// largest file that [`seal`](crate::seal()) writes comes to, and room for the largest of the shared vectors (17 MB).
pub const MAX_SEALED: usize = 32 * 1024 * 1024;

/// Opens a sealed file, armoured (also with Windows line ends, a byte-order mark, or white space round it, as mail
/// programs leave it) or binary, with the first of `identities` that fits.
///
/// The result is what was sealed, with its padding.
///
/// # Errors
/// [`OpenError`] says what is known about the file; nothing of its content is released.
pub fn open(sealed: &[u8], identities: &[Identity]) -> Result<Vec<u8>, OpenError> {
    let binary = envelope::to_binary(sealed)?;
    let decryptor = read_header(&binary)?;
    if decryptor.is_scrypt() {
        return Err(OpenError::PassphraseProtected);
    }
    read_payload(decryptor, identities.iter().map(Identity::as_age), binary.len())
}

fn read_header(binary: &[u8]) -> Result<Decryptor<&[u8]>, OpenError> {
    envelope::check_header(binary)?;
    Decryptor::new_buffered(binary).map_err(|error| from_age(&error, Part::Header))
}

fn read_payload<'a>(
    decryptor: Decryptor<&[u8]>,
    identities: impl Iterator<Item = &'a dyn age::Identity>,
    size: usize,
) -> Result<Vec<u8>, OpenError> {
    let mut reader = decryptor.decrypt(identities).map_err(|error| from_age(&error, Part::Header))?;
    let mut plaintext = Vec::with_capacity(size);
    match reader.read_to_end(&mut plaintext) {
        Ok(_) => Ok(plaintext),
        Err(error) => Err(error::from_io(&error, Part::Payload)),
    }
}
