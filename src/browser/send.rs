//! Sends a file to a host with HTTP's `PUT`.
//!
//! Promises: nothing goes along but the file: no cookie, no password, no address of the page; an answer that leads
//! elsewhere counts as none. Must never know what is in the file.

use super::{spawn, window};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReferrerPolicy, RequestCredentials, RequestInit, RequestRedirect, Response};

/// How long one attempt may take, in milliseconds: long enough for a file of a few kilobytes on the slowest line.
const ANSWER_WITHIN: u32 = 120_000;

/// An attempt that is under way; dropping it breaks it off.
pub struct Attempt {
    controller: Option<AbortController>,
}

impl Attempt {
    /// Puts `text` to `address` and calls `told` with the HTTP status of the answer, or with nothing when the line
    /// broke, the time was up or the attempt was broken off.
    pub fn start(address: &str, text: &str, told: impl FnOnce(Option<u16>) + 'static) -> Self {
        let controller = AbortController::new().ok();
        let request = request(text);
        request.set_signal(controller.as_ref().map(AbortController::signal).as_ref());
        let answer = window().fetch_with_str_and_init(address, &request);
        let late = controller.clone();
        let time = Timeout::new(ANSWER_WITHIN, move || break_off(late.as_ref()));
        spawn(async move {
            let answer = JsFuture::from(answer).await;
            drop(time);
            told(
                answer
                    .ok()
                    .and_then(|answer| answer.dyn_into::<Response>().ok())
                    .map(|answer| answer.status()),
            );
        });
        Self { controller }
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        break_off(self.controller.as_ref());
    }
}

fn request(text: &str) -> RequestInit {
    let request = RequestInit::new();
    request.set_method("PUT");
    request.set_body(&text.into());
    let kind = Array::of2(&"Content-Type".into(), &"text/plain".into());
    request.set_headers(&JsValue::from(Array::of1(&kind)));
    request.set_credentials(RequestCredentials::Omit);
    request.set_redirect(RequestRedirect::Error);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request
}

fn break_off(controller: Option<&AbortController>) {
    if let Some(controller) = controller {
        controller.abort();
    }
}
