//! The form: which wave, where the page is, whom to invite, and the key that signs.

use super::{
    key::{KeyMistake, KeyState},
    store::{Action, Field},
    view::{Request, View},
};
use crate::{
    browser::event,
    researcher::{
        paper::places,
        words::{RESEARCHER_EN, room::ROOM_EN},
    },
    ui::{
        FileField, FormField, Heading, Notice, SecretField, SecretKind, Tone, Typing, Weight, field_errors,
        form_field,
    },
};
use engine::study::Offer;
use yew::prelude::*;

/// The id of the field for the key's passphrase.
pub(super) const PASSPHRASE_ID: &str = "signing-passphrase";

/// The screen.
pub(super) fn form(view: &View<'_>, offer: &Offer) -> Html {
    let (text, study) = (view.text, &offer.study);
    let waves = study.waves.iter().map(|wave| (wave.id.clone(), wave.id.clone()));
    let part = |heading: &'static str, id: &'static str, body: Html| {
        html! {
            <section class="part" aria-labelledby={id}>
                <h2 {id} tabindex="-1">{ heading }</h2>
                { body }
            </section>
        }
    };
    let other = view.button(ROOM_EN.other_study, Weight::Quiet, view.act(|| Action::OtherStudy));
    if study.signing_key.is_none() {
        return html! {
            <>
                <Heading>{ text.room.heading }</Heading>
                <Notice tone={Tone::Careful}><p>{ text.no_signing_key }</p></Notice>
                { other }
            </>
        };
    }
    html! {
        <>
            { view.summary() }
            <Heading>{ text.room.heading }</Heading>
            <p class="lead">{ text.room.lead }</p>
            <div class="inviting">
                { part(text.what, "invite-what", html! {
                    <>
                        { choice(view, Field::Wave, waves.collect(), text.choose) }
                        { line(view, Field::Base, Typing::Code) }
                        { line(view, Field::Expires, Typing::Number) }
                    </>
                }) }
                { part(text.whom, "invite-whom", whom(view, offer)) }
                { part(text.key, "signing-title", key(view)) }
                <div class="actions">
                    if view.store.making {
                        <p role="status">{ text.making }</p>
                    } else {
                        { view.button(text.make, Weight::Main, view.ask(|| Request::Make)) }
                    }
                    { other }
                </div>
            </div>
        </>
    }
}

fn whom(view: &View<'_>, offer: &Offer) -> Html {
    let (text, store) = (view.text, view.store);
    let [choose, hint] = (text.field)(Field::File);
    let errors = view.errors(Field::File);
    html! {
        <>
            <p id="invite-file-hint" class="hint">{ hint }</p>
            if !errors.is_empty() {
                { field_errors("invite-file-error", RESEARCHER_EN.page.error, &errors.iter().map(String::as_str).collect::<Vec<_>>()) }
            }
            if let Some(file) = &store.file {
                <p class="chosen">{ (text.listed)(&file.name) }</p>
                <p>{ view.button(text.drop_list, Weight::Quiet, view.act(|| Action::DropList)) }</p>
            }
            <p><FileField id={Field::File.id()} label={choose} wrong={!errors.is_empty()}
                described_by={if errors.is_empty() { "invite-file-hint" } else { "invite-file-hint invite-file-error" }}
                on_choose={view.on.reform(Request::ListChosen)} /></p>
            if store.file.is_none() {
                { line(view, Field::Pasted, Typing::Lines) }
            }
            { line(view, Field::Make, Typing::Number) }
            if !offer.study.sites.is_empty() {
                { choice(view, Field::Site, places(&offer.study).collect(), text.no_site) }
            }
        </>
    }
}

