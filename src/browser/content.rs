//! The content of a file to be saved, kept by the browser: it crosses from a worker to the page without being copied.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};

/// The content of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Content(Blob);

impl Content {
    /// These bytes; `None` when the browser has no room for them.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let kind = BlobPropertyBag::new();
        // Anything more telling, and some browsers add an ending of their own or open the file instead.
        kind.set_type("application/octet-stream");
        let parts = Array::of1(&Uint8Array::from(bytes));
        Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok().map(Self)
    }

    pub(super) fn arrived(blob: Blob) -> Self {
        Self(blob)
    }

    pub(super) fn as_browser(&self) -> &Blob {
        &self.0
    }
}
