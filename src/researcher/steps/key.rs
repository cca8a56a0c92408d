//! The step of the key.

use super::{KEY_ID, KEY_TITLE_ID, PASSPHRASE_ID, error};
use crate::{
    researcher::{
        keeping::{list, offer},
        key::{BEGINNING, KeyProblem, Keys, ProtectedKey},
        store::{Action, KeyState},
        view::{Request, View},
        words::RESEARCHER_EN,
    },
    ui::{Button, FileField, Notice, SecretField, SecretKind, Tone, Weight},
};
use yew::prelude::*;

/// The step.
pub(in crate::researcher) fn key_step(view: &View<'_>) -> Html {
    let text = &view.text.key;
    let body = match &view.store.key {
        KeyState::Nothing => asking(view, None),
        KeyState::Refused(problem) => asking(view, Some(*problem)),
        KeyState::Reading => html! { <p role="status">{ text.reading }</p> },
        KeyState::Protected(key, problem) => protected(view, key, *problem),
        KeyState::Unlocking(_) => html! { <p role="status">{ text.unlocking }</p> },
        KeyState::Ready(keys) => ready(view, keys),
    };
    html! {
        <section class="step" aria-labelledby={KEY_TITLE_ID}>
            <h2 id={KEY_TITLE_ID} tabindex="-1">{ text.heading }</h2>
            { body }
        </section>
    }
}

fn asking(view: &View<'_>, problem: Option<KeyProblem>) -> Html {
    let text = &view.text.key;
    html! {
        <div key="asking" class="ways">
            { list(view) }
            <p id="key-hint" class="hint">
                { text.hint }{ " " }{ text.beginning }{ " " }<code class="key-beginning">{ BEGINNING }</code>
            </p>
            { error(view, "key-error", problem.map(|problem| key_words(problem).into())) }
            <SecretField id={KEY_ID} label={text.paste} button={text.use_pasted} described_by="key-hint key-error"
                wrong={problem.is_some()} on_ready={view.on.reform(|()| Request::KeyPasted)} />
            <FileField id="key-file" label={text.choose} described_by="key-hint key-error"
                on_choose={view.on.reform(Request::KeyChosen)} />
        </div>
    }
}

fn protected(view: &View<'_>, key: &ProtectedKey, problem: Option<KeyProblem>) -> Html {
    let (text, kept) = (&view.text.key, &view.text.keeping);
    let (lead, button) =
        if key.is_kept() { (kept.protected, kept.unlock) } else { (text.protected, text.unlock) };
    let wrong = |problem| match problem {
        KeyProblem::WrongPassphrase if key.is_kept() => kept.wrong_passphrase,
        problem => key_words(problem),
    };
    html! {
        <div key="protected" class="ways">
            <p id="passphrase-hint">{ lead }</p>
            { error(view, "passphrase-error", problem.map(|problem| wrong(problem).into())) }
            <SecretField id={PASSPHRASE_ID} label={text.passphrase} kind={SecretKind::Passphrase} {button}
                described_by="passphrase-hint passphrase-error" wrong={problem.is_some()}
                on_ready={view.on.reform(|()| Request::PassphraseTyped)} />
            { forget(view) }
        </div>
    }
}

fn ready(view: &View<'_>, keys: &Keys) -> Html {
    let text = &view.text.key;
    let fits = view.store.study.as_deref().map(|study| keys.fit(&study.offer.study.recipients));
    html! {
        <div key="ready" class="ways">
            <p class="chosen" role="status">
                <strong>{ text.ready }</strong>
                if fits == Some(true) {
                    { " " }{ text.fits }
                }
            </p>
            if fits == Some(false) {
                <Notice tone={Tone::Careful} spoken=true><p>{ text.does_not_fit }</p></Notice>
            }
            { forget(view) }
            { offer(view, keys) }
        </div>
    }
}

fn forget(view: &View<'_>) -> Html {
    let on_select = view.act(|| Action::ForgetKey);
    html! { <p><Button label={view.text.key.forget} weight={Weight::Quiet} {on_select} /></p> }
}

/// What is wrong with a key, and what to do.
pub(in crate::researcher) fn key_words(problem: KeyProblem) -> &'static str {
    let text = &RESEARCHER_EN.key;
    match problem {
        KeyProblem::Empty => text.empty,
        KeyProblem::Unreadable => text.unreadable,
        KeyProblem::TooLarge => text.too_large,
        KeyProblem::Public => text.public,
        KeyProblem::NotAKey => text.not_a_key,
        KeyProblem::Mistyped => text.mistyped,
        KeyProblem::SealedFile => text.sealed_file,
        KeyProblem::Damaged => text.damaged,
        KeyProblem::NoPassphrase => text.no_passphrase,
        KeyProblem::WrongPassphrase => text.wrong_passphrase,
    }
}
