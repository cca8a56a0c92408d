//! `linkwell study recipients`: who can open what is sealed from now on.
//!
//! Promises: the study file is rewritten whole or not at all, its version counted up; two recipients at least, all of
//! one kind; a new key is on the disk before the study names it. Must never remove a key file: older files need it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use engine::{problem::Problem, study::Study};
use sealed::{Recipient, fingerprint, make_identity, open::key_file};
use setup::start::to_json;

use crate::{
    error::{CommandError, Outcome},
    input::read_text,
    output::{Access, print, print_json, write_file},
    passphrase::PassphraseOptions,
    study_folder::{load_offer, recipients},
};

/// The fewest recipients: with one, losing it loses every answer.
const FEWEST: usize = 2;
/// Hexadecimal digits of a fingerprint, and the fewest that name one.
const DIGITS: usize = 32;
const FEWEST_DIGITS: usize = 8;

/// What can be done with the recipients of a study.
#[derive(Debug, Subcommand)]
pub enum RecipientsCommand {
    /// List the recipients of a study with their fingerprints
    List(ListArguments),
    /// Add a recipient: a public key that somebody gave you, or a new key for somebody of the team
    Add(AddArguments),
    /// Retire a recipient, so that its key opens nothing new
    Retire(RetireArguments),
}

/// The options of `linkwell study recipients list`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  linkwell study recipients list our-study/study.json")]
pub struct ListArguments {
    /// The study file
    #[arg(value_name = "STUDY.json")]
    study: PathBuf,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

/// The options of `linkwell study recipients add`.
#[derive(Debug, Args)]
#[command(after_help = ADD_HELP)]
pub struct AddArguments {
    /// The study file; it is rewritten with its version counted up
    #[arg(value_name = "STUDY.json")]
    study: PathBuf,
    /// The public key that somebody gave you, in a file (age1pq1… or age1…; comments after # are passed over)
    #[arg(long, value_name = "FILE", required_unless_present = "new", conflicts_with = "new")]
    public_key: Option<PathBuf>,
    /// Make a new identity and write it to this key file, which must not exist yet
    #[arg(long, value_name = "KEYFILE")]
    new: Option<PathBuf>,
    /// Write the new key without a passphrase: whoever can read the file can open every answer
    #[arg(long, requires = "new", conflicts_with = "passphrase_file")]
    no_passphrase: bool,
    #[command(flatten)]
    passphrase: PassphraseOptions,
}

const ADD_HELP: &str = "\
Examples:
  linkwell study recipients add our-study/study.json --public-key from-maria.txt
  linkwell study recipients add our-study/study.json --new our-study/keys/maria-identity.txt

Compare the fingerprint with its owner by telephone: whoever's key stands in the study file can open every answer.";

/// The options of `linkwell study recipients retire`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  linkwell study recipients retire our-study/study.json \"3f0a 91c2\"\n\n\
`linkwell study recipients list` shows the fingerprints.")]
pub struct RetireArguments {
    /// The study file; it is rewritten with its version counted up
    #[arg(value_name = "STUDY.json")]
    study: PathBuf,
    /// The recipient's fingerprint, or its first eight digits or more
    #[arg(value_name = "FINGERPRINT")]
    fingerprint: String,
}

impl RecipientsCommand {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub(super) fn run(&self) -> Result<Outcome, CommandError> {
        match self {
            Self::List(arguments) => list(arguments),
            Self::Add(arguments) => add(arguments),
            Self::Retire(arguments) => retire(arguments),
        }
    }
}

#[derive(serde::Serialize)]
struct Listed {
    fingerprint: String,
    public_key: String,
}

fn list(arguments: &ListArguments) -> Result<Outcome, CommandError> {
    let study = load_offer(&arguments.study)?.study;
    let listed = |recipient: &Recipient| Listed {
        fingerprint: fingerprint(recipient),
        public_key: recipient.to_string(),
    };
    let listed: Vec<Listed> = recipients(&study).iter().map(listed).collect();
    if arguments.json {
        print_json(&listed)?;
    } else {
        let lines: Vec<String> = listed.iter().map(|one| format!("{}\n", one.fingerprint)).collect();
        print(&lines.concat())?;
    }
    Ok(Outcome::AllWell)
}

fn add(arguments: &AddArguments) -> Result<Outcome, CommandError> {
    let mut study = load_offer(&arguments.study)?.study;
    let known = recipients(&study);
    let kind = known.first().expect("a checked study has recipients").kind();
    let (recipient, key_file) = match (&arguments.public_key, &arguments.new) {
        (Some(path), _) => (read_public_key(path)?, None),
        (None, Some(path)) => {
            if path.exists() {
                let why = "there is such a file already, and a key is never written over: name a new one";
                return Err(CommandError::Unwritable { path: path.clone(), why: why.into() });
            }
            let identity = make_identity(kind).map_err(|error| CommandError::Usage(error.to_string()))?;
            let comment =
                format!("Identity for the study {}. SECRET: opens every answer sealed to it.", study.id);
            let file = key_file::write(&comment, std::slice::from_ref(&identity));
            let file = if arguments.no_passphrase {
                eprintln!(
                    "warning: the key is not protected: whoever can read the file can open every answer"
                );
                file
            } else {
                let passphrase = arguments.passphrase.choose("the new key")?;
                key_file::protect(file.as_bytes(), &passphrase)
                    .map(Into::into)
                    .map_err(|error| CommandError::Usage(error.to_string()))?
            };
            (identity.to_recipient(), Some((path, file)))
        }
        (None, None) => unreachable!("the command line asks for one of the two"),
    };
    let refused =
        |why: &str| Err(CommandError::wrong(&arguments.study, vec![Problem::new("recipients", why)]));
    if recipient.kind() != kind {
        return refused(
            "the new key is of another kind (hybrid age1pq1…, classical age1…), and the two cannot be mixed",
        );
    }
    if known.contains(&recipient) {
        return refused("this key is a recipient already");
    }
    study.recipients.push(recipient.to_string());
    if let Some((path, file)) = &key_file {
        write_file(path, file.as_bytes(), Access::OwnerOnly)?;
    }
    let written = rewrite(&arguments.study, &mut study);
    if let (Err(_), Some((path, _))) = (&written, &key_file) {
        // No file was sealed to a key that no study named.
        let _ = fs::remove_file(path);
    }
    written?;
    let back_up = key_file.map_or(String::new(), |(path, _)| {
        format!("Back up {}, and give its passphrase to nobody but its owner.\n", path.display())
    });
    print(&format!(
        "Added {}. Compare this fingerprint with the key's owner by telephone.\n{back_up}\
         The new key opens what is sealed from now on, not older files.\n\n{}",
        fingerprint(&recipient),
        next(&arguments.study, &study),
    ))?;
    Ok(Outcome::AllWell)
}

fn retire(arguments: &RetireArguments) -> Result<Outcome, CommandError> {
    let mut study = load_offer(&arguments.study)?.study;
    let known = recipients(&study);
    let wanted: String = arguments.fingerprint.chars().filter(|c| !c.is_whitespace()).collect();
    let wanted = wanted.to_ascii_lowercase();
    if !(FEWEST_DIGITS..=DIGITS).contains(&wanted.len()) || !wanted.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(CommandError::Usage(format!(
            "write the first {FEWEST_DIGITS} digits of a fingerprint or more: `linkwell study recipients list` shows them"
        )));
    }
    let is_meant = |recipient: &Recipient| fingerprint(recipient).replace(' ', "").starts_with(&wanted);
    let Some(at) = known.iter().position(is_meant) else {
        return Err(CommandError::Usage(
            "no recipient of the study has this fingerprint: `linkwell study recipients list` shows them"
                .into(),
        ));
    };
    if known.iter().filter(|recipient| is_meant(recipient)).count() > 1 {
        return Err(CommandError::Usage("two recipients' fingerprints begin so: write more digits".into()));
    }
    if known.len() <= FEWEST {
        return Err(CommandError::Usage(format!(
            "a study keeps at least {FEWEST} recipients, so that losing one key loses nothing: add another first"
        )));
    }
    study.recipients.remove(at);
    rewrite(&arguments.study, &mut study)?;
    print(&format!(
        "Retired {}. Its key opens nothing that is sealed with the new study file.\n\
         It still opens every older file: keep it as safe as before, and never throw it away. If somebody may have it \
         who must not, older files are open to them.\n\n{}",
        fingerprint(&known[at]),
        next(&arguments.study, &study),
    ))?;
    Ok(Outcome::AllWell)
}

