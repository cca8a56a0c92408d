//! A field for a secret, with its button.
//!
//! Promises: what is typed is never part of the page's state; whoever handles `on_ready` takes it out of the field.

use super::{Button, Weight};
use yew::prelude::*;

/// What kind of secret it is, for password managers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecretKind {
    /// A key: nothing is offered to fill it in, or to keep it.
    #[default]
    Key,
    /// A passphrase that was chosen before.
    Passphrase,
    /// One that is being chosen.
    NewPassphrase,
}

impl SecretKind {
    /// The word for it in HTML.
    pub fn autocomplete(self) -> &'static str {
        match self {
            Self::Key => "off",
            Self::Passphrase => "current-password",
            Self::NewPassphrase => "new-password",
        }
    }
}

/// What a [`SecretField`] takes.
#[derive(Properties, PartialEq)]
pub struct SecretFieldProps {
    /// Its id.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// What it holds.
    #[prop_or_default]
    pub kind: SecretKind,
    /// The id of the element that says what is wrong.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether something is wrong with what stood in it last.
    #[prop_or_default]
    pub wrong: bool,
    /// The words of the button.
    pub button: AttrValue,
    /// The button was selected, or the Enter key pressed.
    pub on_ready: Callback<()>,
}

/// A field for a secret.
#[component]
pub fn SecretField(props: &SecretFieldProps) -> Html {
    let on_ready = props.on_ready.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            on_ready.emit(());
        }
    });
    html! {
        <div class="secret-field">
            <label for={&props.id}>{ &props.label }</label>
            <div class="secret-line">
                <input type="password" id={&props.id} aria-describedby={props.described_by.clone()}
                    aria-invalid={props.wrong.then_some("true")} autocomplete={props.kind.autocomplete()} autocapitalize="off"
                    autocorrect="off" spellcheck="false" {onkeydown} />
                <Button label={props.button.clone()} weight={Weight::Other} on_select={props.on_ready.clone()} />
            </div>
        </div>
    }
}
