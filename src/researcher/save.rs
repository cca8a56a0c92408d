//! Saving the files of the results.

use super::{
    clerk::{FileSize, Overview, known_name},
    findings::RESULTS_ZIP,
    store::{Action, Look, Saving},
    view::View,
};
use crate::ui::{Button, Notice, Tone, Weight};
use yew::prelude::*;

/// The button for one file.
pub(super) fn save_button(view: &View<'_>, name: &'static str) -> Html {
    let on_select = view.act(move || Action::Make(name));
    html! { <p><Button label={(view.text.save.save)(name)} weight={Weight::Other} {on_select} /></p> }
}

/// Every file with its button.
pub(super) fn save_list(view: &View<'_>, overview: &Overview, look: &Look) -> Html {
    let text = &view.text.save;
    let known = |file: &FileSize| Some((known_name(&file.name)?, file.bytes));
    let files = overview.files.iter().filter_map(known).map(|(name, bytes)| {
        html! {
            <li key={name}>
                <p>
                    <strong>{ name }</strong>{ " " }<span class="hint">{ (text.size)(bytes) }</span>
                    <br />{ (text.what)(name) }
                </p>
                { save_button(view, name) }
            </li>
        }
    });
    html! {
        <>
            <p>{ text.lead }</p>
            <Notice tone={Tone::Careful}><p>{ text.careful }</p></Notice>
            <p>{ text.all_lead }</p>
            <p><Button label={(text.save)(RESULTS_ZIP)} on_select={view.act(|| Action::Make(RESULTS_ZIP))} /></p>
            <p>{ text.single }</p>
            <ul class="save-list">{ for files }</ul>
            <div role="status">{ for look.saved.iter().map(|(name, saving)| told(view, name, *saving)) }</div>
        </>
    }
}

/// What became of a file that was to be saved.
pub(super) fn told(view: &View<'_>, name: &'static str, saving: Saving) -> Html {
    let words = match saving {
        Saving::Making => (view.text.save.making)(name),
        Saving::Done => (view.text.save.saved)(name),
        Saving::Refused => (view.text.save.refused)(name),
    };
    html! { <p key={name}>{ words }</p> }
}
