//! The information sheet and what people agree to.

use super::super::{
    controls::language_name, field::Field, list::List, part::Part, switch::Switch, view::Shown,
};
use crate::researcher::words::builder::Say;
use yew::prelude::*;

/// The part.
pub(super) fn consent(shown: &Shown<'_>) -> Html {
    let asks = !shown.draft.study.consent.is_empty();
    let view = shown.view;
    let body = html! {
        <>
            { shown.errors("consent", &shown.problems_at("consent")) }
            { shown.switch(Switch::Consent, "ask-consent", view.say(Say::Consent), view.say(Say::ConsentHint)) }
            if asks {
                { sheet(shown) }
            }
        </>
    };
    shown.part(Part::Consent, body)
}

fn sheet(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let tag = view.store.language();
    let is_written = shown.draft.study.consent.contains_key(tag);
    html! {
        <>
            { for shown.draft.study.consent.keys().map(|language| of_the_whole(shown, language)) }
            { shown.field(Field::SheetVersion) }
            { shown.languages_to_write("write-sheet-in") }
            if tag != "en" {
                { shown.switch(Switch::Sheet(tag.into()), "write-sheet", (view.text.sheet_in)(language_name(tag)),
                    if is_written { "" } else { view.say(Say::WrittenInEnglish) }) }
            }
            if is_written {
                <div key={["sheet-", tag].concat()}>
                    <h3>{ view.say(Say::Sections) }</h3>
                    { shown.rows(&List::Sections(tag.into()), true, |at| section(shown, tag, at)) }
                    <h3>{ view.say(Say::Statements) }</h3>
                    { shown.rows(&List::Statements, true, |at| statement(shown, tag, at)) }
                </div>
            }
        </>
    }
}

/// What is wrong with a sheet as a whole.
fn of_the_whole(shown: &Shown<'_>, language: &str) -> Html {
    let mut keys = vec!["sheet", "statements"];
    if language != "en" {
        keys.push("version");
    }
    let places = keys.into_iter().map(|key| {
        let path = format!("consent.{language}.{key}");
        shown.errors(&path, &shown.problems_at(&path))
    });
    html! { <>{ for places }</> }
}

fn section(shown: &Shown<'_>, tag: &str, at: usize) -> Html {
    let path = format!("consent.{tag}.sheet[{at}]");
    html! {
        <>
            { shown.errors(&path, &shown.problems_at(&path)) }
            { shown.field(Field::SectionHeading(tag.into(), at)) }
            { shown.field(Field::SectionText(tag.into(), at)) }
        </>
    }
}

fn statement(shown: &Shown<'_>, tag: &str, at: usize) -> Html {
    let id = format!("required-{at}");
    // The id of a statement is the same in every language; a mistake in it may be named in any of them.
    let other = format!("consent.{tag}.statements[{at}].id");
    let more = if tag == "en" { Vec::new() } else { shown.problems_at(&other) };
    html! {
        <>
            { shown.field(Field::StatementText(tag.into(), at)) }
            { shown.switch(Switch::Required(at), &id, shown.view.say(Say::Required), "") }
            { shown.field_with(Field::StatementId(at), more, None) }
        </>
    }
}
