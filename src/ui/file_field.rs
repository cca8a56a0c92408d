//! A button that lets a person choose files.

use crate::browser::read_files::{self, LocalFile};
use yew::prelude::*;

/// What a [`FileField`] takes.
#[derive(Properties, PartialEq)]
pub struct FileFieldProps {
    /// Its id.
    pub id: AttrValue,
    /// What it does.
    pub label: AttrValue,
    /// Whether several files may be chosen at once.
    #[prop_or_default]
    pub multiple: bool,
    /// Whether a folder is chosen, with all that is in it.
    #[prop_or_default]
    pub folder: bool,
    /// The ids of the elements that explain it or say what is wrong.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether something is wrong with what was chosen last.
    #[prop_or_default]
    pub wrong: bool,
    /// Files were chosen.
    pub on_choose: Callback<Vec<LocalFile>>,
}

/// The browser's own field, which is known to keyboards and screen readers, under a label that looks like a button.
#[component]
pub fn FileField(props: &FileFieldProps) -> Html {
    let on_choose = props.on_choose.clone();
    let onchange = Callback::from(move |event: Event| {
        let files = read_files::chosen(&event);
        if !files.is_empty() {
            on_choose.emit(files);
        }
    });
    html! {
        <span class="file-field">
            <input type="file" class="file-input" id={&props.id} multiple={props.multiple}
                webkitdirectory={props.folder} aria-describedby={props.described_by.clone()}
                aria-invalid={props.wrong.then_some("true")} {onchange} />
            <label class="button button-other" for={&props.id}>{ &props.label }</label>
        </span>
    }
}
