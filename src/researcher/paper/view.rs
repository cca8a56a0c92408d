//! What the room shows.

use super::{
    comparing::{agreed, comparing},
    keying::{handing, keying},
    place::Place,
    sealed::sealed,
    store::{Action, Stage, Store},
};
use crate::{
    browser::read_files::LocalFile,
    researcher::{
        room::{self, Choosing, Room, room, room_title},
        words::{RESEARCHER_EN, paper::PaperText},
    },
    ui::{Button, ErrorSummary, ProblemLink, Weight},
};
use engine::{
    session::{Plan, PlannedItem},
    study::Offer,
};
use std::rc::Rc;
use yew::prelude::*;

/// What a person asked for.
#[derive(Clone)]
pub enum Request {
    /// Something that the state takes as it is.
    Do(Action),
    /// These files were given as the study; the first one counts.
    StudyChosen(Vec<LocalFile>),
    /// The study that is open in the page is wanted.
    StudyAtHand,
    /// The form is to be sealed and saved.
    Seal,
    /// The file of this receipt is to be saved again.
    Save(String),
    /// All files are to be saved as one zip.
    SaveAll,
    /// The key was pressed in a form.
    Back,
}

/// What every part gets.
pub(super) struct View<'a> {
    pub(super) store: &'a Store,
    pub(super) text: &'static PaperText,
    pub(super) on: &'a Callback<Request>,
    /// The study that is open in another room.
    pub(super) at_hand: Option<&'a Rc<Offer>>,
}

impl View<'_> {
    /// A callback that hands an action to the state.
    pub(super) fn act(&self, action: impl Fn() -> Action + 'static) -> Callback<()> {
        self.on.reform(move |()| Request::Do(action()))
    }

    /// A callback that asks for something.
    pub(super) fn ask(&self, request: impl Fn() -> Request + 'static) -> Callback<()> {
        self.on.reform(move |()| request())
    }

    /// A button.
    pub(super) fn button(
        &self,
        label: impl Into<AttrValue>,
        weight: Weight,
        on_select: Callback<()>,
    ) -> Html {
        html! { <Button label={label.into()} {weight} {on_select} /> }
    }

    /// What is wrong at `place`, in words.
    pub(super) fn errors(&self, place: &Place) -> Vec<String> {
        let at = self.store.mistakes.iter().filter(|mistake| mistake.place == *place);
        at.map(|mistake| (self.text.wrong)(&mistake.what)).collect()
    }

    /// Everything that is wrong, each with a link to its field.
    pub(super) fn summary(&self) -> Html {
        if self.store.mistakes.is_empty() {
            return Html::default();
        }
        let problems = self.store.mistakes.iter().map(|mistake| {
            let words = (self.text.wrong)(&mistake.what);
            let name = self.name(&mistake.place);
            let between = if name.ends_with('?') { " " } else { ": " };
            let message = [&name, between, &words].concat();
            ProblemLink { target: mistake.place.id().into(), message: message.into() }
        });
        html! { <ErrorSummary title={RESEARCHER_EN.page.problem} problems={problems.collect::<Vec<_>>()} /> }
    }

    /// What people call a place.
    pub(super) fn name(&self, place: &Place) -> String {
        match place {
            Place::Item(id) | Place::Blank(id) | Place::Agreed(id) => id.clone(),
            place => (self.text.place)(place)[0].into(),
        }
    }

    /// What is asked on the form that is keyed in.
    pub(super) fn plan(&self) -> Option<Plan> {
        self.store.keyed().plan(self.store.offer.as_ref()?)
    }
}

/// The codes that an item has, or what else it takes.
pub(super) fn takes(item: &PlannedItem, text: &PaperText) -> String {
    use engine::instrument::ResponseSet;
    match &item.responses {
        ResponseSet::Codes { codes, .. } => {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            (text.codes)(&codes.join(", "))
        }
        ResponseSet::Number { lowest, highest } => (text.numbers)(&lowest.to_string(), &highest.to_string()),
        ResponseSet::Text { most_characters } => (text.characters)(*most_characters),
    }
}

/// The room.
pub fn view(
    store: &Store,
    text: &'static PaperText,
    at_hand: Option<&Rc<Offer>>,
    on: &Callback<Request>,
) -> Html {
    let view = View { store, text, on, at_hand };
    let (part, screen) = match (&store.stage, &store.offer) {
        (Stage::Choosing, _) | (_, None) => ("choosing", choosing(&view)),
        (Stage::Keying(pass), Some(offer)) => {
            let part = if *pass == super::Pass::First { "first" } else { "second" };
            (part, keying(&view, offer, *pass))
        }
        (Stage::Handing, _) => ("handing", handing(&view)),
        (Stage::Comparing(differences), Some(offer)) => ("comparing", comparing(&view, offer, differences)),
        (Stage::Agreed, _) => ("agreed", agreed(&view)),
        (Stage::Sealed, _) => ("sealed", sealed(&view)),
    };
    room(Room {
        class: "paper-room",
        part,
        words: &text.room,
        study: store.offer.as_deref().map(|offer| &offer.study),
        on_back: view.ask(|| Request::Back),
        screen,
    })
}

fn choosing(view: &View<'_>) -> Html {
    let study = room::choosing(Choosing {
        words: &view.text.room,
        at_hand: view.at_hand,
        on_at_hand: view.ask(|| Request::StudyAtHand),
        on_choose: view.on.reform(Request::StudyChosen),
        mistake: view.store.study_mistake.as_ref(),
        refused: None,
    });
    html! {
        <>
            { study }
            if !view.store.sealed.is_empty() {
                { super::sealed::list(view) }
            }
        </>
    }
}

/// The title of the browser's window.
pub fn title(store: &Store, text: &PaperText) -> String {
    let heading = match &store.stage {
        Stage::Choosing => text.room.heading.to_owned(),
        Stage::Keying(pass) => (text.keying)(*pass).into(),
        Stage::Handing => text.handing.into(),
        Stage::Comparing(differences) => (text.comparing)(differences.len()),
        Stage::Agreed => text.agreed.into(),
        Stage::Sealed => text.sealed.into(),
    };
    let wrong = !store.mistakes.is_empty() || store.study_mistake.is_some() || store.not_sealed.is_some();
    room_title(&text.room, &heading, wrong)
}
