//! Finds an object that has the same key twice: readers silently keep the last one, so what a person reads first
//! is not what is used.

use alloc::{borrow::Cow, collections::BTreeSet, format, string::String};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::Problem;

/// Where the walk through a file stands.
#[derive(Default)]
struct Walk {
    /// The path of the value that is being read.
    path: String,
    /// Whether the path is that of a repeated key.
    repeated: bool,
}

/// Reads a JSON value, keeps nothing of it and stops at the first repeated key.
struct NoRepeatedKey<'a>(&'a mut Walk);

/// The first repeated key of a JSON text, as a problem; `None` where there is none, or where the text is not JSON
/// before one comes.
pub(super) fn repeated_key(json: &str) -> Option<Problem> {
    let mut walk = Walk::default();
    let read = NoRepeatedKey(&mut walk).deserialize(&mut serde_json::Deserializer::from_str(json));
    let repeated = read.is_err() && walk.repeated;
    repeated.then(|| Problem::new(walk.path, "this key stands twice in its object: keep one"))
}

impl NoRepeatedKey<'_> {
    /// Runs `inner` with `part` at the end of the path; a failure leaves the path as it is.
    fn inside<E>(
        &mut self,
        part: &str,
        inner: impl FnOnce(NoRepeatedKey<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let length = self.0.path.len();
        self.0.path.push_str(part);
        inner(NoRepeatedKey(self.0))?;
        self.0.path.truncate(length);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for NoRepeatedKey<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NoRepeatedKey<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            let joint = if self.0.path.is_empty() { "" } else { "." };
            self.inside(&format!("{joint}{key}"), |seed| {
                if seen.insert(key.clone().into_owned()) {
                    return map.next_value_seed(seed);
                }
                seed.0.repeated = true;
                Err(A::Error::custom("repeated key"))
            })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        for at in 0.. {
            let mut ended = false;
            self.inside(&format!("[{at}]"), |seed| {
                ended = list.next_element_seed(seed)?.is_none();
                Ok(())
            })?;
            if ended {
                break;
            }
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
