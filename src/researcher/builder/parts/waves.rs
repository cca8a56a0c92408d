//! When people are asked, and what in each wave.

use super::super::{
    field::Field,
    list::List,
    part::{Part, id_of},
    store::Action,
    switch::Switch,
    view::Shown,
};
use crate::{
    researcher::words::builder::Say,
    ui::{Button, Weight},
};
use yew::prelude::*;

/// The part.
pub(super) fn waves(shown: &Shown<'_>) -> Html {
    let body = html! {
        <>
            { shown.errors("waves", &shown.problems_at("waves")) }
            { shown.rows(&List::Waves, false, |at| wave(shown, at)) }
        </>
    };
    shown.part(Part::Waves, body)
}

fn wave(shown: &Shown<'_>, at: usize) -> Html {
    html! {
        <>
            { shown.field(Field::WaveId(at)) }
            { window(shown, at) }
            { shown.field(Field::Minutes(at)) }
            { asked(shown, at) }
        </>
    }
}

fn window(shown: &Shown<'_>, at: usize) -> Html {
    let path = format!("waves[{at}].window");
    let problems = shown.problems_at(&path);
    let now = shown.draft.study.waves[at].window;
    if at == 0 {
        return html! {
            <>
                <p class="hint">{ shown.view.say(Say::BaselineWindow) }</p>
                { shown.errors(&path, &problems) }
                if now.is_some() {
                    <p><Button label={shown.view.say(Say::DropWindow)} weight={Weight::Quiet}
                        on_select={shown.view.act(|| Action::Flip(Switch::Window(0)))} /></p>
                }
            </>
        };
    }
    let hint_id = [&id_of(&path), "-hint"].concat();
    html! {
        <fieldset class="window" aria-describedby={hint_id.clone()}>
            <legend>{ shown.view.say(Say::Window) }</legend>
            <p id={hint_id} class="hint">{ shown.view.say(Say::WindowHint) }</p>
            { shown.errors(&path, &problems) }
            <div class="side-by-side">
                { shown.field(Field::FirstDay(at)) }
                { shown.field(Field::LastDay(at)) }
            </div>
            if let Some(window) = now.filter(|window| window.first_day <= window.last_day) {
                <p class="hint">{ (shown.view.text.window)(window.first_day, window.last_day) }</p>
            }
        </fieldset>
    }
}

/// What the wave asks, in its order, and what else the study has.
fn asked(shown: &Shown<'_>, at: usize) -> Html {
    let list = List::Asked(at);
    let wave = &shown.draft.study.waves[at];
    let title = |id: &str| {
        let found = shown.draft.instrument(id);
        found.map_or(id.to_owned(), |instrument| instrument.definition.title.clone())
    };
    let items = wave.instruments.iter().enumerate().map(|(place, id)| {
        let path = format!("waves[{at}].instruments[{place}]");
        let title = title(id);
        html! {
            <li key={place}>
                <span class="asked-title">{ &title }</span>
                <span class="row-buttons">
                    if place > 0 {
                        { shown.row_button((shown.view.text.raise)(&title), &list, place, Action::Raise) }
                    }
                    { shown.row_button((shown.view.text.remove)(&title), &list, place, Action::Remove) }
                </span>
                { shown.errors(&path, &shown.problems_at(&path)) }
            </li>
        }
    });
    let others = shown.draft.study.instruments.iter().filter(|used| !wave.instruments.contains(&used.id));
    let others = others.map(|used| {
        let id = used.id.clone();
        let on_select = shown.view.act(move || Action::Ask(at, id.clone()));
        html! {
            <p key={used.id.clone()}><Button label={(shown.view.text.ask_too)(&title(&used.id))} weight={Weight::Other}
                {on_select} /></p>
        }
    });
    let path = list.path();
    html! {
        <fieldset class="asked">
            <legend>{ shown.view.say(Say::AskedHeading) }</legend>
            { shown.errors(&path, &shown.problems_at(&path)) }
            <ol>{ for items }</ol>
            { for others }
        </fieldset>
    }
}
