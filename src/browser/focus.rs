//! Where the keyboard and a screen reader stand.

use super::document;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the element with this id and gives whether there is one. It is scrolled into view.
pub fn to(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus to the element with this id, and the page to its top, once what stood there before is gone for a
/// screen reader too: what had the focus goes with the step before, and Orca looks for its place from the foot of the page
/// when it hears of that after the new focus. A tenth of a second is enough for it, and nobody else notices; whoever is
/// quicker, and has moved the focus meanwhile, keeps it.
pub fn begin_at(id: &'static str) {
    const LATER_MS: u32 = 100;
    let before = document().active_element();
    let later = move || {
        if document().active_element() == before {
            to(id);
            scroll_to_top();
        }
    };
    Timeout::new(LATER_MS, later).forget();
}

/// Scrolls to the top of the page, where a new step begins.
pub fn scroll_to_top() {
    super::window().scroll_to_with_x_and_y(0.0, 0.0);
}
