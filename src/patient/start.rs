//! Start: what this is about, before anything is asked.

use super::{contact, frame::study_words};
use crate::ui::{Weight, button, heading, paragraph, subheading};
use engine::session::Plan;
use text::Text;
use yew::prelude::*;

/// The start screen.
pub(super) fn view(plan: &Plan, keeps: bool, words: &'static Text, on_start: Callback<()>) -> Html {
    let study = &plan.offer().study;
    let words = &words.start;
    let minutes = words.minutes.fill([&plan.wave().minutes.to_string()]);
    let length = if keeps { [&minutes, words.breaks].join(" ") } else { minutes };
    html! {
        <>
            { heading(study_words(plan, |text| &text.title)) }
            <p class="lead">{ study_words(plan, |text| &text.purpose) }</p>
            { part(words.choice, words.voluntary) }
            { part(words.how_long, &length) }
            { subheading("", words.answers) }
            <p>{ words.locked }{ " " }{ study_words(plan, |text| &text.use_of_answers) }</p>
            if keeps {
                { paragraph("", words.kept) }
            }
            { subheading("", words.run_by) }
            <p>{ study_words(plan, |text| &text.run_by) }</p>
            { subheading("", words.other_ways) }
            <p>{ study_words(plan, |text| &text.other_ways) }</p>
            { subheading("", words.contact) }
            { contact::view(&study.contact) }
            if !study.references.is_empty() {
                <p class="small">{ words.references }{ " " }<bdi>{ study.references.join(", ") }</bdi></p>
            }
            <div class="actions">{ button(words.start.into(), Weight::Main, &on_start) }</div>
        </>
    }
}

/// A part of the letter.
fn part(head: &str, text: &str) -> Html {
    html! { <>{ subheading("", head) }{ paragraph("", text) }</> }
}
