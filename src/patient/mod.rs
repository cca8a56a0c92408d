//! What the patient sees. It must never show anything that depends on what was answered, and never open a sealed file.

use yew::prelude::*;

/// The patient's page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Questionnaire" }</h1></main> }
}
