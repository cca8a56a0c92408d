//! The browser's own question "Leave this page?".

use gloo::events::{EventListener, EventListenerOptions};

/// Asks before the page is left, for as long as it lives.
pub struct Warning {
    _listener: EventListener,
}

impl Warning {
    /// Asks from now on.
    pub fn new() -> Self {
        let ask = |event: &web_sys::Event| event.prevent_default();
        let options = EventListenerOptions::enable_prevent_default();
        Self { _listener: EventListener::new_with_options(&super::window(), "beforeunload", options, ask) }
    }
}

impl Default for Warning {
    fn default() -> Self {
        Self::new()
    }
}
