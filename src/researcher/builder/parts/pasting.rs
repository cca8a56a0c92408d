//! The fields into which a licensed wording is pasted.

use super::super::{
    controls::language_name,
    part::id_of,
    pasting::{Paste, Pasting},
    store::Action,
    view::{Request, Shown},
};
use crate::{
    researcher::words::builder::Say,
    ui::{Button, FormField, Typing, Weight, field_errors, form_field},
};
use engine::{instrument::Definition, problem::Problem};
use text::LANGUAGES;
use yew::prelude::*;

/// The id of the heading, which gets the focus when the fields appear.
pub(in super::super) const PASTE_ID: &str = "paste-title";

/// The fields.
pub(super) fn pasting(shown: &Shown<'_>, now: &Pasting, definition: &Definition) -> Html {
    let view = shown.view;
    let mut whats = vec![Paste::Source, Paste::Licence];
    if definition.licence.wording_needs_reference {
        whats.push(Paste::Reference);
    }
    whats.extend([Paste::Intro, Paste::Items]);
    let labelled = definition.response_sets.iter().filter(|(_, set)| !set.is_typed());
    whats.extend(labelled.map(|(name, _)| Paste::Labels(name.clone())));
    let paths: Vec<String> = whats.iter().chain([&Paste::Language]).map(Paste::path).collect();
    let elsewhere: Vec<String> = now
        .problems
        .iter()
        .filter(|problem| !paths.iter().any(|path| belongs(problem, path)))
        .map(ToString::to_string)
        .collect();
    let elsewhere: Vec<&str> = elsewhere.iter().map(String::as_str).collect();
    html! {
        <fieldset class="pasting">
            <legend id={PASTE_ID} tabindex="-1">{ view.say(Say::PasteHeading) }</legend>
            <p class="hint">{ view.say(Say::PasteLead) }</p>
            <div role="alert">
                if !elsewhere.is_empty() {
                    { field_errors("paste-error", view.say(Say::Error), &elsewhere) }
                }
            </div>
            { language(shown, now) }
            { for whats.into_iter().map(|what| field(shown, now, what)) }
            <div class="row-buttons">
                <Button label={view.say(Say::PasteDone)} weight={Weight::Other}
                    on_select={view.act(|| Action::PasteDone)} />
                <Button label={view.say(Say::PasteStop)} weight={Weight::Quiet}
                    on_select={view.act(|| Action::Paste(None))} />
            </div>
        </fieldset>
    }
}

/// A mistake belongs to the field of its path, or of the list that its path is in.
fn belongs(problem: &Problem, path: &str) -> bool {
    problem.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn field(shown: &Shown<'_>, now: &Pasting, what: Paste) -> Html {
    let [label, hint] = (shown.view.text.paste)(&what);
    let path = what.path();
    let problems = now.problems.iter().filter(|problem| belongs(problem, &path));
    let mut errors: Vec<&str> = problems.map(|problem| problem.message.as_str()).collect();
    errors.dedup();
    let lines = matches!(what, Paste::Intro | Paste::Items | Paste::Labels(_));
    let value = now.read(&what).to_owned();
    form_field(FormField {
        id: &["paste-", &id_of(&path)].concat(),
        label,
        hint,
        value,
        language: super::super::controls::language(&now.pasted.language).filter(|_| lines),
        errors,
        error_word: shown.view.say(Say::Error),
        typing: if lines { Typing::Lines } else { Typing::Line },
        on_type: shown.view.on.reform(move |text| Request::Do(Action::Pasted(what.clone(), text))),
    })
}

/// The languages of the page, of which one is pressed.
fn language(shown: &Shown<'_>, now: &Pasting) -> Html {
    let [label, _] = (shown.view.text.paste)(&Paste::Language);
    let buttons = LANGUAGES.iter().map(|language| {
        let tag = language.tag;
        let on_select = shown.view.act(move || Action::Pasted(Paste::Language, tag.into()));
        let onclick = on_select.reform(|_: MouseEvent| ());
        html! {
            <button type="button" class="choice" lang={tag} dir={language.direction}
                aria-pressed={if now.pasted.language == tag { "true" } else { "false" }} {onclick}>
                { language_name(tag).to_owned() }
            </button>
        }
    });
    html! {
        <div class="choices" role="group" aria-labelledby="paste-language">
            <span id="paste-language">{ label }</span>
            { for buttons }
        </div>
    }
}
