//! The choice of languages where a person arrives: each by its own name, because who looks for it may read no other.

use super::view::Request;
use crate::ui::{Tone, notice, paragraph};
use engine::study::Study;
use text::{LANGUAGES, Text};
use yew::prelude::*;

/// The languages that the study offers; nothing where there is no choice. `failed` when one was chosen that could not be
/// loaded.
pub(super) fn view(study: &Study, failed: bool, words: &'static Text, ask: &Callback<Request>) -> Html {
    if study.languages.len() < 2 {
        return Html::default();
    }
    let offered = LANGUAGES.iter().filter(|language| study.offers(language.tag));
    let names: Html = offered.map(|language| name(language.tag, language.name, words, ask)).collect();
    html! {
        <>
            <nav class="languages" aria-label={words.start.languages}>{ names }</nav>
            if failed {
                { notice(Tone::Careful, "", true, paragraph("", words.start.no_language)) }
            }
        </>
    }
}

fn name(tag: &'static str, name: &'static str, words: &Text, ask: &Callback<Request>) -> Html {
    let current = (tag == words.tag()).then_some("true");
    let onclick = ask.reform(move |_: MouseEvent| Request::Speak(tag));
    html! {
        <button type="button" class="button button-quiet" lang={tag} aria-current={current} {onclick}>{ name }</button>
    }
}
