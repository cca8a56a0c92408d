//! The researcher's page.
fn main() {}
