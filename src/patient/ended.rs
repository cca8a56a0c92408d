//! The last screen: nothing is left.

use crate::ui::{heading, paragraph};
use text::Text;
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
