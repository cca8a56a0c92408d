//! Threads: one reads archives and hands out work, several open and examine, the caller hears how far they are.
//!
//! What comes back is in no order: whoever uses it sorts. At most one waiting input a worker is in memory.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, mpsc},
    thread,
};

use cohort::{Examined, Refusal};
use engine::study::Offer;
use sealed::Identity;

use super::{
    archive::read,
    opening::Desk,
    sources::{Gathered, Place, Source},
};
use crate::study_folder::Signer;

/// Everything that was found.
pub(super) struct Found {
    pub(super) examined: Vec<Examined>,
    /// How many hidden files were left out.
    pub(super) hidden: u64,
}

/// An input that waits for a worker.
enum Work {
    File(String, PathBuf),
    Content(String, Result<Vec<u8>, Refusal>),
}

/// Opens and examines everything with `jobs` workers; `reached` hears how many inputs are done.
pub(super) fn examine_all(
    gathered: Gathered,
    identities: &[Identity],
    offer: &Offer,
    jobs: usize,
    mut reached: impl FnMut(u64),
) -> Found {
    let signer = Signer::of(&offer.study);
    let desk = Desk { identities, offer, signer: &signer };
    let (work, waiting) = mpsc::sync_channel::<Work>(jobs);
    // Owned by the workers alone: if they are gone, whoever hands out work hears it.
    let waiting = Arc::new(Mutex::new(waiting));
    let (report, reports) = mpsc::channel();
    let mut examined = Vec::with_capacity(gathered.sources.len());
    let mut hidden = gathered.hidden;
    thread::scope(|scope| {
        let reader = scope
            .spawn(move || gathered.sources.into_iter().map(|source| hand_out(source, &work)).sum::<u64>());
        for _ in 0..jobs {
            let (waiting, report) = (Arc::clone(&waiting), report.clone());
            scope.spawn(move || {
                // The lock is held while waiting and released before the work is done.
                let next = || waiting.lock().expect("no worker panics while it takes work").recv().ok();
                while let Some(work) = next() {
                    let examined = match work {
                        Work::File(name, path) => desk.file(name, &path),
                        Work::Content(name, content) => desk.content(name, content),
                    };
                    if report.send(examined).is_err() {
                        return;
                    }
                }
            });
        }
        drop((report, waiting));
        for found in reports {
            examined.push(found);
            reached(examined.len() as u64);
        }
        hidden += reader.join().expect("reading archives does not panic");
    });
    Found { examined, hidden }
}

/// Hands out the inputs of one source; gives back how many hidden files it left out.
fn hand_out(source: Source, work: &mpsc::SyncSender<Work>) -> u64 {
    let Source { name, place } = source;
    let mut hidden = 0;
    // Nobody takes work any more only if the workers are gone, and then there is nobody to tell.
    let give = |item| work.send(item).is_ok();
    match place {
        Place::File(path) => _ = give(Work::File(name, path)),
        Place::Refused(refusal) => _ = give(Work::Content(name, Err(refusal))),
        Place::Archive(kind, path) => read(kind, &path, &mut |found| match found {
            archive::Found::Entry { name: entry, content } => {
                give(Work::Content(format!("{name}/{entry}"), content))
            }
            archive::Found::Archive(refusal) => give(Work::Content(name.clone(), Err(refusal))),
            archive::Found::Hidden => {
                hidden += 1;
                true
            }
        }),
    }
    hidden
}
