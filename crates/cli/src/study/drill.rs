//! `linkwell study drill`: proves, before it matters, that each key does what it is kept for.
//!
//! Promises: what [`setup::drill`] promises; everything happens in memory, so that nothing is left behind. Must never show
//! a secret, or pass over a key file that cannot be read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sealed::open::key_file::KeyFileError;
use serde::Serialize;
use setup::drill::{Drill, Finding};
use zeroize::Zeroizing;

use crate::{
    error::{CommandError, Outcome},
    identities::read_key_file,
    output::{print, print_json},
    passphrase::PassphraseOptions,
    study_folder::load_offer,
};

/// The options of `linkwell study drill`.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct DrillArguments {
    /// The study folder, with `study.json` and `keys/`
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseOptions,
    /// Read the recovery key's own passphrase from the first line of this file
    #[arg(long, value_name = "FILE")]
    recovery_passphrase_file: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

const HELP: &str = "\
Example:
  linkwell study drill our-study

Seals a fresh test text to the recipients of our-study/study.json and opens it with each key file of our-study/keys/ by \\
itself. Run it after making the keys, after every change of recipients, and once a year: bring the recovery key from \\
its place for it.

Exit codes: 0 every recipient has a key file here that opens, and the signing key fits; 1 the drill was held and \\
something does not; 2 the study, its keys folder or every key file in it cannot be read.";

/// What was found in one key file.
#[derive(Serialize)]
struct FileFinding {
    file: String,
    ok: bool,
    finding: String,
}

/// Which key files open what is sealed to one recipient.
#[derive(Serialize)]
struct RecipientFinding {
    fingerprint: String,
    opened_by: Vec<String>,
}

#[derive(Serialize)]
struct Report {
    ok: bool,
    files: Vec<FileFinding>,
    recipients: Vec<RecipientFinding>,
    /// Whether a key file here signs what the study verifies; nothing where the study has no signing key.
    signing: Option<bool>,
}

/// Holds the drill and says what it showed.
///
/// # Errors
/// [`CommandError`]: the study or its keys folder cannot be read.
pub(super) fn run(arguments: &DrillArguments) -> Result<Outcome, CommandError> {
    let study = load_offer(&arguments.folder.join("study.json"))?.study;
    let files = key_files(&arguments.folder.join("keys"))?;
    let drill = Drill::begin(&study).map_err(|error| CommandError::Usage(error.to_string()))?;
    let mut trials = Vec::new();
    for file in &files {
        let name = format!("keys/{}", file.file_name().unwrap_or_default().to_string_lossy());
        let passphrase = match &arguments.recovery_passphrase_file {
            Some(own) if name.contains("recovery") => {
                &PassphraseOptions { passphrase_file: Some(own.clone()) }
            }
            _ => &arguments.passphrase,
        };
        let found = read(file, passphrase).and_then(|plain| drill.try_out(&plain).map_err(not_tried));
        trials.push((name, found));
    }
    // Where not one key could be tried, there was no drill.
    if trials.iter().all(|(_, found)| found.is_err()) {
        let unread = files.iter().zip(&trials).filter_map(|(file, (_, found))| {
            found.as_ref().err().map(|why| format!("{}: {why}", file.display()))
        });
        return Err(CommandError::Usage(unread.collect::<Vec<_>>().join("\n")));
    }
    let report = report(&drill, &trials);
    if arguments.json {
        print_json(&report)?
    } else {
        print(&in_words(&report))?
    }
    Ok(if report.ok { Outcome::AllWell } else { Outcome::NeedsAttention })
}

/// A key file and what was found in it, or why it was not tried.
type Trial = (String, Result<Vec<Finding>, String>);

fn report(drill: &Drill, trials: &[Trial]) -> Report {
    let findings = trials.iter().map(|(_, found)| found.as_deref().unwrap_or_default());
    let summary = drill.summary(findings);
    let of_file = |(file, found): &Trial| -> Vec<FileFinding> {
        let finding = |ok, finding: &str| FileFinding { file: file.clone(), ok, finding: finding.into() };
        match found {
            Ok(found) => found.iter().map(|one| finding(one.is_well(), sentence(*one))).collect(),
            Err(why) => vec![finding(false, why)],
        }
    };
    let files: Vec<FileFinding> = trials.iter().flat_map(of_file).collect();
    let ok = summary.is_whole() && files.iter().all(|file| file.ok);
    let name = |trial: usize| trials[trial].0.clone();
    let recipients = summary.recipients.into_iter().map(|(fingerprint, opened_by)| RecipientFinding {
        fingerprint,
        opened_by: opened_by.into_iter().map(name).collect(),
    });
    Report { ok, files, recipients: recipients.collect(), signing: summary.signing }
}

fn sentence(finding: Finding) -> &'static str {
    match finding {
        Finding::Opens(_) => "opens the test file by itself",
        Finding::DoesNotOpen(_) => "does not open the test file, although the study names it: it is damaged",
        Finding::NoRecipient => {
            "is no recipient of the study file (any more): opens nothing new. Keep it for older files"
        }
        Finding::Signs => "signs what the study's signing_key verifies",
        Finding::SignsUnchecked => {
            "signs, but the study file has no `signing_key`, so invitations are not checked"
        }
        Finding::SignedBefore => "signed invitations before, which still count; it signs no new ones",
        Finding::SignsForOthers => "signs, but not for this study: the study file has another `signing_key`",
    }
}

/// The key files of a folder, sorted: everything that ends in `.txt` and is not hidden.
fn key_files(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let failed = |error| CommandError::reading(folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_key_file = path.extension().is_some_and(|extension| extension == "txt");
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_key_file && !is_hidden {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(CommandError::unreadable(folder, "there is no key file (.txt) in this folder"));
    }
    Ok(files)
}

/// The plain content of a key file, or why there is none, in words.
fn read(path: &Path, passphrase: &PassphraseOptions) -> Result<Zeroizing<Vec<u8>>, String> {
    read_key_file(path, passphrase).map_err(|error| match error {
        CommandError::Unreadable { why, .. } => why,
        other => other.to_string(),
    })
}

fn not_tried(error: KeyFileError) -> String {
    match error {
        KeyFileError::Empty => "there is no key in this file: bring back a whole copy".into(),
        error => format!("{error}: the file is not whole, or is no key file; bring back a whole copy"),
    }
}

fn in_words(report: &Report) -> String {
    let mut text = String::new();
    for FileFinding { file, ok, finding } in &report.files {
        text.push_str(&format!("{}  {file}: {finding}\n", if *ok { "ok " } else { "NOT" }));
    }
    text.push('\n');
    for (at, RecipientFinding { fingerprint, opened_by }) in report.recipients.iter().enumerate() {
        let opened = match opened_by.as_slice() {
            [] => "NO KEY FILE HERE OPENS IT: bring its key file, or mend what is said above, and hold the drill again".into(),
            files => format!("opened by {}", files.join(", ")),
        };
        text.push_str(&format!("recipient {} ({fingerprint}): {opened}\n", at + 1));
    }
    match report.signing {
        Some(true) => text.push_str("signing key: fits\n"),
        Some(false) => text
            .push_str("signing key: NO KEY FILE HERE SIGNS FOR THIS STUDY, so no invitation can be made\n"),
        None => text.push_str("signing key: the study has none\n"),
    }
    text.push_str(if report.ok {
        "\nAll well: each key was tried alone.\n"
    } else {
        "\nSomebody must look at this.\n"
    });
    text
}
