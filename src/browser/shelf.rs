//! Texts that stay on the device because a person asked for it, by name.
//!
//! Promises: they stay until they are removed, or the person clears what the browser keeps; a browser that keeps nothing,
//! or is full, gives `false` or no texts. Must never be used for anything that nobody asked to keep: other pages of the
//! same host can read what is here.
//!
//! It goes through the names that browsers give their local storage, because a browser that forbids it throws when it is
//! only looked at.

use super::window;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Name and text of everything whose name begins with `beginning`, by name.
pub fn all(beginning: &str) -> Vec<(String, String)> {
    let Some(shelf) = shelf() else { return Vec::new() };
    let names = Object::keys(&shelf).into_iter().filter_map(|name| name.as_string());
    let mut found: Vec<(String, String)> = names
        .filter(|name| name.starts_with(beginning))
        .filter_map(|name| {
            let text = call(&shelf, "getItem", &[&name])?.as_string()?;
            Some((name, text))
        })
        .collect();
    found.sort();
    found
}

/// Keeps `text` as `name`, in the place of what was kept so, and gives whether the browser took it.
pub fn put(name: &str, text: &str) -> bool {
    shelf().is_some_and(|shelf| call(&shelf, "setItem", &[name, text]).is_some())
}

/// Removes what is kept as `name` and gives whether it is gone.
pub fn remove(name: &str) -> bool {
    shelf().is_some_and(|shelf| call(&shelf, "removeItem", &[name]).is_some())
}

fn shelf() -> Option<Object> {
    Reflect::get(&window(), &"localStorage".into()).ok()?.dyn_into().ok()
}

fn call(shelf: &Object, name: &str, given: &[&str]) -> Option<JsValue> {
    let function: Function = Reflect::get(shelf, &name.into()).ok()?.dyn_into().ok()?;
    let given: Array = given.iter().map(|text| JsValue::from(*text)).collect();
    function.apply(shelf, &given).ok()
}
