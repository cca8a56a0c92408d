//! What people read on the first screens.

use super::super::{
    controls::language_name,
    field::{Field, TEXTS},
    list::List,
    part::Part,
    switch::Switch,
    view::Shown,
};
use crate::researcher::words::builder::Say;
use yew::prelude::*;

/// The part.
pub(super) fn words(shown: &Shown<'_>) -> Html {
    let tag = shown.view.store.language();
    let is_written = shown.draft.study.texts.contains_key(tag);
    let fields = TEXTS.map(|text| shown.field(Field::Text(tag.into(), text)));
    let body = html! {
        <>
            { shown.errors("format", &shown.problems_at("format")) }
            { shown.errors("texts", &shown.problems_at("texts")) }
            { shown.languages_to_write("write-words-in") }
            if tag != "en" {
                { shown.switch(Switch::Texts(tag.into()), "write-texts", (shown.view.text.texts_in)(language_name(tag)),
                    if is_written { "" } else { shown.view.say(Say::WrittenInEnglish) }) }
            }
            if is_written {
                <div key={["texts-", tag].concat()}>{ for fields }</div>
            }
            { shown.field(Field::Id) }
            { shown.field(Field::Version) }
            { shown.rows(&List::References, false, |at| shown.field(Field::Reference(at))) }
        </>
    };
    shown.part(Part::Words, body)
}
