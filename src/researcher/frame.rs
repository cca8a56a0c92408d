//! The frame of every screen: the same things in the same places.

use super::{
    foot::Foot,
    store::Action,
    view::{Request, View},
};
use crate::{
    browser::{focus, read_files},
    ui::{Button, Notice, PageLink, Tone, Weight},
};
use yew::prelude::*;

const MAIN_ID: &str = "main";

/// What stands in the frame.
pub(super) struct Frame {
    /// A name for the screen; another name is another screen.
    pub(super) part: &'static str,
    /// The screen.
    pub(super) screen: Html,
}

/// The frame. Files may be dropped anywhere in it, since a browser would leave the page for one that misses its place.
pub(super) fn frame(view: &View<'_>, frame: Frame) -> Html {
    let page = &view.text.page;
    let skip = Callback::from(|()| {
        focus::to(MAIN_ID);
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let on = view.on.clone();
    let ondrop = Callback::from(move |event: DragEvent| {
        let dropped = read_files::dropped(&event);
        if !dropped.is_empty() {
            on.emit(Request::Dropped(dropped));
        }
    });
    html! {
        <div class="researcher" {ondragover} {ondrop}>
            <PageLink target={MAIN_ID} class="skip-link" on_select={skip}>{ page.skip_link }</PageLink>
            { head(view) }
            <main id={MAIN_ID} class="wide-column" tabindex="-1" key={frame.part}>{ frame.screen }</main>
            <Foot privacy={page.privacy} />
        </div>
    }
}

fn head(view: &View<'_>) -> Html {
    let page = &view.text.page;
    let study = view.store.study.as_deref();
    html! {
        <header class="page-head">
            <div class="wide-column head-line">
                <div>
                    <p class="page-name">{ page.name }</p>
                    if let Some(study) = study {
                        <p class="study-name">{ study.title() }</p>
                    }
                </div>
                if view.store.holds_secrets() {
                    <Button label={page.lock} weight={Weight::Other} on_select={view.act(|| Action::Lock)} />
                }
            </div>
            if study.is_some_and(|study| study.offer.study.for_trial_only) {
                <div class="wide-column"><Notice tone={Tone::Careful}><p>{ page.trial }</p></Notice></div>
            }
        </header>
    }
}
