//! What the builder shows.

use super::{
    draft::Draft,
    frame::frame,
    parts,
    store::{Action, Saved, Store},
};
use crate::{
    browser::{drop_files::Dropped, read_files::LocalFile},
    researcher::words::builder::{BuilderText, Say},
};
use std::rc::Rc;
use yew::prelude::*;

/// What a person asked for.
#[derive(Clone, Debug)]
pub enum Request {
    /// Something that the state takes as it is.
    Do(Action),
    /// A new study.
    Begin,
    /// These files were given as a study; the first one counts.
    StudyChosen(Vec<LocalFile>),
    /// A study was dropped.
    StudyDropped(Dropped),
    /// These files were given as an instrument's; the first one counts.
    OwnChosen(Vec<LocalFile>),
    /// Passphrases stand in their fields, where they are wanted.
    MakeKeys,
    /// Something is to be saved.
    Save(Saved),
    /// The place of this path in the study file is wanted.
    Go(String),
    /// The room that opens sealed files is wanted.
    Back,
}

/// What every part of the page gets.
pub(super) struct View<'a> {
    pub(super) store: &'a Store,
    pub(super) text: &'static BuilderText,
    pub(super) on: &'a Callback<Request>,
}

/// What every part gets once there is a study.
pub(super) struct Shown<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) draft: &'a Rc<Draft>,
}

impl View<'_> {
    /// A sentence.
    pub(super) fn say(&self, what: Say) -> &'static str {
        (self.text.say)(what)
    }

    /// A callback that hands an action to the state.
    pub(super) fn act(&self, action: impl Fn() -> Action + 'static) -> Callback<()> {
        self.on.reform(move |()| Request::Do(action()))
    }

    /// A callback that asks for something.
    pub(super) fn ask(&self, request: impl Fn() -> Request + 'static) -> Callback<()> {
        self.on.reform(move |()| request())
    }
}

/// The page.
pub fn view(store: &Store, text: &'static BuilderText, on: &Callback<Request>) -> Html {
    let view = View { store, text, on };
    let (part, screen) = match &store.draft {
        None => ("begin", parts::begin(&view)),
        Some(draft) => ("study", parts::study(&Shown { view: &view, draft })),
    };
    frame(&view, part, screen)
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &BuilderText) -> String {
    let heading = if store.draft.is_some() { Say::Heading } else { Say::BeginHeading };
    let title = [(text.say)(heading), " – ", (text.say)(Say::Name), " – Linkwell for researchers"].concat();
    if store.mistake.is_some() { [(text.say)(Say::Error), " ", &title].concat() } else { title }
}
