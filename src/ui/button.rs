//! A button that says what it does.

use yew::prelude::*;

/// How much a button draws the eye. A screen has one obvious action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// The obvious next step.
    #[default]
    Main,
    /// Another way on.
    Other,
    /// Looks like a link, for what few people need.
    Quiet,
}

/// What a [`Button`] takes.
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// What it does.
    pub label: AttrValue,
    /// How much it draws the eye.
    #[prop_or_default]
    pub weight: Weight,
    /// It was selected.
    pub on_select: Callback<()>,
}

/// A button. Never of the kind that sends a form.
pub fn button(label: AttrValue, weight: Weight, on_select: &Callback<()>) -> Html {
    let class = match weight {
        Weight::Main => "button button-main",
        Weight::Other => "button button-other",
        Weight::Quiet => "button button-quiet",
    };
    let onclick = on_select.reform(|_: MouseEvent| ());
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// [`button()`] as a component.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    button(props.label.clone(), props.weight, &props.on_select)
}