fn key(view: &View<'_>) -> Html {
    let text = view.text;
    let missing = view.errors(Field::Key);
    let said = |mistake: Option<KeyMistake>, id: &'static str| {
        let mut errors: Vec<&str> = missing.iter().map(String::as_str).collect();
        errors.extend(mistake.map(|mistake| (text.key_mistake)(mistake)));
        let class = (!errors.is_empty()).then_some("error-message");
        html! {
            <div {id} {class} role="alert">
                if !errors.is_empty() {
                    <span class="visually-hidden">{ RESEARCHER_EN.page.error }{ " " }</span>{ errors.join(" ") }
                }
            </div>
        }
    };
    let forget =
        || html! { <p>{ view.button(text.forget, Weight::Quiet, view.act(|| Action::ForgetKey)) }</p> };
    let asking = |mistake: Option<KeyMistake>| {
        html! {
            <div key="asking" class="ways">
                <p id="signing-hint" class="hint">{ text.key_hint }</p>
                { said(mistake, "signing-error") }
                <FileField id={Field::Key.id()} label={text.key_file} described_by="signing-hint signing-error"
                    wrong={mistake.is_some()} on_choose={view.on.reform(Request::KeyChosen)} />
                <SecretField id="signing-pasted" label={text.key_paste} button={text.key_use}
                    described_by="signing-hint signing-error" wrong={mistake.is_some()}
                    on_ready={view.ask(|| Request::KeyPasted)} />
            </div>
        }
    };
    match &view.store.key {
        KeyState::Nothing => asking(None),
        KeyState::Refused(mistake) => asking(Some(*mistake)),
        KeyState::Protected(_, mistake) => html! {
            <div key="protected" class="ways">
                <p id="signing-passphrase-hint">{ text.protected }</p>
                { said(*mistake, "signing-passphrase-error") }
                <SecretField id={PASSPHRASE_ID} label={text.passphrase} kind={SecretKind::Passphrase} button={text.unlock}
                    described_by="signing-passphrase-hint signing-passphrase-error" wrong={mistake.is_some()}
                    on_ready={view.ask(|| Request::PassphraseTyped)} />
                { forget() }
            </div>
        },
        KeyState::Unlocking(_) => html! { <p key="unlocking" role="status">{ text.unlocking }</p> },
        KeyState::Ready(_) => html! {
            <div key="ready" class="ways">
                <p id={Field::Key.id()} class="chosen" role="status" tabindex="-1">{ text.ready }</p>
                { forget() }
            </div>
        },
    }
}

fn line(view: &View<'_>, field: Field, typing: Typing) -> Html {
    let [label, hint] = (view.text.field)(field);
    let errors = view.errors(field);
    form_field(FormField {
        id: field.id(),
        label,
        hint,
        value: view.store.typed(field).to_owned(),
        language: None,
        errors: errors.iter().map(String::as_str).collect(),
        error_word: RESEARCHER_EN.page.error,
        typing,
        on_type: view.on.reform(move |text| Request::Do(Action::Type(field, text))),
    })
}

/// One of a few; `none` says what it means that none is chosen.
fn choice(view: &View<'_>, field: Field, choices: Vec<(String, String)>, none: &'static str) -> Html {
    let [label, hint] = (view.text.field)(field);
    let errors = view.errors(field);
    let id = field.id();
    let (hint_id, error_id) = ([id, "-hint"].concat(), [id, "-error"].concat());
    let described = if errors.is_empty() { hint_id.clone() } else { [&hint_id, " ", &error_id].concat() };
    let now = view.store.typed(field).to_owned();
    let onchange =
        view.on.reform(move |event: Event| Request::Do(Action::Type(field, event::chosen(&event))));
    let option = |(value, words): &(String, String)| {
        html! { <option value={value.clone()} selected={*value == now}>{ words }</option> }
    };
    html! {
        <div class={if errors.is_empty() { "form-field" } else { "form-field is-wrong" }}>
            <label for={id}>{ label }</label>
            <p id={hint_id} class="hint">{ hint }</p>
            if !errors.is_empty() {
                { field_errors(error_id, RESEARCHER_EN.page.error, &errors.iter().map(String::as_str).collect::<Vec<_>>()) }
            }
            <select {id} aria-describedby={described} aria-invalid={(!errors.is_empty()).then_some("true")} {onchange}>
                <option value="" selected={now.is_empty()}>{ none }</option>
                { for choices.iter().map(option) }
            </select>
        </div>
    }
}
