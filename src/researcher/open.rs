//! Opens files: read, open, examine, drop. In a worker, or one after the other in the page.
//!
//! Promises: every file ends in exactly one finding, and so does every entry of an archive, whatever is in it; at most
//! one file's content is in memory; a run that is stopped keeps what it has, and the next one goes on there. What is
//! found must be what `linkwell import` finds.

use super::{
    input::Chosen,
    key::Keys,
    opened::{Found, Opened, Progress},
};
use archive::{Entries, Kind, LIMITS, Limits, kind_of};
use cohort::{Examined, Input, Refusal, examine};
use engine::{
    digest::sha256_hex,
    invitation::{PURPOSE, SIGNATURE},
    study::Offer,
};
use sealed::{MAX_SEALED, OpenError, Signature, VerifyingKey, open, verify};
use std::cell::{Cell, RefCell};
use zeroize::Zeroizing;

/// The largest archive that is read in a page, which has it in memory as a whole: 512 MiB. The command reads larger ones.
const MAX_ARCHIVE: u64 = 512 * 1024 * 1024;

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

/// Examines all of `files` beyond what is in `opened`, one after the other. `tick` is called with how far it is, before
/// each file or entry and at the end; when it says [`Turn::Drop`], all is dropped and there is no result. What was
/// examined goes to `keep`.
pub async fn open_all(
    files: &[Chosen],
    opened: Opened,
    keys: &Keys,
    offer: &Offer,
    keep: impl Fn(Vec<Examined>),
    tick: impl AsyncFn(Progress) -> Turn,
) -> Option<Opened> {
    let desk = Desk::new(keys, offer);
    let (opened, last) = (RefCell::new(opened), Cell::new(Turn::Go));
    let ask = async || {
        let progress = opened.borrow().progress(files.len());
        last.set(tick(progress).await);
        last.get() == Turn::Go
    };
    for (at, file) in files.iter().enumerate() {
        let (is_done, passed) = (opened.borrow().is_done(at), opened.borrow().entries(at));
        let tell = |found, examined| {
            opened.borrow_mut().take(found);
            keep(examined);
        };
        if !is_done && !desk.open(at, file, passed, &tell, &ask).await {
            return (last.get() == Turn::Stop).then(|| opened.take());
        }
    }
    ask().await;
    (last.get() != Turn::Drop).then(|| opened.take())
}

/// What opens and judges.
pub struct Desk<'a> {
    keys: &'a Keys,
    offer: &'a Offer,
    signers: Vec<VerifyingKey>,
}

impl<'a> Desk<'a> {
    /// Opens with these keys and judges by this study.
    pub fn new(keys: &'a Keys, offer: &'a Offer) -> Self {
        let keys_of_study = offer.study.signing_key.iter().chain(&offer.study.earlier_signing_keys);
        Self { keys, offer, signers: keys_of_study.filter_map(|key| key.parse().ok()).collect() }
    }

    /// Opens the file at position `at`, or what is in that archive beyond the first `passed` entries, and tells what was
    /// found, an entry at a time. `go_on` is asked before each; when it says no, this ends with `false` and the rest
    /// waits.
    pub async fn open(
        &self,
        at: usize,
        file: &Chosen,
        passed: usize,
        tell: &impl Fn(Found, Vec<Examined>),
        go_on: &impl AsyncFn() -> bool,
    ) -> bool {
        let Some(kind) = kind_of(file.name()) else {
            if !go_on().await {
                return false;
            }
            let content = if file.size() > MAX_SEALED as u64 {
                Err(Refusal::TooLarge)
            } else {
                file.bytes().await.ok_or(Refusal::Unreadable)
            };
            let examined = vec![self.examine(file.name().into(), content)];
            tell(Found { file: at, entries: 0, left: 0, hidden: 0, is_done: true, lines: 1 }, examined);
            return true;
        };
        let mut entries = unpacked(file, kind).await;
        entries.by_ref().take(passed).for_each(drop);
        let part = |left| Found { file: at, entries: 0, left, hidden: 0, is_done: false, lines: 0 };
        tell(part(entries.left()), Vec::new());
        loop {
            if !go_on().await {
                return false;
            }
            let Some(found) = entries.next() else { break };
            let (mut examined, mut hidden) = (Vec::new(), 0);
            match found {
                archive::Found::Entry { name, content } => {
                    examined.push(self.examine([file.name(), "/", &name].concat(), content));
                }
                archive::Found::Archive(refusal) => {
                    examined.push(self.examine(file.name().into(), Err(refusal)))
                }
                archive::Found::Hidden => hidden = 1,
            }
            tell(Found { entries: 1, hidden, lines: examined.len(), ..part(entries.left()) }, examined);
        }
        tell(Found { is_done: true, ..part(0) }, Vec::new());
        true
    }

    /// A file of which nothing is known but that it could not be read.
    pub fn unreadable(&self, at: usize, file: &Chosen) -> (Found, Examined) {
        let examined = self.examine(file.name().into(), Err(Refusal::Unreadable));
        (Found { file: at, entries: 0, left: 0, hidden: 0, is_done: true, lines: 1 }, examined)
    }

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
