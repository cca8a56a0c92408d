//! `linkwell seal`: a sealed file from a paper questionnaire, or for a test.
//!
//! Promises: the record is the one that the patient's page would have made of the same answers, and is sealed to
//! every recipient of the study. Must never write it unsealed.

#[cfg(test)]
mod tests;
mod twice;

use std::{
    fmt::Write as _,
    io::{IsTerminal as _, stderr},
    path::{Path, PathBuf},
    rc::Rc,
};

use cohort::{
    Input, Reason, examine,
    keying::{differences, make_record, not_from_paper},
};
use engine::{problem::parse, record::Record, study::Offer};
use sealed::Recipient;
use serde::Serialize;

use crate::{
    error::{CommandError, Outcome},
    input::{json_object, read_text},
    output::{Access, print, print_json, refuse_replacing, write_file},
    study_folder::{Signer, load_offer, recipients},
};

/// Bytes of a record's nonce.
const NONCE: usize = 16;

/// The options of `linkwell seal`.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct SealArguments {
    /// The study file
    #[arg(long, value_name = "STUDY.json")]
    study: PathBuf,
    /// One finished questionnaire
    #[arg(value_name = "ANSWERS.json")]
    answers: PathBuf,
    /// The invitation of the person whose answers these are: the text after `#i=` in their link
    #[arg(long, value_name = "TOKEN")]
    invitation: Option<String>,
    /// A second keying of the same paper form: sealed only if it says the same as the first
    #[arg(long, value_name = "SECOND.json")]
    again: Option<PathBuf>,
    /// Where to write the sealed file
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Print the receipt code as JSON
    #[arg(long)]
    json: bool,
}

const HELP: &str = "\
Example:
  linkwell seal --study studies/demo/study.json studies/demo/answers/baseline-01.json -o one.linkwell.txt
  linkwell seal --study study.json keyed-by-ann.json --again keyed-by-ben.json -o one.linkwell.txt

With --again, every item that differs is shown on the terminal with both codes, and nothing is written until the two
agree: look at the paper, mend the file that is wrong, and run it again.

ANSWERS.json:
  {
    \"participant\": \"K7M4Q7\", \"wave\": \"baseline\", \"site\": \"riverside\",
    \"completed\": \"2026-03-04T10:20:00+00:00\", \"source\": \"paper\", \"help\": \"myself\", \"language\": \"en\",
    \"answers\": { \"gse_1\": 3, \"gse_2\": \"skipped\", \"gse_3\": \"prefer_not_to_say\" }
  }
Every item of the wave needs an answer. docs/formats.md describes every key.";

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    receipt: String,
    recipients: usize,
}

impl SealArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn run(self) -> Result<Outcome, CommandError> {
        let read = [Some(&self.study), Some(&self.answers), self.again.as_ref()];
        refuse_replacing(&self.output, read.into_iter().flatten().map(PathBuf::as_path))?;
        let offer = Rc::new(load_offer(&self.study)?);
        let mut record = read_record(&self.answers, offer.clone())?;
        record.invitation = self.invitation;
        if let Some(second) = &self.again {
            compare(&record, &self.answers, second, offer.clone())?;
        }
        let recipients = recipients(&offer.study);
        let sealed = seal_record(&record, &recipients)?;
        write_file(&self.output, sealed.as_bytes(), Access::Usual)?;
        warn_of_import(&record, &offer);
        if offer.study.for_trial_only {
            eprintln!(
                "note: this study is for trial only: its keys are public, so never seal real answers to it"
            );
        }
        let report = Report { receipt: record.receipt(), recipients: recipients.len() };
        if self.json {
            print_json(&report)?;
        } else {
            print(&format!("sealed to {} recipients; receipt code {}\n", report.recipients, report.receipt))?;
        }
        Ok(Outcome::AllWell)
    }
}

/// Says what the import will say of the record by itself, if that is not simply `ok`. It is sealed all the same: a test
/// may need such a file, and of a paper form it may be true.
fn warn_of_import(record: &Record, offer: &Offer) {
    let signer = Signer::of(&offer.study);
    let bytes = record.to_bytes();
    let input = Input { name: String::new(), sha256: String::new(), content: Ok(&bytes) };
    let examined = examine(input, offer, &|message, signature| signer.made(message, signature));
    for reason in examined.reasons().into_iter().filter(|reason| *reason != Reason::Checked) {
        eprintln!("warning: the import will say {} ({}): {reason}", reason.outcome(), reason.code());
    }
}

/// Compares a record with a second keying of the same form.
///
/// # Errors
/// [`CommandError`]: the second file has mistakes of its own, the form is not from paper, or the two differ; where, is
/// on the terminal.
fn compare(first: &Record, path: &Path, second: &Path, offer: Rc<Offer>) -> Result<(), CommandError> {
    if same_file(path, second) {
        return Err(CommandError::Usage("both keyings are one file: give two".into()));
    }
    if let Some(problem) = not_from_paper(first) {
        return Err(CommandError::wrong(path, vec![problem]));
    }
    let other = read_record(second, offer)?;
    if let Some(problem) = not_from_paper(&other) {
        return Err(CommandError::wrong(second, vec![problem]));
    }
    let differences = differences(first, &other);
    if differences.is_empty() {
        return Ok(());
    }
    eprint!("{}", twice::in_words(&differences, stderr().is_terminal()));
    let places = if differences.len() == 1 { "place" } else { "places" };
    Err(CommandError::Usage(format!(
        "the two keyings differ in {} {places}, so nothing was written: look at the paper, mend the file that is wrong, \
         and run this again",
        differences.len()
    )))
}

fn same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    real(one).is_some_and(|one| real(other) == Some(one))
}

/// The record of the answers file at `path`, checked against the study, with a new nonce.
///
/// # Errors
/// [`CommandError`]: unreadable, or every mistake with the path of its key.
pub fn read_record(path: &Path, offer: Rc<Offer>) -> Result<Record, CommandError> {
    let text = read_text(path)?;
    json_object(path, &text)?;
    let file = parse(&text).map_err(|problem| CommandError::wrong(path, vec![problem]))?;
    make_record(&file, offer, make_nonce()?).map_err(|problems| CommandError::wrong(path, problems))
}

/// `record` padded and sealed, as ASCII armour.
///
/// # Errors
/// [`CommandError::Usage`] with what `sealed` said.
pub fn seal_record(record: &Record, recipients: &[Recipient]) -> Result<String, CommandError> {
    sealed::seal(&sealed::pad(record.to_bytes()), recipients)
        .map_err(|error| CommandError::Usage(format!("sealing was refused: {error}")))
}

/// 32 hexadecimal characters.
fn make_nonce() -> Result<String, CommandError> {
    let mut bytes = [0; NONCE];
    sealed::random::fill(&mut bytes).map_err(|error| CommandError::Usage(error.to_string()))?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a String cannot fail");
        text
    }))
}
