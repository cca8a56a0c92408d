//! Saves bytes as they are where the browser keeps its downloads.

use super::download::select_link;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// How long the browser may take to read the file from memory, in milliseconds.
const READ_WITHIN: u32 = 60_000;

/// Saves `bytes` as a file called `name` and gives whether the browser took it.
pub fn save(name: &str, bytes: &[u8]) -> bool {
    let kind = BlobPropertyBag::new();
    // Anything more telling, and some browsers add an ending of their own or open the file instead.
    kind.set_type("application/octet-stream");
    let content = Array::of1(&Uint8Array::from(bytes));
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&content, &kind) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let taken = select_link(name, &address);
    // Some browsers read the file after the tap was handled; an address that is gone would save nothing.
    Timeout::new(READ_WITHIN, move || drop(Url::revoke_object_url(&address))).forget();
    taken
}
