//! The researcher's page.

fn main() {
    yew::Renderer::<linkwell::researcher::App>::new().render();
}
