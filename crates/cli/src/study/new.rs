//! `linkwell study new`: a folder with a study file, its keys and a key sheet.
//!
//! Promises: the whole folder or nothing; an existing folder with anything in it is left alone. A secret key is
//! written to its file, readable by its owner only, and nowhere else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sealed::{Kind, open::key_file::protect};
use setup::{
    key_sheet,
    keys::{IGNORED, IGNORED_TEXT, KEY_SHEET, RECOVERY, SIGNING, TEAM, make_keys},
    start,
};
use zeroize::Zeroizing;

use crate::{
    error::{CommandError, Outcome},
    instant::today,
    output::{Access, OutputFolder, print},
    passphrase::PassphraseOptions,
};

/// The options of `linkwell study new`.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct NewArguments {
    /// The folder to make; it must not exist, or be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Make classical keys (X25519) instead of post-quantum hybrid ones, for tools that do not know those yet
    #[arg(long)]
    classical: bool,
    /// Write the keys without a passphrase: whoever can read the files can open every answer
    #[arg(long, conflicts_with_all = ["passphrase_file", "recovery_passphrase_file"])]
    no_passphrase: bool,
    #[command(flatten)]
    passphrase: PassphraseOptions,
    /// Read the recovery key's own passphrase from the first line of this file
    #[arg(long, value_name = "FILE")]
    recovery_passphrase_file: Option<PathBuf>,
}

const HELP: &str = "\
Example:
  linkwell study new our-study

Makes our-study/study.json (public: edit it, then run `linkwell study check`) and our-study/keys/ (secret). The team \\
and the recovery key each open every answer: keep them in different places, with different people. On a terminal \\
each gets a passphrase of its own; without one, LINKWELL_PASSPHRASE or --passphrase-file serves for all keys unless \\
--recovery-passphrase-file is given.";

/// Makes the folder and says what to back up.
///
/// # Errors
/// [`CommandError`]; nothing was written.
pub(super) fn run(arguments: &NewArguments) -> Result<Outcome, CommandError> {
    let folder = &arguments.folder;
    refuse_full(folder)?;
    let kind = if arguments.classical { Kind::Classical } else { Kind::Hybrid };
    let keys = make_keys(kind).map_err(|error| CommandError::Usage(error.to_string()))?;
    let locks = Locks::choose(arguments)?;
    let (public, today) = (keys.public(), today());
    let study = start::study(&study_id(folder), Some(&public), &today);
    let mut output = OutputFolder::create(folder, Access::Usual)?;
    output.make_folder("keys", Access::OwnerOnly)?;
    let mut put = |name: &str, access: Access, text: &str| {
        output.write(name, access, |out| out.write_all(text.as_bytes()))
    };
    put("study.json", Access::Usual, &start::to_json(&study))?;
    put(TEAM, Access::OwnerOnly, &locks.team.lock(&keys.team_file(&study.id))?)?;
    put(RECOVERY, Access::OwnerOnly, &locks.recovery.lock(&keys.recovery_file(&study.id))?)?;
    put(SIGNING, Access::OwnerOnly, &locks.team.lock(&keys.signing_file(&study.id))?)?;
    put(KEY_SHEET, Access::OwnerOnly, &key_sheet::html(&study.id, &public, &today))?;
    put(IGNORED, Access::Usual, IGNORED_TEXT)?;
    output.finish()?;
    print(&what_to_do(folder, arguments.no_passphrase))?;
    Ok(Outcome::AllWell)
}

fn refuse_full(folder: &Path) -> Result<(), CommandError> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(true) => Err(CommandError::Unwritable {
            path: folder.into(),
            why: "there is something in this folder already: name a new one".into(),
        }),
        _ => Ok(()),
    }
}

/// How the key files are protected.
struct Locks {
    team: Lock,
    recovery: Lock,
}

enum Lock {
    Open,
    Passphrase(Zeroizing<String>),
}

impl Locks {
    fn choose(arguments: &NewArguments) -> Result<Self, CommandError> {
        if arguments.no_passphrase {
            eprintln!(
                "warning: the keys are not protected: whoever can read the files can open every answer"
            );
            return Ok(Self { team: Lock::Open, recovery: Lock::Open });
        }
        let team = arguments.passphrase.choose("the team's and the signing key")?;
        let recovery = match &arguments.recovery_passphrase_file {
            Some(_) => {
                let own = PassphraseOptions { passphrase_file: arguments.recovery_passphrase_file.clone() };
                own.choose("the recovery key")?
            }
            None if arguments.passphrase.is_given() => {
                eprintln!("warning: one passphrase protects both keys: who forgets it loses both");
                team.clone()
            }
            None => arguments.passphrase.choose("the recovery key")?,
        };
        Ok(Self { team: Lock::Passphrase(team), recovery: Lock::Passphrase(recovery) })
    }
}

impl Lock {
    fn lock(&self, file: &Zeroizing<String>) -> Result<Zeroizing<String>, CommandError> {
        match self {
            Self::Open => Ok(file.clone()),
            Self::Passphrase(passphrase) => protect(file.as_bytes(), passphrase)
                .map(Zeroizing::new)
                .map_err(|error| CommandError::Usage(error.to_string())),
        }
    }
}

/// The folder's name as a study id.
fn study_id(folder: &Path) -> String {
    start::study_id(&folder.file_name().map(|name| name.to_string_lossy()).unwrap_or_default())
}

fn what_to_do(folder: &Path, open: bool) -> String {
    let at = |name: &str| folder.join(name).display().to_string();
    let opens = if open { "" } else { ", and its passphrase" };
    format!(
        "Made {folder}.\n\n\
         Back up now, each in a place of its own:\n  \
         {team}  opens every answer{opens}\n  \
         {recovery}  opens every answer, too, if the team's key is lost{opens}: give it to somebody else\n  \
         {signing}  signs invitations\n\
         If both identities are lost, no answer can ever be read again, by anybody.\n\n\
         Then: print {sheet}; edit {study} (texts, contact, sites, help lines); \
         run `linkwell study check {study}`.\n",
        folder = folder.display(),
        team = at(TEAM),
        recovery = at(RECOVERY),
        signing = at(SIGNING),
        sheet = at(KEY_SHEET),
        study = at("study.json"),
    )
}
