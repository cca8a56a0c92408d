//! Opens the files, one after the other: read, open, examine, drop.
//!
//! Promises: every file ends in exactly one finding, and so does every entry of an archive, whatever is in it; at most
//! one file's content is in memory; a run that is stopped keeps what it has, and the next one goes on there. What is
//! found must be what `linkwell import` finds.

use super::{input::Chosen, key::Keys};
use archive::{Entries, Found, Kind, LIMITS, Limits, kind_of};
use cohort::{Examined, Input, Refusal, examine};
use engine::{
    digest::sha256_hex,
    invitation::{PURPOSE, SIGNATURE},
    study::Offer,
};
use sealed::{MAX_SEALED, OpenError, Signature, VerifyingKey, open, verify};
use zeroize::Zeroizing;

/// The largest archive that is read in a page, which has it in memory as a whole: 512 MiB. The command reads larger ones.
const MAX_ARCHIVE: u64 = 512 * 1024 * 1024;

/// What was found in the first of the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// How many files are done.
    pub sources: usize,
    /// How many entries of the next file are done, if that is an archive.
    pub entries: usize,
    /// How many hidden entries of archives were left out.
    pub hidden: usize,
    /// What was found: codes and times, no plaintext.
    pub examined: Vec<Examined>,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files and entries of archives that are done.
    pub done: usize,
    /// All that are known of. An archive counts as one until it is read.
    pub all: usize,
    /// About how many minutes are left, once that can be told.
    pub minutes: Option<u32>,
}

/// What a run is to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Go on.
    Go,
    /// End with what there is.
    Stop,
    /// End with nothing.
    Drop,
}

impl Opened {
    /// Whether nothing is left to open.
    pub fn is_whole(&self, files: &[Chosen]) -> bool {
        self.sources == files.len()
    }

    /// How far a run over `files` is that has this.
    pub fn progress(&self, files: &[Chosen]) -> Progress {
        let done = self.examined.len() + self.hidden;
        Progress { done, all: done + files.len() - self.sources, minutes: None }
    }
}

/// Examines all of `files` beyond what is in `opened`. `tick` is called with how far it is, before each file or entry
/// and at the end; when it says [`Turn::Drop`], all is dropped and there is no result.
pub async fn open_all(
    files: &[Chosen],
    mut opened: Opened,
    keys: &Keys,
    offer: &Offer,
    tick: impl AsyncFn(Progress) -> Turn,
) -> Option<Opened> {
    let keys_of_study = offer.study.signing_key.iter().chain(&offer.study.earlier_signing_keys);
    let signers = keys_of_study.filter_map(|key| key.parse().ok()).collect();
    let desk = Desk { keys, offer, signers };
    while let Some(file) = files.get(opened.sources) {
        let Some(kind) = kind_of(file.name()) else {
            match tick(opened.progress(files)).await {
                Turn::Go => {}
                Turn::Stop => return Some(opened),
                Turn::Drop => return None,
            }
            let content = if file.size() > MAX_SEALED as u64 {
                Err(Refusal::TooLarge)
            } else {
                file.bytes().await.ok_or(Refusal::Unreadable)
            };
            opened.examined.push(desk.examine(file.name().into(), content));
            opened.sources += 1;
            continue;
        };
        let mut entries = unpacked(file, kind).await;
        entries.by_ref().take(opened.entries).for_each(drop);
        loop {
            // The archive itself is no longer one of those that wait, but its entries are.
            let before = opened.progress(files);
            let all = (before.all + entries.left()).saturating_sub(1).max(before.done);
            match tick(Progress { all, ..before }).await {
                Turn::Go => {}
                Turn::Stop => return Some(opened),
                Turn::Drop => return None,
            }
            let Some(found) = entries.next() else { break };
            opened.entries += 1;
            match found {
                Found::Entry { name, content } => {
                    let name = [file.name(), "/", &name].concat();
                    opened.examined.push(desk.examine(name, content));
                }
                Found::Archive(refusal) => {
                    opened.examined.push(desk.examine(file.name().into(), Err(refusal)));
                }
                Found::Hidden => opened.hidden += 1,
            }
        }
        (opened.sources, opened.entries) = (opened.sources + 1, 0);
    }
    (tick(opened.progress(files)).await != Turn::Drop).then_some(opened)
}

/// The entries of an archive, which is in memory as a whole.
async fn unpacked(file: &Chosen, kind: Kind) -> Entries<std::io::Cursor<Vec<u8>>> {
    if kind == Kind::Other {
        return Entries::refused(Refusal::OtherArchive);
    }
    if file.size() > MAX_ARCHIVE {
        return Entries::refused(Refusal::ArchiveTooLarge);
    }
    // A tar is unpacked at once, so its entries together must find room too.
    let limits = if kind == Kind::Tar { Limits { bytes: MAX_ARCHIVE, ..LIMITS } } else { LIMITS };
    match file.bytes().await {
        Some(bytes) => Entries::in_memory(kind, bytes, limits),
        None => Entries::refused(Refusal::Unreadable),
    }
}

/// What opens and judges.
struct Desk<'a> {
    keys: &'a Keys,
    offer: &'a Offer,
    signers: Vec<VerifyingKey>,
}

impl Desk<'_> {
    /// What is found in the bytes of a sealed file, if there are any. The plaintext is wiped before this returns.
    fn examine(&self, name: String, content: Result<Vec<u8>, Refusal>) -> Examined {
        let (sha256, opened) = match &content {
            Ok(bytes) => (sha256_hex(bytes), open(bytes, self.keys.identities()).map_err(refusal)),
            Err(refusal) => (String::new(), Err(*refusal)),
        };
        let opened = opened.map(Zeroizing::new);
        let content = opened.as_ref().map(|plaintext| plaintext.as_slice()).map_err(|refusal| *refusal);
        let signed = |message: &[u8], signature: &[u8; SIGNATURE]| {
            let signature = Signature::from_bytes(signature);
            self.signers.iter().any(|key| verify(key, PURPOSE, message, &signature).is_ok())
        };
        examine(Input { name, sha256, content }, self.offer, &signed)
    }
}

/// What an opener's refusal means to the ledger.
fn refusal(error: OpenError) -> Refusal {
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
