//! The patient's page.
fn main() {}
