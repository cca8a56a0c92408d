//! The frame of the builder's screens: that of the whole page, with a way back.

use super::view::{Request, View};
use crate::{
    browser::{focus, read_files},
    researcher::{
        foot::Foot,
        words::{RESEARCHER_EN, builder::Say},
    },
    ui::PageLink,
};
use yew::prelude::*;

const MAIN_ID: &str = "main";

/// The frame. A file that is dropped is opened as a study before there is one, and passed over afterwards: a browser
/// would leave the page for it.
pub(super) fn frame(view: &View<'_>, part: &'static str, screen: Html) -> Html {
    let skip = Callback::from(|()| {
        focus::to(MAIN_ID);
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let (on, is_open) = (view.on.clone(), view.store.draft.is_some());
    let ondrop = Callback::from(move |event: DragEvent| {
        let dropped = read_files::dropped(&event);
        if !is_open && !dropped.is_empty() {
            on.emit(Request::StudyDropped(dropped));
        }
    });
    let study = view.store.draft.as_deref().and_then(|draft| draft.study.texts.get("en"));
    html! {
        <div class="researcher builder" {ondragover} {ondrop}>
            <PageLink target={MAIN_ID} class="skip-link" on_select={skip}>{ view.say(Say::SkipLink) }</PageLink>
            <header class="page-head">
                <div class="wide-column head-line">
                    <div>
                        <p class="page-name">{ RESEARCHER_EN.page.name }</p>
                        <p class="study-name">{ study.map_or(view.say(Say::Name), |text| &text.title) }</p>
                    </div>
                    <PageLink on_select={view.ask(|| Request::Back)}>{ view.say(Say::Back) }</PageLink>
                </div>
            </header>
            <main id={MAIN_ID} class="wide-column" tabindex="-1" key={part}>{ screen }</main>
            <Foot privacy={view.say(Say::Privacy)} />
        </div>
    }
}
