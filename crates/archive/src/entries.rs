//! What is in an archive, an entry at a time.

use std::io::{self, Cursor, Read, Seek};

use cohort::Refusal;
use sealed::MAX_SEALED;
use tar::EntryType;
use zip::ZipArchive;

use crate::kind::{Kind, is_hidden, kind_of};

/// How much is read from one archive.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Entries.
    pub entries: u64,
    /// Of all entries together, unpacked.
    pub bytes: u64,
}

/// Far more than a study has, and soon enough for an archive that was made to fill a machine.
pub const LIMITS: Limits = Limits { entries: 200_000, bytes: 8 * 1024 * 1024 * 1024 };

/// What is found in an archive.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A file.
    Entry {
        /// Its name in the archive.
        name: String,
        /// Its bytes, or why they are not known.
        content: Result<Vec<u8>, Refusal>,
    },
    /// A file whose name begins with a dot, or of a folder that macOS adds.
    Hidden,
    /// What is wrong with the archive as a whole; nothing follows.
    Archive(Refusal),
}

/// What was read so far.
struct Intake {
    limits: Limits,
    entries: u64,
    bytes: u64,
}

impl Intake {
    fn new(limits: Limits) -> Self {
        Self { limits, entries: 0, bytes: 0 }
    }

    /// The next entry. An error of the reader is for the caller to name.
    fn entry(&mut self, name: String, reader: io::Result<&mut dyn Read>) -> Found {
        self.entries += 1;
        if self.entries > self.limits.entries || self.bytes > self.limits.bytes {
            return Found::Archive(Refusal::ArchiveTooLarge);
        }
        if is_hidden(&name) {
            Found::Hidden
        } else if kind_of(&name).is_some() {
            Found::Entry { name, content: Err(Refusal::NestedArchive) }
        } else {
            let content = reader.map_err(|_| Refusal::Unreadable).and_then(read_bounded);
            self.bytes += content.as_ref().map_or(0, |bytes| bytes.len() as u64);
            Found::Entry { name, content }
        }
    }
}

/// The bytes of an entry or file, unless there are more than any sealed file has.
///
/// # Errors
/// [`Refusal::Unreadable`] or [`Refusal::TooLarge`].
pub fn read_bounded(reader: impl Read) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    reader.take(MAX_SEALED as u64 + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Unreadable)?;
    if bytes.len() > MAX_SEALED { Err(Refusal::TooLarge) } else { Ok(bytes) }
}

/// Everything in an archive, in its order, each read when it is asked for.
pub struct Entries<R> {
    source: Source<R>,
    intake: Intake,
}

enum Source<R> {
    Zip { archive: Box<ZipArchive<R>>, position: usize },
    Listed(std::vec::IntoIter<Found>),
    Ended,
}

impl<R: Read + Seek> Entries<R> {
    /// What is in a zip.
    pub fn zip(reader: R, limits: Limits) -> Self {
        let source = match ZipArchive::new(reader) {
            Ok(archive) => Source::Zip { archive: Box::new(archive), position: 0 },
            Err(_) => Source::Listed(vec![Found::Archive(Refusal::DamagedArchive)].into_iter()),
        };
        Self { source, intake: Intake::new(limits) }
    }

    /// How many there may be still; folders of a zip are counted until they are passed over.
    pub fn left(&self) -> usize {
        match &self.source {
            Source::Zip { archive, position } => archive.len() - position,
            Source::Listed(list) => list.len(),
            Source::Ended => 0,
        }
    }
}

impl Entries<Cursor<Vec<u8>>> {
    /// An archive that is not read at all.
    pub fn refused(refusal: Refusal) -> Self {
        Self {
            source: Source::Listed(vec![Found::Archive(refusal)].into_iter()),
            intake: Intake::new(LIMITS),
        }
    }

    /// What is in an archive that is in memory as a whole. A tar is unpacked at once: it is not compressed.
    pub fn in_memory(kind: Kind, bytes: Vec<u8>, limits: Limits) -> Self {
        let mut found = Vec::new();
        match kind {
            Kind::Zip => return Self::zip(Cursor::new(bytes), limits),
            Kind::Tar => read_tar(Cursor::new(bytes), limits, &mut |entry| {
                found.push(entry);
                true
            }),
            Kind::Other => found.push(Found::Archive(Refusal::OtherArchive)),
        }
        Self { source: Source::Listed(found.into_iter()), intake: Intake::new(limits) }
    }
}

impl<R: Read + Seek> Iterator for Entries<R> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let found = match &mut self.source {
            Source::Zip { archive, position } => next_of_zip(archive, position, &mut self.intake),
            Source::Listed(list) => return list.next(),
            Source::Ended => None,
        };
        if matches!(found, None | Some(Found::Archive(_))) {
            self.source = Source::Ended;
        }
        found
    }
}

