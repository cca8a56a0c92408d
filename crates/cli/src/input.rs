//! Files read whole. Must never read more than its caller allows: a path may be anything.

use std::{fs::File, io::Read as _, path::Path};

use serde_json::{Map, Value};

use crate::error::CommandError;

/// The largest text file (study, definition, wording, answers) that is read: 8 MiB.
pub const MAX_TEXT: u64 = 8 * 1024 * 1024;

/// The bytes of the file at `path`, `most` at most.
///
/// # Errors
/// [`CommandError::Unreadable`]: not there, not allowed, a folder, larger than `most`.
pub fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, CommandError> {
    let file = File::open(path).map_err(|error| CommandError::reading(path, &error))?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|error| CommandError::reading(path, &error))?;
    if bytes.len() as u64 > most {
        return Err(CommandError::unreadable(path, format!("the file is larger than {most} bytes")));
    }
    Ok(bytes)
}

/// The text of the file at `path`, byte for byte: a byte-order mark stays, because hashes cover it.
///
/// # Errors
/// [`CommandError::Unreadable`]: as [`read_bytes`], or a byte that is not UTF-8, with its line.
pub fn read_text(path: &Path) -> Result<String, CommandError> {
    String::from_utf8(read_bytes(path, MAX_TEXT)?).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        CommandError::unreadable(path, format!("line {line} is not UTF-8: save the file as UTF-8 text"))
    })
}

/// The JSON object in `text`, which was read from `path`, whatever its keys.
///
/// # Errors
/// [`CommandError::Unreadable`]: not JSON, or not an object.
pub fn json_object(path: &Path, text: &str) -> Result<Map<String, Value>, CommandError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text)
        .map_err(|error| CommandError::unreadable(path, format!("not a JSON object: {error}")))
}
