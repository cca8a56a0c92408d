//! What an event of the page holds.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The whole text of the field that was typed into. Only fields make such events, and those of one line and of several
/// have their text under the same name.
pub fn typed(event: &web_sys::InputEvent) -> String {
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// The value that was picked in a choice: it has it under the same name as a field its text.
pub fn picked(event: &web_sys::Event) -> String {
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}
