//! The do-file by the rules of Stata's manual, because Stata itself is at hand for none of us: commands and their order,
//! names, lengths, quotes, macros, comments, value labels that are defined before they are used.

mod results;

use std::collections::BTreeSet;

use export::Format;
use results::{exported, text};

/// Words that no variable may have as its name (Stata, User's Guide: naming conventions).
const RESERVED: [&str; 22] = [
    "byte", "double", "float", "if", "in", "int", "long", "using", "with", "_all", "_b", "_coef", "_cons",
    "_n", "_pi", "_pred", "_rc", "_skip", "str", "strL", "_N", "_se",
];

/// What is wrong with a do-file that reads the columns `names`.
fn mistakes(script: &str, names: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let (mut defined, mut imported, mut saved) = (BTreeSet::new(), false, false);
    // A line that ends with three slashes goes on in the next.
    for line in script.replace(" ///\n", " ").lines() {
        if line.is_empty() || line.starts_with("* ") {
            continue;
        }
        let mut say = |what: &str| wrong.push(format!("{what}: {line}"));
        if saved {
            say("after the end");
        }
        if line.matches("`\"").count() != line.matches("\"'").count() || line.matches('"').count() % 2 == 1 {
            say("quotes");
        }
        if line.match_indices('$').any(|(at, _)| !line[..at].ends_with('\\')) || line.contains("`'") {
            say("a macro");
        }
        if line.contains("//") || line.contains("/*") || line.contains("*/") {
            say("a comment");
        }
        if line.replace("`\"", "").contains('`') {
            say("a macro");
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let known = |name: &str| {
            let name = name.strip_suffix("_0").unwrap_or(name);
            names.contains(&name)
        };
        match words.as_slice() {
            ["version", "14"] | ["compress"] => {}
            ["import", "delimited", "using", rest @ ..] => {
                imported = true;
                let options = rest.join(" ");
                let columns = |option: &str| -> Vec<usize> {
                    let after = options.split_once(option).map_or("", |(_, after)| after);
                    after
                        .split(')')
                        .next()
                        .unwrap_or("")
                        .split(' ')
                        .filter_map(|at| at.parse().ok())
                        .collect()
                };
                let mut all = [columns("stringcols("), columns("numericcols(")].concat();
                all.sort_unstable();
                if all != (1..=names.len()).collect::<Vec<_>>() {
                    say("every column once");
                }
            }
            ["label", "variable", name, ..] if imported && known(name) => {
                let label = line.split_once("`\"").map_or("", |(_, rest)| rest.trim_end_matches("\"'"));
                if label.is_empty() || label.chars().count() > 80 {
                    say("the length of a label");
                }
            }
            ["label", "define", set, code, ..] => {
                let first = defined.insert((*set).to_owned());
                let how = if first { "\"', replace" } else { "\"', add" };
                let missing = [".a", ".b", ".c"].contains(code);
                let fits = (missing || code.parse::<i64>().is_ok()) && set.len() <= 32;
                if !fits || !line.ends_with(how) {
                    say("a value label");
                }
            }
            ["label", "values", name, set] if known(name) && defined.contains(*set) => {}
            ["mvdecode", name, ..] if known(name.trim_end_matches(',')) => {}
            ["generate", "double", name, ..] | ["format", "%tc", name] | ["drop", name] if known(name) => {}
            ["order", name, _] | ["rename", name, _] if known(name.trim_end_matches(',')) => {}
            ["save", "\"responses_wide.dta\",", "replace"] => saved = true,
            _ => say("no command that is known here"),
        }
    }
    if !imported || !saved {
        wrong.push("nothing is read or saved".into());
    }
    let bad =
        |name: &&&str| name.len() > 32 || RESERVED.contains(*name) || !name.starts_with(char::is_alphabetic);
    wrong.extend(names.iter().filter(bad).map(|name| format!("the name {name}")));
    wrong
}

#[test]
fn the_do_file_keeps_statas_rules() {
    let made = exported(Format::Stata);
    let (script, data) = (text(&made, "load.do"), text(&made, "responses_wide.csv"));
    assert!(data.starts_with("study,study_version,participant,"), "no byte order mark");
    let names: Vec<&str> = data.lines().next().expect("a header").trim_end().split(',').collect();
    assert_eq!(mistakes(&script, &names), Vec::<String>::new());
    assert!(script.contains("mvdecode trust_1, mv(-97=.a \\ -98=.b \\ -99=.c)"));
    for (from, to) in [
        ("`\"Not shown\"'", "`\"Not shown\""),
        ("`\"Not shown\"'", "`\"Not $shown\"'"),
        ("label values trust_1 trust_1_l", "label values trust_1 trust_2_k"),
        ("label variable trust_1 ", "label variable trust_9 "),
        ("numericcols(2 ", "numericcols("),
        ("format %tc", "formt %tc"),
    ] {
        assert!(script.contains(from), "{from}");
        assert!(!mistakes(&script.replacen(from, to, 1), &names).is_empty(), "{from} as {to}");
    }
}
