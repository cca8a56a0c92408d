//! `linkwell study check`: every mistake at once, each with file and key.

use std::path::PathBuf;

use engine::study::Study;
use serde::Serialize;
use setup::{languages, start::unwritten};

use crate::{
    error::{CommandError, FileProblems, Outcome},
    output::{print, print_json},
    study_folder::check_folder,
};

/// The options of `linkwell study check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  linkwell study check studies/demo/study.json\n\n\
Exit codes: 0 the study can be used; 1 it was checked and has the problems that are listed; \
2 it cannot be read.")]
pub struct CheckArguments {
    /// The study file; instruments of your own are in `instruments/<id>/` beside it
    #[arg(value_name = "STUDY.json")]
    study: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    ok: bool,
    files: Vec<FileProblems>,
    /// What is no mistake and yet worth knowing.
    notes: Vec<String>,
}

/// Checks, prints what was found.
///
/// # Errors
/// [`CommandError`]: a file cannot be read at all.
pub fn run(arguments: &CheckArguments) -> Result<Outcome, CommandError> {
    let (offer, problems) = check_folder(&arguments.study)?;
    let ok = problems.is_empty();
    let notes = offer.as_ref().map(|offer| notes(&offer.study)).unwrap_or_default();
    if arguments.json {
        print_json(&Report { ok, files: problems, notes })?;
    } else if let Some(offer) = offer.filter(|_| ok) {
        let study = offer.study;
        print(&format!(
            "{}: all well ({} waves, {} instruments, {} sites, {} recipients)\n",
            arguments.study.display(),
            study.waves.len(),
            study.instruments.len(),
            study.sites.len(),
            study.recipients.len(),
        ))?;
        notes.iter().try_for_each(|note| print(&format!("note: {note}\n")))?;
    } else {
        print(&format!("{}\n", CommandError::Wrong(problems)))?;
    }
    Ok(if ok { Outcome::AllWell } else { Outcome::NeedsAttention })
}

/// What is no mistake in a study and yet worth knowing.
fn notes(study: &Study) -> Vec<String> {
    let unwritten = unwritten(study).into_iter().map(|path| {
        format!("{path}: still as a new study has it, or empty: write your own words before people are asked")
    });
    languages::notes(study).into_iter().chain(unwritten).collect()
}
