//! The box to tick beside a key that is there, and the list of keys that are kept.

use super::{
    super::{
        key::Keys,
        steps::error,
        store::Action,
        view::{Request, View},
    },
    KeepAction, KeepProblem, KeepStep, KeptKey,
};
use crate::{
    researcher::words::KeepingWords,
    ui::{Button, CheckLine, SecretField, SecretKind, Weight, check_line},
};
use yew::prelude::*;

/// The ids of the two fields for the passphrase.
pub(super) const PASSPHRASE_ID: &str = "keep-passphrase";
pub(super) const AGAIN_ID: &str = "keep-passphrase-again";
const PROBLEM_ID: &str = "keep-error";
const HINT_ID: &str = "keep-hint";

/// The keys that are kept, each with its way to use and to remove it.
pub(in crate::researcher) fn list(view: &View<'_>) -> Html {
    let (text, keeping) = (&view.text.keeping, &view.store.keeping);
    html! {
        <>
            { told(view) }
            if !keeping.kept.is_empty() {
                <section class="kept-keys" aria-labelledby="kept-title">
                    <h3 id="kept-title">{ text.heading }</h3>
                    <p class="hint">{ text.lead }</p>
                    <ul class="save-list">{ for keeping.kept.iter().map(|kept| one(view, kept)) }</ul>
                </section>
            }
        </>
    }
}

fn one(view: &View<'_>, kept: &KeptKey) -> Html {
    let text = &view.text.keeping;
    let study = if kept.study.is_empty() { text.nameless } else { &kept.study };
    let fingerprint = kept.fingerprint.clone();
    let on_use = view.act(move || Action::Keep(KeepAction::Use(fingerprint.clone())));
    let short = kept.fingerprint.split(' ').next().unwrap_or_default();
    html! {
        <li key={kept.fingerprint.clone()}>
            <p>
                <strong>{ study }</strong><br />
                { text.fingerprint }{ " " }<code>{ &kept.fingerprint }</code>
            </p>
            <p class="kept-ways">
                <Button label={(text.use_it)(study, short)} weight={Weight::Other} on_select={on_use} />
                { remove(view, (text.remove)(study, short).into(), kept.fingerprint.clone()) }
            </p>
        </li>
    }
}

/// That `keys` are kept, or the box to tick for it. The sample's key is everybody's: there is nothing to keep.
pub(in crate::researcher) fn offer(view: &View<'_>, keys: &Keys) -> Html {
    let (text, keeping) = (&view.text.keeping, &view.store.keeping);
    if view.store.study.as_deref().is_some_and(|study| study.is_sample) {
        return Html::default();
    }
    if keeping.has(keys) {
        return html! {
            <div class="keeping" key="kept">
                { told(view) }
                <p role="status">{ text.kept }</p>
                <p>{ remove(view, text.remove_this.into(), keys.fingerprint().into()) }</p>
            </div>
        };
    }
    if keeping.step == KeepStep::Locking {
        return html! { <p role="status" key="locking">{ text.locking }</p> };
    }
    html! {
        <div class="keeping" key="offer">
            { told(view) }
            { check_line(CheckLine {
                id: "keep-key",
                label: text.offer.into(),
                hint: text.offer_hint.into(),
                ticked: keeping.wanted,
                fixed: false,
                described_by: None,
                on_tick: view.act(|| Action::Keep(KeepAction::Tick)),
            }) }
            if keeping.wanted {
                { passphrases(view) }
            }
        </div>
    }
}

/// What is typed is no part of the page's state, and is taken out when the key is locked.
fn passphrases(view: &View<'_>) -> Html {
    let text = &view.text.keeping;
    let problem = match view.store.keeping.step {
        KeepStep::Refused(problem) => Some(words(text, problem)),
        _ => None,
    };
    let described = [HINT_ID, " ", PROBLEM_ID].concat();
    html! {
        <>
            { error(view, PROBLEM_ID, problem.map(Html::from)) }
            <p id={HINT_ID} class="hint">{ text.passphrase_hint }</p>
            <div class="secret-field">
                <label for={PASSPHRASE_ID}>{ text.passphrase }</label>
                <div class="secret-line">
                    <input type="password" id={PASSPHRASE_ID} aria-describedby={described.clone()}
                        aria-invalid={problem.map(|_| "true")} autocomplete={SecretKind::NewPassphrase.autocomplete()} autocapitalize="off"
                        autocorrect="off" spellcheck="false" />
                </div>
            </div>
            <SecretField id={AGAIN_ID} label={text.again} kind={SecretKind::NewPassphrase} button={text.keep} described_by={described}
                wrong={problem.is_some()} on_ready={view.on.reform(|()| Request::KeepKey)} />
        </>
    }
}

fn remove(view: &View<'_>, label: AttrValue, fingerprint: String) -> Html {
    let on_select = view.on.reform(move |()| Request::RemoveKept(fingerprint.clone()));
    html! { <Button {label} weight={Weight::Quiet} {on_select} /> }
}

/// What became of a removal. The place is always there, because a screen reader speaks only of changes in places that it
/// knows.
fn told(view: &View<'_>) -> Html {
    let text = &view.text.keeping;
    let words = match view.store.keeping.step {
        KeepStep::Removed => text.removed,
        KeepStep::NotRemoved => text.not_removed,
        _ => "",
    };
    html! { <p role="status">{ words }</p> }
}

fn words(text: &KeepingWords, problem: KeepProblem) -> &'static str {
    match problem {
        KeepProblem::NoPassphrase => text.no_passphrase,
        KeepProblem::Differs => text.differs,
        KeepProblem::Short => text.short,
        KeepProblem::Blocked => text.blocked,
    }
}
