//! From a record to a sealed file.

use engine::record::Record;
use sealed::Recipient;
use std::fmt;

/// A record, sealed to the study's recipients. Nobody can read it on this device any more.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// The receipt code, which says nothing about the answers.
    pub receipt: String,
    /// The file: age, in ASCII armour.
    pub text: String,
}

/// The record could not be sealed: a recipient of the study is not one, or the browser has no randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSealed;

impl fmt::Debug for SealedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedFile(…)")
    }
}

impl SealedFile {
    /// What the file is called: the receipt code, never the participant code.
    pub fn name(&self) -> String {
        ["linkwell-", &self.receipt, ".txt"].concat()
    }
}

/// Seals `record`, padded so that the file's length says nothing about the answers.
///
/// # Errors
/// [`NotSealed`].
pub fn seal_record(record: &Record, recipients: &[String]) -> Result<SealedFile, NotSealed> {
    let text = seal(record.to_bytes(), recipients)?;
    Ok(SealedFile { receipt: record.receipt(), text })
}

/// Whether files can be sealed to these recipients; asked before the first question rather than after the last.
pub(super) fn can_seal(recipients: &[String]) -> bool {
    seal(Vec::new(), recipients).is_ok()
}

fn seal(bytes: Vec<u8>, recipients: &[String]) -> Result<String, NotSealed> {
    let recipients: Result<Vec<Recipient>, _> =
        recipients.iter().map(|recipient| recipient.parse()).collect();
    sealed::seal(&sealed::pad(bytes), &recipients.map_err(|_| NotSealed)?).map_err(|_| NotSealed)
}
