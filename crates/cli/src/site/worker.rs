//! What the service worker keeps. `sw.js` is a file of the built pages; what it has to know of a site is put in front
//! of it: a version, which any change of any kept file changes, and the hash of each file, so that a host in the middle
//! of an upload is never copied.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha256};

use super::{Site, build, pages::Files};
use crate::error::CommandError;

/// Its file. At the top of the folder, because it answers for what lies below its own place only.
pub(super) const FILE: &str = "sw.js";

/// The text of `sw.js` for a folder with `files`.
pub(super) fn text(site: &Site, files: &Files) -> Result<String, CommandError> {
    let kept: Files = files
        .iter()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect();
    let hashes: serde_json::Map<String, serde_json::Value> =
        kept.iter().map(|(name, bytes)| (address(name).to_owned(), integrity(bytes).into())).collect();
    let site_facts = serde_json::json!({"version": build::short(&build::list(&kept)), "files": hashes});
    Ok(format!("const SITE = {site_facts};\n{}", site.pages.text(FILE)?))
}

/// The hash of `bytes` as browsers compare it.
pub(super) fn integrity(bytes: &[u8]) -> String {
    ["sha256-", &BASE64_STANDARD.encode(Sha256::digest(bytes))].concat()
}

/// Whether the page can want the file without a network. Pictures for a home screen are fetched when somebody puts the
/// study there; `old-….js` is for browsers that know no service worker; the rest is for people who check the build.
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
