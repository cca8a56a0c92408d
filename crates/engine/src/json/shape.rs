//! What is made of a tree.
//!
//! A reader never stops at a fault: it notes that there was one and goes on with something empty. Nothing has to be
//! taken apart half made, which is what most of a reader that stops is about.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use super::Tree;
use crate::named::Named;

/// Whether anything was wrong so far.
#[derive(Default)]
pub(crate) struct Faults(bool);

impl Faults {
    /// Notes one.
    pub(crate) fn note(&mut self) {
        self.0 = true;
    }

    /// Whether there was none.
    pub(super) fn none(&self) -> bool {
        !self.0
    }
}

/// What a tree can be made into.
pub(crate) trait Shape: Sized {
    /// What `tree` says; something empty, and a fault, where it is of another kind. A key that is not there reads as
    /// [`Tree::Null`].
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self;
}

impl Shape for String {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        if let Tree::Text(text) = tree {
            return text.to_owned();
        }
        faults.note();
        Self::new()
    }
}

impl Shape for bool {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        if let Tree::Bool(value) = tree {
            return *value;
        }
        faults.note();
        false
    }
}

impl Shape for i64 {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        if let Tree::Whole(whole) = tree {
            return *whole;
        }
        faults.note();
        0
    }
}

/// A whole number of a smaller type.
macro_rules! narrow {
    ($($whole:ty)*) => {$(
        impl Shape for $whole {
            fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
                Self::try_from(i64::from_tree(tree, faults)).unwrap_or_else(|_| {
                    faults.note();
                    0
                })
            }
        }
    )*};
}

narrow! { i32 u32 }

impl<T: Shape> Shape for Option<T> {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        if matches!(tree, Tree::Null) { None } else { Some(T::from_tree(tree, faults)) }
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        let Tree::List(list) = tree else {
            faults.note();
            return Self::new();
        };
        list.iter().map(|element| T::from_tree(element, faults)).collect()
    }
}

impl<T: Shape> Shape for Named<T> {
    fn from_tree(tree: &Tree, faults: &mut Faults) -> Self {
        let Tree::Object(entries) = tree else {
            faults.note();
            return Self::new();
        };
        entries.iter().map(|(name, thing)| (name.to_owned(), T::from_tree(thing, faults))).collect()
    }
}

/// The entries of an object, and how many of them were asked for.
pub(crate) struct Entries<'a> {
    entries: &'a [(String, Tree)],
    known: usize,
}

impl<'a> Entries<'a> {
    /// Those of `tree`.
    pub(crate) fn of(tree: &'a Tree, faults: &mut Faults) -> Self {
        let Tree::Object(entries) = tree else {
            faults.note();
            return Self { entries: &[], known: 0 };
        };
        Self { entries, known: 0 }
    }

    /// What stands under `key`.
    pub(crate) fn take(&mut self, key: &str) -> &'a Tree {
        let Some((_, tree)) = self.entries.iter().find(|(name, _)| name == key) else { return &Tree::Null };
        self.known += 1;
        tree
    }

    /// Notes a fault if there is a key that nobody asked for, or one twice.
    pub(crate) fn finish(self, faults: &mut Faults) {
        if self.known != self.entries.len() {
            faults.note();
        }
    }
}

/// Reads a structure from an object with its fields' names as keys. A field with a value behind it has that value where
/// the key is not there; an `Option` then has none; any other field must be there.
macro_rules! object {
    ($type:ident { $($field:ident $(= $absent:expr)?),* $(,)? }) => {
        impl $crate::json::Shape for $type {
            fn from_tree(tree: &$crate::json::Tree, faults: &mut $crate::json::Faults) -> Self {
                let mut entries = $crate::json::Entries::of(tree, faults);
                let made = Self {
                    $($field: {
                        let tree = entries.take(stringify!($field));
                        $crate::json::object!(@value tree, faults $(, $absent)?)
                    },)*
                };
                entries.finish(faults);
                made
            }
        }
    };
    (@value $tree:ident, $faults:ident) => { $crate::json::Shape::from_tree($tree, $faults) };
    (@value $tree:ident, $faults:ident, $absent:expr) => {
        if matches!($tree, $crate::json::Tree::Null) {
            $absent
        } else {
            $crate::json::Shape::from_tree($tree, $faults)
        }
    };
}

/// Reads an enumeration without contents from the words for its variants. The last stands in where there is a fault.
macro_rules! words {
    ($type:ident { $($word:literal => $variant:ident,)* _ => $last:ident }) => {
        impl $crate::json::Shape for $type {
            fn from_tree(tree: &$crate::json::Tree, faults: &mut $crate::json::Faults) -> Self {
                if let $crate::json::Tree::Text(word) = tree {
                    match word.as_str() {
                        $($word => return Self::$variant,)*
                        _ => {}
                    }
                }
                faults.note();
                Self::$last
            }
        }
    };
}

pub(crate) use {object, words};
