//! A form that is sealed: its receipt, and the next one.

use super::{
    store::{Action, SealedForm},
    view::{Request, View},
};
use crate::ui::{Heading, Notice, Tone, Weight, sentence};
use yew::prelude::*;

/// The screen.
pub(super) fn sealed(view: &View<'_>) -> Html {
    let text = view.text;
    let Some(form) = view.store.sealed.last() else { return Html::default() };
    html! {
        <>
            <Heading>{ text.sealed }</Heading>
            if form.taken {
                <p class="lead">{ (text.saved)(&form.name()) }</p>
            } else {
                <Notice tone={Tone::Careful} spoken=true><p>{ text.not_saved }</p></Notice>
            }
            { receipt(view, form) }
            if !form.warnings.is_empty() {
                <Notice tone={Tone::Careful}>
                    <p>{ text.warnings }</p>
                    <ul>{ for form.warnings.iter().map(|warning| html! { <li>{ sentence(warning) }</li> }) }</ul>
                </Notice>
            }
            <div class="actions">
                { view.button(text.next, Weight::Main, view.act(|| Action::Next)) }
                { save(view, form, text.save_again) }
            </div>
            { list(view) }
        </>
    }
}

fn receipt(view: &View<'_>, form: &SealedForm) -> Html {
    html! {
        <div class="receipt">
            <p>{ view.text.receipt }</p>
            <p class="receipt-code">{ &form.receipt }</p>
            <p class="hint">{ view.text.receipt_hint }</p>
        </div>
    }
}

fn save(view: &View<'_>, form: &SealedForm, label: &'static str) -> Html {
    let receipt = form.receipt.clone();
    view.button(label, Weight::Other, view.ask(move || Request::Save(receipt.clone())))
}

/// Everything that was sealed here.
pub(super) fn list(view: &View<'_>) -> Html {
    let (text, sealed) = (view.text, &view.store.sealed);
    html! {
        <section aria-labelledby="sealed-title">
            <h2 id="sealed-title">{ text.all }</h2>
            <ol class="sealed-list">
                { for sealed.iter().map(|form| html! { <li><code>{ form.name() }</code></li> }) }
            </ol>
            if sealed.len() > 1 {
                <p>{ view.button((text.save_all)(sealed.len()), Weight::Other, view.ask(|| Request::SaveAll)) }</p>
            }
            <div role="status">
                if let Some(taken) = view.store.all_saved {
                    <p>{ (text.all_saved)(taken) }</p>
                }
            </div>
        </section>
    }
}
