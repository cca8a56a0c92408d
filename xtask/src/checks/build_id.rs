//! One build has one id: the page, `BUILD.txt` and the files themselves say the same. Every record says it too, which an
//! end-to-end test compares.

use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use crate::{places, researcher, study};

/// Disagreements about the builds of both pages, each in its folder and in one file.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = of_page("patient", &study::single_file())?;
    breaches.extend(of_page("researcher", &researcher::single_file())?);
    Ok(breaches)
}

/// Disagreements about the build of `page`.
fn of_page(page: &str, single: &Path) -> Result<Vec<String>> {
    let folder = places::dist(page);
    let list = places::read(&folder.join("BUILD.txt"))?;
    let told = told(&list)
        .with_context(|| format!("dist/{page}/BUILD.txt names no build: `cargo xtask build` first"))?;
    let mut breaches = Vec::new();
    if told != made(&list) {
        breaches.push(format!("dist/{page}/BUILD.txt says build {told}, and its list gives {}", made(&list)));
    }
    for page in [&folder.join("index.html"), single] {
        let meta = format!("<meta name=\"linkwell-build\" content=\"{told}\">");
        if !places::read(page)?.contains(&meta) {
            breaches.push(format!("{} does not say build {told}", places::shown(page)));
        }
    }
    for (hash, name) in lines(&list, "") {
        let bytes = std::fs::read(folder.join(name)).unwrap_or_default();
        if hash != hex(&bytes) {
            breaches.push(format!("dist/{page}/{name} is not the file that BUILD.txt lists"));
        }
    }
    Ok(breaches)
}

/// The id in the first line.
fn told(list: &str) -> Option<&str> {
    list.lines().next()?.rsplit_once("build ").map(|(_, id)| id)
}

/// The id that follows from the list of the built pages.
fn made(list: &str) -> String {
    let pages: String = lines(list, "# page ").map(|(hash, name)| format!("{hash}  {name}\n")).collect();
    hex(pages.as_bytes())[..12].to_owned()
}

/// Hash and name of the lines that begin with `mark` and then a hash.
fn lines<'a>(list: &'a str, mark: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let is_hash = |hash: &str| hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    list.lines()
        .filter_map(move |line| line.strip_prefix(mark)?.split_once("  "))
        .filter(move |(hash, _)| is_hash(hash))
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_told_and_made() {
        let hash = hex(b"x");
        let list = format!("# Linkwell 1.0.0, build abc\n#\n# page {hash}  a.js\n#\n{hash}  b.js\n");
        assert_eq!(told(&list), Some("abc"));
        assert_eq!(made(&list), hex(format!("{hash}  a.js\n").as_bytes())[..12]);
        assert_eq!(lines(&list, "").collect::<Vec<_>>(), [(hash.as_str(), "b.js")]);
    }
}
