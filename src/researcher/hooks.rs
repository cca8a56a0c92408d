//! What every room of the page does with the browser.

use crate::browser::{focus, title, unload::Warning};
use yew::prelude::*;

/// Asks before the page is left for as long as something would be lost.
#[hook]
pub(super) fn use_warning(would_lose: bool) {
    use_effect_with(would_lose, |would_lose| {
        let warning = would_lose.then(Warning::new);
        move || drop(warning)
    });
}

/// After each change the window gets the title of the state, and the focus goes to the id that `target` names, if any:
/// it is given the state before, where there was one, and the state now.
#[hook]
pub(super) fn use_following<S, T>(
    state: &S,
    title_of: impl FnOnce(&S) -> String + 'static,
    target: impl FnOnce(Option<&S>, &S) -> Option<T> + 'static,
) where
    S: Clone + PartialEq + 'static,
    T: AsRef<str> + 'static,
{
    let before = use_mut_ref(|| None::<S>);
    use_effect_with(state.clone(), move |now| {
        title::set(&title_of(now));
        let before = before.replace(Some(now.clone()));
        if let Some(target) = target(before.as_ref(), now) {
            focus::to(target.as_ref());
        }
    });
}
