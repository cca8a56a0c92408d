//! `linkwell site`: the folder and the single file, from built pages that are as small as they can be.

use std::{fs, path::PathBuf};

use crate::running::{Run, Scratch, repository};

const PAGE: &str = "<!doctype html>\n<html><head>\n<!-- a note --><!--linkwell:head-->\n\
    <link rel=\"stylesheet\" href=\"./base-1.css\"/>\n<script src=\"./boot-1.js\" type=\"module\"></script>\n\
    <script src=\"./old-1.js\" nomodule defer></script>\n\
    <link rel=\"modulepreload\" id=\"page-script\" href=\"./patient-1.js\"></head>\n\
    <body><main><!--linkwell:other-ways--></main></body></html>\n";

/// A folder with built pages in `pages`.
fn with_pages(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for (file, content) in [
        ("index.html", PAGE),
        ("base-1.css", "p{color:red}"),
        ("boot-1.js", "boot()"),
        ("old-1.js", "old()"),
        ("patient-1.js", "page()"),
        ("patient-1_bg.wasm", "\0asm"),
        ("single.js", "single()"),
        ("sw.js", "work(SITE)"),
        ("icons/mark.svg", "<svg/>"),
        ("icons/mark-192.png", "png"),
        (".stage/left-over.js", ""),
    ] {
        scratch.file(&format!("pages/{file}"), content);
    }
    scratch
}

fn demo() -> PathBuf {
    repository().join("studies/demo/study.json")
}

fn site(scratch: &Scratch, options: &[&str]) -> Run {
    let demo = demo();
    let study = demo.to_str().expect("UTF-8");
    scratch.run(&[&["site", "--study", study, "--pages", "pages"], options].concat())
}

#[test]
fn the_folder_is_whole() {
    let scratch = with_pages("site-folder");
    let run = site(&scratch, &["-o", "out"]).well();
    assert!(run.out.starts_with("out: ") && run.out.contains(" files, build "), "{run:?}");
    for name in [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "study.bundle.json",
        "manifest.webmanifest",
        "text/cy.txt",
        "text/ar.txt.br",
        "sw.js",
        "icons/mark.svg",
        "icons/mark-192.png",
        "patient-1_bg.wasm.br",
        "_headers",
        ".htaccess",
        "_nginx.conf",
        "BUILD.txt",
    ] {
        assert!(scratch.path("out").join(name).is_file(), "{name} is missing");
    }
    for name in ["single.js", ".stage", "icons/mark-192.png.br"] {
        assert!(!scratch.path("out").join(name).exists(), "{name} is there");
    }
    assert_eq!(scratch.names(), ["out", "pages"], "nothing temporary is left");
}

#[test]
fn the_page_says_the_build_and_how_to_take_part_otherwise() {
    let scratch = with_pages("site-page");
    site(&scratch, &["-o", "out"]).well();
    let page = scratch.read("out/index.html");
    let list = scratch.read("out/BUILD.txt");
    let build = list.lines().next().and_then(|line| line.rsplit_once(' ')).expect("a first line").1;
    assert!(page.contains(&format!("<meta name=\"linkwell-build\" content=\"{build}\">")), "{page}");
    assert!(page.contains("<p>You do not have to use this page. Ask your link worker for a paper copy"));
    assert!(page.contains("<a href=\"tel:01632960123\">01632 960123</a>"));
    assert!(page.contains("connect-src 'self';"));
    assert!(!page.contains("<!--"), "notes and places to fill in are gone");
}

#[test]
fn a_paper_form_is_linked_where_there_is_one() {
    let scratch = with_pages("site-paper");
    site(&scratch, &["-o", "out"]).well();
    assert!(scratch.read("out/index.html").contains("<a href=\"paper.html\">"));
    assert!(scratch.read("out/paper.html").contains("<link rel=\"stylesheet\" href=\"paper.css\">"));
    assert!(scratch.path("out/paper.css").is_file());
    site(&scratch, &["--single-file", "-o", "one.html"]).well();
    let single = scratch.read("one.html");
    assert!(!single.contains("<a href=\"paper.html\">") && single.contains(".beside{display:none}"));
}

