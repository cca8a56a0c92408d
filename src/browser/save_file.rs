//! Saves bytes as they are where the browser keeps its downloads.

use super::{content::Content, download::select_link};
use gloo::timers::callback::Timeout;
use web_sys::Url;

/// How long the browser may take to read the file from memory, in milliseconds.
const READ_WITHIN: u32 = 60_000;

/// Saves `bytes` as a file called `name` and gives whether the browser took it.
pub fn save(name: &str, bytes: &[u8]) -> bool {
    Content::of(bytes).is_some_and(|content| save_content(name, &content))
}

/// Saves `content` as a file called `name` and gives whether the browser took it.
pub fn save_content(name: &str, content: &Content) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(content.as_browser()) else { return false };
    let taken = select_link(name, &address);
    // Some browsers read the file after the tap was handled; an address that is gone would save nothing.
    Timeout::new(READ_WITHIN, move || drop(Url::revoke_object_url(&address))).forget();
    taken
}
