//! The choice of languages on the start screen: each by its own name, because who looks for it may read no other.

use super::view::Request;
use crate::ui::{Tone, notice, paragraph};
use engine::session::Session;
use text::{LANGUAGES, Language, Text};
use yew::prelude::*;

/// The languages that the study offers; nothing where there is no choice, or where something is answered already.
/// `failed` when one was chosen that could not be loaded.
pub(super) fn view(session: &Session, failed: bool, words: &'static Text, ask: &Callback<Request>) -> Html {
    let study = &session.plan().offer().study;
    if study.languages.len() < 2 || !session.can_reword() {
        return Html::default();
    }
    let offered = LANGUAGES.iter().filter(|language| study.offers(language.tag));
    html! {
        <>
            <nav aria-label={words.start.languages}>
                <ul class="languages">{ for offered.map(|language| name(language, words, ask)) }</ul>
            </nav>
            if failed {
                { notice(Tone::Careful, "", true, paragraph("", words.start.no_language)) }
            }
        </>
    }
}

fn name(language: &'static Language, words: &Text, ask: &Callback<Request>) -> Html {
    let Language { tag, name, direction, .. } = *language;
    if tag == words.tag() {
        return html! { <li><span aria-current="true" lang={tag} dir={direction}>{ name }</span></li> };
    }
    let onclick = ask.reform(move |_: MouseEvent| Request::Speak(tag));
    html! {
        <li><button type="button" class="button button-quiet" lang={tag} dir={direction} {onclick}>{ name }</button></li>
    }
}
