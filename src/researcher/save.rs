//! Saving the files of the results.

use super::{
    findings::{Findings, RESULTS_ZIP},
    store::{Look, Saving},
    view::{Request, View},
};
use crate::ui::{Button, Notice, Tone, Weight};
use yew::prelude::*;

/// The button for one file.
pub(super) fn save_button(view: &View<'_>, name: &'static str) -> Html {
    let on_select = view.on.reform(move |()| Request::Save(name));
    html! { <p><Button label={(view.text.save.save)(name)} weight={Weight::Other} {on_select} /></p> }
}

/// Every file with its button.
pub(super) fn save_list(view: &View<'_>, findings: &Findings, look: &Look) -> Html {
    let text = &view.text.save;
    let files = findings.files.iter().map(|file| {
        html! {
            <li key={file.name}>
                <p><strong>{ file.name }</strong><br />{ (text.what)(file.name) }</p>
                { save_button(view, file.name) }
            </li>
        }
    });
    html! {
        <>
            <p>{ text.lead }</p>
            <Notice tone={Tone::Careful}><p>{ text.careful }</p></Notice>
            <p>{ text.all_lead }</p>
            <p><Button label={(text.save)(RESULTS_ZIP)} on_select={view.on.reform(|()| Request::SaveAll)} /></p>
            <p>{ text.single }</p>
            <ul class="save-list">{ for files }</ul>
            <div role="status">{ for look.saved.iter().map(|(name, saving)| told(view, name, *saving)) }</div>
        </>
    }
}

/// What became of a file that was to be saved.
pub(super) fn told(view: &View<'_>, name: &'static str, saving: Saving) -> Html {
    let words = match saving {
        Saving::Done => (view.text.save.saved)(name),
        Saving::Refused => (view.text.save.refused)(name),
    };
    html! { <p key={name}>{ words }</p> }
}
