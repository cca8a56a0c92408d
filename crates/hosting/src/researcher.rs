//! The researcher's page as it is published: a folder for a host, and one file for a laptop that never goes online.
//!
//! Promises: both are made of the same built page and say the same build; the sample study lies beside the one and inside
//! the other. It asks nobody but its own host for anything, and as one file nobody at all.

use crate::{
    Files, Unfit, build, compressed, headers,
    page::{META_WORKER, meta_build, meta_policy, with_head},
    policy, single, text,
    worker::{self, Drafts},
};

/// Files of the built page that no folder needs as they are.
const NOT_TAKEN: &[&str] = &["index.html", single::FILE, worker::FILE];

/// Every file of the folder. `sample` are the files of the sample study, by their path below the folder; `copies` whether
/// compressed copies are wanted.
///
/// # Errors
/// [`Unfit`].
pub fn folder(pages: &Files, sample: &Files, copies: bool) -> Result<Files, Unfit> {
    let build = build::id(pages);
    let mut files = pages.clone();
    files.retain(|name, _| !NOT_TAKEN.contains(&name.as_str()));
    files.extend(sample.iter().map(|(name, bytes)| (name.clone(), bytes.clone())));
    let head = [&meta_policy(&policy::of_researcher_in_page()), &meta_build(&build), META_WORKER].concat();
    files.insert("index.html".into(), with_head(text(pages, "index.html")?, &head)?.into());
    // What is unfinished goes with the page: only a key that somebody asked for is kept.
    let keeper = worker::text(text(pages, worker::FILE)?, &files, Drafts::None);
    files.insert(worker::FILE.into(), keeper.into());
    if copies {
        files.extend(compressed::copies(&files));
    }
    files.extend(headers::files_of_researcher().map(|(name, text)| (name.to_owned(), text.into_bytes())));
    let list = build::text(pages, &files);
    files.insert(build::FILE.into(), list.into());
    Ok(files)
}

/// The page in one file, with the sample study in it.
///
/// # Errors
/// [`Unfit`].
pub fn single_file(pages: &Files, sample: &Files) -> Result<String, Unfit> {
    let page = with_head(text(pages, "index.html")?, crate::page::HEAD)?;
    let carried: Result<Vec<_>, _> =
        sample.keys().map(|name| Ok((name.clone(), text(sample, name)?.to_owned()))).collect();
    single::compose(pages, &page, &build::id(pages), policy::of_researcher_single_file, carried?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(content: &[(&str, &str)]) -> Files {
        content.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn pages() -> Files {
        files(&[
            (
                "index.html",
                "<head><!--linkwell:head--><link rel=\"stylesheet\" href=\"./a-1.css\"><script \
                 src=\"./boot-1.js\"></script></head><body><!-- a note --><p>Loading</p></body>",
            ),
            ("a-1.css", "p{color:red}"),
            ("boot-1.js", "boot()"),
            ("crew.js", "crew()"),
            ("icons/mark.svg", "<svg/>"),
            ("old-1.js", "old()"),
            ("page-1_bg.wasm", "\0asm"),
            ("single.js", "single()"),
            ("sw.js", "keep()"),
        ])
    }

    fn sample() -> Files {
        files(&[("sample/index.json", "{\"study\":\"<s>\"}"), ("sample/one.txt", "-----BEGIN AGE\n")])
    }

    #[test]
    fn the_folder_says_its_policy_and_build_and_keeps_the_page_with_the_sample() {
        let made = folder(&pages(), &sample(), true).unwrap();
        let page = text(&made, "index.html").unwrap();
        assert!(page.contains("trusted-types linkwell linkwell-crew\">") && page.contains(META_WORKER));
        assert!(!page.contains("a note"));
        let keeper = text(&made, "sw.js").unwrap();
        for kept in ["\"./\"", "\"crew.js\"", "\"sample/one.txt\"", "\"drafts\":false"] {
            assert!(keeper.contains(kept), "{kept}");
        }
        assert!(keeper.ends_with(";\nkeep()"));
        for name in ["single.js", "sw.js.br.br"] {
            assert!(!made.contains_key(name), "{name}");
        }
        for name in ["sw.js.br", "sample/one.txt.gz", "_headers", ".htaccess", "_nginx.conf", "BUILD.txt"] {
            assert!(made.contains_key(name), "{name}");
        }
        let build = build::id(&pages());
        assert!(page.contains(&meta_build(&build)));
        assert!(text(&made, "BUILD.txt").unwrap().lines().next().unwrap().ends_with(&build));
        assert_eq!(made, folder(&pages(), &sample(), true).unwrap(), "the same bytes every time");
    }

    #[test]
    fn another_sample_is_the_same_build_and_another_version_to_keep() {
        let other = files(&[("sample/index.json", "{}")]);
        let [one, two] = [sample(), other].map(|sample| folder(&pages(), &sample, false).unwrap());
        assert_eq!(one["index.html"], two["index.html"]);
        assert_ne!(one["sw.js"], two["sw.js"]);
    }

    #[test]
    fn the_single_file_carries_the_sample_and_names_no_address() {
        let page = single_file(&pages(), &sample()).unwrap();
        for part in [
            "id=\"file:page.wasm\">AGFzbQ==<",
            "{\"study\":\"\\u003cs>\"}",
            "id=\"file:sample/one.txt\">-----BEGIN",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        for part in ["src=", "stylesheet", "linkwell-worker", "'self'", "connect-src", "<!--"] {
            assert!(!page.contains(part), "{part}");
        }
        assert!(
            page.contains("<script id=\"page-whole\">single()</script>")
                && page.contains(&meta_build(&build::id(&pages())))
        );
    }

    #[test]
    fn pages_of_another_version_are_refused_by_the_name_of_the_file() {
        for missing in ["index.html", "sw.js"] {
            let mut pages = pages();
            pages.remove(missing);
            assert_eq!(folder(&pages, &sample(), false).unwrap_err().file, missing);
        }
        let mut pages = pages();
        pages.remove("single.js");
        assert_eq!(single_file(&pages, &sample()).unwrap_err().file, "single.js");
    }
}
