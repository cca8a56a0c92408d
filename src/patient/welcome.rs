//! The offer to carry on. Nothing of the draft is shown: somebody else may have begun it.

use super::{store::Action, view::Request};
use crate::{
    text::Text,
    ui::{Button, Heading, Weight},
};
use yew::prelude::*;

/// The offer.
pub(super) fn view(words: &'static Text, act: &Callback<Action>, ask: &Callback<Request>) -> Html {
    let words = &words.welcome;
    html! {
        <>
            <Heading>{ words.heading }</Heading>
            <p class="lead">{ words.lead }</p>
            <p>{ words.what_is_lost }</p>
            <div class="actions">
                <Button label={words.carry_on} on_select={act.reform(|()| Action::CarryOn)} />
                <Button weight={Weight::Other} label={words.start_again} on_select={ask.reform(|()| Request::StartAgain)} />
            </div>
        </>
    }
}
