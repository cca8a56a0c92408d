//! Keying a form in: what stands at its top, then an answer after the other.

use super::{
    item::items,
    keyed::{HELP, NOT_SAID, SIGNED, TICKED},
    place::Place,
    store::{Action, Pass},
    view::{Request, View},
};
use crate::{
    browser::{event, next_field},
    researcher::words::{RESEARCHER_EN, room::ROOM_EN},
    ui::{CheckLine, FormField, Heading, Typing, Weight, check_line, details, field_errors, form_field},
};
use engine::study::{Offer, Study};
use text::{EN, LANGUAGES};
use yew::prelude::*;

/// The id of the form.
const FORM_ID: &str = "keyed-form";

/// The screen.
pub(super) fn keying(view: &View<'_>, offer: &Offer, pass: Pass) -> Html {
    let text = view.text;
    let onkeydown = Callback::from(|event: KeyboardEvent| next_field::on_enter(&event, FORM_ID));
    let sealed = view.store.sealed.len();
    html! {
        <>
            { view.summary() }
            <Heading>{ (text.keying)(pass) }</Heading>
            <p class="lead">{ (text.keying_lead)(pass) }</p>
            if sealed > 0 {
                <p>{ (text.so_far)(sealed) }</p>
            }
            <div id={FORM_ID} class="keying" {onkeydown}>
                <section class="part" aria-labelledby="keyed-top">
                    <h2 id="keyed-top">{ text.top }</h2>
                    { top(view, &offer.study, pass) }
                </section>
                <p>{ text.keys }</p>
                <dl class="missing-keys">
                    { for text.key_list.iter().map(|[key, meaning]| html! {
                        <div><dt><kbd>{ *key }</kbd></dt><dd>{ *meaning }</dd></div>
                    }) }
                </dl>
                <p class="hint">{ text.enter }</p>
                { match view.plan() {
                    Some(plan) => items(view, &plan),
                    None => html! { <p>{ text.no_items }</p> },
                } }
                <div class="actions">
                    { view.button((text.whole)(pass), Weight::Main, view.act(|| Action::Whole)) }
                    { view.button(text.drop, Weight::Quiet, view.act(|| Action::Drop)) }
                    if pass == Pass::First {
                        { view.button(ROOM_EN.other_study, Weight::Quiet, view.act(|| Action::OtherStudy)) }
                    }
                </div>
            </div>
        </>
    }
}

fn top(view: &View<'_>, study: &Study, pass: Pass) -> Html {
    let waves = study.waves.iter().map(|wave| (wave.id.clone(), wave.id.clone())).collect();
    let offered = LANGUAGES.iter().filter(|language| study.offers(language.tag));
    let languages: Vec<_> =
        offered.map(|language| (language.tag.to_owned(), language.name.to_owned())).collect();
    let who = &EN.who;
    let ways = [who.myself, who.with_help, who.read_to_me, who.interpreter];
    let help = HELP.iter().zip(ways).map(|((word, _), way)| ((*word).to_owned(), way.to_owned()));
    let not_said = || (NOT_SAID.to_owned(), view.text.not_said.to_owned());
    html! {
        <>
            { line(view, Place::Participant, Typing::Code) }
            { choice(view, Place::Wave, waves) }
            if !study.sites.is_empty() {
                { choice(view, Place::Site, places(study).chain([not_said()]).collect()) }
            }
            { line(view, Place::Completed, Typing::Number) }
            { choice(view, Place::Help, help.chain([not_said()]).collect()) }
            { choice(view, Place::Language, languages) }
            if !study.consent.is_empty() {
                { consent(view, study) }
            }
            if pass == Pass::First {
                { invitation(view) }
            }
        </>
    }
}

/// Every site, and each of its link workers.
pub(in crate::researcher) fn places(study: &Study) -> impl Iterator<Item = (String, String)> {
    study.sites.iter().flat_map(|site| {
        let workers = site
            .link_workers
            .iter()
            .map(|worker| ([&site.id, "/", &worker.id].concat(), [&site.name, ": ", &worker.name].concat()));
        [(site.id.clone(), site.name.clone())].into_iter().chain(workers)
    })
}

fn line(view: &View<'_>, place: Place, typing: Typing) -> Html {
    let [label, hint] = (view.text.place)(&place);
    let errors = view.errors(&place);
    let (id, value) = (place.id(), view.store.keyed().get(&place).to_owned());
    form_field(FormField {
        id: &id,
        label,
        hint,
        value,
        language: None,
        errors: errors.iter().map(String::as_str).collect(),
        error_word: RESEARCHER_EN.page.error,
        typing,
        on_type: key(view, place),
    })
}

