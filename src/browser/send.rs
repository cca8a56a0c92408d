//! Sends a file to a host with HTTP's `PUT`.
//!
//! Promises: nothing goes along but the file: no cookie, no password, no address of the page; an answer that leads
//! elsewhere counts as none. Must never know what is in the file.

use super::{record, spawn, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// How long one attempt may take, in milliseconds: long enough for a file of a few kilobytes on the slowest line.
const ANSWER_WITHIN: u32 = 120_000;

/// Puts `text` to `address` and calls `told` with the HTTP status of the answer, or with nothing when the line broke or
/// the time was up.
pub fn put(address: &str, text: &str, told: impl FnOnce(Option<u16>) + 'static) {
    let kind = Array::of2(&"Content-Type".into(), &"text/plain".into());
    let request = record(&[
        ("method", "PUT".into()),
        ("body", text.into()),
        ("headers", Array::of1(&kind).into()),
        ("credentials", "omit".into()),
        ("redirect", "error".into()),
        ("referrerPolicy", "no-referrer".into()),
        ("signal", end_of_patience().unwrap_or_default()),
    ]);
    let answer = window().fetch_with_str_and_init(address, request.unchecked_ref());
    spawn(async move {
        let answer = JsFuture::from(answer).await;
        told(answer.ok().and_then(|answer| answer.dyn_into::<Response>().ok()).map(|answer| answer.status()));
    });
}

/// Breaks an attempt off when its time is up. Browsers that lack it give up by themselves, later.
fn end_of_patience() -> Option<JsValue> {
    let signal = Reflect::get(&window(), &"AbortSignal".into()).ok()?;
    let timeout: Function = Reflect::get(&signal, &"timeout".into()).ok()?.dyn_into().ok()?;
    timeout.call1(&signal, &ANSWER_WITHIN.into()).ok()
}
