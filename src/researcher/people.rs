//! Everybody by waves.

use super::{
    clerk::{PeopleSheet, Sorting},
    pager::pager,
    store::{Action, Look, Place},
    view::{Request, View},
};
use crate::ui::{Button, Heading, Weight};
use cohort::people::{Person, Timing, Visit};
use yew::prelude::*;

/// The screen.
pub(super) fn people(view: &View<'_>, look: &Look) -> Html {
    let text = &view.text.people;
    html! {
        <>
            <Heading>{ text.heading }</Heading>
            if let Some(sheet) = look.people() {
                <p class="lead">{ (text.lead)(sheet.persons.part.all, sheet.withdrawn) }</p>
                { sorting(view, look.sorting) }
                if sheet.persons.rows.is_empty() {
                    <p>{ text.nobody }</p>
                } else {
                    { grid(view, &sheet.persons.rows) }
                    { pager(view, text.heading, sheet.persons.part, Action::PeoplePage) }
                    { ways(view, sheet) }
                }
            }
        </>
    }
}

fn sorting(view: &View<'_>, chosen: Sorting) -> Html {
    let text = &view.text.people;
    let one = |(id, sorting, words): (&'static str, Sorting, &'static str)| {
        let onchange = view.on.reform(move |_: Event| Request::Do(Action::Sort(sorting)));
        html! {
            <label class="choice" for={id}>
                <input type="radio" name="sort" {id} checked={sorting == chosen} {onchange} /><span>{ words }</span>
            </label>
        }
    };
    let all = [
        ("sort-attention", Sorting::Attention, text.by_attention),
        ("sort-missing", Sorting::Missing, text.by_missing),
        ("sort-code", Sorting::Code, text.by_code),
    ];
    html! {
        <fieldset class="choices in-line">
            <legend>{ text.sort }</legend>
            { for all.map(one) }
        </fieldset>
    }
}

fn grid(view: &View<'_>, persons: &[Person]) -> Html {
    let text = &view.text.people;
    let waves = view.store.study.iter().flat_map(|study| &study.offer.study.waves);
    html! {
        <div class="table-frame" role="region" tabindex="0" aria-labelledby="people-caption">
            <table class="people">
                <caption><span id="people-caption" class="caption-words">{ text.caption }</span></caption>
                <thead>
                    <tr>
                        <th scope="col" class="row-name">{ text.person }</th>
                        { for waves.map(|wave| html! { <th scope="col">{ &wave.id }</th> }) }
                        <th scope="col">{ text.notes }</th>
                    </tr>
                </thead>
                <tbody>{ for persons.iter().map(|person| row(view, person)) }</tbody>
            </table>
        </div>
    }
}

fn row(view: &View<'_>, person: &Person) -> Html {
    let text = &view.text.people;
    let code = person.code.clone();
    let on_select = view.act(move || Action::Go(Place::Person(code.clone())));
    html! {
        <tr key={person.code.clone()}>
            <th scope="row" class="row-name"><Button label={person.code.clone()} weight={Weight::Quiet} {on_select} /></th>
            { for person.waves.iter().map(|visits| wave(view, visits)) }
            <td>
                if !person.code_fits() {
                    <p>{ text.mistyped }</p>
                }
                if person.ways_differ() {
                    <p>{ text.ways_differ }</p>
                }
            </td>
        </tr>
    }
}

fn wave(view: &View<'_>, visits: &[Visit]) -> Html {
    let text = &view.text.people;
    if visits.is_empty() {
        return html! { <td class="is-missing">{ text.missing }</td> };
    }
    let one = |visit: &Visit| {
        let timing = match visit.timing {
            Timing::Baseline | Timing::Planned => None,
            Timing::Early => Some(text.early),
            Timing::Late => Some(text.late),
            Timing::Unknown => Some(text.unknown),
        };
        let day = visit.days.filter(|_| visit.timing != Timing::Baseline).map(text.day);
        html! {
            <p>
                { &visit.day }
                if let Some(day) = day {
                    { ", " }{ day }
                }
                if let Some(timing) = timing {
                    { " " }<span class="mark">{ timing }</span>
                }
                if !visit.reasons.is_empty() {
                    { " " }<span class="mark">{ text.attention }</span>
                }
            </p>
        }
    };
    html! { <td>{ for visits.iter().map(one) }</td> }
}

/// How the records of each wave were filled in.
fn ways(view: &View<'_>, sheet: &PeopleSheet) -> Html {
    let text = &view.text.people;
    let waves = view.store.study.iter().flat_map(|study| &study.offer.study.waves);
    let rows = sheet.ways.iter().map(|(way, counts)| {
        let parts = [&*way.source, &*way.help, &*way.layout, way.language.as_str()].map(|word| {
            html! { <td>{ if word.is_empty() { text.not_known } else { word } }</td> }
        });
        html! { <tr>{ for parts }{ for counts.iter().map(|count| html! { <td class="number">{ count }</td> }) }</tr> }
    });
    html! {
        <section aria-labelledby="ways-title">
            <h2 id="ways-title">{ text.ways }</h2>
            <p>{ text.ways_lead }</p>
            <div class="table-frame" role="region" tabindex="0" aria-labelledby="ways-caption">
                <table class="data">
                    <caption><span id="ways-caption" class="caption-words">{ text.ways_caption }</span></caption>
                    <thead>
                        <tr>
                            { for text.way_columns.map(|name| html! { <th scope="col">{ name }</th> }) }
                            { for waves.map(|wave| html! { <th scope="col" class="number">{ &wave.id }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}
