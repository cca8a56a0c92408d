//! From the state of the page to what is shown. Pure: it asks the browser for nothing while it draws.

use super::{
    aloud, check, code, consent, elsewhere, ended,
    finish::{self, Standing},
    frame::{frame, software, study_text},
    language_choice, question,
    stage::{Stage, Way},
    start,
    store::{Action, Store},
    unavailable, welcome, who,
};
use crate::{
    browser::{clock, random, viewport},
    ui::heading,
};
use engine::{
    record::{Layout, Source},
    session::{Event, Finishing, Screen, Session, Step},
};
use text::Text;
use yew::prelude::*;

/// What only a browser can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// One step back.
    Back,
    /// Carries on in this tab; another one stops.
    CarryOnHere,
    /// Throws the draft away.
    StartAgain,
    /// Hands the file over.
    HandOver(Way),
    /// Removes everything from the device.
    Clear,
    /// Goes on in the language with this tag.
    Speak(&'static str),
    /// They do not want to take part: removes everything, too.
    Decline,
    /// Prints the page.
    Print,
    /// Saves the information sheet as a file.
    SaveSheet,
    /// Loads the page anew.
    Reload,
}

/// What is shown.
pub fn view(store: &Store, words: &'static Text, act: &Callback<Action>, ask: &Callback<Request>) -> Html {
    let (screen, goes_back) = match &store.stage {
        Stage::Loading => (heading(words.page.loading), false),
        Stage::Unavailable(why) => (unavailable::view(*why, words, ask), false),
        Stage::Welcome(_) => (welcome::view(words, act, ask), false),
        Stage::Elsewhere(plan) => {
            // The language of the other tab is locked away with the draft.
            let languages = language_choice::view(&plan.offer().study, store.no_language, words, ask);
            (html! { <>{ languages }{ elsewhere::view(words, ask) }</> }, false)
        }
        Stage::Asking { session, not_sealed } => {
            let goes_back = !matches!(session.step(), Step::Start | Step::Finished);
            (asking(store, session, *not_sealed, words, act, ask), goes_back)
        }
        Stage::HandOver { plan, file, handed, sending, trouble, returned } => {
            let (handed, sending, trouble, returned) = (*handed, *sending, *trouble, *returned);
            let standing = Standing { plan, file, ways: store.ways, handed, sending, trouble, returned };
            (finish::view(&standing, words, ask), false)
        }
        Stage::Ended(_) => (ended::view(words), false),
        Stage::Declined { cleared, .. } => (consent::declined(*cleared, words), false),
    };
    frame(store, words, goes_back.then(|| ask.reform(|()| Request::Back)), screen)
}

fn asking(
    store: &Store,
    session: &Session,
    not_sealed: bool,
    words: &'static Text,
    act: &Callback<Action>,
    ask: &Callback<Request>,
) -> Html {
    let on = act.reform(Action::Did);
    let plan = session.plan();
    if not_sealed {
        return finish::not_sealed(words, act.reform(|()| Action::SealAgain));
    }
    match session.screen() {
        Screen::Start => {
            let languages = if session.can_reword() {
                language_choice::view(&plan.offer().study, store.no_language, words, ask)
            } else {
                Html::default()
            };
            let on_start = on.reform(|()| Event::Begin { now_ms: clock::now_ms() });
            html! { <>{ languages }{ start::view(plan, store.keeps, words, on_start) }</> }
        }
        Screen::Consent { ticked, missing } => {
            let agree = on.reform(|()| Event::Agree { now_ms: clock::now_ms() });
            consent::view(plan, &ticked, missing, words, &on, &agree, ask)
        }
        Screen::Code { typed, error } => code::view(typed, error, words, on),
        Screen::Who { chosen, missing } => who::view(chosen, missing, words, on),
        Screen::Question(question) => {
            let aloud = aloud::view(store, &plan.items()[question.position], words, act);
            question::view(plan, &question, words, on, aloud)
        }
        Screen::Check(rows) => check::view(plan, &rows, words, on, finish(store, act), ask),
        // Sealing follows at once; this is drawn and replaced before anybody sees it.
        Screen::Finished { .. } => heading(words.page.loading),
    }
}

/// The time of the tap, a nonce and the width of the screen: what only a browser knows of a record.
fn finish(store: &Store, act: &Callback<Action>) -> Callback<()> {
    let (act, build) = (act.clone(), store.build.clone());
    Callback::from(move |()| {
        let Some(nonce) = random::make_nonce() else { return act.emit(Action::NotSealed) };
        let layout = if viewport::is_wide() { Layout::Wide } else { Layout::Narrow };
        act.emit(Action::Did(Event::Finish(Finishing {
            nonce,
            now_ms: clock::now_ms(),
            offset_minutes: clock::offset_minutes(),
            layout: Some(layout),
            source: Source::Screen,
            software: software(&build),
        })));
    })
}

/// The title of the browser's window.
pub fn title(store: &Store, words: &'static Text) -> String {
    let Some(plan) = store.plan() else {
        let waiting = store.stage == Stage::Loading;
        return if waiting { words.page.loading } else { words.unavailable.heading }.into();
    };
    let (step, wrong) = match &store.stage {
        Stage::Asking { session, not_sealed } => step_title(session, *not_sealed, words),
        Stage::HandOver { .. } => (words.finish.title.into(), false),
        Stage::Ended(_) => (words.ended.heading.into(), false),
        Stage::Elsewhere(_) => (words.elsewhere.heading.into(), false),
        Stage::Declined { .. } => (words.consent.declined.into(), false),
        Stage::Welcome(_) | Stage::Loading | Stage::Unavailable(_) => (words.welcome.heading.into(), false),
    };
    let title = words.page.title.fill([&step, &study_text(plan).title]);
    if wrong { words.page.title_with_error.fill([&title]) } else { title }
}

/// The step's name, and whether something on it is wrong.
fn step_title(session: &Session, not_sealed: bool, words: &'static Text) -> (String, bool) {
    if not_sealed {
        return (words.finish.title.into(), true);
    }
    match session.screen() {
        Screen::Start => (words.start.title.into(), false),
        Screen::Consent { missing, .. } => (words.consent.heading.into(), missing),
        Screen::Code { error, .. } => (words.code.title.into(), error.is_some()),
        Screen::Who { missing, .. } => (words.who.title.into(), missing),
        Screen::Question(question) => {
            (question::caption(&question, words), question.asks_to_skip || question.wrong)
        }
        Screen::Check(_) => (words.check.heading.into(), false),
        Screen::Finished { .. } => (words.finish.title.into(), false),
    }
}
