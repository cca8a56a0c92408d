//! The steps of choosing.

mod decisions;
mod files;
mod key;
mod participants;
mod study;

pub(super) use decisions::{decisions_step, mistake};
pub(super) use files::files_step;
pub(super) use key::{key_step, key_words};
pub(super) use participants::participants_step;
pub(super) use study::study_step;

use super::{
    store::{KeyState, Missing},
    view::View,
};
use crate::ui::ProblemLink;
use yew::prelude::*;

/// The id of the field for the study.
pub(super) const STUDY_ID: &str = "study-file";
/// The id of the field for a pasted key.
pub(super) const KEY_ID: &str = "key";
/// The id of the field for a passphrase.
pub(super) const PASSPHRASE_ID: &str = "passphrase";
/// The id of the field for the sealed files.
pub(super) const FILES_ID: &str = "sealed-files";
/// The id of the field for the decisions.
pub(super) const DECISIONS_ID: &str = "decisions-file";
/// The id of the field for the list of participants.
pub(super) const PARTICIPANTS_ID: &str = "participants-file";
/// The id of the heading of the step of the key.
pub(super) const KEY_TITLE_ID: &str = "key-title";
/// The id of the heading of the step of the files.
pub(super) const FILES_TITLE_ID: &str = "files-title";

/// What is missing, each with a link to its field.
pub(super) fn problems(view: &View<'_>) -> Vec<ProblemLink> {
    let text = view.text;
    let link = |missing| {
        let (target, message) = match (missing, &view.store.key) {
            (Missing::Study, _) => (STUDY_ID, text.study.missing),
            (Missing::Key, KeyState::Protected(..)) => (PASSPHRASE_ID, text.key.no_passphrase),
            (Missing::Key, _) => (KEY_ID, text.key.missing),
            (Missing::Files, _) => (FILES_ID, text.files.missing),
            (Missing::Decisions, _) => (DECISIONS_ID, text.decisions.missing),
            (Missing::Participants, _) => (PARTICIPANTS_ID, text.participants.missing),
        };
        ProblemLink { target: target.into(), message: message.into() }
    };
    view.store.missing().into_iter().map(link).collect()
}

/// What is wrong, said as soon as it shows. The place is always there, because a screen reader speaks only of changes
/// in places that it knows.
pub(super) fn error(view: &View<'_>, id: &'static str, message: Option<Html>) -> Html {
    let shown = message.is_some();
    html! {
        <div {id} class={shown.then_some("error-message")} role="alert">
            if let Some(message) = message {
                <span class="visually-hidden">{ view.text.page.error }{ " " }</span>{ message }
            }
        </div>
    }
}
