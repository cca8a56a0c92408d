//! The patient's page.

fn main() {
    yew::Renderer::<linkwell::patient::App>::new().render();
}
