//! A page's first sign of life in a real browser.
#![cfg(target_arch = "wasm32")]

use linkwell::{patient, researcher};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::BaseComponent;

wasm_bindgen_test_configure!(run_in_browser);

/// The text of the one heading that `App` shows.
async fn heading<App>() -> String
where
    App: BaseComponent,
    App::Properties: Default,
{
    let root = gloo::utils::document().create_element("div").expect("a document makes elements");
    let app = yew::Renderer::<App>::with_root(root.clone()).render();
    yew::scheduler::flush().await;
    let headings = root.query_selector_all("h1").expect("the selector is valid");
    assert_eq!(headings.length(), 1);
    let text = headings.item(0).and_then(|heading| heading.text_content()).unwrap_or_default();
    app.destroy();
    text
}

#[wasm_bindgen_test]
async fn the_patients_page_has_one_heading() {
    assert!(!heading::<patient::App>().await.is_empty());
}

#[wasm_bindgen_test]
async fn the_researchers_page_has_one_heading() {
    assert_ne!(heading::<researcher::App>().await, heading::<patient::App>().await);
}
