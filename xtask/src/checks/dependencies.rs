//! Rules about which crate may stand on which, as cargo resolves it for one package by itself: features that another
//! member of the workspace turns on don't count.

use anyhow::Result;

use crate::command;

/// What nothing pure may stand on: sources of randomness, clocks, files, threads, the browser.
const IMPURE: &[&str] = &[
    "getrandom",
    "rand",
    "rand_core",
    "rand_chacha",
    "fastrand",
    "oorandom",
    "nanorand",
    "uuid",
    "ahash",
    "time",
    "chrono",
    "instant",
    "web-time",
    "wasm-timer",
    "quanta",
    "tokio",
    "async-std",
    "rayon",
    "crossbeam",
    "mio",
    "socket2",
    "rustix",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo",
    "yew",
];

/// A package and the packages that it must never reach.
struct Wall {
    package: &'static str,
    never: &'static [&'static str],
    reason: &'static str,
}

const WALLS: &[Wall] = &[
    Wall { package: "engine", never: IMPURE, reason: "engine is pure" },
    Wall { package: "cohort", never: IMPURE, reason: "cohort is pure" },
    Wall { package: "statistics", never: IMPURE, reason: "statistics are pure" },
    Wall { package: "export", never: IMPURE, reason: "export is pure" },
    Wall {
        package: "export",
        never: &["sealed", "setup", "cli", "linkwell"],
        reason: "export is given a results folder",
    },
    Wall {
        package: "statistics",
        never: &["engine", "sealed", "cohort", "cli", "linkwell"],
        reason: "statistics know numbers, not questionnaires",
    },
    Wall { package: "engine", never: &["statistics"], reason: "a patient's page holds no statistics" },
    Wall {
        package: "engine",
        never: &["sealed", "cohort", "cli", "linkwell"],
        reason: "engine stands below everything",
    },
    Wall {
        package: "sealed",
        never: &["engine", "cohort", "cli", "linkwell"],
        reason: "sealed knows no questionnaire",
    },
    Wall {
        package: "cohort",
        never: &["sealed", "cli", "linkwell"],
        reason: "cohort is given opened records",
    },
    Wall {
        package: "setup",
        never: &["cli", "linkwell"],
        reason: "setup is for the command and the page alike",
    },
];

/// Every wall that a dependency crosses.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for wall in WALLS {
        let tree = tree(wall.package)?;
        breaches.extend(crossings(wall, &tree));
    }
    Ok(breaches)
}

/// The names of everything that `package` is built from, one a line.
fn tree(package: &str) -> Result<String> {
    command::output(command::cargo().args([
        "tree",
        "--locked",
        "--package",
        package,
        "--edges",
        "normal,build",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]))
}

fn crossings(wall: &Wall, tree: &str) -> Vec<String> {
    let mut reached: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    reached.sort_unstable();
    reached.dedup();
    let forbidden = reached.into_iter().filter(|name| wall.never.contains(name));
    forbidden.map(|name| format!("{} depends on {name}: {}", wall.package, wall.reason)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_random_source_deep_in_the_tree_is_found() {
        let tree =
            "engine v0.1.0 (/a)\nsha2 v0.10.9\nrand_core v0.6.4\ngetrandom v0.2.17\ngetrandom v0.2.17 (*)\n";
        let found = crossings(&WALLS[0], tree);
        assert_eq!(
            found,
            ["engine depends on getrandom: engine is pure", "engine depends on rand_core: engine is pure"]
        );
    }

    #[test]
    fn a_questionnaire_in_sealed_is_found() {
        let wall = WALLS.iter().find(|wall| wall.package == "sealed").unwrap();
        assert_eq!(crossings(wall, "sealed v0.1.0\nengine v0.1.0 (/a)\n").len(), 1);
        assert!(crossings(wall, "sealed v0.1.0\nsearch-engine v1.0.0\n").is_empty());
    }

    #[test]
    fn the_tree_of_a_package_names_it_first() {
        assert!(tree("engine").unwrap().starts_with("engine v"));
    }
}
