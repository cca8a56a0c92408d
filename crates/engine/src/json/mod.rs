//! Reads JSON for a page that shows nobody what is wrong with it: a fifth of the code of a reader with messages.
//!
//! Promises to make the same of a file as serde does with [`crate::problem::parse`], and to say of anything else only
//! that it cannot be read. Those who write files want that other way, which names the key: a patient's phone would
//! download its texts in vain. Each type says beside its keys how it is read here ([`Shape`]).

mod shape;
mod tree;

use core::fmt;

pub(crate) use shape::{Entries, Faults, Shape, object, words};
pub(crate) use tree::Tree;

/// The bytes are not the JSON that was expected. Says nothing more, so that it cannot hold an answer either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a `T` from JSON text; white space may follow it.
///
/// # Errors
/// [`Unreadable`]: not JSON, a wrong type, an unknown or a missing key.
pub(crate) fn read<T: Shape>(json: &[u8]) -> Result<T, Unreadable> {
    let tree: Tree = serde_json::from_slice(json).map_err(|_| Unreadable)?;
    let mut faults = Faults::default();
    let made = T::from_tree(&tree, &mut faults);
    if faults.none() { Ok(made) } else { Err(Unreadable) }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the JSON that was expected")
    }
}

impl core::error::Error for Unreadable {}

#[cfg(test)]
mod tests;
