//! What an event of the page holds.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// The whole text of the field that was typed into; empty if the event came from elsewhere.
pub fn typed(event: &web_sys::InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(line) => line.value(),
        Err(target) => {
            target.dyn_into::<HtmlTextAreaElement>().map(|lines| lines.value()).unwrap_or_default()
        }
    }
}
