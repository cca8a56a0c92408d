//! `linkwell study bundle`: the one file that the pages load.
//!
//! Promises: the study file and only the definitions and wordings that it pins, byte for byte, and nothing that the
//! page would refuse. The same study folder gives the same bytes.

use std::path::{Path, PathBuf};

use setup::folder;

use crate::{
    error::{CommandError, Outcome},
    input::read_text,
    output::{Access, refuse_replacing, write_file},
    study_folder::{load_offer, own_files},
};

/// The options of `linkwell study bundle`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  linkwell study bundle studies/demo/study.json -o study.bundle.json")]
pub struct BundleArguments {
    /// The study file; instruments of your own are in `instruments/<id>/` beside it
    #[arg(value_name = "STUDY.json")]
    study: PathBuf,
    /// Where to write the bundle
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Checks the study and writes its bundle.
///
/// # Errors
/// [`CommandError`]; nothing was written.
pub(super) fn run(arguments: &BundleArguments) -> Result<Outcome, CommandError> {
    refuse_replacing(&arguments.output, [arguments.study.as_path()])?;
    write_file(&arguments.output, &bundle(&arguments.study)?, Access::Usual)?;
    Ok(Outcome::AllWell)
}

/// The bytes of the bundle of the study at `study_json`.
///
/// # Errors
/// [`CommandError`]: unreadable, or every mistake of the study and the files beside it.
pub fn bundle(study_json: &Path) -> Result<Vec<u8>, CommandError> {
    let study = load_offer(study_json)?.study;
    folder::bundle(&read_text(study_json)?, &study, &own_files(study_json)?)
        .map_err(|error| CommandError::wrong(Path::new(&error.file), error.problems))
}
