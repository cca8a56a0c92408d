//! The same questionnaire is open in another tab. Nothing of it is shown: this tab holds none of it.

use super::view::Request;
use crate::ui::{Weight, button, heading, paragraph};
use text::Text;
use yew::prelude::*;

/// The screen.
pub(super) fn view(words: &'static Text, ask: &Callback<Request>) -> Html {
    let words = &words.elsewhere;
    let here = ask.reform(|()| Request::CarryOnHere);
    html! {
        <>
            { heading(words.heading) }
            { paragraph("lead", words.lead) }
            <div class="actions">{ button(words.carry_on_here.into(), Weight::Main, &here) }</div>
        </>
    }
}
