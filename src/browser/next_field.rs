//! The Enter key as people know it from keying in forms: on to the next field.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Every field that can have the focus.
const FIELDS: &str = "input, select, textarea";

/// Moves the focus to the field after the one that has it, within the element with this id, where the event is of the
/// Enter key in a line or a choice; in lines of text it begins a new one, and on a button it presses that. Text that stands
/// in the next field is marked, so that typing replaces it.
pub fn on_enter(event: &KeyboardEvent, within: &str) {
    if event.key() != "Enter" || event.is_composing() {
        return;
    }
    let (Some(form), Some(now)) = (document().get_element_by_id(within), document().active_element()) else {
        return;
    };
    if !["INPUT", "SELECT"].contains(&now.tag_name().as_str()) {
        return;
    }
    let Ok(fields) = form.query_selector_all(FIELDS) else { return };
    let mut fields = (0..fields.length()).filter_map(|at| fields.item(at)?.dyn_into::<Element>().ok());
    if !fields.any(|field| field == now) {
        return;
    }
    event.prevent_default();
    if let Some(next) = fields.next() {
        if let Some(next) = next.dyn_ref::<HtmlElement>() {
            // A field that is not drawn refuses.
            let _ = next.focus();
        }
        if let Ok(line) = next.dyn_into::<HtmlInputElement>() {
            line.select();
        }
    }
}
