//! `linkwell study drill`: proves, before it matters, that each key does what it is kept for.
//!
//! Promises: each identity opens a test file by itself, without the help of any other; the signing key signs what the
//! study's public half verifies; everything happens in memory, so that nothing is left behind. Must never show a
//! secret, or pass over a key file that cannot be read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use engine::study::Study;
use sealed::{
    Identity, Recipient, SigningKey, VerifyingKey, fingerprint, open,
    open::key_file::{self, KeyFileError},
    random, seal, sign, verify,
};
use serde::Serialize;

use crate::{
    error::{CommandError, Outcome},
    identities::read_key_file,
    output::{print, print_json},
    passphrase::PassphraseOptions,
    study_folder::{load_offer, recipients},
};

/// What the signature of a drill is for, so that it can never pass for an invitation.
const PURPOSE: &str = "drill";
/// Bytes of the test text.
const TEST: usize = 32;

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

/// What a key file holds.
enum Content {
    Identities(Vec<Identity>),
    Signing(SigningKey),
}

/// Holds the drill and says what it showed.
///
/// # Errors
/// [`CommandError`]: the study or its keys folder cannot be read.
pub(super) fn run(arguments: &DrillArguments) -> Result<Outcome, CommandError> {
    let study = load_offer(&arguments.folder.join("study.json"))?.study;
    let files = key_files(&arguments.folder.join("keys"))?;
    let mut drill = Drill::new(&study)?;
    let mut unread = Vec::new();
    for file in &files {
        let name = format!("keys/{}", file.file_name().unwrap_or_default().to_string_lossy());
        let passphrase = match &arguments.recovery_passphrase_file {
            Some(own) if name.contains("recovery") => {
                &PassphraseOptions { passphrase_file: Some(own.clone()) }
            }
            _ => &arguments.passphrase,
        };
        match read(file, passphrase) {
            Ok(content) => drill.try_out(name, content)?,
            Err(why) => {
                unread.push(format!("{}: {why}", file.display()));
                drill.note(name, false, why);
            }
        }
    }
    // Where not one key could be tried, there was no drill.
    if unread.len() == files.len() {
        return Err(CommandError::Usage(unread.join("\n")));
    }
    let report = drill.report();
    if arguments.json {
        print_json(&report)?
    } else {
        print(&in_words(&report))?
    }
    Ok(if report.ok { Outcome::AllWell } else { Outcome::NeedsAttention })
}

struct Drill {
    recipients: Vec<Recipient>,
    verifying: Option<VerifyingKey>,
    earlier: Vec<VerifyingKey>,
    test: [u8; TEST],
    sealed: String,
    files: Vec<FileFinding>,
    /// For each recipient, the key files that open what is sealed to it.
    opened_by: Vec<Vec<String>>,
    signs: bool,
}

impl Drill {
    fn new(study: &Study) -> Result<Self, CommandError> {
        let recipients = recipients(study);
        let mut test = [0; TEST];
        random::fill(&mut test).map_err(|error| CommandError::Usage(error.to_string()))?;
        let sealed = seal(&test, &recipients)
            .map_err(|error| CommandError::Usage(format!("sealing the test file was refused: {error}")))?;
        let key = |text: &String| text.parse().expect("a checked study has readable keys");
        let verifying = study.signing_key.as_ref().map(key);
        let earlier = study.earlier_signing_keys.iter().map(key).collect();
        let opened_by = vec![Vec::new(); recipients.len()];
        Ok(Self { recipients, verifying, earlier, test, sealed, files: Vec::new(), opened_by, signs: false })
    }

    fn note(&mut self, file: String, ok: bool, finding: impl Into<String>) {
        self.files.push(FileFinding { file, ok, finding: finding.into() });
    }

    fn try_out(&mut self, file: String, content: Content) -> Result<(), CommandError> {
        match content {
            Content::Signing(key) => self.try_signing(file, &key),
            Content::Identities(identities) => {
                for identity in identities {
                    self.try_opening(&file, identity);
                }
                Ok(())
            }
        }
    }

    fn try_opening(&mut self, file: &str, identity: Identity) {
        let recipient = identity.to_recipient();
        let Some(at) = self.recipients.iter().position(|known| *known == recipient) else {
            let finding =
                "is no recipient of the study file (any more): opens nothing new. Keep it for older files";
            return self.note(file.into(), true, finding);
        };
        // By itself: no other key takes part.
        let opened = open(self.sealed.as_bytes(), &[identity]);
        if opened.is_ok_and(|opened| opened == self.test) {
            self.opened_by[at].push(file.into());
            self.note(file.into(), true, "opens the test file by itself");
        } else {
            self.note(
                file.into(),
                false,
                "does not open the test file, although the study names it: it is damaged",
            );
        }
    }

    fn try_signing(&mut self, file: String, key: &SigningKey) -> Result<(), CommandError> {
        let signature = sign(key, PURPOSE, &self.test);
        let fits = |public: &VerifyingKey| verify(public, PURPOSE, &self.test, &signature).is_ok();
        match &self.verifying {
            None => self.note(
                file,
                true,
                "signs, but the study file has no `signing_key`, so invitations are not checked",
            ),
            Some(public) if fits(public) => {
                self.signs = true;
                self.note(file, true, "signs what the study's signing_key verifies");
            }
            Some(_) if self.earlier.iter().any(fits) => {
                self.note(file, true, "signed invitations before, which still count; it signs no new ones");
            }
            Some(_) => {
                self.note(
                    file,
                    false,
                    "signs, but not for this study: the study file has another `signing_key`",
                );
            }
        }
        Ok(())
    }

    fn report(self) -> Report {
        let found = self.recipients.iter().zip(self.opened_by);
        let recipients: Vec<RecipientFinding> = found
            .map(|(recipient, opened_by)| RecipientFinding { fingerprint: fingerprint(recipient), opened_by })
            .collect();
        let signing = self.verifying.map(|_| self.signs);
        let ok = self.files.iter().all(|file| file.ok)
            && recipients.iter().all(|recipient| !recipient.opened_by.is_empty())
            && signing != Some(false);
        Report { ok, files: self.files, recipients, signing }
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

/// What a key file holds, or why that is not known, in words.
fn read(path: &Path, passphrase: &PassphraseOptions) -> Result<Content, String> {
    let file = read_key_file(path, passphrase).map_err(|error| match error {
        CommandError::Unreadable { why, .. } => why,
        other => other.to_string(),
    })?;
    let text = std::str::from_utf8(&file).unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    if let Some(key) = lines.into_iter().find_map(|line| line.parse::<SigningKey>().ok()) {
        return Ok(Content::Signing(key));
    }
    key_file::read(&file).map(Content::Identities).map_err(|error| match error {
        KeyFileError::Empty => "there is no key in this file: bring back a whole copy".into(),
        error => format!("{error}: the file is not whole, or is no key file; bring back a whole copy"),
    })
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