/// The one public key in a file; comments and empty lines are passed over, so that a key file's head will do.
fn read_public_key(path: &Path) -> Result<Recipient, CommandError> {
    let text = read_text(path)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    match lines.as_slice() {
        [line] => line.parse().map_err(|error| {
            CommandError::unreadable(path, format!("{error}: ask for the public key, age1pq1… or age1…"))
        }),
        _ => Err(CommandError::unreadable(path, "write one public key into the file, on a line of its own")),
    }
}

/// Writes the study file anew, its version counted up.
fn rewrite(path: &Path, study: &mut Study) -> Result<(), CommandError> {
    study.version = study.version.checked_add(1).ok_or_else(|| {
        CommandError::wrong(
            path,
            vec![Problem::new("version", "this number cannot be counted up any further")],
        )
    })?;
    write_file(path, to_json(study).as_bytes(), Access::Usual)
}

fn next(path: &Path, study: &Study) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    format!(
        "{path} is now version {version}, with {n} recipients. Until the page is published again, it seals to the old \
         ones. Now:\n  \
         linkwell study check {path}\n  \
         linkwell study drill {folder}\n  \
         linkwell site --study {path} … and publish what it makes\n\
         Invitations that were signed before pin the old recipients: make them again.\n\
         Older files need the old keys: never throw one away.\n",
        path = path.display(),
        folder = folder.display(),
        version = study.version,
        n = study.recipients.len(),
    )
}
