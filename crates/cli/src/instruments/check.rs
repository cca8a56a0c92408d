//! `linkwell instruments check`: definition and wording files that a researcher wrote.
//!
//! A wording is checked against its definition: one of the files given, the `instrument.json` beside it, or a
//! shipped one.

use std::path::{Path, PathBuf};

use engine::{
    catalogue::{Catalogue, built_in},
    problem::Problem,
};
use serde::Serialize;

use crate::{
    error::{CommandError, FileProblems, Outcome},
    input::{json_object, read_text},
    output::{print, print_json},
};

/// The options of `linkwell instruments check`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  linkwell instruments check instruments/mine/instrument.json instruments/mine/wording.en.json\n\n\
Exit codes: 0 the files can be used; 1 they were checked and have the problems that are listed; \
2 a file cannot be read or is not JSON."
)]
pub(super) struct CheckArguments {
    /// Definition or wording files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    ok: bool,
    files: Vec<FileProblems>,
}

/// A file that was read, with what is wrong with it.
struct Read<'a> {
    path: &'a Path,
    text: String,
    kind: Kind,
    problems: Vec<Problem>,
}

#[derive(PartialEq, Eq)]
enum Kind {
    Definition,
    Wording,
    Neither,
}

/// Checks, prints what was found for each file.
///
/// # Errors
/// [`CommandError::Unreadable`]: a file cannot be read, or is not a JSON object.
pub(super) fn run(arguments: &CheckArguments) -> Result<Outcome, CommandError> {
    let files: Result<Vec<Read<'_>>, CommandError> = arguments.files.iter().map(|path| read(path)).collect();
    let mut files = files?;
    let mut catalogue = built_in();
    // All definitions before all wordings: a wording may belong to a definition that is given after it.
    for file in files.iter_mut().filter(|file| file.kind == Kind::Definition) {
        file.problems = catalogue.add_definition(&file.text).err().unwrap_or_default();
    }
    for file in files.iter_mut().filter(|file| file.kind == Kind::Wording) {
        add_definition_beside(file.path, &mut catalogue);
        file.problems = catalogue.add_wording(&file.text).err().unwrap_or_default();
    }
    report(files, arguments.json)
}

fn read(path: &Path) -> Result<Read<'_>, CommandError> {
    let text = read_text(path)?;
    let object = json_object(path, &text)?;
    let has = |keys: &[&str]| keys.iter().any(|key| object.contains_key(*key));
    // By the keys that only one of the two has, so that a missing key does not hide what the file is meant to be.
    let kind = if has(&["text_sha256", "instrument", "language", "labels"]) {
        Kind::Wording
    } else if has(&["response_sets", "scales", "id"]) {
        Kind::Definition
    } else {
        Kind::Neither
    };
    let problems = if kind == Kind::Neither { vec![Problem::new(".", NEITHER)] } else { Vec::new() };
    Ok(Read { path, text, kind, problems })
}

const NEITHER: &str = "neither a definition (it has `response_sets`) nor a wording (it has `text_sha256`)";

/// Adds the definition beside a wording, if there is a usable one; its own problems are its own check's matter.
fn add_definition_beside(wording: &Path, catalogue: &mut Catalogue) {
    if let Ok(text) = read_text(&wording.with_file_name("instrument.json")) {
        let _ = catalogue.add_definition(&text);
    }
}

fn report(files: Vec<Read<'_>>, json: bool) -> Result<Outcome, CommandError> {
    let files: Vec<FileProblems> = files
        .into_iter()
        .map(|file| FileProblems { file: file.path.into(), problems: file.problems })
        .collect();
    let ok = files.iter().all(|file| file.problems.is_empty());
    if json {
        print_json(&Report { ok, files })?;
    } else {
        for file in files {
            match file.problems.is_empty() {
                true => print(&format!("{}: all well\n", file.file.display()))?,
                false => print(&format!("{}\n", CommandError::Wrong(vec![file])))?,
            }
        }
    }
    Ok(if ok { Outcome::AllWell } else { Outcome::NeedsAttention })
}
