//! Asks the browser not to throw what is kept away when the device runs out of room.

use super::super::{has, spawn, window};
use wasm_bindgen_futures::JsFuture;

/// Asks once. A browser that refuses, or that does not know the question, keeps things as long as it has room.
pub(super) fn ask_for() {
    let navigator = window().navigator();
    if has(&navigator, "storage")
        && has(&navigator.storage(), "persist")
        && let Ok(answer) = navigator.storage().persist()
    {
        spawn(async move { drop(JsFuture::from(answer).await) });
    }
}
