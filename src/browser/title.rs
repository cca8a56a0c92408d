//! The page's title.

/// Sets it.
pub fn set(title: &str) {
    super::document().set_title(title);
}
