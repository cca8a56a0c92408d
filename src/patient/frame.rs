//! The frame of the patient's screens: study name, help, notices, back link, version.

use super::{
    help,
    stage::{Place, Stage},
    store::Store,
};
use crate::ui::{Page, Tone, notice, page};
use engine::{
    record::Software,
    session::{Plan, Step},
    study::StudyText,
};
use text::Text;
use yew::prelude::*;

/// What made this page, as the foot shows it and every record names it. `build` is the page's build id.
pub(super) fn software(build: &str) -> Software {
    Software { name: "linkwell".into(), version: env!("CARGO_PKG_VERSION").into(), build: build.into() }
}

/// The study's texts in the plan's language, or in English, which every study has.
pub(super) fn study_text(plan: &Plan) -> &StudyText {
    let texts = &plan.offer().study.texts;
    texts.get(plan.language()).or_else(|| texts.get("en")).expect("a checked study has English texts")
}

/// One of the study's texts: in the plan's language, or in English and marked as such.
pub(super) fn study_words(plan: &Plan, pick: fn(&StudyText) -> &String) -> Html {
    let words = pick(study_text(plan));
    if plan.language() == "en" || plan.offer().study.texts.contains_key(plan.language()) {
        return html! { { words } };
    }
    html! { <span lang="en" dir="ltr">{ words }</span> }
}

/// What the foot says of the software.
fn version(software: &Software, words: &Text) -> String {
    match software.build.as_str() {
        "" => ["Linkwell ", &software.version].concat(),
        build => words.page.version.fill([&software.version, build]),
    }
}

/// `screen` in its frame.
pub(super) fn frame(
    store: &Store,
    words: &'static Text,
    on_back: Option<Callback<()>>,
    screen: Html,
) -> Html {
    let plan = store.plan();
    // The start screen says the study's name in its heading: once is enough, to the eye and to the ear.
    let name = plan
        .filter(|_| !at_start(store))
        .map(|plan| study_words(plan, |text| &text.title))
        .unwrap_or_default();
    let software = software(&store.build);
    page(Page {
        step: step(store),
        skip_link: words.page.skip_link,
        name,
        help_title: words.help.title,
        help: help::view(plan.map(|plan| &plan.offer().study.help), words),
        banner: banner(store, words),
        back: words.page.back,
        back_place: words.page.back_place,
        on_back,
        foot: html! { <p>{ version(&software, words) }</p> },
        screen,
    })
}

/// A number for each step, so that nothing of one step is drawn over with another's: a reader that has lost its place goes
/// on below it, and help that was opened is closed.
fn step(store: &Store) -> u32 {
    match store.place() {
        Place::Step(step, _) => step.to_number(),
        Place::HandOver => Step::Finished.to_number(),
        _ => Step::Start.to_number(),
    }
}

fn at_start(store: &Store) -> bool {
    matches!(&store.stage, Stage::Asking { session, .. } if session.step() == Step::Start)
}

/// What everybody must know on every screen: that a study is for trial only, that nothing is kept.
fn banner(store: &Store, words: &'static Text) -> Html {
    let Some(plan) = store.plan() else { return Html::default() };
    html! {
        <>
            if plan.offer().study.for_trial_only {
                { notice(Tone::Careful, "", false, html! { <p>{ words.page.trial }</p> }) }
            }
            if !store.keeps && !matches!(store.stage, Stage::Ended(_) | Stage::HandOver { handed: Some(_), .. }) {
                { notice(Tone::Plain, words.page.not_kept_title, false, html! { <p>{ words.page.not_kept }</p> }) }
            }
        </>
    }
}
