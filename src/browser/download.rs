//! Saves a file where the browser keeps its downloads.

use super::document;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to read the file from memory, in milliseconds.
const READ_WITHIN: u32 = 60_000;

/// Saves `text` as a plain text file called `name` and gives whether the browser took it.
pub fn save(name: &str, text: &str) -> bool {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain");
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind) else {
        return false;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let taken = select_link(name, &address);
    // Some browsers read the file after the tap was handled; an address that is gone would save nothing.
    Timeout::new(READ_WITHIN, move || drop(Url::revoke_object_url(&address))).forget();
    taken
}

pub(super) fn select_link(name: &str, address: &str) -> bool {
    let Some(link) = document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok())
    else {
        return false;
    };
    link.set_href(address);
    link.set_download(name);
    // Older Firefox selects only links that stand in the page.
    let Some(body) = document().body() else { return false };
    if body.append_child(&link).is_err() {
        return false;
    }
    link.click();
    link.remove();
    true
}
