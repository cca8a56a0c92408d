//! Things by name: a small sorted list with the face of a map.
//!
//! Files hold a handful of named things (languages, response sets). A sorted list finds them as fast as a search tree,
//! and its code, which is compiled anew for each kind of thing, is a tenth of a tree's in the patient's download.

use alloc::{string::String, vec::Vec};
use core::{fmt, marker::PhantomData, ops::Index};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

/// Things by name, in the order of their names. In files an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<T> {
    entries: Vec<(String, T)>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<T> Named<T> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// The thing with this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.position(name).ok().map(|at| &self.entries[at].1)
    }

    /// Adds a thing, in place of an earlier one of this name.
    pub fn insert(&mut self, name: String, thing: T) {
        match self.position(&name) {
            Ok(at) => self.entries[at].1 = thing,
            Err(at) => self.entries.insert(at, (name, thing)),
        }
    }

    /// The thing with this name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.position(name).ok().map(|at| &mut self.entries[at].1)
    }

    /// Takes out the thing with this name, if there is one.
    pub fn remove(&mut self, name: &str) {
        if let Ok(at) = self.position(name) {
            self.entries.remove(at);
        }
    }

    /// The things, by name, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.iter_mut().map(|(_, thing)| thing)
    }

    /// Whether there is a thing with this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.position(name).is_ok()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Names and things, by name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&String, &T)> + DoubleEndedIterator {
        self.entries.iter().map(|(name, thing)| (name, thing))
    }

    /// The names, sorted.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &String> {
        self.entries.iter().map(|(name, _)| name)
    }

    /// The things, by name.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &T> {
        self.entries.iter().map(|(_, thing)| thing)
    }
}

impl<T> Index<&str> for Named<T> {
    type Output = T;

    fn index(&self, name: &str) -> &T {
        self.get(name).expect("the caller knows that there is one of this name")
    }
}

impl<T> FromIterator<(String, T)> for Named<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        let mut named = Self::new();
        entries.into_iter().for_each(|(name, thing)| named.insert(name, thing));
        named
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Named<T>, A::Error> {
        let mut named = Named::new();
        while let Some((name, thing)) = source.next_entry()? {
            named.insert(name, thing);
        }
        Ok(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn things_are_found_by_name_and_come_sorted() {
        let mut named: Named<i32> =
            serde_json::from_str(r#"{"pl": 2, "cy": 1, "ur": 3}"#).expect("an object");
        named.insert("en".into(), 4);
        named.insert("pl".into(), 5);
        assert_eq!(named.keys().collect::<Vec<_>>(), ["cy", "en", "pl", "ur"]);
        assert_eq!((named.get("pl"), named.get("fr"), named["ur"]), (Some(&5), None, 3));
        assert_eq!(serde_json::to_string(&named).expect("JSON"), r#"{"cy":1,"en":4,"pl":5,"ur":3}"#);
        assert_eq!(named.values().copied().collect::<Vec<_>>(), vec![1, 4, 5, 3]);
        named.get_mut("cy").into_iter().for_each(|number| *number = 7);
        named.values_mut().for_each(|number| *number += 1);
        named.remove("en");
        named.remove("fr");
        assert_eq!(named.values().copied().collect::<Vec<_>>(), vec![8, 6, 4]);
        assert!(serde_json::from_str::<Named<i32>>("[1]").is_err());
    }
}
