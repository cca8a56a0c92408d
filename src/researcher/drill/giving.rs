//! Giving keys, and what each of them showed.

use super::{
    store::{Action, Waiting},
    trial::Trial,
    view::{Request, View},
};
use crate::{
    researcher::{steps::key_words, words::RESEARCHER_EN},
    ui::{FileField, SecretField, SecretKind, Weight},
};
use setup::drill::Finding;
use yew::prelude::*;

/// The id of the field for a passphrase.
pub(super) const PASSPHRASE_ID: &str = "drill-passphrase";
/// The id of the field for a pasted key.
pub(super) const PASTE_ID: &str = "drill-pasted";
/// The id of the heading of what was tried.
pub(super) const TRIED_ID: &str = "drill-tried";

/// The step that takes key files, and passphrases one after the other.
pub(super) fn giving(view: &View<'_>) -> Html {
    let text = view.text;
    let body = match view.store.waiting.first() {
        Some(_) if view.store.unlocking => html! { <p key="unlocking" role="status">{ text.unlocking }</p> },
        Some(first) => locked(view, first),
        None => html! {
            <div key="giving" class="ways">
                <p id="drill-hint" class="hint">{ text.give_hint }</p>
                <FileField id="drill-files" label={text.choose} multiple=true described_by="drill-hint"
                    on_choose={view.on.reform(Request::KeysChosen)} />
                <SecretField id={PASTE_ID} label={text.paste} button={text.try_pasted} described_by="drill-hint"
                    on_ready={view.on.reform(|()| Request::KeyPasted)} />
            </div>
        },
    };
    html! {
        <section class="step" aria-labelledby="drill-give">
            <h2 id="drill-give">{ text.give }</h2>
            { body }
        </section>
    }
}

fn locked(view: &View<'_>, first: &Waiting) -> Html {
    let (text, store) = (view.text, view.store);
    let problem = store.problem.map(key_words);
    html! {
        <div key="locked" class="ways">
            <p id="drill-locked">{ (text.locked)(&first.name, store.waiting.len() - 1) }</p>
            <div id="drill-error" class={problem.map(|_| "error-message")} role="alert">
                if let Some(problem) = problem {
                    <span class="visually-hidden">{ RESEARCHER_EN.page.error }{ " " }</span>{ problem }
                }
            </div>
            <SecretField id={PASSPHRASE_ID} label={text.passphrase} kind={SecretKind::Passphrase} button={text.unlock}
                described_by="drill-locked drill-error" wrong={problem.is_some()}
                on_ready={view.on.reform(|()| Request::PassphraseTyped)} />
            <p>{ view.act(text.pass_over, Weight::Quiet, || Action::PassOver) }</p>
        </div>
    }
}

/// What was tried, the last one first: it is what somebody waits for.
pub(super) fn tried(view: &View<'_>) -> Html {
    let (text, trials) = (view.text, &view.store.trials);
    html! {
        <section class="step" aria-labelledby={TRIED_ID}>
            <h2 id={TRIED_ID} tabindex="-1">{ text.tried }</h2>
            if trials.is_empty() {
                <p>{ text.nothing }</p>
            } else {
                <ol class="drill-trials" reversed=true>{ for trials.iter().rev().map(|trial| one(view, trial)) }</ol>
            }
        </section>
    }
}

fn one(view: &View<'_>, trial: &Trial) -> Html {
    let text = view.text;
    let name = trial.name.as_deref().unwrap_or(text.pasted);
    let said: Vec<&'static str> = match &trial.found {
        Ok(found) => found.iter().map(|one| (text.finding)(*one)).collect(),
        Err(problem) => vec![text.not_tried, key_words(*problem)],
    };
    let is_used = |one: &Finding| matches!(one, Finding::Opens(_) | Finding::Signs);
    let mark = match &trial.found {
        Ok(found) if found.iter().all(is_used) => text.fits,
        Ok(_) if trial.is_well() => text.not_in_use,
        _ => text.look_here,
    };
    html! {
        <li class={(!trial.is_well()).then_some("is-wrong")}>
            <strong>{ name }</strong>{ " " }<span class="mark">{ mark }</span>
            { for said.iter().map(|sentence| html! { <p>{ *sentence }</p> }) }
        </li>
    }
}
