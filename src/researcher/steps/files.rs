//! The step of the sealed files.

use super::{FILES_ID, FILES_TITLE_ID};
use crate::{
    researcher::{
        store::Action,
        view::{Request, View},
    },
    ui::{Button, FileField, Weight},
};
use yew::prelude::*;

/// The step.
pub(in crate::researcher) fn files_step(view: &View<'_>) -> Html {
    let text = &view.text.files;
    let count = view.store.files.len();
    let label = if count > 0 { text.choose_more } else { text.choose };
    html! {
        <section class="step" aria-labelledby={FILES_TITLE_ID}>
            <h2 id={FILES_TITLE_ID} tabindex="-1">{ text.heading }</h2>
            <p id="files-hint" class="hint">{ text.hint }</p>
            <p class={(count > 0).then_some("chosen")} role="status">
                if count > 0 {
                    <strong>{ (text.chosen)(count, view.store.size()) }</strong>
                }
                if view.store.hidden > 0 {
                    { " " }{ (text.hidden)(view.store.hidden) }
                }
                if view.store.gathering > 0 {
                    { " " }{ text.gathering }
                }
            </p>
            <div class="drop-place">
                <FileField id={FILES_ID} {label} multiple=true described_by="files-hint"
                    on_choose={view.on.reform(Request::FilesChosen)} />
                <FileField id="sealed-folder" label={text.choose_folder} folder=true described_by="files-hint"
                    on_choose={view.on.reform(Request::FilesChosen)} />
                if count > 0 {
                    <Button label={text.remove} weight={Weight::Quiet} on_select={view.act(|| Action::FilesRemoved)} />
                }
            </div>
        </section>
    }
}
