//! Says politely that something takes longer than a moment.

use crate::browser::{pause::pause, spawn};
use std::{cell::Cell, rc::Rc};
use yew::prelude::*;

/// What takes less than this is not worth a word, in milliseconds.
const MOMENT_MS: u32 = 400;

/// What a [`Working`] takes.
#[derive(Properties, PartialEq)]
pub(super) struct WorkingProps {
    /// What is said.
    pub(super) words: &'static str,
    /// Whether something is on its way.
    pub(super) is_working: bool,
}

/// The place where it is said. It is always there: a screen reader speaks only of changes in places that it knows.
#[component]
pub(super) fn Working(props: &WorkingProps) -> Html {
    let is_said = use_state(|| false);
    use_effect_with(props.is_working, {
        let is_said = is_said.setter();
        move |is_working| {
            let is_wanted = Rc::new(Cell::new(*is_working));
            if *is_working {
                let is_wanted = is_wanted.clone();
                spawn(async move {
                    pause(MOMENT_MS).await;
                    if is_wanted.get() {
                        is_said.set(true);
                    }
                });
            } else {
                is_said.set(false);
            }
            move || is_wanted.set(false)
        }
    });
    html! { <p class="working" role="status">if *is_said && props.is_working { { props.words } }</p> }
}
