//! What the service worker keeps. `sw.js` is a file of the built pages; what it has to know of a site is put in front
//! of it: a version, which any change of any kept file changes, and the hash of each file, so that a host in the middle
//! of an upload is never copied.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha256};

use crate::{Files, build};

/// Its file. At the top of the folder, because it answers for what lies below its own place only.
pub const FILE: &str = "sw.js";

/// Whether work that is unfinished on a device outlives its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// It does, and is finished in the version in which it was begun.
    Kept,
    /// What is unfinished goes with its page: the next visit can take the newest version.
    None,
}

/// The text of `sw.js`, from that of the built pages, for a folder with `files`.
pub fn text(source: &str, files: &Files, drafts: Drafts) -> String {
    let kept: Files = files
        .iter()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect();
    let hashes: serde_json::Map<String, serde_json::Value> =
        kept.iter().map(|(name, bytes)| (address(name).to_owned(), integrity(bytes).into())).collect();
    let version = build::short(&build::list(&kept));
    let facts = serde_json::json!({"version": version, "drafts": drafts == Drafts::Kept, "files": hashes});
    format!("const SITE = {facts};\n{source}")
}

/// The hash of `bytes` as browsers compare it.
pub fn integrity(bytes: &[u8]) -> String {
    ["sha256-", &BASE64_STANDARD.encode(Sha256::digest(bytes))].concat()
}

/// Whether the page can want the file without a network. Pictures for a home screen are fetched when somebody puts the
/// page there; `old-….js` is for browsers that know no service worker; the rest is for people who check the build.
fn is_kept(name: &str) -> bool {
    !(name.ends_with(".png") || name.starts_with("old-") || name == build::FILE || name == FILE)
}

/// Some hosts send a browser on from `index.html` to the folder, and such an answer may not be kept.
fn address(name: &str) -> &str {
    if name == "index.html" { "./" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_spelt_as_browsers_spell_it() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn any_change_of_a_kept_file_is_another_version_and_the_facts_stand_in_front() {
        let files =
            |style: &str| Files::from([("a.css".to_owned(), style.into()), ("sw.js".into(), "0".into())]);
        let text = text("go()", &files("b{}"), Drafts::None);
        let (facts, code) = text.split_once(";\n").unwrap();
        assert_eq!(code, "go()");
        let facts: serde_json::Value =
            serde_json::from_str(facts.strip_prefix("const SITE = ").unwrap()).unwrap();
        assert_eq!(facts["drafts"], false);
        assert_eq!(facts["files"], serde_json::json!({"a.css": integrity(b"b{}")}));
        let other = super::text("go()", &files("b{ }"), Drafts::None);
        assert!(!other.contains(facts["version"].as_str().unwrap()));
        assert!(super::text("", &files(""), Drafts::Kept).contains("\"drafts\":true"));
    }

    #[test]
    fn what_the_page_can_want_is_kept() {
        for name in ["index.html", "patient-1_bg.wasm", "study.bundle.json", "text/cy.txt", "icons/mark.svg"]
        {
            assert!(is_kept(name), "{name}");
        }
        for name in ["sw.js", "BUILD.txt", "icons/mark-512.png", "old-1.js"] {
            assert!(!is_kept(name), "{name}");
        }
    }
}
