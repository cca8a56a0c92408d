//! The instruments at hand, with whose they are and what their owners ask.

use super::super::{
    controls::language_name,
    field::Field,
    part::Part,
    store::Action,
    view::{Request, Shown},
};
use super::pasting::pasting;
use crate::{
    researcher::words::builder::Say,
    ui::{Button, CheckLine, FileField, Notice, Tone, Weight, check_line, details, field_errors},
};
use engine::catalogue::Instrument;
use yew::prelude::*;

/// The part.
pub(super) fn instruments(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let body = html! {
        <>
            { shown.errors("instruments", &shown.problems_at("instruments")) }
            { for shown.draft.wrong.iter().map(|file| html! {
                <Notice key={file.path.clone()} tone={Tone::Careful}>
                    <p>{ view.say(Say::WrongFile) }{ " " }<code>{ &file.path }</code></p>
                    <ul>{ for file.problems.iter().map(|problem| html! {
                        <li><code>{ &problem.path }</code>{ ": " }{ &problem.message }</li>
                    }) }</ul>
                </Notice>
            }) }
            <fieldset class="cards">
                <legend>{ view.say(Say::InstrumentsHeading) }</legend>
                { for shown.draft.instrument_ids().iter().map(|id| card(shown, id)) }
            </fieldset>
            { own(shown) }
        </>
    };
    shown.part(Part::Instruments, body)
}

fn card(shown: &Shown<'_>, id: &str) -> Html {
    let (view, draft) = (shown.view, shown.draft);
    let at = draft.study.instruments.iter().position(|used| used.id == id);
    let instrument = draft.instrument(id);
    let title = instrument.map_or(id, |instrument| &instrument.definition.title);
    let (box_id, used) = (["use-", id].concat(), id.to_owned());
    let facts = instrument.map(|instrument| facts(shown, instrument)).unwrap_or_default();
    html! {
        <div class="card" key={id.to_owned()}>
            { check_line(CheckLine {
                id: &box_id,
                label: html! { <strong>{ title }</strong> },
                hint: facts.into(),
                ticked: at.is_some(),
                fixed: false,
                described_by: None,
                on_tick: view.act(move || Action::Use(used.clone())),
            }) }
            if let Some(at) = at {
                { mistakes(shown, id, at) }
                { licences(shown, id, at) }
            }
            if let Some(instrument) = instrument {
                { duties(shown, instrument) }
                { words(shown, instrument) }
            } else {
                <p>{ view.say(Say::NotAtHand) }</p>
            }
        </div>
    }
}

/// How many questions, and in which languages.
fn facts(shown: &Shown<'_>, instrument: &Instrument) -> String {
    let text = shown.view.text;
    let questions = (text.questions)(instrument.definition.items.len());
    let languages: Vec<&str> = instrument.wordings.keys().map(|tag| language_name(tag)).collect();
    if languages.is_empty() {
        return [&questions, ". ", shown.view.say(Say::NoWording)].concat();
    }
    [&questions, ". ", &(text.worded)(&languages)].concat()
}

/// What is wrong with how the study pins it; the missing licences are said beside their fields.
fn mistakes(shown: &Shown<'_>, id: &str, at: usize) -> Html {
    let path = format!("instruments[{at}]");
    let of_licence = |message: &str| {
        let below = shown.draft.problems.iter().filter(|problem| problem.path.starts_with(&path));
        below
            .into_iter()
            .any(|problem| problem.message == message && problem.path.ends_with(".licence_reference"))
    };
    let problems: Vec<&str> =
        shown.problems_below(&path).into_iter().filter(|message| !of_licence(message)).collect();
    let again = id.to_owned();
    html! {
        <>
            { shown.errors(&path, &problems) }
            if !problems.is_empty() && shown.draft.catalogue.newest(id).is_some() {
                <p><Button label={shown.view.say(Say::PinAgain)} weight={Weight::Other}
                    on_select={shown.view.act(move || Action::PinAgain(again.clone()))} /></p>
            }
        </>
    }
}

/// The team's licence for each wording, where the owner asks for one.
fn licences(shown: &Shown<'_>, id: &str, at: usize) -> Html {
    let needs =
        shown.draft.instrument(id).is_some_and(|found| found.definition.licence.wording_needs_reference);
    if !needs {
        return Html::default();
    }
    let used = &shown.draft.study.instruments[at];
    let fields = used.wordings.keys().map(|language| {
        let path = format!("instruments[{at}].wordings.{language}.licence_reference");
        let label = (shown.view.text.licence_for)(language_name(language));
        shown.field_with(Field::Licence(id.into(), language.clone()), shown.problems_at(&path), Some(label))
    });
    html! { <>{ for fields }</> }
}

/// Whose it is and what they ask: always in sight, because whoever picks it takes on the duty.
fn duties(shown: &Shown<'_>, instrument: &Instrument) -> Html {
    let view = shown.view;
    let definition = &instrument.definition;
    let licence = &definition.licence;
    html! {
        <>
            if !licence.duties.is_empty() {
                <p class="duties-title">{ view.say(Say::Duties) }</p>
                <ul class="duties">{ for licence.duties.iter().map(|duty| html! { <li>{ duty }</li> }) }</ul>
            }
            { details(view.say(Say::Licence), "more", html! {
                <>
                    <p><strong>{ &licence.name }</strong><br />{ &licence.statement }</p>
                    <p>{ view.say(Say::Citation) }{ ": " }{ &definition.citation }</p>
                </>
            }) }
        </>
    }
}

/// The button that pastes a wording, or the fields to paste it into.
fn words(shown: &Shown<'_>, instrument: &Instrument) -> Html {
    let (view, id) = (shown.view, instrument.definition.id.clone());
    match &view.store.pasting {
        Some(now) if now.instrument == id => pasting(shown, now, &instrument.definition),
        _ => {
            let [title, label] = [instrument.definition.title.as_str(), view.say(Say::PasteWording)];
            let (label, own) = ([label, ": ", title].concat(), id.clone());
            let on_select = view.act(move || Action::Paste(Some(own.clone())));
            html! { <p><Button {label} weight={Weight::Quiet} {on_select} /></p> }
        }
    }
}

/// A field for files that somebody made.
fn own(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let wrong = &view.store.wrong_file;
    let lines: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    let mut errors = vec![view.say(Say::OwnWrong)];
    errors.extend(lines.iter().map(String::as_str));
    html! {
        <div class="own-files">
            <h3>{ view.say(Say::OwnHeading) }</h3>
            <p id="own-hint" class="hint">{ view.say(Say::OwnLead) }</p>
            <div role="alert">
                if !wrong.is_empty() {
                    { field_errors("own-error", view.say(Say::Error), &errors) }
                }
            </div>
            <FileField id="own-file" label={view.say(Say::OwnButton)} described_by="own-hint"
                wrong={!wrong.is_empty()} on_choose={view.on.reform(Request::OwnChosen)} />
        </div>
    }
}
