//! What the researcher sees. It must never be part of the patient's page.

use yew::prelude::*;

/// The researcher's page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Linkwell for researchers" }</h1></main> }
}
