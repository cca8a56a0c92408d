//! What there is to read: the paths that were given, folders walked through.
//!
//! Names are relative to what was given, so that the ledger does not depend on the working folder. Hidden files are
//! left out and counted; whatever else cannot be read has a source of its own, and so a line in the ledger.

use std::{
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
};

use archive::Kind;
use cohort::Refusal;

use crate::error::CommandError;

/// One thing to read.
#[derive(Debug)]
pub(super) struct Source {
    /// Its name in the ledger.
    pub(super) name: String,
    pub(super) place: Place,
}

/// Where it is.
#[derive(Debug)]
pub(super) enum Place {
    File(PathBuf),
    Archive(Kind, PathBuf),
    /// Nowhere: it will not be read.
    Refused(Refusal),
}

/// Everything there is to read.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) sources: Vec<Source>,
    /// How many hidden files and folders were left out.
    pub(super) hidden: u64,
}

impl Gathered {
    /// How many inputs there are, where that is known before archives are opened.
    pub(super) fn count(&self) -> Option<usize> {
        let archives = self.sources.iter().any(|source| matches!(source.place, Place::Archive(..)));
        (!archives).then_some(self.sources.len())
    }
}

/// Everything in `paths`, without what is in the `results` folder.
///
/// # Errors
/// [`CommandError`]: a path does not exist, or is the results folder or in it.
pub(super) fn gather(paths: &[PathBuf], results: &Path) -> Result<Gathered, CommandError> {
    let results = fs::canonicalize(results).ok();
    let mut walk = Walk { results, above: Vec::new(), gathered: Gathered::default() };
    for path in paths {
        let failed = |error: io::Error| CommandError::reading(path, &error);
        if fs::metadata(path).map_err(failed)?.is_dir() {
            let real = fs::canonicalize(path).map_err(failed)?;
            if walk.results.as_ref().is_some_and(|results| real.starts_with(results)) {
                return Err(CommandError::Usage(format!(
                    "{}: the results folder cannot be imported: give the folder of the sealed files",
                    path.display()
                )));
            }
            let entries = entries(path).map_err(failed)?;
            walk.folder(real, entries, "");
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            walk.entry(path, name.into_owned());
        }
    }
    Ok(walk.gathered)
}

struct Walk {
    results: Option<PathBuf>,
    /// The real paths of the folders above the present one, so that a link cannot lead round in circles.
    above: Vec<PathBuf>,
    gathered: Gathered,
}

impl Walk {
    fn folder(&mut self, real: PathBuf, entries: Vec<PathBuf>, name: &str) {
        self.above.push(real);
        for path in entries {
            let last = path.file_name().unwrap_or_default().to_string_lossy();
            if last.starts_with('.') {
                self.gathered.hidden += 1;
                continue;
            }
            let name = if name.is_empty() { last.into_owned() } else { format!("{name}/{last}") };
            self.entry(&path, name);
        }
        self.above.pop();
    }

    fn entry(&mut self, path: &Path, name: String) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.inner_folder(path, name),
            found => {
                let place = place(path, &name, found);
                self.gathered.sources.push(Source { name, place });
            }
        }
    }

    fn inner_folder(&mut self, path: &Path, name: String) {
        let found = fs::canonicalize(path).and_then(|real| Ok((entries(path)?, real)));
        match found {
            Ok((_, real)) if self.results.as_ref() == Some(&real) || self.above.contains(&real) => {}
            Ok((entries, real)) => self.folder(real, entries, &name),
            Err(_) => {
                self.gathered.sources.push(Source { name, place: Place::Refused(Refusal::Unreadable) });
            }
        }
    }
}

fn place(path: &Path, name: &str, found: io::Result<Metadata>) -> Place {
    // Opening a pipe or a device could wait for ever.
    if !found.is_ok_and(|metadata| metadata.is_file()) {
        return Place::Refused(Refusal::Unreadable);
    }
    match archive::kind_of(name) {
        Some(kind @ (Kind::Zip | Kind::Tar)) => Place::Archive(kind, path.into()),
        Some(Kind::Other) => Place::Refused(Refusal::OtherArchive),
        None => Place::File(path.into()),
    }
}

/// What is in a folder, sorted.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    entries.sort();
    Ok(entries)
}
