//! A frame inside the page that shows a page of its own, so that it has a width, and style sheets, of its own.
//!
//! Promises: nothing is loaded: the frame is empty, belongs to this page's origin, and is drawn into from here. Its styles
//! are put in as objects, which the page's policy allows where it allows no style inside a page. Must never run a script.

use super::document;
use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlIFrameElement};

/// Dresses the empty page in the frame with this id, and gives the element to draw into.
pub fn enter(id: &str, styles: &[&str]) -> Option<Element> {
    let inner = inside(id)?;
    let _ = inner.document_element()?.set_attribute("lang", "en-GB");
    // A browser without such sheets shows the page undressed.
    let _ = dress(&inner, styles);
    let body: Element = inner.body()?.into();
    // Links of the drawn page lead to places in it, and their targets are looked for in this page.
    let place = inner.clone();
    EventListener::new(&inner, "click", move |event| {
        follow(&place, event);
    })
    .forget();
    Some(body)
}

/// Moves the focus to the element `id` in the frame.
pub fn focus(frame: &str, id: &str) {
    if let Some(inner) = inside(frame) {
        focus_in(&inner, id);
    }
}

/// Moves the focus to the element `id` in the frame once it is drawn, and the frame's page to its top. The page around it
/// stays where it is.
pub fn begin_at(frame: &'static str, id: &'static str) {
    Timeout::new(50, move || {
        let Some(inner) = inside(frame) else { return };
        if let Some(window) = inner.default_view() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        // Only where somebody walks in it: whoever types beside it keeps their place.
        if inner.has_focus().unwrap_or_default() {
            focus_in(&inner, id);
        }
    })
    .forget();
}

fn inside(id: &str) -> Option<Document> {
    document().get_element_by_id(id)?.dyn_into::<HtmlIFrameElement>().ok()?.content_document()
}

/// Elements of another window are not of this window's kinds, so that is not asked for.
fn focus_in(inner: &Document, id: &str) -> bool {
    let found = inner.get_element_by_id(id);
    found.is_some_and(|found| found.unchecked_into::<HtmlElement>().focus().is_ok())
}

fn dress(inner: &Document, styles: &[&str]) -> Result<(), JsValue> {
    let window: JsValue = inner.default_view().ok_or(JsValue::NULL)?.into();
    let kind: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheets = Array::new();
    for text in styles {
        let sheet = Reflect::construct(&kind, &Array::new())?;
        let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.unchecked_into();
        replace.call1(&sheet, &(*text).into())?;
        sheets.push(&sheet);
    }
    Reflect::set(inner, &"adoptedStyleSheets".into(), &sheets).map(drop)
}

fn follow(inner: &Document, event: &Event) {
    let Some(target) = event.target() else { return };
    let target: Element = target.unchecked_into();
    let Ok(Some(link)) = target.closest("a[href^='#']") else { return };
    event.prevent_default();
    let place = link.get_attribute("href").unwrap_or_default();
    focus_in(inner, place.trim_start_matches('#'));
}
