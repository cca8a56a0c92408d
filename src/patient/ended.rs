//! The last screen: nothing is left.

use crate::{text::Text, ui::Heading};
use yew::prelude::*;

/// The screen.
pub(super) fn view(words: &'static Text) -> Html {
    let words = &words.ended;
    html! {
        <>
            <Heading>{ words.heading }</Heading>
            <p class="lead">{ words.lead }</p>
            <p>{ words.saved_file }</p>
        </>
    }
}
