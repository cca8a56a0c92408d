//! Start: what this is about, before anything is asked.

use super::{contact, frame::study_text};
use crate::ui::{Weight, button, heading, paragraph, subheading};
use engine::session::Plan;
use text::Text;
use yew::prelude::*;

/// The start screen.
pub(super) fn view(plan: &Plan, keeps: bool, words: &'static Text, on_start: Callback<()>) -> Html {
    let study = &plan.offer().study;
    let text = study_text(plan);
    let words = &words.start;
    let locked = [words.locked, &text.use_of_answers].join(" ");
    let minutes = words.minutes.fill([&plan.wave().minutes.to_string()]);
    let length = if keeps { [&minutes, words.breaks].join(" ") } else { minutes };
    html! {
        <>
            { heading(&text.title) }
            { paragraph("lead", &text.purpose) }
            { part(words.choice, words.voluntary) }
            { part(words.how_long, &length) }
            { part(words.answers, &locked) }
            if keeps {
                { paragraph("", words.kept) }
            }
            { part(words.run_by, &text.run_by) }
            { part(words.other_ways, &text.other_ways) }
            if study.options.paper_form {
                <p class="beside"><a href="paper.html">{ words.paper }</a></p>
            }
            { subheading("", words.contact) }
            { contact::view(&study.contact) }
            if !study.references.is_empty() {
                <p class="small">{ words.references }{ " " }{ study.references.join(", ") }</p>
            }
            <div class="actions">{ button(words.start.into(), Weight::Main, &on_start) }</div>
        </>
    }
}

/// A part of the letter.
fn part(head: &str, text: &str) -> Html {
    html! { <>{ subheading("", head) }{ paragraph("", text) }</> }
}
