//! Start: what this is about, before anything is asked.

use super::{contact, frame::study_words};
use crate::ui::{Weight, button, heading, paragraph, paragraph_of, subheading};
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
            { paragraph_of("lead", study_words(plan, |text| &text.purpose)) }
            { part(words.choice, words.voluntary.into()) }
            { paragraph_of("", study_words(plan, |text| &text.withdrawal)) }
            { part(words.how_long, length.into()) }
            { part(words.answers, words.locked.into()) }
            { paragraph_of("", study_words(plan, |text| &text.use_of_answers)) }
            { paragraph_of("", study_words(plan, |text| &text.privacy)) }
            if keeps {
                { paragraph("", words.kept) }
            }
            { part(words.run_by, study_words(plan, |text| &text.run_by)) }
            { part(words.other_ways, study_words(plan, |text| &text.other_ways)) }
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
fn part(head: &str, text: Html) -> Html {
    html! { <>{ subheading("", head) }{ paragraph_of("", text) }</> }
}
