//! One person: their waves beside each other.

use super::{
    beside::beside_table,
    findings::Findings,
    store::{Action, Place, Subject},
    view::View,
};
use crate::ui::{Button, Heading, Notice, Tone, Weight};
use yew::prelude::*;

/// The screen.
pub(super) fn person(view: &View<'_>, findings: &Findings, code: &str) -> Html {
    let text = &view.text.people;
    let Some(study) = &view.store.study else { return Html::default() };
    let beside = findings.cohort.beside_persons(&[code], &study.offer);
    let known = findings.people.persons.iter().find(|person| person.code == code);
    let asked = findings.questions.iter().filter(|question| question.participants().contains(&code));
    let asked = asked.map(|question| {
        let subject = question.clone();
        let on_select = view.act(move || Action::Answer(Subject::Question(subject.clone())));
        let label = (view.text.questions.name)(question);
        html! { <li>if question.choices() > 0 { <Button {label} weight={Weight::Other} {on_select} /> } else { { label } }</li> }
    });
    let asked: Vec<Html> = asked.collect();
    let withdrawn = code.to_owned();
    let withdraw = view.act(move || Action::Answer(Subject::Withdrawal(withdrawn.clone())));
    html! {
        <>
            <Heading>{ (text.person_of)(code) }</Heading>
            if known.is_some_and(|person| person.ways_differ()) {
                <Notice tone={Tone::Careful}><p>{ text.ways_differ_what }</p></Notice>
            }
            if !asked.is_empty() {
                <section aria-labelledby="asked-title">
                    <h2 id="asked-title">{ view.text.questions.heading }</h2>
                    <ul class="asked">{ for asked }</ul>
                </section>
            }
            <section aria-labelledby="waves-title">
                <h2 id="waves-title">{ text.waves }</h2>
                { beside_table(view, &beside, false) }
            </section>
            <div class="actions">
                <Button label={text.back} weight={Weight::Other} on_select={view.act(|| Action::Go(Place::People))} />
                <Button label={view.text.questions.withdraw} weight={Weight::Quiet} on_select={withdraw} />
            </div>
        </>
    }
}
