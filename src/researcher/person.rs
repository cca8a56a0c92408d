//! One person: their waves beside each other.

use super::{
    beside::beside_table,
    clerk::PersonSheet,
    store::{Action, Look, Place, Subject},
    view::View,
};
use crate::ui::{Button, Heading, Notice, Tone, Weight};
use yew::prelude::*;

/// The screen.
pub(super) fn person(view: &View<'_>, look: &Look, code: &str) -> Html {
    let text = &view.text.people;
    html! {
        <>
            <Heading>{ (text.person_of)(code) }</Heading>
            if let Some(sheet) = look.person(code) {
                { known(view, sheet) }
            }
        </>
    }
}

fn known(view: &View<'_>, sheet: &PersonSheet) -> Html {
    let text = &view.text.people;
    let asked = sheet.questions.iter().map(|question| {
        let subject = question.clone();
        let on_select = view.act(move || Action::Answer(Subject::Question(subject.clone())));
        let label = (view.text.questions.name)(question);
        html! { <li>if question.choices() > 0 { <Button {label} weight={Weight::Other} {on_select} /> } else { { label } }</li> }
    });
    let withdrawn = sheet.code.clone();
    let withdraw = view.act(move || Action::Answer(Subject::Withdrawal(withdrawn.clone())));
    html! {
        <>
            if sheet.ways_differ {
                <Notice tone={Tone::Careful}><p>{ text.ways_differ_what }</p></Notice>
            }
            if !sheet.questions.is_empty() {
                <section aria-labelledby="asked-title">
                    <h2 id="asked-title">{ view.text.questions.heading }</h2>
                    <ul class="asked">{ for asked }</ul>
                </section>
            }
            <section aria-labelledby="waves-title">
                <h2 id="waves-title">{ text.waves }</h2>
                { beside_table(view, &sheet.beside, false) }
            </section>
            <div class="actions">
                <Button label={text.back} weight={Weight::Other} on_select={view.act(|| Action::Go(Place::People))} />
                <Button label={view.text.questions.withdraw} weight={Weight::Quiet} on_select={withdraw} />
            </div>
        </>
    }
}
