//! The command through its binary: what people type, what they get, what is left on the disk.

mod analyse;
mod export;
mod instruments;
mod invite;
mod invited;
mod keys;
mod languages;
mod paper;
mod running;
mod score;
mod score_input;
mod seal;
mod site;
mod study;
mod twice;
