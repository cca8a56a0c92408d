//! The page's title and language.

/// Sets the title.
pub fn set(title: &str) {
    super::document().set_title(title);
}

/// Sets the page's language, a BCP 47 tag, and which way it runs, `ltr` or `rtl`.
pub fn set_language(language: &str, direction: &str) {
    if let Some(page) = super::document().document_element() {
        // Only an attribute's name can be refused, and these are right.
        let _ = page.set_attribute("lang", language);
        let _ = page.set_attribute("dir", direction);
    }
}
