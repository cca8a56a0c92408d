//! Fields that hold a secret.
//!
//! Promises: the field is empty after it was read, and our copy is wiped when dropped. What the browser itself kept of
//! it in memory is out of a page's reach.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

/// Takes what stands in the field with this id; empty if there is no such field.
pub fn take(id: &str) -> Zeroizing<String> {
    let field = document().get_element_by_id(id).and_then(|found| found.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Zeroizing::default() };
    let secret = Zeroizing::new(field.value());
    field.set_value("");
    secret
}
