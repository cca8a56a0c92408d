//! A study folder as zip files, and out of one.
//!
//! Promises: the keys are never in the file that goes to a host: they are a zip of their own, and unpacked beside each
//! other the two make the folder that `linkwell study new` makes. The same study gives the same bytes. Must never read
//! a key out of a zip that somebody opens.

use super::{draft::Draft, keys::KeyFolder};
use engine::{
    catalogue::BUILT_IN,
    problem::{Problem, parse},
    study::{Study, StudyBundle},
};
use setup::{
    folder::{self, OwnFile},
    start::study_id,
};
use std::io::{Cursor, Read};
use zeroize::Zeroizing;
use zip::ZipArchive;

/// The largest study file, bundle or zip that is read, and the most that a zip may unpack to: 8 MiB.
pub const MAX_STUDY: u64 = 8 * 1024 * 1024;
/// How a zip begins.
const ZIP: &[u8] = b"PK\x03\x04";
const STUDY: &str = "study.json";

/// Why a file is no study that can be changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenMistake {
    /// The browser does not get at it.
    Unreadable,
    /// Larger than a study can be.
    TooLarge,
    /// Neither a study file, nor a bundle, nor a zip.
    NotAStudy,
    /// A zip without a study file in it, or one that is damaged.
    NoStudyInside,
    /// A study file that cannot be understood.
    Wrong(Vec<Problem>),
}

/// The study in a file: `study.json`, a bundle, or the zip of a study folder. Mistakes of the study itself are no
/// reason to refuse it: they are shown where they can be mended.
///
/// # Errors
/// [`OpenMistake`].
pub fn read(bytes: &[u8]) -> Result<Draft, OpenMistake> {
    if bytes.len() as u64 > MAX_STUDY {
        return Err(OpenMistake::TooLarge);
    }
    if bytes.starts_with(ZIP) {
        return from_zip(bytes);
    }
    let text = str::from_utf8(bytes).map_err(|_| OpenMistake::NotAStudy)?;
    let keys: serde_json::Map<String, serde_json::Value> =
        parse(text).map_err(|problem| match text.trim_start().starts_with('{') {
            true => OpenMistake::Wrong(vec![problem]),
            false => OpenMistake::NotAStudy,
        })?;
    if keys.contains_key("definitions") {
        return from_bundle(text);
    }
    if keys.contains_key("waves") || keys.contains_key("recipients") {
        return study(text, Vec::new());
    }
    Err(OpenMistake::NotAStudy)
}

fn study(text: &str, own: Vec<OwnFile>) -> Result<Draft, OpenMistake> {
    let study: Study = parse(text).map_err(|problem| OpenMistake::Wrong(vec![problem]))?;
    Ok(Draft::of(study, own))
}

/// What is in the bundle and does not ship with Linkwell is the team's own.
fn from_bundle(text: &str) -> Result<Draft, OpenMistake> {
    let bundle = StudyBundle::from_json(text).map_err(|problem| OpenMistake::Wrong(vec![problem]))?;
    let ships = |text: &str| {
        BUILT_IN.iter().any(|(definition, wordings)| *definition == text || wordings.contains(&text))
    };
    let files = bundle.definitions.iter().chain(&bundle.wordings).filter(|file| !ships(&file.text));
    let own =
        files.map(|file| OwnFile { path: ["instruments/", &file.name].concat(), text: file.text.clone() });
    study(&bundle.study, own.collect())
}

fn from_zip(bytes: &[u8]) -> Result<Draft, OpenMistake> {
    let damaged = |_| OpenMistake::NoStudyInside;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let is_study = |name: &&String| name.rsplit('/').next() == Some(STUDY);
    // The uppermost one, where there are several.
    let found = names.iter().filter(is_study).min_by_key(|name| name.matches('/').count());
    let found = found.ok_or(OpenMistake::NoStudyInside)?;
    let base = &found[..found.len() - STUDY.len()];
    let mut left = MAX_STUDY;
    let text = text_of(&mut zip, found, &mut left)?;
    let mut own = Vec::new();
    let mut paths: Vec<&String> = names.iter().filter(|name| is_own(name, base)).collect();
    paths.sort();
    for path in paths {
        let text = text_of(&mut zip, path, &mut left)?;
        own.push(OwnFile { path: path[base.len()..].into(), text });
    }
    study(&text, own)
}

/// `instruments/<id>/instrument.json` and the wordings beside it.
fn is_own(name: &str, base: &str) -> bool {
    let parts: Vec<&str> = name.strip_prefix(base).unwrap_or_default().split('/').collect();
    matches!(parts.as_slice(), ["instruments", _, file] if folder::is_definition(file) || folder::is_wording(file))
}

/// A file of the zip, of which `left` bytes may still be unpacked.
fn text_of(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str, left: &mut u64) -> Result<String, OpenMistake> {
    let file = zip.by_name(name).map_err(|_| OpenMistake::NoStudyInside)?;
    let mut text = String::new();
    file.take(*left + 1).read_to_string(&mut text).map_err(|_| OpenMistake::NoStudyInside)?;
    *left = left.checked_sub(text.len() as u64).ok_or(OpenMistake::TooLarge)?;
    Ok(text)
}

/// The public part of the study folder: `study.json` and the team's own instruments.
pub fn public_zip(draft: &Draft) -> Vec<u8> {
    let text = draft.to_json();
    let own = draft.own.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    zipped(&study_id(&draft.study.id), [(STUDY, text.as_str())].into_iter().chain(own))
}

/// The secret part: the folder `keys`.
pub fn secret_zip(study: &str, keys: &KeyFolder) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(zipped(&study_id(study), keys.files()))
}

/// Files below one folder named after the study.
fn zipped<'a>(folder: &str, files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let named: Vec<(String, &str)> = files.map(|(name, text)| ([folder, "/", name].concat(), text)).collect();
    let files = named.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    archive::zip(files).expect("the paths of a study folder differ, and it is small")
}
