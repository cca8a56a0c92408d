//! Decisions: each kind, what it does, and when it is refused; whatever the order of files and decisions.

#[path = "../made_up/mod.rs"]
mod made_up;

mod effects;
mod properties;
mod questions;
mod refused;
mod sample;
