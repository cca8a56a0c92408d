//! A study file with the instruments beside it.
//!
//! An instrument comes from those that ship with Linkwell or from `instruments/<id>/` beside the study file:
//! `instrument.json` and `wording.<language>.json`, either or both. Promises: every mistake in every file is told
//! at once, with file and key. Must never change a byte of what it reads, because hashes pin the files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use engine::{
    catalogue::{Catalogue, built_in},
    invitation::{PURPOSE, SIGNATURE},
    problem::{Problem, parse},
    study::{Offer, Study, check_study},
};
use sealed::{Kind, Recipient, Signature, VerifyingKey, verify};

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
    let (catalogue, mut problems) = read_catalogue(study_json)?;
    let study: Study = match parse(&text) {
        Ok(study) => study,
        Err(problem) => {
            problems.push(FileProblems { file: study_json.into(), problems: vec![problem] });
            return Ok((None, problems));
        }
    };
    let mut of_study = check_study(&study, &catalogue);
    of_study.extend(check_keys(&study));
    if !of_study.is_empty() {
        problems.push(FileProblems { file: study_json.into(), problems: of_study });
    }
    Ok((Some(Offer { study, catalogue }), problems))
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

/// What is wrong with the study's public keys: unreadable, of two kinds, a secret one by mistake.
fn check_keys(study: &Study) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: Option<Kind> = None;
    for (at, text) in study.recipients.iter().enumerate() {
        let path = format!("recipients[{at}]");
        match text.parse::<Recipient>() {
            Err(error) => problems.push(Problem::new(path, format!("{error}: copy the key again"))),
            Ok(recipient) if *first.get_or_insert(recipient.kind()) != recipient.kind() => {
                problems.push(Problem::new(path, "hybrid and classical keys cannot be mixed: use one kind"));
            }
            Ok(_) => {}
        }
    }
    let earlier = study.earlier_signing_keys.iter().enumerate();
    let earlier = earlier.map(|(at, key)| (format!("earlier_signing_keys[{at}]"), key));
    for (path, key) in study.signing_key.iter().map(|key| ("signing_key".into(), key)).chain(earlier) {
        if key.parse::<VerifyingKey>().is_err() {
            problems.push(Problem::new(path, "not a signing key's public half: it begins linkwell-verify-1"));
        }
    }
    problems
}

/// The shipped instruments and those in `instruments/` beside the study file.
fn read_catalogue(study_json: &Path) -> Result<(Catalogue, Vec<FileProblems>), CommandError> {
    let mut catalogue = built_in();
    let mut problems = Vec::new();
    let mut note = |file: &OwnFile, found: Vec<Problem>| {
        problems.push(FileProblems { file: file.path.clone(), problems: found });
    };
    let files = own_files(study_json)?;
    // All definitions before all wordings: a wording may belong to a definition in another folder.
    for file in files.iter().filter(|file| file.is_definition) {
        if let Err(found) = catalogue.add_definition(&file.text) {
            note(file, found);
        }
    }
    for file in files.iter().filter(|file| !file.is_definition) {
        if let Err(found) = catalogue.add_wording(&file.text) {
            note(file, found);
        }
    }
    Ok((catalogue, problems))
}

/// A definition or wording file beside a study file.
pub(crate) struct OwnFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its text, byte for byte.
    pub(crate) text: String,
    /// A definition, otherwise a wording.
    pub(crate) is_definition: bool,
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
            let is_definition = is_definition(&path);
            if is_definition || is_wording(&path) {
                files.push(OwnFile { text: read_text(&path)?, path, is_definition });
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

fn is_definition(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "instrument.json")
}

fn is_wording(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
    name.starts_with("wording.") && name.ends_with(".json")
}

#[cfg(test)]
mod tests {
    use super::*;
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
