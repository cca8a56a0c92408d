//! The clipboard.

use super::{has, window};
use wasm_bindgen_futures::JsFuture;

/// Whether this browser lets a page copy.
pub fn is_there() -> bool {
    has(&window().navigator(), "clipboard")
}

/// Copies `text` and gives whether that was allowed.
pub async fn copy(text: &str) -> bool {
    is_there() && JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
