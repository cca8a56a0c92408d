//! The folder of built pages, as `cargo xtask build` makes it: it knows no study yet. Must never take a folder for it
//! that another version made.

use std::{
    fs,
    path::{Path, PathBuf},
};

use hosting::{Files, Unfit};

use crate::{error::CommandError, input::read_bytes};

/// The largest file that a page may consist of: 16 MiB.
const LARGEST: u64 = 16 * 1024 * 1024;
/// What every folder of built pages has.
const NEEDED: &[&str] = &["index.html", "single.js", "sw.js", "icons/mark.svg"];

/// The built pages.
pub(super) struct Pages {
    pub(super) files: Files,
    /// Where they lie, for messages.
    folder: PathBuf,
}

impl Pages {
    /// Reads the pages of `folder`, or of `pages/patient` beside this program.
    pub(super) fn read(folder: Option<&Path>) -> Result<Self, CommandError> {
        let folder = folder.map(Path::to_path_buf).or_else(beside_this_program).unwrap_or_default();
        let mut files = Files::new();
        if folder.is_dir() {
            collect(&folder, "", &mut files)?;
        }
        if let Some(missing) = NEEDED.iter().find(|name| !files.contains_key(**name)) {
            return Err(CommandError::unreadable(
                &folder,
                format!(
                    "this is no folder of built pages (it has no {missing}): name one with --pages. \
                     `cargo xtask build` makes dist/pages/patient"
                ),
            ));
        }
        Ok(Self { files, folder })
    }

    /// The file called `name` as text.
    pub(super) fn text(&self, name: &str) -> Result<&str, CommandError> {
        hosting::text(&self.files, name).map_err(|unfit| self.unfit_file(&unfit))
    }

    /// The file called `name` is not as this program needs it.
    pub(super) fn unfit(&self, name: &str, why: &str) -> CommandError {
        let why = format!("{why}: these pages were built by another version. Use the pages of this version");
        CommandError::unreadable(&self.folder.join(name), why)
    }

    /// The same, as the room that composes pages says it.
    pub(super) fn unfit_file(&self, unfit: &Unfit) -> CommandError {
        self.unfit(&unfit.file, &unfit.why)
    }
}

fn beside_this_program() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.join("pages/patient"))
}

/// Everything below `folder`, except what is hidden, what is for a host, and compressed copies: those are made anew.
fn collect(folder: &Path, above: &str, files: &mut Files) -> Result<(), CommandError> {
    let entries = fs::read_dir(folder).map_err(|error| CommandError::reading(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| CommandError::reading(folder, &error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let is_copy = name.ends_with(".br") || name.ends_with(".gz");
        if name.starts_with(['.', '_']) || is_copy {
            continue;
        }
        let below = [above, name].concat();
        if path.is_dir() {
            collect(&path, &[&below, "/"].concat(), files)?;
        } else {
            files.insert(below, read_bytes(&path, LARGEST)?);
        }
    }
    Ok(())
}
