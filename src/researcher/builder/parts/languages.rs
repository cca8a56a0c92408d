//! The languages of the patient's page. Off until they are switched on; what no native speaker has checked says so.

use super::super::{part::Part, store::Action, switch::Switch, view::Shown};
use crate::{
    researcher::words::builder::Say,
    ui::{CheckLine, check_line},
};
use setup::languages::left_in_english;
use text::{LANGUAGES, Language};
use yew::prelude::*;

/// The part.
pub(super) fn languages(shown: &Shown<'_>) -> Html {
    let [heading, _] = (shown.view.text.part)(Part::Languages);
    let body = html! {
        <>
            { shown.errors("languages", &shown.problems_below("languages")) }
            <fieldset class="boxes">
                <legend class="visually-hidden">{ heading }</legend>
                { for LANGUAGES.iter().map(|language| line(shown, language)) }
            </fieldset>
        </>
    };
    shown.part(Part::Languages, body)
}

fn line(shown: &Shown<'_>, language: &Language) -> Html {
    let study = &shown.draft.study;
    let tag = language.tag;
    let ticked = study.offers(tag);
    let left = if ticked { left_in_english(study, tag) } else { Vec::new() };
    let is_english = tag == "en";
    let label = html! {
        <>
            <span lang={tag} dir={language.direction}>{ language.name }</span>
            if !language.checked {
                { " " }<span class="not-checked">{ shown.view.say(Say::NotChecked) }</span>
            }
        </>
    };
    let hint = if is_english {
        shown.view.say(Say::EnglishAlways).into()
    } else if left.is_empty() {
        Html::default()
    } else {
        (shown.view.text.in_english)(&left).into()
    };
    check_line(CheckLine {
        id: &["language-", tag].concat(),
        label,
        hint,
        ticked,
        fixed: is_english,
        described_by: None,
        on_tick: shown.view.act(move || Action::Flip(Switch::Language(tag.into()))),
    })
}
