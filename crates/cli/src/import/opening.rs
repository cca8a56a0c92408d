//! One input: hashed, opened, examined, dropped.

use std::{fs::File, path::Path};

use archive::read_bounded;
use cohort::{Examined, Input, Refusal, examine};
use engine::{digest::sha256_hex, study::Offer};
use sealed::{Identity, OpenError};
use zeroize::Zeroizing;

use crate::study_folder::Signer;

/// What opens and judges.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) identities: &'a [Identity],
    pub(super) offer: &'a Offer,
    pub(super) signer: &'a Signer,
}

impl Desk<'_> {
    /// What is found in the file at `path`.
    pub(super) fn file(&self, name: String, path: &Path) -> Examined {
        let content = File::open(path).map_err(|_| Refusal::Unreadable).and_then(read_bounded);
        self.content(name, content)
    }

    /// What is found in the bytes of a sealed file, if there are any. The plaintext is wiped before this returns.
    pub(super) fn content(&self, name: String, content: Result<Vec<u8>, Refusal>) -> Examined {
        let (sha256, opened) = match &content {
            Ok(bytes) => (sha256_hex(bytes), sealed::open(bytes, self.identities).map_err(refusal)),
            Err(refusal) => (String::new(), Err(*refusal)),
        };
        let opened = opened.map(Zeroizing::new);
        let content = opened.as_ref().map(|plaintext| plaintext.as_slice()).map_err(|refusal| *refusal);
        examine(Input { name, sha256, content }, self.offer, &|message, by| self.signer.made(message, by))
    }
}

/// What the ledger calls an error of opening.
pub(crate) fn refusal(error: OpenError) -> Refusal {
    match error {
        OpenError::Empty => Refusal::Empty,
        OpenError::NotSealed => Refusal::NotSealed,
        OpenError::Truncated(_) => Refusal::Truncated,
        OpenError::WrongKey => Refusal::WrongKey,
        OpenError::PassphraseProtected => Refusal::PassphraseProtected,
        OpenError::UnsupportedVersion => Refusal::NewerSealedFormat,
        OpenError::TooLarge => Refusal::TooLarge,
        _ => Refusal::Damaged,
    }
}
