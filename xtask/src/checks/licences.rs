//! Which licences the shipped programs may carry. Only what is linked into them counts, not the tools that test them.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::command;

/// Licences that ask for no more than a notice.
const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unlicense",
    "Zlib",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "CC0-1.0",
    "0BSD",
    "BSL-1.0",
];

/// Licences of single packages that are allowed in the command and never in a page, with the reason.
const EXPLAINED: &[(&str, &str, &str)] = &[];

/// What is shipped: the package, its target, and whether explained licences may be in it.
const SHIPPED: &[(&str, &str, bool)] = &[("linkwell", crate::setup::WASM, false), ("cli", "all", true)];

/// Every package whose licence is not allowed.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = BTreeSet::new();
    for (package, target, explained) in SHIPPED {
        let tree = command::output(command::cargo().args([
            "tree",
            "--locked",
            "--package",
            package,
            "--edges",
            "normal",
            "--target",
            target,
            "--prefix",
            "none",
            "--format",
            "{p}|{l}",
        ]))?;
        breaches.extend(tree.lines().filter_map(|line| refused(line, *explained)));
    }
    Ok(breaches.into_iter().collect())
}

/// A sentence about a line `name version…|licence` that is not allowed.
fn refused(line: &str, explained: bool) -> Option<String> {
    let (package, licence) = line.split_once('|')?;
    let licence = licence.trim_end_matches(" (*)");
    let name = package.split(' ').next().unwrap_or(package);
    let has_reason = EXPLAINED.iter().any(|(of, which, _)| *of == name && *which == licence);
    if (explained && has_reason) || allows(licence) {
        return None;
    }
    let shown = if licence.is_empty() { "none" } else { licence };
    Some(format!("{name}: its licence is not on the list: {shown}"))
}

/// Whether the SPDX expression `licence` leaves a choice that is allowed. `/` is the old way to write OR; OR binds
/// less than AND.
fn allows(licence: &str) -> bool {
    let spaced = licence.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any_of(&mut rest).unwrap_or(false) && rest.is_empty()
}

fn any_of(rest: &mut &[&str]) -> Option<bool> {
    let mut allowed = all_of(rest)?;
    while take(rest, "OR") {
        allowed |= all_of(rest)?;
    }
    Some(allowed)
}

fn all_of(rest: &mut &[&str]) -> Option<bool> {
    let mut allowed = one(rest)?;
    while take(rest, "AND") {
        allowed &= one(rest)?;
    }
    Some(allowed)
}

fn one(rest: &mut &[&str]) -> Option<bool> {
    if take(rest, "(") {
        let allowed = any_of(rest)?;
        return take(rest, ")").then_some(allowed);
    }
    let (name, after) = rest.split_first()?;
    *rest = after;
    if !take(rest, "WITH") {
        return Some(ALLOWED.contains(name));
    }
    let (exception, after) = rest.split_first()?;
    *rest = after;
    Some(ALLOWED.contains(&format!("{name} WITH {exception}").as_str()))
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    let is_next = rest.first() == Some(&word);
    if is_next {
        *rest = &rest[1..];
    }
    is_next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_needs_one_allowed_side_and_a_sum_needs_all() {
        for fine in [
            "MIT",
            "MIT OR GPL-3.0-only",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "GPL-2.0 OR MIT AND ISC",
        ] {
            assert!(allows(fine), "{fine}");
        }
        for not in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "MIT OR",
            "(MIT",
            "MIT)",
            "AGPL-3.0 OR MPL-2.0 AND MIT",
        ] {
            assert!(!allows(not), "{not}");
        }
    }

    #[test]
    fn an_exception_is_part_of_the_licence() {
        assert!(allows("Apache-2.0 WITH LLVM-exception OR MIT"));
        assert!(!allows("MIT WITH Something-exception"));
    }

    #[test]
    fn a_package_that_is_not_allowed_is_named() {
        assert_eq!(refused("a v1.0.0|MIT (*)", false), None);
        let found = refused("strong v1.0.0 (proc-macro)|GPL-3.0-only", true).unwrap();
        assert!(found.starts_with("strong: ") && found.ends_with("GPL-3.0-only"));
        assert!(refused("bare v1.0.0|", true).unwrap().ends_with("none"));
    }
}
