//! Gives the browser time to draw and to hear the person.

use super::clock;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Waits for `milliseconds`; with 0, until whatever waits already had its turn.
pub async fn pause(milliseconds: u32) {
    let mut wait = |done: Function, _: Function| {
        Timeout::new(milliseconds, move || drop(done.call0(&JsValue::NULL))).forget();
    };
    // A timer has nothing that it could refuse.
    let _ = JsFuture::from(Promise::new(&mut wait)).await;
}

/// How long a browser may need to draw what was just said, in milliseconds.
const DRAW_MS: u32 = 60;

/// Waits until the browser has drawn what was just said, before something holds it up.
pub async fn drawn() {
    pause(DRAW_MS).await;
}

/// How long work may hold the browser up, in milliseconds.
const TURN_MS: i64 = 16;

/// Long work in turns with the browser's own.
pub struct Turns {
    since: i64,
}

impl Turns {
    /// Begins the first turn.
    pub fn begin() -> Self {
        Self { since: clock::now_ms() }
    }

    /// Gives the browser its turn, when this one has lasted.
    pub async fn give(&mut self) {
        if clock::now_ms() - self.since >= TURN_MS {
            pause(0).await;
            self.since = clock::now_ms();
        }
    }
}
