//! Archives on the disk, read an entry at a time: memory holds one entry, whatever the size of the archive.

use std::{fs::File, io::BufReader, path::Path};

use archive::{Entries, Found, Kind, LIMITS, read_tar};
use cohort::Refusal;

/// Hands everything in the archive at `path` to `take`, in its order, until `take` says that nobody listens.
pub(super) fn read(kind: Kind, path: &Path, take: &mut dyn FnMut(Found) -> bool) {
    match (kind, File::open(path)) {
        (_, Err(_)) => _ = take(Found::Archive(Refusal::Unreadable)),
        (Kind::Zip, Ok(file)) => _ = Entries::zip(BufReader::new(file), LIMITS).all(take),
        (Kind::Tar, Ok(file)) => read_tar(BufReader::new(file), LIMITS, take),
        (Kind::Other, Ok(_)) => _ = take(Found::Archive(Refusal::OtherArchive)),
    }
}
