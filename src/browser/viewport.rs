//! How wide the page is.

/// The width from which number cells stand beside each other; `styles/` asks the same question.
const WIDE: &str = "(min-width: 40.0625em)";

/// Whether number cells stand beside each other: from 641 CSS pixels at the usual text size.
pub fn is_wide() -> bool {
    super::window().match_media(WIDE).ok().flatten().is_some_and(|query| query.matches())
}
