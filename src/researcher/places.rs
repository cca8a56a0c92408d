//! The way between the parts of the findings.

use super::{
    clerk::Overview,
    store::{Action, Look, Place},
    view::View,
};
use crate::ui::{Button, Weight};
use yew::prelude::*;

/// The parts, with the one that is shown, and the way to other files.
pub(super) fn places(view: &View<'_>, overview: &Overview, look: &Look) -> Html {
    let text = &view.text.places;
    let asked = overview.questions;
    html! {
        <div class="places">
            <nav aria-label={text.heading}>
                <ul>
                    { one(view, look, Place::Files, text.files.into()) }
                    { one(view, look, Place::Questions, (text.questions)(asked)) }
                    { one(view, look, Place::People, text.people.into()) }
                    { one(view, look, Place::Changed, text.changed.into()) }
                </ul>
            </nav>
            <Button label={view.text.found.again} weight={Weight::Quiet} on_select={view.act(|| Action::ChooseAgain)} />
        </div>
    }
}

fn one(view: &View<'_>, look: &Look, place: Place, words: String) -> Html {
    let current = match &look.place {
        Place::Form(_) => place == Place::Questions,
        Place::Person(_) => place == Place::People,
        shown => *shown == place,
    };
    let on_select = view.act(move || Action::Go(place.clone())).reform(|_: MouseEvent| ());
    html! {
        <li>
            <button type="button" class={classes!("tab", current.then_some("is-current"))}
                aria-current={current.then_some("page")} onclick={on_select}>{ words }</button>
        </li>
    }
}
