//! What is wrong with a file that a researcher wrote: where, and what to do.
//!
//! A check collects every problem instead of stopping at the first, so that a file is mended in one go.
//! A problem never quotes an answer or a key; it may quote ids and numbers of the file itself.

mod repeated_key;

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

use repeated_key::repeated_key;

/// One mistake in a definition, wording or study file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// The path of the key, as in `scales[0].items[2]`; `.` is the file as a whole.
    pub path: String,
    /// One sentence that says what is wrong and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// Reads `T` from JSON text; a mistake of form comes back with the path of its key.
///
/// # Errors
/// One [`Problem`]: not JSON, a wrong type, an unknown, a missing or a repeated key.
pub fn parse<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Problem> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if let Some(problem) = repeated_key(json) {
        return Err(problem);
    }
    let mut source = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut source)
        .map_err(|e| Problem::new(alloc::format!("{}", e.path()), alloc::format!("{}", e.inner())))?;
    source.end().map_err(|e| Problem::new(".", alloc::format!("text follows the closing brace: {e}")))?;
    Ok(value)
}
