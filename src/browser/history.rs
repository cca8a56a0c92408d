//! The browser's Back and Forward as steps of the page.
//!
//! Promises: an entry of the history holds four numbers, and the address changes only to lose something, so neither a
//! server nor the browser's list of visited pages learns anything. Must never hold an answer or a participant code.

use super::window;
pub use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PopStateEvent, ScrollRestoration};

/// What an entry of the history holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The number of the step that it shows.
    pub step: u32,
    /// How many entries of this page lie before it.
    pub depth: u32,
    /// Whether the step is a side way, from which going on leads back.
    pub returning: bool,
    /// The position of the page's language in the list of them; 0 is English.
    pub language: u32,
}

impl Entry {
    fn from_state(state: &JsValue) -> Option<Self> {
        let numbers: &Array = state.dyn_ref()?;
        let number = |at| numbers.get(at).as_f64().map(|number: f64| number as u32);
        Some(Self { step: number(0)?, depth: number(1)?, returning: number(2)? == 1, language: number(3)? })
    }

    fn to_state(self) -> JsValue {
        let returning = u32::from(self.returning);
        Array::of4(&self.step.into(), &self.depth.into(), &returning.into(), &self.language.into()).into()
    }
}

/// The entry that is shown; `None` on a first visit.
pub fn here() -> Option<Entry> {
    Entry::from_state(&window().history().ok()?.state().ok()?)
}

/// Adds an entry after the one that is shown. A browser that refuses (some do when a page adds too many too fast)
/// only loses its Back: the page goes on.
pub fn push(entry: Entry) {
    if let Ok(history) = window().history() {
        let _ = history.push_state(&entry.to_state(), "");
    }
}

/// Puts an entry in the place of the one that is shown.
pub fn replace(entry: Entry) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&entry.to_state(), "");
    }
}

/// Forgets what the shown entry holds, with the part of its address's fragment that begins with `secret`, and goes to
/// the first one of this page, where [`forget_rest`] does the rest.
pub fn forget(secret: &str) {
    let depth = here().map_or(0, |entry| entry.depth);
    empty(secret);
    if let (Ok(history), true) = (window().history(), depth > 0) {
        let _ = history.go_with_delta(-(depth as i32));
    }
}

/// Forgets what the shown entry holds, as [`forget`] does, and puts an empty one behind it, with which the browser drops
/// all that followed.
pub fn forget_rest(secret: &str) {
    empty(secret);
    if let Ok(history) = window().history() {
        let _ = history.push_state(&JsValue::NULL, "");
    }
}

/// Empties the entry that is shown.
fn empty(secret: &str) {
    let Ok(history) = window().history() else { return };
    let fragment = fragment();
    let kept: Vec<&str> = fragment.split('&').filter(|part| !part.starts_with(secret)).collect();
    let address = ["#", &kept.join("&")].concat();
    // A browser may refuse to change the address of a file on the disk; its entry is emptied all the same.
    if fragment.is_empty() || history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).is_err() {
        let _ = history.replace_state(&JsValue::NULL, "");
    }
}

/// Goes back one entry; the arrival is told to [`on_arrival`].
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// A new step begins at its top: the browser is not to scroll where another step was left.
pub fn scroll_by_hand() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Calls `arrived` whenever Back or Forward led to an entry of this page, for as long as the result lives.
pub fn on_arrival(arrived: impl Fn(Entry) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
        if let Some(entry) = state.and_then(|state| Entry::from_state(&state)) {
            arrived(entry);
        }
    })
}

/// What follows the `#` of the address; no server ever sees it.
pub fn fragment() -> String {
    let fragment = window().location().hash().unwrap_or_default();
    fragment.strip_prefix('#').unwrap_or(&fragment).into()
}

/// Calls `changed` when another link to this same page was opened in this tab, for as long as the result lives.
pub fn on_fragment_change(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| changed())
}
