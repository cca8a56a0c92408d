//! The last screen: nothing is left.

use crate::{text::Text, ui::heading};
use yew::prelude::*;

/// The screen.
pub(super) fn view(words: &'static Text) -> Html {
    let words = &words.ended;
    html! {
        <>
            { heading(words.heading) }
            <p class="lead">{ words.lead }</p>
            <p>{ words.saved_file }</p>
        </>
    }
}
