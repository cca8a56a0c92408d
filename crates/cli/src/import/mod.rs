//! `linkwell import`: opens, checks, re-scores and links sealed files, and writes the results folder.
//!
//! Promises: one bad file never stops the others; memory does not grow with the size of the inputs, only with the
//! number of records; the folder's bytes depend on the inputs alone. Must never judge a record (that is `cohort`)
//! or use a name from an archive as a path.

mod archive;
mod crew;
mod decided;
mod opening;
mod sources;
mod summary;

use std::{num::NonZeroUsize, path::PathBuf, thread};

use clap::Args;
use cohort::{Cohort, Effect, column::columns, results};
use engine::study::Offer;
use sealed::Identity;

use crate::{
    error::{CommandError, Outcome},
    identities::read_identities,
    invite::listed_codes,
    output::{Access, OutputFolder},
    passphrase::PassphraseOptions,
    progress::Progress,
    study_folder::{load_offer, recipients},
};

pub(crate) use opening::refusal;

/// What `linkwell import` is given.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct ImportArguments {
    /// Sealed files, folders of them (with their folders), .zip and .tar archives
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The study file; instruments of your own are in `instruments/` beside it
    #[arg(long, value_name = "STUDY.json")]
    study: PathBuf,
    /// A key file that opens the sealed files; more than one may be given
    #[arg(long, required = true, value_name = "KEYFILE")]
    identity: Vec<PathBuf>,
    /// The file of what was decided about records (otherwise `decisions.json` beside the study file, if it is there)
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// The list of participants, as `linkwell invite` takes it: a record of anybody else needs attention
    #[arg(long, value_name = "LIST.csv")]
    participants: Option<PathBuf>,
    #[command(flatten)]
    passphrase: PassphraseOptions,
    /// The results folder; made if it is not there, other files in it are left alone
    #[arg(short, long, value_name = "RESULTS")]
    output: PathBuf,
    /// How many files are opened at a time (otherwise as many as the machine has processors)
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Print the counts as JSON on standard output
    #[arg(long)]
    json: bool,
}

const HELP: &str = "\
Example:
  linkwell import inbox/ late.zip --study study.json --identity keys/team.txt -o results/

Exit code 0 when every input is accepted, a duplicate or set aside by a decision; 1 when the ledger has lines that need
a person, or a decision changes nothing any more; 2 when nothing was written. For each conflict a decision is printed
to copy into the decisions file, which docs/formats.md describes. Files and folders whose names begin with a dot are left out, and counted. What the results
folder holds is described in its README.txt and in docs/results-folder.md.";

/// Runs it.
///
/// # Errors
/// [`CommandError`]: the study, a key file or an input path cannot be used, or the results cannot be written. Then
/// the results folder is as it was.
pub fn run(arguments: &ImportArguments) -> Result<Outcome, CommandError> {
    let offer = load_offer(&arguments.study)?;
    columns(&offer).map_err(|problems| CommandError::wrong(&arguments.study, problems))?;
    let decided = decided::read(arguments)?;
    let listed =
        arguments.participants.as_deref().map(|list| listed_codes(list, &offer.study)).transpose()?;
    let identities = read_identities(&arguments.identity, &arguments.passphrase)?;
    warn_of_strangers(&identities, &offer);
    let gathered = sources::gather(&arguments.paths, &arguments.output)?;
    // Begun and dropped: what cannot be written is said now and not after an hour of opening.
    OutputFolder::create(&arguments.output, Access::Usual)?;

    let jobs = arguments.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let mut progress = Progress::new("Opening", gathered.count().map(|count| count as u64));
    let mut found = crew::examine_all(gathered, &identities, &offer, jobs, |done| progress.reached(done));
    drop(progress);

    if found.examined.is_empty() {
        return Err(CommandError::Usage("there is no file in what was given: check the paths".into()));
    }
    if let Some(listed) = &listed {
        found.examined.iter_mut().for_each(|examined| examined.compare_with_list(listed));
    }
    let cohort = Cohort::decide(found.examined, &offer, &decided.decisions)
        .map_err(|problems| CommandError::wrong(&decided.path, problems))?;
    write(&cohort, &offer, arguments)?;
    summary::print(&cohort, found.hidden, &decided.path, arguments)?;
    let counts = cohort.counts();
    let clear = counts.attention == 0 && counts.rejected == 0 && cohort.effects(Effect::Nothing) == 0;
    Ok(if clear { Outcome::AllWell } else { Outcome::NeedsAttention })
}

fn write(cohort: &Cohort, offer: &Offer, arguments: &ImportArguments) -> Result<(), CommandError> {
    let files = results(cohort, offer).map_err(|problems| CommandError::wrong(&arguments.study, problems))?;
    let mut folder = OutputFolder::create(&arguments.output, Access::Usual)?;
    for file in files {
        folder.write(file.name, Access::Usual, |out| out.write_all(&file.bytes))?;
    }
    folder.finish()
}

/// Says so before the work when no identity is one of the study's: everything would come out as `wrong_key`.
fn warn_of_strangers(identities: &[Identity], offer: &Offer) {
    let of_study = recipients(&offer.study);
    if !identities.iter().any(|identity| of_study.contains(&identity.to_recipient())) {
        eprintln!("warning: none of the identities given is a recipient that the study file lists");
    }
}
