//! Loads the files that the page needs besides itself, such as its study.
//!
//! Promises: a page in one file carries them and makes no request; any other asks its own host.

use super::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of the file at `address`, relative to the page; `None` when it cannot be had.
pub async fn text(address: &str) -> Option<String> {
    if let Some(carried) = document().get_element_by_id(&["file:", address].concat()) {
        return carried.text_content();
    }
    let answer = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Loads the page anew.
pub fn reload_page() {
    // A refusal leaves the page as it is, with its text on what to do instead.
    let _ = window().location().reload();
}
