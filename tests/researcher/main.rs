//! The researcher's page without a browser: its state, its keys, what it opens and what it shows.
#![cfg(not(target_arch = "wasm32"))]

mod builder;
mod changed;
mod crew;
mod deciding;
mod drill;
mod inviting;
mod keeping;
mod keys;
mod listed;
mod many;
mod opening;
mod page;
mod paper;
mod preview;
mod state;
mod study;
mod support;
mod views;
