//! A study file with the instruments beside it.
//!
//! Only reads the files: what they mean and what is wrong with them, [`setup::folder`] says. Must never change a byte of
//! what it reads, because hashes pin the files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use engine::study::{Offer, Study};
use sealed::Recipient;
use setup::folder::{self, OwnFile};
pub use setup::signer::Signer;

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
