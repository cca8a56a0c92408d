//! Which build a page is: the build id, and `BUILD.txt` with the hash of every file.
//!
//! Promises: the id depends on the built pages alone, not on the study, the day or the machine, and can be made again
//! with `sha256sum` from what `BUILD.txt` says (`docs/reproducible-build.md`).

use sha2::{Digest as _, Sha256};

use crate::Files;

/// The file that says which build this is.
pub const FILE: &str = "BUILD.txt";
/// How many digits of the hash are the id: few enough to read out.
const DIGITS: usize = 12;
/// What stands before a line that the id is made from.
const PAGE: &str = "# page ";

/// The id of the built pages: the beginning of the SHA-256 of the list of their hashes.
pub fn id(pages: &Files) -> String {
    short(&list(pages))
}

/// The beginning of the SHA-256 of `text`.
pub fn short(text: &str) -> String {
    let mut id = hex(text.as_bytes());
    id.truncate(DIGITS);
    id
}

/// One line a file, as `sha256sum` prints it.
pub fn list(files: &Files) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", hex(bytes))).collect()
}

/// The text of `BUILD.txt` for a folder with `files`, made from `pages`.
pub fn text(pages: &Files, files: &Files) -> String {
    let of_pages: String = list(pages).lines().map(|line| format!("{PAGE}{line}\n")).collect();
    format!(
        "# Linkwell {}, build {}\n#\n\
         # The page as it was built, before a study was put in. The build id is the first {DIGITS} digits of the\n\
         # SHA-256 of these lines without \"{PAGE}\".\n{of_pages}#\n\
         # The files of this folder. To check them: sha256sum --check {FILE}\n{}",
        env!("CARGO_PKG_VERSION"),
        id(pages),
        list(files),
    )
}

/// The names of the files that an earlier `BUILD.txt` lists, as far as they are plain names below the folder.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    let names = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once("  "));
    names.map(|(_, name)| name).filter(|name| {
        !name.is_empty() && name.split('/').all(|part| !part.is_empty() && part != ".." && part != ".")
    })
}

/// The SHA-256 of `bytes` in hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(content: &[(&str, &str)]) -> Files {
        content.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_id_follows_from_the_lines_that_are_printed() {
        let pages = files(&[("index.html", "a"), ("page.wasm", "b")]);
        let text = text(&pages, &files(&[("index.html", "filled in")]));
        let lines: String =
            text.lines().filter_map(|line| line.strip_prefix(PAGE)).map(|line| format!("{line}\n")).collect();
        assert_eq!(short(&lines), id(&pages));
        assert!(text.starts_with(&format!(
            "# Linkwell {}, build {}\n",
            env!("CARGO_PKG_VERSION"),
            id(&pages)
        )));
    }

    #[test]
    fn any_change_of_a_page_is_another_build() {
        let build = id(&files(&[("a.js", "1"), ("b.js", "2")]));
        assert_eq!(build.len(), DIGITS);
        assert_ne!(build, id(&files(&[("a.js", "1"), ("b.js", "3")])));
        assert_ne!(build, id(&files(&[("a.js", "1"), ("c.js", "2")])));
        assert_ne!(build, id(&files(&[("a.js", "2"), ("b.js", "1")])));
    }

    #[test]
    fn what_is_listed_is_read_again_and_never_leads_out_of_the_folder() {
        let text = text(&files(&[("p", "")]), &files(&[("icons/mark.svg", "x"), ("index.html", "y")]));
        assert_eq!(listed(&text).collect::<Vec<_>>(), ["icons/mark.svg", "index.html"]);
        assert_eq!(listed("00  ../a\n00  /etc/x\n00  a/../../b\n").count(), 0);
    }
}
