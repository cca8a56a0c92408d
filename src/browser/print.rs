//! The browser's own printing.

use super::{document, window};
use js_sys::{Date, Object, Reflect};

/// Prints the page. Today's date stands in the element `day_id`, where there is one, as people say it in `language`.
pub fn page(day_id: &str, language: &str) {
    if let Some(place) = document().get_element_by_id(day_id) {
        let style = Object::new();
        // A plain object takes every key.
        let _ = Reflect::set(&style, &"dateStyle".into(), &"long".into());
        let day = Date::new_0().to_locale_date_string(language, &style);
        place.set_text_content(day.as_string().as_deref());
    }
    // A browser that cannot print does nothing, which is all that can be done.
    let _ = window().print();
}
