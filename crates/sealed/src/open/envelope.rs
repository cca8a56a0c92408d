//! From the bytes that arrive to a binary age file: size limits, armour, and what is no sealed file at all.
//!
//! Promises: what passes begins with the line of age version 1 and has a header of bounded length, because the parser
//! behind it reads a header again for each of its lines. Must never accept what age's own tools refuse.

use super::{MAX_SEALED, OpenError, Part};
use age::armor::ArmoredReader;
use std::borrow::Cow;
use std::io::Read;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
const MAGIC: &[u8] = b"age-encryption.org/";
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Room for some forty hybrid stanzas.
const MAX_HEADER: usize = 64 * 1024;

/// The binary file in `sealed`, which may be armoured.
pub(super) fn to_binary(sealed: &[u8]) -> Result<Cow<'_, [u8]>, OpenError> {
    if sealed.len() > MAX_SEALED {
        return Err(OpenError::TooLarge);
    }
    let text = trimmed(sealed);
    if text.is_empty() {
        return Err(OpenError::Empty);
    }
    if text.starts_with(BEGIN) {
        return from_armour(text).map(Cow::Owned);
    }
    // White space may be part of a binary file, so it is taken as it came.
    if sealed.starts_with(MAGIC) {
        return Ok(Cow::Borrowed(sealed));
    }
    Err(name_the_stranger(text))
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii()
}

fn from_armour(text: &[u8]) -> Result<Vec<u8>, OpenError> {
    // Nearly every file ends so, and looking for the line through all of it would take longer than decoding.
    if !text.ends_with(END) && !contains(text, END) {
        return Err(OpenError::Truncated(Part::Armour));
    }
    let mut binary = Vec::with_capacity(text.len() / 4 * 3);
    match ArmoredReader::new(text).read_to_end(&mut binary) {
        Ok(_) => Ok(binary),
        Err(_) => Err(OpenError::Damaged(Part::Armour)),
    }
}

/// What is it that begins neither with armour nor with age's first line?
fn name_the_stranger(text: &[u8]) -> OpenError {
    if contains(text, BEGIN) || contains(text, END) {
        return OpenError::Damaged(Part::Armour);
    }
    // A few letters of the beginning could be anything; a good half of it is a sealed file cut very short.
    let cut = |whole: &[u8]| text.len() > whole.len() / 2 && whole.starts_with(text);
    if cut(BEGIN) {
        return OpenError::Truncated(Part::Armour);
    }
    if cut(MAGIC) {
        return OpenError::Truncated(Part::Header);
    }
    OpenError::NotSealed
}

/// Checks the version line and the header's length.
pub(super) fn check_header(binary: &[u8]) -> Result<(), OpenError> {
    let start = &binary[..binary.len().min(MAX_HEADER)];
    let Some(rest) = start.strip_prefix(MAGIC) else {
        // Only armour can hold something else here: it decoded, but to no age file.
        return Err(match MAGIC.starts_with(binary) {
            true => OpenError::Truncated(Part::Header),
            false => OpenError::Damaged(Part::Header),
        });
    };
    match rest.iter().position(|byte| !byte.is_ascii_graphic()) {
        Some(end) if rest[end] == b'\n' && end > 0 && &rest[..end] != b"v1" => {
            return Err(OpenError::UnsupportedVersion);
        }
        _ => {}
    }
    if let Some(end) = start.windows(4).position(|window| window == b"\n---") {
        return match bodies_are_closed(&start[..end]) {
            true => Ok(()),
            false => Err(OpenError::Damaged(Part::Header)),
        };
    }
    let is_text = |byte: &u8| byte.is_ascii_graphic() || matches!(byte, b'\n' | b' ');
    Err(match start.iter().all(is_text) {
        true if binary.len() > MAX_HEADER => OpenError::TooLarge,
        true => OpenError::Truncated(Part::Header),
        false => OpenError::Damaged(Part::Header),
    })
}

/// Does the body of every stanza end in a line of fewer than 64 columns, as c2sp.org/age asks? The parser forgives its
/// absence, for files of age's beta versions; the shared vectors do not.
fn bodies_are_closed(header: &[u8]) -> bool {
    let mut closed = true;
    for line in header.split(|byte| *byte == b'\n').skip(1) {
        let starts_stanza = line.starts_with(b"->");
        if starts_stanza != closed {
            return false;
        }
        closed = !starts_stanza && line.len() < 64;
    }
    closed
}

/// Length in bytes of what follows the header, or nothing if the header has no end.
pub(super) fn payload_len(binary: &[u8]) -> Option<usize> {
    let mac_line = binary.windows(4).position(|window| window == b"\n---")? + 1;
    let end = binary[mac_line..].iter().position(|byte| *byte == b'\n')?;
    Some(binary.len() - mac_line - end - 1)
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
