//! The researcher's page, and each of its workers: what the program runs in decides.

fn main() {
    if linkwell::browser::worker::is_worker() {
        return linkwell::researcher::serve();
    }
    yew::Renderer::<linkwell::researcher::App>::new().render();
}
