//! The controls that every part is made of: fields, boxes, rows of lists, and what is wrong with them.

use super::{
    field::{Field, Shape},
    list::List,
    part::{Part, id_of},
    store::Action,
    switch::Switch,
    view::{Request, Shown},
};
use crate::{
    researcher::words::builder::Say,
    ui::{Button, CheckLine, FormField, Typing, Weight, check_line, field_errors, form_field},
};
use text::LANGUAGES;
use yew::prelude::*;

impl Shown<'_> {
    /// What is wrong exactly at this path.
    pub(super) fn problems_at(&self, path: &str) -> Vec<&str> {
        let at = self.draft.problems.iter().filter(|problem| problem.path == path);
        at.map(|problem| problem.message.as_str()).collect()
    }

    /// What is wrong at this path and below it.
    pub(super) fn problems_below(&self, path: &str) -> Vec<&str> {
        let below = |problem: &&engine::problem::Problem| {
            problem
                .path
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.draft.problems.iter().filter(below).map(|problem| problem.message.as_str()).collect()
    }

    /// What is wrong with something that is not a single field. The place is always there, for links to it.
    pub(super) fn errors(&self, path: &str, errors: &[&str]) -> Html {
        html! {
            <div id={id_of(path)} class="place" tabindex="-1">
                if !errors.is_empty() {
                    { field_errors([&id_of(path), "-error"].concat(), self.view.say(Say::Error), errors) }
                }
            </div>
        }
    }

    /// A field with its words and what is wrong with it.
    pub(super) fn field(&self, field: Field) -> Html {
        self.field_with(field, Vec::new(), None)
    }

    /// The same with more that is wrong, and with a label of its own.
    pub(super) fn field_with(&self, field: Field, more: Vec<&str>, own_label: Option<String>) -> Html {
        let [label, hint] = (self.view.text.field)(&field);
        let path = field.path();
        let mut errors = self.problems_at(&path);
        errors.extend(more);
        let unwritten = self.draft.unwritten.contains(&path);
        let typing = match field.shape() {
            Shape::Line => Typing::Line,
            Shape::Lines => Typing::Lines,
            Shape::Code => Typing::Code,
            Shape::Number => Typing::Number,
        };
        let language = field.language().and_then(language);
        let value = self.draft.read(&field);
        let id = id_of(&path);
        let on_type = self.view.on.reform(move |typed| Request::Do(Action::Write(field.clone(), typed)));
        html! {
            <>
                { form_field(FormField {
                    id: &id,
                    label: own_label.as_deref().unwrap_or(label),
                    hint,
                    value,
                    language,
                    errors,
                    error_word: self.view.say(Say::Error),
                    typing,
                    on_type,
                }) }
                if unwritten {
                    <p class="still">{ self.view.say(Say::StillToWrite) }</p>
                }
            </>
        }
    }

    /// A box for something that is on or off.
    pub(super) fn switch(
        &self,
        switch: Switch,
        id: &str,
        label: impl Into<Html>,
        hint: impl Into<Html>,
    ) -> Html {
        let ticked = switch.is_on(&self.draft.study);
        let on_tick = self.view.act(move || Action::Flip(switch.clone()));
        check_line(CheckLine {
            id,
            label: label.into(),
            hint: hint.into(),
            ticked,
            fixed: false,
            described_by: None,
            on_tick,
        })
    }

    /// The items of a list, each in a frame of its own with the buttons that move and remove it; below them the button
    /// that adds one.
    pub(super) fn rows(&self, list: &List, can_move: bool, row: impl Fn(usize) -> Html) -> Html {
        let count = list.len(&self.draft.study);
        let rows = (0..count).map(|at| {
            let name = (self.view.text.one)(list, at + 1);
            html! {
                <fieldset class="row" key={at}>
                    <legend>{ &name }</legend>
                    { row(at) }
                    <div class="row-buttons">
                        if can_move && at > 0 {
                            { self.row_button((self.view.text.raise)(&name), list, at, Action::Raise) }
                        }
                        { self.row_button((self.view.text.remove)(&name), list, at, Action::Remove) }
                    </div>
                </fieldset>
            }
        });
        let added = list.clone();
        html! {
            <>
                { for rows }
                <p class="add"><Button label={(self.view.text.add)(list)} weight={Weight::Other}
                    on_select={self.view.act(move || Action::Add(added.clone()))} /></p>
            </>
        }
    }

    /// A button of one row.
    pub(super) fn row_button(
        &self,
        label: String,
        list: &List,
        at: usize,
        action: fn(List, usize) -> Action,
    ) -> Html {
        let list = list.clone();
        let on_select = self.view.act(move || action(list.clone(), at));
        html! { <Button {label} weight={Weight::Quiet} {on_select} /> }
    }

    /// A part of the page.
    pub(super) fn part(&self, part: Part, body: Html) -> Html {
        let [heading, lead] = (self.view.text.part)(part);
        html! {
            <section class="part" aria-labelledby={part.id()} key={part.id()}>
                <h2 id={part.id()} tabindex="-1">{ heading }</h2>
                if !lead.is_empty() {
                    <p class="hint">{ lead }</p>
                }
                { body }
            </section>
        }
    }

    /// Which language's words are written here: a row of buttons, where there are several.
    pub(super) fn languages_to_write(&self, place: &'static str) -> Html {
        let offered: Vec<_> =
            LANGUAGES.iter().filter(|language| self.draft.study.offers(language.tag)).collect();
        if offered.len() < 2 {
            return Html::default();
        }
        let now = self.view.store.language().to_owned();
        let buttons = offered.into_iter().map(|language| {
            let on_select = self.view.act(move || Action::Speak(language.tag.into()));
            let onclick = on_select.reform(|_: MouseEvent| ());
            html! {
                <button type="button" class="choice" lang={language.tag} dir={language.direction}
                    aria-pressed={if now == language.tag { "true" } else { "false" }} {onclick}>{ language.name }</button>
            }
        });
        html! {
            <div class="choices" role="group" aria-labelledby={place}>
                <span id={place}>{ self.view.say(Say::WriteIn) }</span>
                { for buttons }
            </div>
        }
    }
}

/// Tag and direction of a language that is not English.
pub(super) fn language(tag: &str) -> Option<(&'static str, &'static str)> {
    let found = LANGUAGES.iter().find(|language| language.tag == tag && tag != "en");
    found.map(|language| (language.tag, language.direction))
}

/// What speakers of a language call it; its tag where the page does not know it.
pub(super) fn language_name(tag: &str) -> &str {
    LANGUAGES.iter().find(|language| language.tag == tag).map_or(tag, |language| language.name)
}

impl Field {
    /// The tag of the language in which it is written, where it has one.
    fn language(&self) -> Option<&str> {
        match self {
            Self::Text(language, _) | Self::SectionHeading(language, _) => Some(language),
            Self::SectionText(language, _) | Self::StatementText(language, _) => Some(language),
            _ => None,
        }
    }
}
