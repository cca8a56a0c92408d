//! `linkwell verify`: what can be said of one file, without opening it and, with an identity, as the import would.
//!
//! Must never print an answer, a score or a participant code.

mod invitation;

use std::path::PathBuf;

use clap::Args;
use cohort::{Examined, Input, Outcome as LedgerOutcome, examine};
use engine::{
    digest::sha256_hex,
    record::{Record, Software},
    study::Offer,
};
use sealed::{Inspection, MAX_SEALED, StanzaKind, inspect};
use serde::Serialize;
use zeroize::Zeroizing;

use self::invitation::InvitationReport;
use crate::{
    error::{CommandError, Outcome},
    identities::read_identities,
    import::refusal,
    input::read_bytes,
    output::{print, print_json},
    passphrase::PassphraseOptions,
    study_folder::{Signer, load_offer},
};

/// What `linkwell verify` is given.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct VerifyArguments {
    /// A sealed file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The study file; instruments of your own are in `instruments/` beside it
    #[arg(long, value_name = "STUDY.json")]
    study: PathBuf,
    /// A key file that opens the sealed file; more than one may be given
    #[arg(long, value_name = "KEYFILE")]
    identity: Vec<PathBuf>,
    #[command(flatten)]
    passphrase: PassphraseOptions,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

const HELP: &str = "\
Example:
  linkwell verify returned.age.txt --study study.json
  linkwell verify returned.age.txt --study study.json --identity keys/team.txt

Without an identity this says what the file claims of itself, which nothing proves. With one, it says what the
import would, except for what only shows beside other records: duplicates, conflicts and windows. Exit code 0 when
there is nothing to look at, else 1.";

/// What is said of a file.
#[derive(Serialize)]
struct Report {
    sealed: bool,
    sha256: String,
    bytes: usize,
    armoured: Option<bool>,
    /// The kind of each recipient that the file names.
    recipients: Vec<String>,
    /// How many recipients the study lists.
    study_recipients: usize,
    plaintext_bytes: Option<usize>,
    /// Whether an identity opened it; absent where none was given.
    opened: Option<bool>,
    outcome: Option<&'static str>,
    codes: Vec<&'static str>,
    sentences: Vec<&'static str>,
    receipt: Option<String>,
    /// What its invitation is worth by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<InvitationReport>,
    /// What made the record, with the build id of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    software: Option<Software>,
}

/// Runs it.
///
/// # Errors
/// [`CommandError`]: the study, a key file or the file cannot be read.
pub fn run(arguments: &VerifyArguments) -> Result<Outcome, CommandError> {
    let offer = load_offer(&arguments.study)?;
    let identities = read_identities(&arguments.identity, &arguments.passphrase)?;
    let bytes = read_bytes(&arguments.file, MAX_SEALED as u64)?;
    let inspection = inspect(&bytes);
    let opened = (!identities.is_empty())
        .then(|| sealed::open(&bytes, &identities).map(Zeroizing::new).map_err(refusal));
    let content = match &opened {
        Some(opened) => Some(opened.as_ref().map(|text| text.as_slice()).map_err(|refusal| *refusal)),
        None => inspection.as_ref().err().map(|error| Err(refusal(*error))),
    };
    let signer = Signer::of(&offer.study);
    let examined = content.map(|content| {
        let input = Input { name: String::new(), sha256: String::new(), content };
        examine(input, &offer, &|message, signature| signer.made(message, signature))
    });
    let was_opened = opened.as_ref().map(Result::is_ok);
    let record = opened.as_ref().and_then(|opened| Record::from_bytes(opened.as_ref().ok()?).ok());
    let report = Report {
        invitation: record.as_ref().map(|record| InvitationReport::of(record, &offer.study, signer)),
        software: record.map(|record| record.software),
        ..report(&bytes, inspection.ok(), was_opened, examined.as_ref(), &offer)
    };
    if arguments.json {
        print_json(&report)?
    } else {
        print(&in_words(&report))?
    }
    let clear = examined.is_none_or(|examined| examined.outcome() == LedgerOutcome::Accepted);
    Ok(if clear { Outcome::AllWell } else { Outcome::NeedsAttention })
}

fn report(
    bytes: &[u8],
    inspection: Option<Inspection>,
    opened: Option<bool>,
    examined: Option<&Examined>,
    offer: &Offer,
) -> Report {
    let reasons = examined.map(Examined::reasons).unwrap_or_default();
    let stanzas = inspection.as_ref().map(|found| found.stanzas.as_slice()).unwrap_or_default();
    Report {
        sealed: inspection.is_some(),
        sha256: sha256_hex(bytes),
        bytes: bytes.len(),
        armoured: inspection.as_ref().map(|found| found.armoured),
        recipients: stanzas.iter().map(kind).collect(),
        study_recipients: offer.study.recipients.len(),
        plaintext_bytes: inspection.as_ref().and_then(|found| found.plaintext_bytes),
        opened,
        outcome: examined.map(|examined| examined.outcome().code()),
        codes: reasons.iter().map(|reason| reason.code()).collect(),
        sentences: reasons.iter().map(|reason| reason.sentence()).collect(),
        receipt: examined.and_then(Examined::receipt).map(Into::into),
        invitation: None,
        software: None,
    }
}

fn kind(stanza: &StanzaKind) -> String {
    match stanza {
        StanzaKind::Hybrid => "hybrid".into(),
        StanzaKind::Classical => "classical".into(),
        StanzaKind::Passphrase => "passphrase".into(),
        StanzaKind::Other(name) => format!("other ({})", name.escape_default()),
        _ => "other".into(),
    }
}

fn in_words(report: &Report) -> String {
    let mut lines = Vec::new();
    if report.sealed {
        let form = if report.armoured == Some(true) { "in ASCII armour" } else { "binary" };
        lines.push(format!("a sealed file, {form}, {} bytes", report.bytes));
        let (named, of_study) = (report.recipients.len(), report.study_recipients);
        lines.push(format!(
            "sealed for {named} recipients ({}); the study has {of_study}",
            report.recipients.join(", ")
        ));
        match report.plaintext_bytes {
            Some(bytes) => lines.push(format!("{bytes} bytes of content, with padding")),
            None => lines.push("content of an impossible length".into()),
        }
    } else {
        lines.push(format!("not a sealed file as it stands, {} bytes", report.bytes));
    }
    match report.outcome {
        Some(outcome) => lines.push(format!("outcome: {outcome} ({})", report.codes.join(" "))),
        None => lines.push("not opened: give --identity to check what is in it".into()),
    }
    lines.extend(report.sentences.iter().map(|sentence| format!("  {sentence}")));
    lines.extend(report.receipt.iter().map(|receipt| format!("receipt: {receipt}")));
    lines.extend(report.invitation.iter().map(InvitationReport::in_words));
    lines.extend(report.software.iter().map(made_by));
    lines.push(format!("SHA-256: {}", report.sha256));
    lines.join("\n") + "\n"
}

fn made_by(software: &Software) -> String {
    let Software { name, version, build } = software;
    if build.is_empty() {
        return format!("made by {name} {version}");
    }
    format!("made by {name} {version}, build {build}")
}
