//! What an event of the page holds.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The whole text of the field that was typed into; empty if the event came from elsewhere.
pub fn typed(event: &web_sys::InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
