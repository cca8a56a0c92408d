//! Waits that end early when the device is online again.

use super::window;
use gloo::{events::EventListener, timers::callback::Timeout};
use std::rc::Rc;

/// A wait; dropping it ends it without a word.
pub struct Wait {
    _time: Timeout,
    _online: EventListener,
}

impl Wait {
    /// Calls `over` after `milliseconds`, or when the device is online again. It may be called once more before the wait
    /// is dropped.
    pub fn new(milliseconds: u32, over: impl Fn() + 'static) -> Self {
        let over = Rc::new(over);
        let early = Rc::clone(&over);
        Self {
            _time: Timeout::new(milliseconds, move || over()),
            _online: EventListener::new(&window(), "online", move |_| early()),
        }
    }
}
