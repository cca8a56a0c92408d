//! The device's own way of sending a file on: mail, messages, nearby devices.

use super::{has, window};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, ShareData};

/// Whether this browser shares text files. Known only by asking with one.
pub fn is_there() -> bool {
    let navigator = window().navigator();
    has(&navigator, "canShare")
        && has(&navigator, "share")
        && offer("file.txt", "-").is_ok_and(|offer| navigator.can_share_with_data(&offer))
}

/// What became of an offer to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The person chose a way.
    Chosen,
    /// The person closed the choice.
    Closed,
    /// The device could not do it.
    Failed,
}

/// Opens the device's choice of ways for `text` as a file called `name`.
pub async fn share(name: &str, text: &str) -> Shared {
    let Ok(offer) = offer(name, text) else { return Shared::Failed };
    match JsFuture::from(window().navigator().share_with_data(&offer)).await {
        Ok(_) => Shared::Chosen,
        Err(error) if name_of(&error) == "AbortError" => Shared::Closed,
        Err(_) => Shared::Failed,
    }
}

fn name_of(error: &JsValue) -> JsValue {
    Reflect::get(error, &"name".into()).unwrap_or_default()
}

fn offer(name: &str, text: &str) -> Result<ShareData, JsValue> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind)?;
    let offer = ShareData::new();
    offer.set_files(&Array::of1(&file));
    Ok(offer)
}
