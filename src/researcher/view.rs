//! Which part of the page shows a stage.

use super::{
    changed::changed,
    choosing::choosing,
    clerk::Overview,
    form::form,
    frame::{Frame, frame},
    opening::{loading_sample, opening},
    people::people,
    person::person,
    places::places,
    questions::questions,
    results::results,
    store::{Action, Look, Place, Stage, Store, Subject},
    words::ResearcherText,
    working::Working,
};
use crate::browser::{drop_files::Dropped, read_files::LocalFile};
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
    /// The key is to stay on the device, locked with what stands in the fields for it.
    KeepKey,
    /// The kept key with this fingerprint is to go.
    RemoveKept(String),
    /// This file was given as the decisions.
    DecisionsChosen(Vec<LocalFile>),
    /// This file was given as the list of participants.
    ListChosen(Vec<LocalFile>),
    /// These are sealed files.
    FilesChosen(Vec<LocalFile>),
    /// These files and folders were dropped.
    Dropped(Dropped),
    /// The form of a decision is to be taken, with today's date.
    Decide,
    /// This file was given as the table of contacts.
    ContactsChosen(Vec<LocalFile>),
    /// Another room is wanted.
    Enter(Room),
    /// The decisions file is to be saved.
    SaveDecisions,
}

/// A room of the page beside the one that opens sealed files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The study builder.
    Builder,
    /// Where paper forms are keyed in.
    Paper,
    /// Where invitations are made.
    Inviting,
    /// Where keys are tried out.
    Drill,
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
        Stage::Opening { progress, stopping } => ("opening", opening(&view, *progress, *stopping)),
        Stage::Found(overview, look) => found(&view, overview, look),
    };
    frame(&view, Frame { part, screen })
}

/// The part of the findings that is looked at, and its name.
fn found(view: &View<'_>, overview: &Overview, look: &Look) -> (&'static str, Html) {
    let (part, screen) = match &look.place {
        Place::Files => ("found", results(view, overview, look)),
        Place::Questions => ("questions", questions(view, look)),
        Place::Form(entry) => ("form", form(view, look, entry)),
        Place::People => ("people", people(view, look)),
        Place::Person(code) => ("person", person(view, look, code)),
        Place::Changed => ("changed", changed(view, look)),
    };
    let is_working = look.asked.is_some() || view.store.linking.is_some();
    let working = html! { <Working words={view.text.page.working} {is_working} /> };
    (part, html! { <>{ places(view, overview, look) }{ working }{ screen }</> })
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &ResearcherText) -> String {
    let screen = match &store.stage {
        Stage::Choosing { .. } => text.choosing.heading.into(),
        Stage::LoadingSample => text.choosing.sample_loading.into(),
        Stage::Opening { .. } => text.opening.heading.into(),
        Stage::Found(overview, look) => match &look.place {
            Place::Files => (text.found.heading)(overview.counts.inputs()),
            Place::Questions => text.questions.heading.into(),
            Place::Form(entry) => match &entry.subject {
                Subject::Question(question) => (text.questions.name)(question).into(),
                Subject::Withdrawal(_) => text.form.withdrawal.into(),
            },
            Place::People => text.people.heading.into(),
            // A title is kept in the browser's history: no code in it.
            Place::Person(_) => text.people.one.into(),
            Place::Changed => text.changed.heading.into(),
        },
    };
    let title = (text.page.title)(&screen);
    let wrong = match &store.stage {
        Stage::Choosing { asked: 1.., .. } => !store.missing().is_empty(),
        Stage::Found(_, Look { place: Place::Form(entry), .. }) => !entry.problems.is_empty(),
        _ => false,
    };
    if wrong { (text.page.title_with_error)(&title) } else { title }
}
