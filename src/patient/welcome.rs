//! The offer to carry on. Nothing of the draft is shown: somebody else may have begun it.

use super::{store::Action, view::Request};
use crate::ui::{Weight, button, heading, paragraph};
use text::Text;
use yew::prelude::*;

/// The offer.
pub(super) fn view(words: &'static Text, act: &Callback<Action>, ask: &Callback<Request>) -> Html {
    let words = &words.welcome;
    html! {
        <>
            { heading(words.heading) }
            { paragraph("lead", words.lead) }
            { paragraph("", words.what_is_lost) }
            <div class="actions">
                { button(words.carry_on.into(), Weight::Main, &act.reform(|()| Action::CarryOn)) }
                { button(words.start_again.into(), Weight::Other, &ask.reform(|()| Request::StartAgain)) }
            </div>
        </>
    }
}
