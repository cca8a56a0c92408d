//! One command is CI.
fn main() {}
