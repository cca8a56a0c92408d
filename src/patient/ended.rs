//! The last screen: nothing is left.

use crate::{
    text::Text,
    ui::{heading, paragraph},
};
use yew::prelude::*;

/// The screen.
pub(super) fn view(words: &'static Text) -> Html {
    let words = &words.ended;
    html! {
        <>
            { heading(words.heading) }
            { paragraph("lead", words.lead) }
            { paragraph("", words.saved_file) }
        </>
    }
}