#[test]
fn the_same_input_gives_the_same_bytes_and_a_change_another_build() {
    let scratch = with_pages("site-same");
    site(&scratch, &["-o", "one"]).well();
    site(&scratch, &["-o", "two"]).well();
    for name in ["BUILD.txt", "sw.js", "index.html", "index.html.gz"] {
        let read = |folder: &str| fs::read(scratch.path(folder).join(name)).expect("written");
        assert!(read("one") == read("two"), "{name}");
    }
    scratch.file("pages/base-1.css", "p{color:blue}");
    site(&scratch, &["-o", "three"]).well();
    assert_ne!(scratch.read("one/BUILD.txt").lines().next(), scratch.read("three/BUILD.txt").lines().next());
    assert_ne!(scratch.read("one/sw.js"), scratch.read("three/sw.js"));
}

#[test]
fn a_site_is_replaced_and_what_is_old_goes() {
    let scratch = with_pages("site-again");
    scratch.file("pages/leaflet.html", "<p>leaflet</p>");
    site(&scratch, &["-o", "out"]).well();
    fs::remove_file(scratch.path("pages/leaflet.html")).expect("there");
    scratch.file("out/robots.txt", "ours");
    site(&scratch, &["-o", "out"]).well();
    assert!(!scratch.path("out/leaflet.html").exists() && !scratch.path("out/leaflet.html.br").exists());
    assert_eq!(scratch.read("out/robots.txt"), "ours", "what we did not write stays");
}

#[test]
fn a_folder_with_other_things_is_left_alone() {
    let scratch = with_pages("site-other");
    scratch.file("photos/cat.jpg", "cat");
    site(&scratch, &["-o", "photos"]).refused(&["photos", "something else"]);
    assert!(!scratch.path("photos/index.html").exists());
}

#[test]
fn missing_and_foreign_pages_are_named() {
    let scratch = with_pages("site-missing");
    let demo = demo();
    let study = demo.to_str().expect("UTF-8");
    scratch.run(&["site", "--study", study, "-o", "out"]).refused(&["no folder of built pages", "--pages"]);
    scratch
        .run(&["site", "--study", study, "-o", "out", "--pages", "nowhere"])
        .refused(&["nowhere", "--pages"]);
    scratch.file("pages/index.html", "<p>another version</p>");
    site(&scratch, &["-o", "out"]).refused(&["index.html", "another version"]);
    assert_eq!(scratch.names(), ["pages"], "nothing was written");
}

#[test]
fn a_wrong_study_is_refused() {
    let scratch = with_pages("site-wrong");
    scratch.file("study.json", "{}");
    scratch.run(&["site", "--study", "study.json", "--pages", "pages", "-o", "out"]).refused(&["study.json"]);
}

#[test]
fn the_single_file_carries_everything_and_names_nothing() {
    let scratch = with_pages("site-single");
    site(&scratch, &["--single-file", "-o", "study.html"]).well();
    let page = scratch.read("study.html");
    for part in [
        "<script type=\"text/plain\" id=\"file:study.bundle.json\">{",
        "<script type=\"text/plain\" id=\"file:page.wasm\">AGFzbQ==</script>",
        "<script type=\"text/plain\" id=\"file:text/cy.txt\">linkwell-text 1\ncy\nltr\nNeidio",
        // What leads to a file beside the page is not shown.
        "<style>p{color:red}.beside{display:none}</style>",
        "<script id=\"page-whole\">single()</script>",
        "<script nomodule>old()</script>",
        // printf 'single()' | openssl dgst -sha256 -binary | base64
        "'sha256-EVj5mflT9cacsP30oFRL4klL7ezwFPxKpiEoSC2xz1I='",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    for part in ["src=", "stylesheet", "modulepreload", "manifest", "linkwell-worker", "'self'"] {
        assert!(!page.contains(part), "{part} is in {page}");
    }
    assert_eq!(page.matches("<script").count(), page.matches("</script>").count());
}

#[test]
fn a_study_cannot_end_the_block_that_carries_it() {
    let scratch = with_pages("site-escape");
    let text = fs::read_to_string(demo()).expect("the sample");
    scratch.sample_study(text.replace("Nobody runs it", "</script><script>alert(1)</script>"));
    let words = ["site", "--study", "study.json", "--pages", "pages", "--single-file", "-o", "study.html"];
    scratch.run(&words).well();
    let page = scratch.read("study.html");
    assert!(
        !page.contains("alert(1)</script>") && page.contains("\\u003c/script>\\u003cscript>alert(1)"),
        "{page}"
    );
}
