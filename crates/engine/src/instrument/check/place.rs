//! Where a scale stands in its definition: what every check of a scale is told, and how it names a key.

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::instrument::{Definition, Scale};

/// A scale at its place in the definition.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The definition.
    pub(super) definition: &'a Definition,
    /// The scale.
    pub(super) scale: &'a Scale,
    /// Its position.
    pub(super) at: usize,
}

impl Place<'_> {
    /// The path of a key of the scale.
    pub(super) fn path(&self, key: &str) -> String {
        format!("scales[{}].{key}", self.at)
    }
}

/// The positions whose value stood earlier already.
pub(super) fn repeated<T: ToString>(values: &[T]) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let twice = |(at, value): (usize, &T)| (!seen.insert(value.to_string())).then_some(at);
    values.iter().enumerate().filter_map(twice).collect()
}
