//! Which part of the page shows a stage.

use super::{
    choosing::choosing,
    findings::Findings,
    frame::{Frame, frame},
    opening::{loading_sample, opening},
    results::results,
    store::{Action, Look, Stage, Store},
    words::ResearcherText,
};
use crate::browser::read_files::LocalFile;
use yew::prelude::*;

/// What a person asked for.
#[derive(Clone, Debug)]
pub enum Request {
    /// Something that the state takes as it is.
    Do(Action),
    /// These files were given as the study; the first one counts.
    StudyChosen(Vec<LocalFile>),
    /// These files were given as the key; the first one counts.
    KeyChosen(Vec<LocalFile>),
    /// A key stands in its field.
    KeyPasted,
    /// A passphrase stands in its field.
    PassphraseTyped,
    /// These are sealed files.
    FilesChosen(Vec<LocalFile>),
    /// A file of the results is to be saved.
    Save(&'static str),
    /// The study builder is wanted.
    Build,
}

/// What every part of the page gets.
pub(super) struct View<'a> {
    pub(super) store: &'a Store,
    pub(super) text: &'static ResearcherText,
    pub(super) on: &'a Callback<Request>,
}

impl View<'_> {
    /// A callback that hands `action` to the state.
    pub(super) fn act(&self, action: impl Fn() -> Action + 'static) -> Callback<()> {
        self.on.reform(move |()| Request::Do(action()))
    }
}

/// The page.
pub fn view(store: &Store, text: &'static ResearcherText, on: &Callback<Request>) -> Html {
    let view = View { store, text, on };
    let (part, screen) = match &store.stage {
        Stage::Choosing { asked, note } => ("choosing", choosing(&view, *asked > 0, *note)),
        Stage::LoadingSample => ("loading", loading_sample(&view)),
        Stage::Opening(done) => ("opening", opening(&view, *done)),
        Stage::Found(findings, look) => ("found", found(&view, findings, look)),
    };
    frame(&view, Frame { part, screen })
}

fn found(view: &View<'_>, findings: &Findings, look: &Look) -> Html {
    results(view, findings, look)
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &ResearcherText) -> String {
    let screen = match &store.stage {
        Stage::Choosing { .. } => text.choosing.heading.into(),
        Stage::LoadingSample => text.choosing.sample_loading.into(),
        Stage::Opening(_) => text.opening.heading.into(),
        Stage::Found(findings, _) => (text.found.heading)(findings.lines.len()),
    };
    let title = (text.page.title)(&screen);
    match store.stage {
        Stage::Choosing { asked: 1.., .. } if !store.missing().is_empty() => {
            (text.page.title_with_error)(&title)
        }
        _ => title,
    }
}
