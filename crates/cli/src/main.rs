//! The `linkwell` command.
fn main() {}