/// A callback for what is typed or chosen at a place.
pub(super) fn key(view: &View<'_>, place: Place) -> Callback<String> {
    view.on.reform(move |text| Request::Do(Action::Key(place.clone(), text)))
}

/// One of a few, which begins with none.
fn choice(view: &View<'_>, place: Place, choices: Vec<(String, String)>) -> Html {
    let [label, hint] = (view.text.place)(&place);
    let errors = view.errors(&place);
    let id = place.id();
    let (hint_id, error_id) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let described = [(!hint.is_empty(), &hint_id), (!errors.is_empty(), &error_id)];
    let described: Vec<&str> =
        described.iter().filter(|(there, _)| *there).map(|(_, id)| id.as_str()).collect();
    let now = view.store.keyed().get(&place).to_owned();
    let onchange = key(view, place).reform(|event: Event| event::chosen(&event));
    let option = |(value, words): &(String, String)| {
        html! { <option value={value.clone()} selected={*value == now}>{ words }</option> }
    };
    html! {
        <div class={if errors.is_empty() { "form-field" } else { "form-field is-wrong" }}>
            <label for={id.clone()}>{ label }</label>
            if !hint.is_empty() {
                <p id={hint_id.clone()} class="hint">{ hint }</p>
            }
            if !errors.is_empty() {
                { field_errors(error_id.clone(), RESEARCHER_EN.page.error, &errors.iter().map(String::as_str).collect::<Vec<_>>()) }
            }
            <select {id} aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                aria-invalid={(!errors.is_empty()).then_some("true")} {onchange}>
                <option value="" selected={now.is_empty()}>{ view.text.choose }</option>
                { for choices.iter().map(option) }
            </select>
        </div>
    }
}

fn consent(view: &View<'_>, study: &Study) -> Html {
    let keyed = view.store.keyed();
    let ways = [(SIGNED, view.text.signed), (NOT_SAID, view.text.not_signed)];
    let ways = ways.map(|(value, words)| (value.to_owned(), words.to_owned()));
    let is_signed = keyed.get(&Place::Consent) == SIGNED;
    let asked = study.consent_in(keyed.get(&Place::Language)).filter(|_| is_signed);
    html! {
        <>
            { choice(view, Place::Consent, ways.into()) }
            if let Some((language, asked)) = asked {
                { line(view, Place::Version, Typing::Code) }
                <fieldset>
                    <legend>{ view.text.statements }</legend>
                    { for asked.statements.iter().map(|statement| tick(
                        view,
                        Place::Agreed(statement.id.clone()),
                        html! { <span lang={language.to_owned()}>{ &statement.text }</span> },
                    )) }
                </fieldset>
            }
        </>
    }
}

/// A box that is ticked or not.
pub(super) fn tick(view: &View<'_>, place: Place, label: Html) -> Html {
    let ticked = view.store.keyed().get(&place) == TICKED;
    let id = place.id();
    let on_tick = key(view, place).reform(move |()| if ticked { "" } else { TICKED }.to_owned());
    check_line(CheckLine {
        id: &id,
        label,
        hint: Html::default(),
        ticked,
        fixed: false,
        described_by: None,
        on_tick,
    })
}

fn invitation(view: &View<'_>) -> Html {
    let [label, hint] = view.text.invitation;
    let field = form_field(FormField {
        id: "keyed-invitation",
        label,
        hint,
        value: view.store.invitation.clone(),
        language: None,
        errors: Vec::new(),
        error_word: RESEARCHER_EN.page.error,
        typing: Typing::Code,
        on_type: view.on.reform(|text| Request::Do(Action::Invitation(text))),
    });
    details(label, "more", field)
}

/// Between the keyings.
pub(super) fn handing(view: &View<'_>) -> Html {
    let text = view.text;
    html! {
        <>
            <Heading>{ text.handing }</Heading>
            <p class="lead">{ text.handing_lead }</p>
            <div class="actions">
                { view.button(text.again, Weight::Main, view.act(|| Action::Again)) }
                { view.button((text.amend)(Pass::First), Weight::Quiet, view.act(|| Action::Amend(Pass::First))) }
                { view.button(text.drop, Weight::Quiet, view.act(|| Action::Drop)) }
            </div>
        </>
    }
}
