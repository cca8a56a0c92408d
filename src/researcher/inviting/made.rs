//! What was made: how many, for whom, and how to save and print them.

use super::{
    letters::letters,
    make::Made,
    store::Action,
    view::{Request, View},
};
use crate::ui::{Heading, Notice, Tone, Weight};
use engine::study::Offer;
use text::EN;
use yew::prelude::*;

/// How many people the list shows: enough to see that it is the right one.
const SHOWN: usize = 10;

/// The screen.
pub(super) fn made(view: &View<'_>, offer: &Offer, done: &Made) -> Html {
    let text = view.text;
    let count = done.invited.len();
    let until = done.expires.as_deref().map(|day| EN.help.spoken_day(day));
    html! {
        <>
            <div class="on-screen">
                <Heading>{ (text.made)(count) }</Heading>
                <p class="lead">{ (text.made_lead)(&done.wave, until.as_deref(), done.new_codes) }</p>
                <Notice tone={Tone::Careful}><p>{ text.careful }</p></Notice>
                <div class="actions">
                    { view.button((text.save)(&done.zip_name()), Weight::Main, view.ask(|| Request::Save)) }
                    { view.button((text.print)(count), Weight::Other, view.ask(|| Request::Print)) }
                    { view.button(text.others, Weight::Quiet, view.act(|| Action::Others)) }
                </div>
                <div role="status">
                    if let Some(taken) = view.store.saved {
                        <p>{ (text.saved)(taken) }</p>
                    }
                </div>
                <h2>{ text.in_zip }</h2>
                <dl class="in-zip">
                    { for text.files.iter().map(|[name, what]| html! {
                        <div><dt><code>{ *name }</code></dt><dd>{ *what }</dd></div>
                    }) }
                </dl>
                <h2 id="invited-title">{ text.people }</h2>
                if count > SHOWN {
                    <p>{ (text.first)(SHOWN, count) }</p>
                }
                <div class="table-frame" role="region" tabindex="0" aria-labelledby="invited-title">
                    <table>
                        <thead><tr>{ for text.columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
                        <tbody>{ for done.invited.iter().take(SHOWN).map(|one| html! {
                            <tr>
                                <td><code>{ one.person.participant.to_string() }</code></td>
                                <td>{ one.person.site.clone().unwrap_or_default() }</td>
                            </tr>
                        }) }</tbody>
                    </table>
                </div>
            </div>
            if view.store.printing {
                { letters(offer, done) }
            }
        </>
    }
}
