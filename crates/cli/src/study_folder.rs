//! A study file with the instruments beside it.
//!
//! Only reads the files: what they mean and what is wrong with them, [`setup::folder`] says. Must never change a byte of
//! what it reads, because hashes pin the files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use engine::{
    invitation::{PURPOSE, SIGNATURE},
    study::{Offer, Study},
};
use sealed::{Recipient, Signature, VerifyingKey, verify};
use setup::folder::{self, OwnFile};

use crate::{
    error::{CommandError, FileProblems},
    input::{json_object, read_text},
};

/// The study at `study_json`, checked in full, with its catalogue.
///
/// Its recipients are readable and of one kind: [`recipients`] gives them.
///
/// # Errors
/// [`CommandError::Unreadable`], or [`CommandError::Wrong`] with every problem of every file.
pub fn load_offer(study_json: &Path) -> Result<Offer, CommandError> {
    let (offer, problems) = check_folder(study_json)?;
    match offer {
        Some(offer) if problems.is_empty() => Ok(offer),
        _ => Err(CommandError::Wrong(problems)),
    }
}

/// The study at `study_json` with everything that is wrong with it and the files beside it. There is no offer when
/// the study file itself cannot be understood.
///
/// # Errors
/// [`CommandError::Unreadable`] when a file cannot be read at all.
pub fn check_folder(study_json: &Path) -> Result<(Option<Offer>, Vec<FileProblems>), CommandError> {
    let text = read_text(study_json)?;
    json_object(study_json, &text)?;
    let (offer, wrong) = folder::read(&study_json.display().to_string(), &text, &own_files(study_json)?);
    let problems =
        wrong.into_iter().map(|file| FileProblems { file: file.path.into(), problems: file.problems });
    Ok((offer, problems.collect()))
}

/// The recipients that records of a checked study are sealed to, in the study file's order.
pub fn recipients(study: &Study) -> Vec<Recipient> {
    study
        .recipients
        .iter()
        .map(|text| text.parse().expect("a checked study has readable recipients"))
        .collect()
}

/// Whoever signs a study's invitations, now or before, as the study file names them; nobody where it names no key.
#[derive(Clone, Debug)]
pub struct Signer(Vec<VerifyingKey>);

impl Signer {
    /// That of `study`.
    pub fn of(study: &Study) -> Self {
        let keys = study.signing_key.iter().chain(&study.earlier_signing_keys);
        Self(keys.filter_map(|key| key.parse().ok()).collect())
    }

    /// Whether they made this signature over these bytes of an invitation.
    pub fn made(&self, message: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.iter().any(|key| verify(key, PURPOSE, message, &signature).is_ok())
    }
}

/// The definition and wording files beside the study file, in the order of their paths.
///
/// # Errors
/// [`CommandError::Unreadable`].
pub(crate) fn own_files(study_json: &Path) -> Result<Vec<OwnFile>, CommandError> {
    let mut files = Vec::new();
    let folder = study_json.with_file_name("instruments");
    for instrument in entries(&folder)?.into_iter().filter(|entry| entry.is_dir()) {
        for path in entries(&instrument)? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if folder::is_definition(name) || folder::is_wording(name) {
                files.push(OwnFile { text: read_text(&path)?, path: path.display().to_string() });
            }
        }
    }
    Ok(files)
}

/// What is in `folder`, sorted; nothing if it does not exist.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let failed = |error: io::Error| CommandError::reading(folder, &error);
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let paths: io::Result<Vec<PathBuf>> = listing.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(failed)?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::problem::parse;
    use sealed::{make_signing_key, sign};

    #[test]
    fn only_the_keys_of_a_study_sign_for_it() {
        let mut study: Study =
            parse(include_str!("../../../studies/demo/study.json")).expect("the sample is right");
        let of_sample = study.signing_key.clone().expect("it has one");
        let key = make_signing_key().expect("randomness");
        let signature = sign(&key, PURPOSE, b"message").to_bytes();
        assert!(!Signer::of(&study).made(b"message", &signature), "another key");
        study.signing_key = Some(key.to_verifying_key().to_string());
        assert!(Signer::of(&study).made(b"message", &signature));
        assert!(!Signer::of(&study).made(b"another", &signature));
        study.earlier_signing_keys.extend(study.signing_key.replace(of_sample.clone()));
        assert!(Signer::of(&study).made(b"message", &signature), "it signed before");
        study.earlier_signing_keys.clear();
        assert!(!Signer::of(&study).made(b"message", &signature));
        study.signing_key = None;
        assert!(!Signer::of(&study).made(b"message", &signature));
    }
}
