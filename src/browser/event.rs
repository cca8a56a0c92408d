//! What an event of the page holds.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The whole text of the field that was typed into. Only fields make such events, and those of one line and of several
/// have their text under the same name.
pub fn typed(event: &web_sys::InputEvent) -> String {
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// The value of the list in which something was chosen.
pub fn chosen(event: &web_sys::Event) -> String {
    // Lists have their value under the same name, too.
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}
