//! The browser's own interfaces, one file a purpose.
//!
//! Promises: nothing else in the pages names `web_sys` or `js_sys`; a browser that refuses something (storage,
//! sharing, the clipboard) gives `false` or an error value, never a panic. Must never know a questionnaire: it gets
//! bytes, texts and numbers.

pub mod address;
pub mod build;
pub mod clipboard;
pub mod clock;
pub mod content;
pub mod download;
pub mod drafts;
pub mod drop_files;
pub mod errand;
pub mod event;
pub mod fetch;
pub mod focus;
pub mod frame;
pub mod history;
pub mod next_field;
pub mod pause;
pub mod print;
pub mod random;
pub mod read_files;
pub mod save_file;
pub mod secret;
pub mod send;
pub mod share;
pub mod shelf;
pub mod speech;
pub mod tabs;
pub mod title;
pub mod unload;
pub mod viewport;
pub mod wait;
pub mod worker;

use std::future::Future;

/// Every page runs in a window. In a worker nothing is called that needs one: [`worker`], [`clock`], [`pause`] and the
/// reading of files do not.
fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

fn document() -> web_sys::Document {
    window().document().expect("a page's window has a document")
}

/// Whether `target` has something called `name` that is not undefined: older browsers lack whole interfaces, and
/// calling what is not there would stop the page.
fn has(target: &wasm_bindgen::JsValue, name: &str) -> bool {
    js_sys::Reflect::get(target, &name.into()).is_ok_and(|found| !found.is_undefined() && !found.is_null())
}

/// A plain object of the browser's, with these keys and values.
fn record(entries: &[(&str, wasm_bindgen::JsValue)]) -> js_sys::Object {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        // A plain object takes any key.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object
}

/// Runs `task` to its end without waiting for it.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
