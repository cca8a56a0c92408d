//! Rules about the source text: what a file may name, and how long it may be. Comments may name anything.

use std::path::Path;

use anyhow::Result;

use crate::places;

/// More lines than this are refused.
const TOO_LONG: usize = 400;
/// More lines than this are mentioned.
const LONG: usize = 300;

/// A rule that forbids words in the files it looks at.
struct Rule {
    /// Why, for the person who broke it.
    reason: &'static str,
    words: &'static [&'static str],
    /// Whether the rule looks at this file (path relative to the workspace).
    looks_at: fn(&str) -> bool,
}

const RULES: &[Rule] = &[
    Rule {
        reason: "only src/browser names the browser's interface",
        words: &["web_sys", "js_sys"],
        looks_at: |file| file.ends_with(".rs") && !file.starts_with("src/browser/") && in_product(file),
    },
    Rule {
        reason: "the page's policy blocks style attributes: use a class",
        words: &["style=\"", "style={", "style='"],
        looks_at: |file| (file.ends_with(".rs") && file.starts_with("src/")) || is_page(file),
    },
    Rule {
        reason: "the page's policy blocks scripts and styles inside a page: use a file",
        words: &["<style", "<script>", "onclick=", "onload=", "javascript:"],
        looks_at: is_page,
    },
    Rule {
        reason: "engine, cohort, statistics and export have no clock, randomness, input, output or thread: the same \
                 input gives the same bytes on every machine",
        words: &[
            "std::time",
            "SystemTime",
            "Instant::now",
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "std::thread",
            "stdin",
            "stdout",
            "stderr",
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
            "getrandom",
            // Their order of iteration is random.
            "HashMap",
            "HashSet",
        ],
        looks_at: |file| {
            file.ends_with(".rs")
                && ["engine", "cohort", "statistics", "export"]
                    .iter()
                    .any(|pure| file.starts_with(&format!("crates/{pure}/src/")))
                && !is_test(file)
        },
    },
];

/// Every breach of a rule, and a word on files that grow long.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for file in places::files(places::root(), is_source)? {
        let name = places::shown(&file);
        let text = places::read(&file)?;
        breaches.extend(in_file(&name, &text));
    }
    Ok(breaches)
}

fn in_file(name: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.looks_at)(name)) {
        for (number, line) in code_lines(name, text) {
            if let Some(word) = rule.words.iter().find(|word| names(line, word)) {
                breaches.push(format!("{name}:{number}: `{word}`: {}", rule.reason));
            }
        }
    }
    if name == "crates/engine/src/lib.rs" && !text.lines().any(|line| line == "#![no_std]") {
        breaches
            .push(format!("{name}: `#![no_std]` is missing: it is the compiler's promise of determinism"));
    }
    breaches.extend(length(name, text.lines().count()));
    breaches
}

fn length(name: &str, lines: usize) -> Option<String> {
    if !name.ends_with(".rs") || lines <= LONG {
        return None;
    }
    if lines > TOO_LONG {
        return Some(format!("{name}: {lines} lines, at most {TOO_LONG}: divide it"));
    }
    println!("  note: {name} has {lines} lines, more than {LONG}");
    None
}

/// The lines of code with their numbers: no comments, and nothing of a module of tests at the end of a file.
fn code_lines<'a>(name: &str, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    let is_rust = name.ends_with(".rs");
    let lines: Vec<&str> = text.lines().collect();
    let tests =
        lines.windows(2).position(|pair| is_rust && pair[0] == "#[cfg(test)]" && pair[1].ends_with(" {"));
    let end = tests.unwrap_or(lines.len());
    lines
        .into_iter()
        .take(end)
        .enumerate()
        .filter(move |(_, line)| !(is_rust && line.trim_start().starts_with("//")))
        .map(|(index, line)| (index + 1, line))
}

/// Whether `line` has `word` and not as a part of a longer name.
fn names(line: &str, word: &str) -> bool {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let ends_in_name = word.ends_with(in_name);
        !(before.is_some_and(in_name) || (ends_in_name && after.is_some_and(in_name)))
    })
}

fn is_source(file: &Path) -> bool {
    let name = places::shown(file);
    let extension = file.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("rs" | "html")) && !name.starts_with("dist/")
}

fn is_page(file: &str) -> bool {
    file.ends_with(".html") && !file.contains('/')
}

fn is_test(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.contains("/tests/")
}

fn in_product(file: &str) -> bool {
    file.starts_with("src/") || (file.starts_with("crates/") && file.contains("/src/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_named_only_in_its_room() {
        let text = "//! web_sys is fine here\nuse web_sys::Window;\n";
        assert_eq!(in_file("src/patient/start.rs", text).len(), 1);
        assert!(in_file("src/patient/start.rs", text)[0].starts_with("src/patient/start.rs:2: `web_sys`"));
        assert_eq!(in_file("crates/sealed/src/seal.rs", "let d = js_sys::Date::now();").len(), 1);
        assert!(in_file("src/browser/clock.rs", text).is_empty());
    }

    #[test]
    fn style_attributes_are_found_in_views_and_pages() {
        assert_eq!(in_file("src/ui/scale.rs", "html! { <p style={width}></p> }").len(), 1);
        assert_eq!(in_file("index.html", "<p style=\"width:1px\">").len(), 1);
        assert!(in_file("src/ui/scale.rs", "let style = class; data_style=\"x\"").is_empty());
    }

    #[test]
    fn scripts_inside_a_page_are_found() {
        assert_eq!(in_file("index.html", "<script>start()</script>").len(), 1);
        assert!(in_file("index.html", "<script type=\"module\" src=\"boot.js\"></script>").is_empty());
    }

    #[test]
    fn clocks_and_random_order_are_found_in_pure_crates() {
        for line in
            ["use std::time::Duration;", "let m = HashMap::new();", "println!(\"x\");", "Instant::now();"]
        {
            assert_eq!(in_file("crates/cohort/src/table.rs", line).len(), 1, "{line}");
            assert!(in_file("crates/cli/src/main.rs", line).is_empty(), "{line}");
        }
        let test = "fn a() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        assert!(in_file("crates/cohort/src/table.rs", test).is_empty());
        assert!(in_file("crates/cohort/src/table.rs", "let instant = printed; fingerprint!()").is_empty());
    }

    #[test]
    fn the_engine_must_be_no_std() {
        assert_eq!(in_file("crates/engine/src/lib.rs", "//! The engine.\n").len(), 1);
        assert_eq!(in_file("crates/engine/src/lib.rs", "// #![no_std]\n").len(), 1);
        assert!(in_file("crates/engine/src/lib.rs", "#![no_std]\n").is_empty());
    }

    #[test]
    fn a_long_file_is_refused() {
        assert_eq!(in_file("crates/cli/src/main.rs", &"\n".repeat(401)).len(), 1);
        assert!(in_file("crates/cli/src/main.rs", &"\n".repeat(400)).is_empty());
    }
}
