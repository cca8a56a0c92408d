//! Where the keyboard and a screen reader stand.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the element with this id and gives whether there is one. It is scrolled into view.
pub fn to(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to the top of the page, where a new step begins.
pub fn scroll_to_top() {
    super::window().scroll_to_with_x_and_y(0.0, 0.0);
}
