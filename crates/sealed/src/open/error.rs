//! Why a file was not opened.

use core::fmt;
use std::io;

/// Where in a sealed file something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The ASCII armour round the file.
    Armour,
    /// The header: version line, recipient stanzas, or the form of the header MAC.
    Header,
    /// The header is well formed and was opened, but its MAC does not fit: something in it was changed.
    HeaderMac,
    /// The sealed content.
    Payload,
}

/// Why [`open`](crate::open()) refused. Holds nothing of the file's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenError {
    /// The file is empty, or white space only.
    Empty,
    /// Not a sealed file at all: a photo, a text, something else.
    NotSealed,
    /// The file ends before it should, and this shows without a doubt. A file cut somewhere in its content mostly
    /// reads as [`Damaged`](Self::Damaged), since a cut chunk and a changed chunk look alike.
    Truncated(Part),
    /// The file was changed or cut on its way; [`Part`] says where it shows.
    Damaged(Part),
    /// None of the identities opens it: it was sealed for others (or damaged in just the place that says for whom).
    WrongKey,
    /// Sealed with a passphrase: a protected key file rather than a sealed record.
    PassphraseProtected,
    /// An age file of a version other than 1.
    UnsupportedVersion,
    /// Longer than [`MAX_SEALED`](crate::MAX_SEALED), or with a header of more than 64 KiB.
    TooLarge,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the file is empty",
            Self::NotSealed => "not a sealed file",
            Self::Truncated(_) => "the file is cut short",
            Self::Damaged(_) => "the file is damaged",
            Self::WrongKey => "no identity given opens this file",
            Self::PassphraseProtected => "the file is protected by a passphrase",
            Self::UnsupportedVersion => "the file is of an unknown version of the age format",
            Self::TooLarge => "the file is too large",
        })
    }
}

impl std::error::Error for OpenError {}

/// What an error of the `age` crate means for us, while `part` was being read.
pub(super) fn from_age(error: &age::DecryptError, part: Part) -> OpenError {
    use age::DecryptError as Age;
    match error {
        // `DecryptionFailed` is what a passphrase that does not fit gives; a payload's failure comes through `Io`.
        Age::NoMatchingKeys | Age::KeyDecryptionFailed | Age::DecryptionFailed => OpenError::WrongKey,
        Age::InvalidMac => OpenError::Damaged(Part::HeaderMac),
        Age::UnknownFormat => OpenError::UnsupportedVersion,
        Age::Io(error) => from_io(error, part),
        Age::InvalidHeader | Age::ExcessiveWork { .. } => OpenError::Damaged(part),
    }
}

/// As [`from_age`], for what a reader says. We read from memory, so that the only errors are the file's own.
pub(super) fn from_io(error: &io::Error, part: Part) -> OpenError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => OpenError::Truncated(part),
        _ => OpenError::Damaged(part),
    }
}
