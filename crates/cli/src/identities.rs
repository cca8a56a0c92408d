//! Secret keys read from key files, plain or protected by a passphrase.
//!
//! Must never put anything of a key file into an error but the number of a line.

use std::path::{Path, PathBuf};

use sealed::{
    Identity,
    open::key_file::{KeyFileError, PassphraseError, is_protected, read, unprotect},
};
use zeroize::Zeroizing;

use crate::{
    error::CommandError,
    input::{MAX_TEXT, read_bytes},
    passphrase::PassphraseOptions,
};

/// Every identity in the key files at `paths`, in their order. The passphrase is asked for a file at a time.
///
/// # Errors
/// [`CommandError`]: a file cannot be read, holds no identity, or the passphrase does not open it.
pub fn read_identities(
    paths: &[PathBuf],
    passphrase: &PassphraseOptions,
) -> Result<Vec<Identity>, CommandError> {
    let mut identities = Vec::new();
    for path in paths {
        let file = read_key_file(path, passphrase)?;
        identities.extend(read(&file).map_err(|error| CommandError::unreadable(path, advice(error)))?);
    }
    Ok(identities)
}

/// The plain content of a key file of any kind (identities or a signing key).
///
/// # Errors
/// [`CommandError`]: the file cannot be read, or the passphrase does not open it.
pub fn read_key_file(
    path: &Path,
    passphrase: &PassphraseOptions,
) -> Result<Zeroizing<Vec<u8>>, CommandError> {
    let file = Zeroizing::new(read_bytes(path, MAX_TEXT)?);
    if !is_protected(&file) {
        return Ok(file);
    }
    let passphrase = passphrase.ask(&path.display().to_string())?;
    unprotect(&file, &passphrase).map_err(|error| CommandError::unreadable(path, passphrase_advice(error)))
}

fn advice(error: KeyFileError) -> String {
    match error {
        KeyFileError::Empty => {
            "there is no identity in this file: give the team's or the recovery key".into()
        }
        KeyFileError::Line { .. } => format!("{error}: is this the key file, and is it whole?"),
        other => other.to_string(),
    }
}

fn passphrase_advice(error: PassphraseError) -> String {
    match error {
        PassphraseError::NotProtected => {
            "this is a sealed file, not a key file: give the team's or the recovery key".into()
        }
        PassphraseError::WrongPassphrase => {
            "the passphrase is wrong: try again, and look whether it belongs to another key file".into()
        }
        PassphraseError::Unreadable(error) => format!("{error}: bring back a whole copy of the key file"),
        other => other.to_string(),
    }
}
