//! One tab at a time for one piece of work, by the browser's Web Locks.
//!
//! Promises: as long as a [`Lease`] lives, a tab that asks for the same name without force gets none; a tab that takes
//! it by force makes the other one hear of it. A browser without Web Locks, or one that refuses them (an old one, a page
//! opened as a file), lets every tab go on: politeness is lost then, and no answer, because drafts have a fence of their
//! own (see [`super::drafts`]).
//!
//! The order when a tab takes a name by force: the other tab's lease is broken; only then does the new tab read what is
//! kept and put its own mark on it. A write that the other tab had begun either ended before that, and is read, or finds
//! the mark and changes nothing. Writes that still waited are dropped.

use super::{has, pause::pause, record, spawn, window};
use js_sys::{Function, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// After a reload or a return the page that is gone may hold the name for a moment still, in milliseconds.
const GONE_WITHIN: u32 = 500;

/// The name is this tab's for as long as this lives.
pub struct Lease {
    /// Gives the name back.
    end: Option<Function>,
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let Some(end) = &self.end {
            // Without an answer the browser keeps the name until the tab is closed.
            let _ = end.call0(&JsValue::NULL);
        }
    }
}

/// Takes `name` for this tab; `None` when another tab has it. With `by_force` that tab loses it, and its `lost` is
/// called.
pub async fn take(name: &str, by_force: bool, lost: Rc<dyn Fn()>) -> Option<Lease> {
    let mut waits = !by_force;
    loop {
        let lease = ask(name, by_force, &lost).await;
        if lease.is_some() || !waits {
            return lease;
        }
        waits = false;
        pause(GONE_WITHIN).await;
    }
}

/// Asks once.
async fn ask(name: &str, by_force: bool, lost: &Rc<dyn Fn()>) -> Option<Lease> {
    let Some((locks, request)) = interface() else { return Some(Lease { end: None }) };
    let options = record(&[(if by_force { "steal" } else { "ifAvailable" }, JsValue::TRUE)]);
    let end = Rc::new(RefCell::new(None));
    let answer = Promise::new(&mut |told: Function, _| {
        let granted = on_answer(told.clone(), Rc::clone(&end));
        let asked = request.call3(&locks, &name.into(), &options, &granted);
        spawn(until_broken(asked, told, Rc::clone(&end), Rc::clone(lost)));
    });
    // Nobody refuses this promise.
    let is_ours = JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy());
    let end = end.borrow().clone();
    is_ours.then_some(Lease { end })
}

/// What the browser calls with the lock, or with null: `told` hears which. The lock is held until `end` is called.
fn on_answer(told: Function, end: Rc<RefCell<Option<Function>>>) -> JsValue {
    Closure::once_into_js(move |lock: JsValue| {
        let is_ours = lock.is_truthy();
        // Resolving a promise has nothing that it could refuse.
        let _ = told.call1(&JsValue::NULL, &is_ours.into());
        if !is_ours {
            return JsValue::UNDEFINED;
        }
        Promise::new(&mut |ending, _| drop(end.replace(Some(ending)))).into()
    })
}

/// Waits until the browser is done with what was asked for: a lock that breaks was taken by another tab, an error
/// before it was given means that this browser gives none.
async fn until_broken(
    asked: Result<JsValue, JsValue>,
    told: Function,
    end: Rc<RefCell<Option<Function>>>,
    lost: Rc<dyn Fn()>,
) {
    let done = match asked {
        Ok(asked) => JsFuture::from(Promise::from(asked)).await,
        Err(refused) => Err(refused),
    };
    if done.is_err() {
        if end.borrow().is_some() {
            lost();
        }
        let _ = told.call1(&JsValue::NULL, &JsValue::TRUE);
    }
}

/// The browser's Web Locks and their `request`, which `web_sys` does not offer to everyone yet.
fn interface() -> Option<(JsValue, Function)> {
    let navigator = window().navigator();
    if !has(&navigator, "locks") {
        return None;
    }
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
