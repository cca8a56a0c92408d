//! Text as HTML: nothing of it is ever read as markup.

/// An element around `text`; `class` is empty for none.
pub(crate) fn element(name: &str, class: &str, text: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{name}{class}>{}</{name}>", escaped(text))
}

/// Small print for those who key the form in.
pub(super) fn small(text: &str) -> String {
    element("small", "keying", text).replace("<small", " <small")
}

/// `text` with the characters that mean something in HTML written out.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
