//! Committed vectors are what they were. Promises that a changed, missing or unlisted file is named.
//!
//! Whoever has a good reason to change one changes `vectors/SHA256SUMS` too, in sight of a reviewer:
//! `cd vectors && find . -type f ! -name SHA256SUMS | sort | xargs sha256sum > SHA256SUMS`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use crate::places;

/// The list, in the form of `sha256sum`.
const SUMS: &str = "SHA256SUMS";

/// Vectors that are not what the list says.
pub fn breaches() -> Result<Vec<String>> {
    let folder = places::root().join("vectors");
    let listed = listed(&places::read(&folder.join(SUMS))?);
    let mut present = BTreeMap::new();
    for file in places::files(&folder, |file| !file.ends_with(SUMS))? {
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", places::shown(&file)))?;
        let name = file.strip_prefix(&folder).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
        present.insert(
            name,
            Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        );
    }
    Ok(differences(&listed, &present))
}

/// Names with their hashes.
fn listed(text: &str) -> BTreeMap<String, String> {
    let line = |line: &str| {
        let (hash, name) = line.split_once("  ")?;
        Some((name.trim_start_matches("./").to_owned(), hash.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

fn differences(listed: &BTreeMap<String, String>, present: &BTreeMap<String, String>) -> Vec<String> {
    let unlisted = present.keys().filter(|name| !listed.contains_key(*name));
    let unlisted = unlisted.map(|name| format!("vectors/{name}: not listed in vectors/{SUMS}"));
    let changed = listed.iter().filter_map(|(name, hash)| match present.get(name) {
        None => Some(format!("vectors/{name}: missing")),
        Some(now) if now != hash => {
            Some(format!("vectors/{name}: changed; a vector is never changed to make a test pass"))
        }
        Some(_) => None,
    });
    unlisted.chain(changed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_an_unlisted_vector_are_named() {
        let listed = listed("aa  ./one.json\nbb  ./two.json\n");
        let present = |files: &[(&str, &str)]| {
            files.iter().map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned())).collect()
        };
        let named = |files: &[(&str, &str)]| differences(&listed, &present(files)).len();
        assert_eq!(named(&[("one.json", "aa"), ("two.json", "bb")]), 0);
        assert_eq!(named(&[("one.json", "aa"), ("two.json", "cc")]), 1);
        assert_eq!(named(&[("one.json", "aa")]), 1);
        assert_eq!(named(&[("one.json", "aa"), ("two.json", "bb"), ("three.json", "dd")]), 1);
    }
}
