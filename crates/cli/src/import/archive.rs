//! Archives: an entry at a time into memory, bounded in size and number. Names of entries are for the ledger and
//! never become paths; an archive inside an archive is not opened.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use cohort::Refusal;
use sealed::MAX_SEALED;
use tar::EntryType;
use zip::ZipArchive;

/// What kind of archive a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    Tar,
    /// One that is not opened.
    Other,
}

/// How much is read from one archive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) entries: u64,
    /// Of all entries together, unpacked.
    pub(super) bytes: u64,
}

/// Far more than a study has, and soon enough for an archive that was made to fill a machine.
pub(super) const LIMITS: Limits = Limits { entries: 200_000, bytes: 8 * 1024 * 1024 * 1024 };

/// What is found in an archive.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file.
    Entry { name: String, content: Result<Vec<u8>, Refusal> },
    /// A file whose name begins with a dot, or of a folder that macOS adds.
    Hidden,
    /// What is wrong with the archive as a whole.
    Archive(Refusal),
}

/// The kind of archive by a file's name.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    const OTHERS: [&str; 8] = ["gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "lz4"];
    let (_, extension) = name.rsplit_once('.')?;
    let is = |other: &str| extension.eq_ignore_ascii_case(other);
    match () {
        () if is("zip") => Some(Kind::Zip),
        () if is("tar") => Some(Kind::Tar),
        () if OTHERS.into_iter().any(is) => Some(Kind::Other),
        () => None,
    }
}

/// Hands everything in the archive at `path` to `take`, in its order, until `take` says that nobody listens.
pub(super) fn read(kind: Kind, path: &Path, limits: Limits, take: &mut dyn FnMut(Found) -> bool) {
    let mut intake = Intake { limits, entries: 0, bytes: 0, take };
    let ended = match (kind, File::open(path)) {
        (_, Err(_)) => Err(Stop::Refused(Refusal::Unreadable)),
        (Kind::Zip, Ok(file)) => read_zip(file, &mut intake),
        (Kind::Tar, Ok(file)) => read_tar(file, &mut intake),
        (Kind::Other, Ok(_)) => Err(Stop::Refused(Refusal::OtherArchive)),
    };
    match ended {
        Err(Stop::Refused(refusal)) => _ = take(Found::Archive(refusal)),
        Ok(()) if intake.entries == 0 => _ = take(Found::Archive(Refusal::Empty)),
        Ok(()) | Err(Stop::NobodyListens) => {}
    }
}

/// Why reading stopped before the end.
enum Stop {
    Refused(Refusal),
    NobodyListens,
}

struct Intake<'a> {
    limits: Limits,
    entries: u64,
    bytes: u64,
    take: &'a mut dyn FnMut(Found) -> bool,
}

impl Intake<'_> {
    /// Takes the next entry. An error of the reader is for the caller to name.
    fn entry(&mut self, name: String, reader: io::Result<&mut dyn Read>) -> Result<(), Stop> {
        self.entries += 1;
        if self.entries > self.limits.entries || self.bytes > self.limits.bytes {
            return Err(Stop::Refused(Refusal::ArchiveTooLarge));
        }
        let found = if is_hidden(&name) {
            Found::Hidden
        } else if kind_of(&name).is_some() {
            Found::Entry { name, content: Err(Refusal::NestedArchive) }
        } else {
            let content = reader.map_err(|_| Refusal::Unreadable).and_then(read_bounded);
            self.bytes += content.as_ref().map_or(0, |bytes| bytes.len() as u64);
            Found::Entry { name, content }
        };
        if (self.take)(found) { Ok(()) } else { Err(Stop::NobodyListens) }
    }
}

/// The bytes of an entry or file, unless there are more than any sealed file has.
pub(super) fn read_bounded(reader: impl Read) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    reader.take(MAX_SEALED as u64 + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Unreadable)?;
    if bytes.len() > MAX_SEALED { Err(Refusal::TooLarge) } else { Ok(bytes) }
}

fn is_hidden(name: &str) -> bool {
    name.split(['/', '\\']).any(|part| part == "__MACOSX" || (part.starts_with('.') && !is_dots(part)))
}

/// Whether a part of a name stands for a folder, as in `./a.age`.
fn is_dots(part: &str) -> bool {
    matches!(part, "." | "..")
}

fn read_zip(file: File, intake: &mut Intake<'_>) -> Result<(), Stop> {
    let damaged = |_| Stop::Refused(Refusal::DamagedArchive);
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    for position in 0..archive.len() {
        let name = match archive.by_index_raw(position) {
            Ok(entry) if entry.is_dir() => continue,
            Ok(entry) => String::from_utf8_lossy(entry.name_raw()).into_owned(),
            Err(error) => return Err(damaged(error)),
        };
        match archive.by_index(position) {
            Ok(mut entry) => intake.entry(name, Ok(&mut entry))?,
            Err(error) => intake.entry(name, Err(io::Error::other(error)))?,
        }
    }
    // The index holds one entry of each name, so that others went unseen.
    if archive.has_duplicate_names() { Err(Stop::Refused(Refusal::DamagedArchive)) } else { Ok(()) }
}

fn read_tar(file: File, intake: &mut Intake<'_>) -> Result<(), Stop> {
    let damaged = |_| Stop::Refused(Refusal::DamagedArchive);
    let mut archive = tar::Archive::new(BufReader::new(file));
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        match entry.header().entry_type() {
            EntryType::Directory | EntryType::XGlobalHeader => {}
            EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {
                intake.entry(name, Ok(&mut entry))?;
            }
            // A link or a device: there are no bytes to read.
            _ => intake.entry(name, Err(io::ErrorKind::Unsupported.into()))?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(limits: Limits) -> Vec<Found> {
        let mut tar = tar::Builder::new(Vec::new());
        for name in ["a", "b", "c"] {
            let mut header = tar::Header::new_gnu();
            header.set_size(100);
            tar.append_data(&mut header, name, [b'x'; 100].as_slice()).expect("an entry");
        }
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = folder.path().join("a.tar");
        std::fs::write(&path, tar.into_inner().expect("an archive")).expect("a file");
        let mut all = Vec::new();
        read(Kind::Tar, &path, limits, &mut |found| {
            all.push(found);
            true
        });
        all
    }

    #[test]
    fn an_archive_over_a_limit_is_read_up_to_it_and_said_to_be_too_large() {
        let too_large = Found::Archive(Refusal::ArchiveTooLarge);
        for (limits, read) in [
            (Limits { entries: 2, bytes: 1000 }, 2),
            (Limits { entries: 9, bytes: 50 }, 1),
            (Limits { entries: 9, bytes: 199 }, 2),
        ] {
            let found = found(limits);
            assert_eq!((found.len(), found.last()), (read + 1, Some(&too_large)), "{limits:?}");
        }
        assert_eq!(found(Limits { entries: 3, bytes: 300 }).len(), 3);
    }

    #[test]
    fn kinds_go_by_the_end_of_the_name() {
        assert_eq!(kind_of("a.ZIP"), Some(Kind::Zip));
        assert_eq!(kind_of("a.tar"), Some(Kind::Tar));
        assert_eq!(kind_of("a.tar.gz"), Some(Kind::Other));
        assert_eq!((kind_of("zip"), kind_of("a.age.txt")), (None, None));
    }

    #[test]
    fn a_dot_that_stands_for_a_folder_hides_nothing() {
        assert!(is_hidden(".x") && is_hidden("a/.x/b") && is_hidden("__MACOSX/a"));
        assert!(!is_hidden("./a") && !is_hidden("../a") && !is_hidden("a.b"));
    }
}
