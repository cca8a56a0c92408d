//! The keys: whose they are, what losing one means, and making them.

use super::super::{
    keys::{KeyFolder, KeyMaking},
    list::List,
    part::Part,
    store::{Action, Saved},
    view::{Request, Shown},
};
use crate::{
    researcher::words::builder::Say,
    ui::{Button, CheckLine, FormField, Notice, Tone, Typing, Weight, check_line, details, form_field},
};
use sealed::{Recipient, fingerprint};
use yew::prelude::*;

/// The ids of the fields for passphrases: the team's twice, the recovery key's twice.
pub(in super::super) const PASSPHRASES: [&str; 4] =
    ["team-passphrase", "team-passphrase-again", "recovery-passphrase", "recovery-passphrase-again"];
/// The id of what is said about keys that were made.
pub(in super::super) const MADE_ID: &str = "keys-made";
/// The id of what is said while they are made.
pub(in super::super) const MAKING_ID: &str = "keys-making";
/// The id of why none were made.
pub(in super::super) const MISTAKE_ID: &str = "keys-mistake";

/// The part.
pub(super) fn keys(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let body = html! {
        <>
            <ul class="key-facts">
                { for [Say::TeamKey, Say::RecoveryKey, Say::SigningKey].map(|what| html! { <li>{ view.say(what) }</li> }) }
            </ul>
            <Notice tone={Tone::Careful}><p>{ view.say(Say::LoseBoth) }</p></Notice>
            { shown.errors("recipients", &shown.problems_at("recipients")) }
            { making(shown) }
            { recipients(shown) }
        </>
    };
    shown.part(Part::Keys, body)
}

fn making(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    match &view.store.keys {
        KeyMaking::Making => html! {
            <p id={MAKING_ID} key="making" class="chosen" role="status" tabindex="-1">{ view.say(Say::MakingKeys) }</p>
        },
        KeyMaking::Made(keys, _) => made(shown, keys),
        KeyMaking::Nothing | KeyMaking::Refused(_) if shown.draft.study.recipients.is_empty() => {
            html! { <div key="form">{ form(shown, false) }</div> }
        }
        KeyMaking::Nothing => {
            html! { <div key="again">{ details(view.say(Say::MakeHeading), "more", form(shown, true)) }</div> }
        }
        // What is wrong must not be folded away.
        KeyMaking::Refused(_) => html! { <div key="form">{ form(shown, true) }</div> },
    }
}

fn form(shown: &Shown<'_>, again: bool) -> Html {
    let view = shown.view;
    let mistake = match &view.store.keys {
        KeyMaking::Refused(mistake) => Some((view.text.key_mistake)(*mistake)),
        _ => None,
    };
    let is_open = view.store.open_keys;
    html! {
        <fieldset class="make-keys">
            <legend>{ view.say(Say::MakeHeading) }</legend>
            <p>{ view.say(Say::MakeLead) }</p>
            if again {
                <Notice tone={Tone::Careful}><p>{ view.say(Say::MakeAgain) }</p></Notice>
            }
            <div id={MISTAKE_ID} class={mistake.map(|_| "error-message")} tabindex="-1">
                if let Some(mistake) = mistake {
                    <span class="visually-hidden">{ view.say(Say::Error) }{ " " }</span>{ mistake }
                }
            </div>
            if !is_open {
                <p id="passphrase-hint" class="hint">{ view.say(Say::PassphraseHint) }</p>
                { for PASSPHRASES.iter().enumerate().map(|(at, id)| passphrase(shown, at, id)) }
            }
            { check_line(CheckLine {
                id: "open-keys",
                label: view.say(Say::OpenKeys).into(),
                hint: view.say(Say::OpenKeysHint).into(),
                ticked: is_open,
                fixed: false,
                described_by: None,
                on_tick: view.act(|| Action::OpenKeys),
            }) }
            <p><Button label={view.say(Say::MakeKeys)} weight={Weight::Other}
                on_select={view.ask(|| Request::MakeKeys)} /></p>
        </fieldset>
    }
}

