//! Plain text: paragraphs and headings of the second level.

use yew::prelude::*;

/// A paragraph; `class` is empty for a plain one.
pub fn paragraph(class: &'static str, words: &str) -> Html {
    paragraph_of(class, words.into())
}

/// [`paragraph()`] of more than plain text.
pub fn paragraph_of(class: &'static str, words: Html) -> Html {
    html! { <p class={(!class.is_empty()).then_some(class)}>{ words }</p> }
}

/// A heading of the second level; `id` is empty where nothing refers to it.
pub fn subheading(id: &'static str, words: &str) -> Html {
    html! { <h2 id={(!id.is_empty()).then_some(id)}>{ words }</h2> }
}

/// What a check says, which begins small and ends without a stop, as a sentence.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    [first.as_str(), letters.as_str(), if text.ends_with('.') { "" } else { "." }].concat()
}
