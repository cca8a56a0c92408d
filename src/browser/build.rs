//! Which build of the page this is.

use super::document;

/// The build id that stands in the page's head; empty where nobody put one in, as while working on it.
pub fn id() -> String {
    let told = document().query_selector("meta[name=linkwell-build]").ok().flatten();
    told.and_then(|told| told.get_attribute("content")).unwrap_or_default()
}
