//! There is nothing to fill in: why, and how to take part otherwise.

use super::{stage::Unavailable, view::Request};
use crate::ui::{Weight, button, heading, paragraph};
use text::Text;
use yew::prelude::*;

/// The screen.
pub(super) fn view(why: Unavailable, words: &'static Text, ask: &Callback<Request>) -> Html {
    let words = &words.unavailable;
    let reason = match why {
        Unavailable::NotLoaded => words.not_loaded,
        Unavailable::NotValid => words.not_valid,
        Unavailable::WrongLink => words.wrong_link,
        Unavailable::NotInvited => words.not_invited,
        Unavailable::Expired => words.expired,
        Unavailable::OtherKeys => words.other_keys,
    };
    html! {
        <>
            { heading(words.heading) }
            { paragraph("lead", reason) }
            { paragraph("", words.other_ways) }
            if why == Unavailable::NotLoaded {
                <div class="actions">
                    { button(words.try_again.into(), Weight::Main, &ask.reform(|()| Request::Reload)) }
                </div>
            }
        </>
    }
}