/// A field for a passphrase: what is typed is no part of the page's state, and is taken out when the keys are made.
fn passphrase(shown: &Shown<'_>, at: usize, id: &'static str) -> Html {
    let whose = if at < 2 { Say::TeamPassphrase } else { Say::RecoveryPassphrase };
    html! {
        <div class="form-field" key={id}>
            <label for={id}>
                { shown.view.say(whose) }
                if at % 2 == 1 {
                    { ": " }{ shown.view.say(Say::SameAgain) }
                }
            </label>
            <input type="password" {id} aria-describedby="passphrase-hint" autocomplete="new-password"
                autocapitalize="off" autocorrect="off" spellcheck="false" />
        </div>
    }
}

fn made(shown: &Shown<'_>, keys: &KeyFolder) -> Html {
    let view = shown.view;
    html! {
        <div key="made" class="keys-made">
            <p id={MADE_ID} class="chosen" tabindex="-1"><strong>{ view.say(Say::KeysMade) }</strong></p>
            <p>{ view.say(Say::KeysWhere) }</p>
            if !keys.is_protected {
                <Notice tone={Tone::Careful}><p>{ view.say(Say::KeysOpen) }</p></Notice>
            }
            <div class="row-buttons">
                <Button label={view.say(Say::SaveKeys)} on_select={view.ask(|| Request::Save(Saved::Keys))} />
                <Button label={view.say(Say::SaveSheet)} weight={Weight::Other}
                    on_select={view.ask(|| Request::Save(Saved::Sheet))} />
                <Button label={view.say(Say::ForgetKeys)} weight={Weight::Quiet}
                    on_select={view.act(|| Action::ForgetKeys)} />
            </div>
        </div>
    }
}

/// The public keys that the study names, and a field for one more.
fn recipients(shown: &Shown<'_>) -> Html {
    let (view, study) = (shown.view, &shown.draft.study);
    let list = List::Recipients;
    let items = study.recipients.iter().enumerate().map(|(at, text)| {
        let path = format!("recipients[{at}]");
        let print = match text.parse::<Recipient>() {
            Ok(recipient) => (view.text.fingerprint)(&fingerprint(&recipient)),
            Err(_) => view.say(Say::UnreadableKey).into(),
        };
        let name = (view.text.one)(&list, at + 1);
        html! {
            <li key={at}>
                <code>{ print }</code>
                { shown.row_button((view.text.remove)(&name), &list, at, Action::Remove) }
                { shown.errors(&path, &shown.problems_at(&path)) }
            </li>
        }
    });
    let signs = if study.signing_key.is_some() { Say::HasSigningKey } else { Say::NoSigningKey };
    html! {
        <div class="recipients">
            <h3>{ view.say(Say::RecipientsHeading) }</h3>
            <p class="hint">{ view.say(Say::RecipientsLead) }</p>
            if study.recipients.is_empty() {
                <p>{ view.say(Say::NoRecipients) }</p>
            } else {
                <ul>{ for items }</ul>
            }
            { form_field(FormField {
                id: "new-recipient",
                label: view.say(Say::NewRecipient),
                hint: view.say(Say::NewRecipientHint),
                value: view.store.new_recipient.clone(),
                language: None,
                errors: Vec::new(),
                error_word: view.say(Say::Error),
                typing: Typing::Code,
                on_type: view.on.reform(|text| Request::Do(Action::TypeRecipient(text))),
            }) }
            <p><Button label={view.say(Say::AddRecipient)} weight={Weight::Other}
                on_select={view.act(|| Action::AddRecipient)} /></p>
            { shown.errors("signing_key", &shown.problems_at("signing_key")) }
            <p>{ view.say(signs) }</p>
            { earlier(shown) }
        </div>
    }
}

/// Keys that signed invitations before, which still count.
fn earlier(shown: &Shown<'_>) -> Html {
    let (view, list) = (shown.view, List::EarlierKeys);
    let path = list.path();
    let items = shown.draft.study.earlier_signing_keys.iter().enumerate().map(|(at, key)| {
        let path = format!("{path}[{at}]");
        let name = (view.text.one)(&list, at + 1);
        html! {
            <li key={at}>
                <code>{ key }</code>
                { shown.row_button((view.text.remove)(&name), &list, at, Action::Remove) }
                { shown.errors(&path, &shown.problems_at(&path)) }
            </li>
        }
    });
    html! {
        <>
            { shown.errors(&path, &shown.problems_at(&path)) }
            if !shown.draft.study.earlier_signing_keys.is_empty() {
                <p>{ view.say(Say::EarlierKeys) }</p>
                <ul>{ for items }</ul>
            }
        </>
    }
}
