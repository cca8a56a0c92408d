//! `linkwell export`: a results folder in the formats of other programs.
//!
//! Must never need a key, change the results folder, or leave files of an earlier export beside new ones: a stale file in
//! a folder that is read as a whole would bring back people who have withdrawn.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use engine::catalogue::{Catalogue, built_in};
use export::{
    Exported, Format, Source, export,
    provenance::{NAME, changed_since_import, provenance},
    source::FILES,
};

use crate::{
    error::{CommandError, Outcome},
    input::read_bytes,
    output::{Access, OutputFolder},
    study_folder::load_offer,
};

/// The tables of 20,000 people are smaller.
const LARGEST_FILE: u64 = 512 * 1024 * 1024;

/// The options of `linkwell export`.
#[derive(Debug, clap::Args)]
#[command(after_help = help())]
pub struct ExportArguments {
    /// The results folder that `linkwell import` wrote
    #[arg(value_name = "RESULTS")]
    results: PathBuf,
    /// The formats, with spaces between
    #[arg(long, required = true, num_args = 1.., value_name = "FORMAT", value_parser = format_named)]
    to: Vec<Format>,
    /// The study file, for the names of sites and for instruments that are not Linkwell's own
    #[arg(long, value_name = "STUDY.json")]
    study: Option<PathBuf>,
    /// Where to write: a folder a format, and EXPORT.json
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

fn help() -> String {
    let mut text =
        String::from("Example:\n  linkwell export results --to redcap spss -o exports\n\nFormats:\n");
    for format in Format::all() {
        text.push_str(&format!("  {:<12} {}\n", format.word(), format.what()));
    }
    text.push_str(
        "\nExit code 1 when a format could not hold everything, or a file of the results folder was changed since the \
         import: EXPORT.json and the messages say what. docs/exports.md describes every format.",
    );
    text
}

fn format_named(word: &str) -> Result<Format, String> {
    let known = || Format::all().map(Format::word).collect::<Vec<_>>().join(", ");
    Format::named(word).ok_or_else(|| format!("the formats are {}", known()))
}

impl ExportArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn run(mut self) -> Result<Outcome, CommandError> {
        self.to.sort_unstable();
        self.to.dedup();
        let offer = self.study.as_deref().map(load_offer).transpose()?;
        let study_file = self.study.as_deref().map(|path| read_bytes(path, LARGEST_FILE)).transpose()?;
        let own: Catalogue;
        let catalogue = match &offer {
            Some(offer) => &offer.catalogue,
            None => {
                own = built_in();
                &own
            }
        };
        let bytes = FILES.iter().map(|name| read_bytes(&self.results.join(name), LARGEST_FILE));
        let bytes: Vec<Vec<u8>> = bytes.collect::<Result<_, _>>()?;
        let files = std::array::from_fn(|at| bytes[at].as_slice());
        let source = Source::read(files, catalogue, offer.as_ref().map(|offer| &offer.study))
            .map_err(|error| CommandError::unreadable(&self.results, error.to_string()))?;
        let made = self.to.iter().map(|format| {
            let made = export(&source, *format).map_err(|error| CommandError::Usage(error.to_string()))?;
            Ok((format.word(), made))
        });
        let made: Vec<(&str, Exported)> = made.collect::<Result<_, CommandError>>()?;
        refuse_leftovers(&self.output, &made)?;
        let named: Vec<(&str, &Exported)> = made.iter().map(|(word, made)| (*word, made)).collect();
        write(&self.output, &named, &provenance(&source, &named, study_file.as_deref()))?;
        Ok(report(&made, &changed_since_import(&source)))
    }
}

/// Writes every file below the folder of its format, and the provenance last.
fn write(target: &Path, exports: &[(&str, &Exported)], provenance: &[u8]) -> Result<(), CommandError> {
    let mut folder = OutputFolder::create(target, Access::Usual)?;
    for (word, made) in exports {
        for file in &made.files {
            let path = format!("{word}/{}", file.path);
            // Every folder on the way, the outer ones first.
            for (at, _) in path.match_indices('/') {
                folder.make_folder(&path[..at], Access::Usual)?;
            }
            folder.write(&path, Access::Usual, |out| out.write_all(&file.bytes))?;
        }
    }
    folder.write(NAME, Access::Usual, |out| out.write_all(provenance))?;
    folder.finish()
}

/// Refuses a folder of a format that holds a file which this export would not replace.
fn refuse_leftovers(target: &Path, exports: &[(&str, Exported)]) -> Result<(), CommandError> {
    for (word, made) in exports {
        let folder = target.join(word);
        let new: BTreeSet<PathBuf> = made.files.iter().map(|file| folder.join(&file.path)).collect();
        if let Some(old) = files_below(&folder)?.into_iter().find(|path| !new.contains(path)) {
            return Err(CommandError::Usage(format!(
                "{}: this file is not of this export, and would be taken for a part of it: empty the folder {}, or \
                 give -o another one",
                old.display(),
                folder.display()
            )));
        }
    }
    Ok(())
}

/// Every file below `folder`; none where it does not exist.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let failed = |error: io::Error| CommandError::reading(&folder, &error);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(error)),
        };
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Says on standard error what a person should know.
fn report(made: &[(&str, Exported)], changed: &[&str]) -> Outcome {
    let notes: Vec<String> = made
        .iter()
        .flat_map(|(word, made)| made.notes.iter().map(move |note| format!("{word}: {}", note.0)))
        .chain(changed.iter().map(|file| format!("{file} was changed since the import")))
        .collect();
    for note in &notes {
        eprintln!("note: {note}");
    }
    if notes.is_empty() { Outcome::AllWell } else { Outcome::NeedsAttention }
}
