//! The foot of every screen: what happens to files and key, what the browser keeps, and which build this is.

use super::words::RESEARCHER_EN;
use crate::browser::{address, build};
use yew::prelude::*;

/// What a [`Foot`] takes.
#[derive(Properties, PartialEq)]
pub(super) struct FootProps {
    /// What happens to what a person works on.
    pub(super) privacy: AttrValue,
}

/// What does not change while the page is open.
#[derive(Default, PartialEq)]
struct Home {
    build: String,
    /// Whether the page is a host's, and not one file on a disk.
    has_host: bool,
}

/// The foot. Build and host are asked of the browser once the page is there.
#[component]
pub(super) fn Foot(props: &FootProps) -> Html {
    let page = &RESEARCHER_EN.page;
    let home = use_state(Home::default);
    use_effect_with((), {
        let home = home.setter();
        move |()| home.set(Home { build: build::id(), has_host: address::has_host() })
    });
    html! {
        <footer class="page-foot">
            <div class="wide-column">
                <p>
                    { &props.privacy }
                    // Without a build id nobody has published the page, and nothing of it is kept.
                    if home.has_host && !home.build.is_empty() {
                        { " " }{ page.page_kept }
                    }
                </p>
                <p>{ (page.version)(env!("CARGO_PKG_VERSION"), &home.build) }</p>
            </div>
        </footer>
    }
}
