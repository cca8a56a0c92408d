//! Start: what this is about, before anything is asked.

use super::{contact, frame::study_text};
use crate::{
    text::Text,
    ui::{Weight, button, heading},
};
use engine::session::Plan;
use yew::prelude::*;

/// The start screen.
pub(super) fn view(plan: &Plan, keeps: bool, words: &'static Text, on_start: Callback<()>) -> Html {
    let study = &plan.offer().study;
    let text = study_text(plan);
    let words = &words.start;
    html! {
        <>
            { heading(&text.title) }
            <p class="lead">{ &text.purpose }</p>
            <h2>{ words.choice }</h2>
            <p>{ words.voluntary }</p>
            <h2>{ words.how_long }</h2>
            <p>
                { (words.minutes)(plan.wave().minutes) }
                if keeps {
                    { " " }{ words.breaks }
                }
            </p>
            <h2>{ words.answers }</h2>
            <p>{ words.locked }{ " " }{ &text.use_of_answers }</p>
            if keeps {
                <p>{ words.kept }</p>
            }
            <h2>{ words.run_by }</h2>
            <p>{ &text.run_by }</p>
            <h2>{ words.other_ways }</h2>
            <p>{ &text.other_ways }</p>
            <h2>{ words.contact }</h2>
            { contact::view(&study.contact) }
            if !study.references.is_empty() {
                <p class="small">{ words.references }{ " " }{ study.references.join(", ") }</p>
            }
            <div class="actions">{ button(words.start.into(), Weight::Main, &on_start) }</div>
        </>
    }
}
