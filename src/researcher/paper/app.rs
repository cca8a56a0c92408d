//! Joins the room's state, view and browser.

use super::{
    seal::seal_form,
    store::{Action, SealedForm, Stage, Store},
    view::{Request, title, view},
};
use crate::{
    browser::{save_file, spawn},
    researcher::{hooks::use_following, room::RoomProps, team_study::study_in, words::paper::PAPER_EN},
    ui::{HEADING_ID, PROBLEM_ID},
};
use engine::study::Offer;
use std::rc::Rc;
use yew::prelude::*;

/// The zip of all files of a sitting.
const ZIP: &str = "linkwell-paper-forms.zip";

/// The room where paper forms are keyed in.
#[component]
pub fn Paper(props: &RoomProps<Store>) -> Html {
    let store = props.store.clone();
    use_following(&*store, |store| title(store, &PAPER_EN), target);
    let on = Callback::from({
        let (store, on_back, at_hand) = (store.clone(), props.on_back.clone(), props.at_hand.clone());
        move |request| answer(request, &store, at_hand.as_ref(), &on_back)
    });
    view(&store, &PAPER_EN, props.at_hand.as_ref(), &on)
}

type Handle = UseReducerHandle<Store>;

/// Where the keyboard and a screen reader go after a change; `None` where they stay.
fn target(before: Option<&Store>, after: &Store) -> Option<String> {
    let Some(before) = before else { return Some(HEADING_ID.into()) };
    if after.refused > before.refused {
        return Some(PROBLEM_ID.into());
    }
    let is_another = match (&before.stage, &after.stage) {
        (Stage::Comparing(before), Stage::Comparing(after)) => before.len() != after.len(),
        (before, after) => before != after,
    };
    (is_another || after.not_sealed != before.not_sealed).then(|| HEADING_ID.into())
}

/// Does what a person asked for.
fn answer(request: Request, store: &Handle, at_hand: Option<&Rc<Offer>>, on_back: &Callback<()>) {
    let act = store.dispatcher();
    match request {
        Request::Do(action) => act.dispatch(action),
        Request::StudyChosen(files) => spawn(async move {
            let Some(file) = files.first() else { return };
            act.dispatch(Action::Study(study_in(file).await));
        }),
        Request::StudyAtHand => {
            if let Some(offer) = at_hand {
                act.dispatch(Action::Study(Ok(offer.clone())));
            }
        }
        Request::Seal => seal(store),
        Request::Save(receipt) => {
            if let Some(form) = store.sealed.iter().find(|form| form.receipt == receipt) {
                let taken = save_file::save(&form.name(), form.text.as_bytes());
                act.dispatch(Action::Saved(receipt, taken));
            }
        }
        Request::SaveAll => act.dispatch(Action::SavedAll(save_all(&store.sealed))),
        Request::Back => on_back.emit(()),
    }
}

/// Seals what both keyings agree on, and hands the file to the browser's downloads.
fn seal(store: &Handle) {
    let (Stage::Agreed, Some(offer)) = (&store.stage, &store.offer) else { return };
    let made = seal_form(offer, &store.first, &store.invitation).map(|form| {
        let taken = save_file::save(&form.name(), form.text.as_bytes());
        Rc::new(SealedForm { taken, ..form })
    });
    store.dispatch(Action::Sealed(made));
}

fn save_all(sealed: &[Rc<SealedForm>]) -> bool {
    let named: Vec<(String, &[u8])> = sealed.iter().map(|form| (form.name(), form.text.as_bytes())).collect();
    let files = named.iter().map(|(name, text)| (name.as_str(), *text));
    archive::zip(files).is_ok_and(|zip| save_file::save(ZIP, &zip))
}
