//! A calm panel with something to know.

use yew::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Plain,
    /// Worth a second look.
    Careful,
    /// Something is done.
    Done,
}

/// What a [`Notice`] takes.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// What it is about.
    #[prop_or_default]
    pub tone: Tone,
    /// Its first words, in bold.
    #[prop_or_default]
    pub title: AttrValue,
    /// Whether a screen reader is to say it as soon as it appears.
    #[prop_or_default]
    pub spoken: bool,
    /// What there is to know.
    pub children: Html,
}

/// A calm panel. Where it is `spoken`, a screen reader says it as soon as it appears.
pub fn notice(tone: Tone, title: &str, spoken: bool, words: Html) -> Html {
    let class = match tone {
        Tone::Plain => "notice",
        Tone::Careful => "notice notice-careful",
        Tone::Done => "notice notice-done",
    };
    html! {
        <div {class} role={spoken.then_some("status")}>
            if !title.is_empty() {
                <p class="notice-title">{ title }</p>
            }
            { words }
        </div>
    }
}

/// [`notice`] as a component.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    notice(props.tone, &props.title, props.spoken, props.children.clone())
}
