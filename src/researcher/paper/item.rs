//! An item's field: its number and words, the field for its code, and what stands in it means.

use super::{
    keyed::Meaning,
    keying::{key, tick},
    place::Place,
    view::{View, takes},
};
use crate::{
    browser::event,
    researcher::words::{RESEARCHER_EN, paper::PaperText},
    ui::field_errors,
};
use engine::{
    instrument::{ResponseSet, TextDirection},
    record::{Given, NOT_ANSWERED, PREFER_NOT_TO_SAY},
    session::{Plan, PlannedItem},
};
use yew::prelude::*;

/// Every item, below the heading of its instrument.
pub(super) fn items(view: &View<'_>, plan: &Plan) -> Html {
    let sections = plan.instruments().iter().enumerate().map(|(position, instrument)| {
        let heading = ["keyed-of-", &instrument.definition.id].concat();
        let of_it = plan.items().iter().enumerate().filter(|(_, item)| item.instrument == position);
        html! {
            <section class="part" aria-labelledby={heading.clone()} key={instrument.definition.id.clone()}>
                <h2 id={heading}>{ &instrument.definition.title }</h2>
                { for of_it.map(|(at, item)| one(view, at, item)) }
            </section>
        }
    });
    html! { <>{ for sections }</> }
}

fn one(view: &View<'_>, at: usize, item: &PlannedItem) -> Html {
    let place = Place::Item(item.id.clone());
    let errors = view.errors(&place);
    let id = place.id();
    let (takes_id, error_id) = ([&id, "-takes"].concat(), [&id, "-error"].concat());
    let described = if errors.is_empty() { takes_id.clone() } else { [&takes_id, " ", &error_id].concat() };
    let invalid = (!errors.is_empty()).then_some("true");
    let value = view.store.keyed().get(&place).to_owned();
    let oninput = key(view, place).reform(|event: InputEvent| event::typed(&event));
    let is_text = matches!(item.responses, ResponseSet::Text { .. });
    let dir = match item.direction {
        TextDirection::Ltr => "ltr",
        TextDirection::Rtl => "rtl",
    };
    let control = if is_text {
        html! {
            <>
                <textarea id={id.clone()} rows="3" dir="auto" aria-describedby={described} aria-invalid={invalid}
                    autocomplete="off" spellcheck="false" {value} {oninput} />
                { tick(view, Place::Blank(item.id.clone()), view.text.blank.into()) }
            </>
        }
    } else {
        html! {
            <input type="text" id={id.clone()} class="code" dir="ltr" aria-describedby={described} aria-invalid={invalid}
                autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" {value} {oninput} />
        }
    };
    html! {
        <div class={classes!("keyed-item", is_text.then_some("is-text"), invalid.map(|_| "is-wrong"))} key={item.id.clone()}>
            <label for={id}>
                <span class="item-name">{ at + 1 }{ ". " }<code>{ &item.id }</code></span>
                <span class="item-text" lang={item.language.clone()} {dir}>{ &item.text }</span>
            </label>
            <div class="item-field">
                { control }
                <p class="means">{ means(view, item) }</p>
            </div>
            <p id={takes_id} class="hint takes">{ takes(item, view.text) }</p>
            if !errors.is_empty() {
                { field_errors(error_id, RESEARCHER_EN.page.error, &errors.iter().map(String::as_str).collect::<Vec<_>>()) }
            }
        </div>
    }
}

/// What stands in the field, as the form has it: seen at once, before anything is compared.
fn means(view: &View<'_>, item: &PlannedItem) -> Html {
    match view.store.keyed().meaning(item) {
        Meaning::Given(given @ Given::Code(_)) => {
            let words = in_words(item, &given, view.text);
            html! { <span lang={words.1}>{ words.0 }</span> }
        }
        _ => Html::default(),
    }
}

/// An answer in the form's words, with the language of these.
pub(super) fn in_words(item: &PlannedItem, given: &Given, text: &PaperText) -> (String, String) {
    let [blank, rather_not, not_shown] = text.missing;
    let page = |words: &str| (words.to_owned(), "en".to_owned());
    match given {
        Given::Text(words) => (words.clone(), item.language.clone()),
        Given::Code(NOT_ANSWERED) => page(blank),
        Given::Code(PREFER_NOT_TO_SAY) => page(rather_not),
        given if given.is_missing() => page(not_shown),
        Given::Code(code) => {
            let choice = item.choices.iter().find(|choice| choice.code == *code);
            match (choice.and_then(|choice| choice.label.as_deref()), item.unit.as_deref()) {
                (Some(label), _) => (label.to_owned(), item.language.clone()),
                (None, Some(unit)) => (unit.to_owned(), item.language.clone()),
                (None, None) => page(""),
            }
        }
    }
}