fn next_of_zip<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    position: &mut usize,
    intake: &mut Intake,
) -> Option<Found> {
    while *position < archive.len() {
        let at = *position;
        *position += 1;
        let name = match archive.by_index_raw(at) {
            Ok(entry) if entry.is_dir() => continue,
            Ok(entry) => String::from_utf8_lossy(entry.name_raw()).into_owned(),
            Err(_) => return Some(Found::Archive(Refusal::DamagedArchive)),
        };
        return Some(match archive.by_index(at) {
            Ok(mut entry) => intake.entry(name, Ok(&mut entry)),
            Err(error) => intake.entry(name, Err(io::Error::other(error))),
        });
    }
    // The index holds one entry of each name, so that others went unseen.
    if archive.has_duplicate_names() {
        return Some(Found::Archive(Refusal::DamagedArchive));
    }
    (intake.entries == 0).then_some(Found::Archive(Refusal::Empty))
}

/// Hands everything in a tar to `take`, in its order, until `take` says that nobody listens.
pub fn read_tar(reader: impl Read, limits: Limits, take: &mut dyn FnMut(Found) -> bool) {
    let mut intake = Intake::new(limits);
    let damaged = |_| Found::Archive(Refusal::DamagedArchive);
    let mut archive = tar::Archive::new(reader);
    let ended = (|| -> Result<(), Option<Found>> {
        for entry in archive.entries().map_err(damaged)? {
            let mut entry = entry.map_err(damaged)?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let found = match entry.header().entry_type() {
                EntryType::Directory | EntryType::XGlobalHeader => continue,
                EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {
                    intake.entry(name, Ok(&mut entry))
                }
                // A link or a device: there are no bytes to read.
                _ => intake.entry(name, Err(io::ErrorKind::Unsupported.into())),
            };
            if matches!(found, Found::Archive(_)) {
                return Err(Some(found));
            }
            if !take(found) {
                return Err(None);
            }
        }
        Ok(())
    })();
    match ended {
        Err(Some(found)) => _ = take(found),
        Ok(()) if intake.entries == 0 => _ = take(Found::Archive(Refusal::Empty)),
        Ok(()) | Err(None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tar_of(names: &[&str]) -> Vec<u8> {
        let mut tar = tar::Builder::new(Vec::new());
        for name in names {
            let mut header = tar::Header::new_gnu();
            header.set_size(100);
            tar.append_data(&mut header, name, [b'x'; 100].as_slice()).expect("an entry");
        }
        tar.into_inner().expect("an archive")
    }

    fn zip_of(names: &[&str]) -> Vec<u8> {
        crate::zip(names.iter().map(|name| (*name, [b'x'; 100].as_slice()))).expect("an archive")
    }

    fn found(kind: Kind, limits: Limits) -> Vec<Found> {
        let bytes = if kind == Kind::Tar { tar_of(&["a", "b", "c"]) } else { zip_of(&["a", "b", "c"]) };
        Entries::in_memory(kind, bytes, limits).collect()
    }

    #[test]
    fn an_archive_over_a_limit_is_read_up_to_it_and_said_to_be_too_large() {
        let too_large = Found::Archive(Refusal::ArchiveTooLarge);
        for kind in [Kind::Tar, Kind::Zip] {
            for (limits, read) in [
                (Limits { entries: 2, bytes: 1000 }, 2),
                (Limits { entries: 9, bytes: 50 }, 1),
                (Limits { entries: 9, bytes: 199 }, 2),
            ] {
                let found = found(kind, limits);
                assert_eq!((found.len(), found.last()), (read + 1, Some(&too_large)), "{limits:?}");
            }
            assert_eq!(found(kind, Limits { entries: 3, bytes: 300 }).len(), 3);
        }
    }

    #[test]
    fn hidden_nested_and_damaged_ones_are_told_apart() {
        for (kind, make) in [(Kind::Tar, tar_of as fn(&[&str]) -> Vec<u8>), (Kind::Zip, zip_of)] {
            let entries = Entries::in_memory(kind, make(&["a/.b", "c.zip", "ü.txt"]), LIMITS);
            let found: Vec<Found> = entries.collect();
            assert_eq!(found[0], Found::Hidden);
            assert_eq!(found[1], Found::Entry { name: "c.zip".into(), content: Err(Refusal::NestedArchive) });
            assert!(
                matches!(&found[2], Found::Entry { name, content: Ok(bytes) } if name == "ü.txt" && bytes.len() == 100)
            );
            let whole = make(&["a", "b"]);
            let cut = Entries::in_memory(kind, whole[..whole.len() / 2].to_vec(), LIMITS);
            let is_whole = |found: &Found| matches!(found, Found::Entry { content: Ok(bytes), .. } if bytes.len() == 100);
            assert!(cut.filter(is_whole).count() < 2, "{kind:?}");
            let empty: Vec<Found> = Entries::in_memory(kind, make(&[]), LIMITS).collect();
            assert_eq!(empty, [Found::Archive(Refusal::Empty)]);
        }
        let other: Vec<Found> = Entries::in_memory(Kind::Other, Vec::new(), LIMITS).collect();
        assert_eq!(other, [Found::Archive(Refusal::OtherArchive)]);
        let damaged: Vec<Found> = Entries::in_memory(Kind::Zip, b"PK".to_vec(), LIMITS).collect();
        assert_eq!(damaged, [Found::Archive(Refusal::DamagedArchive)]);
    }
}
