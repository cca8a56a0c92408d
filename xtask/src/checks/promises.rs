//! Every promise to patients and researchers names its tests. Promises that a row that is missing, or that names a test which is not
//! there, is told.

use anyhow::Result;

use crate::places;

/// The list of promises.
const LIST: &str = "docs/what-people-experience.md";
/// How many rows it has of each kind.
const ROWS: [(char, usize); 3] = [('P', 25), ('R', 14), ('T', 3)];

/// Rows without tests, and tests that are not there.
pub fn breaches() -> Result<Vec<String>> {
    let list = places::read(&places::root().join(LIST))?;
    let mut breaches = missing_rows(&list);
    for (row, file, test) in tests(&list) {
        let text = places::read(&places::root().join(file)).unwrap_or_default();
        if !text.contains(test) {
            breaches.push(format!("{LIST}: {row} names a test that is not there: {file}: {test}"));
        }
    }
    Ok(breaches)
}

fn missing_rows(list: &str) -> Vec<String> {
    let wanted = ROWS.iter().flat_map(|(kind, count)| (1..=*count).map(move |at| format!("{kind}{at}")));
    let has_tests = |row: &String| tests(list).any(|(known, ..)| known == row);
    wanted.filter(|row| !has_tests(row)).map(|row| format!("{LIST}: {row} names no test")).collect()
}

/// Row, file and name of every test in the list.
fn tests(list: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    list.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | ")).flat_map(|(row, rest)| {
        // What stands in backticks is every second part.
        rest.split('`').skip(1).step_by(2).filter_map(move |part| {
            let (file, test) = part.split_once(": ")?;
            Some((row, file, test))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_with_their_tests() {
        let list = "| P1 | it works | `a.rs: it_works` `b.ts: it: also works` |\n| P2 | never | none |\n";
        let found: Vec<_> = tests(list).collect();
        assert_eq!(found, [("P1", "a.rs", "it_works"), ("P1", "b.ts", "it: also works")]);
        let missing = missing_rows(list);
        assert!(missing.contains(&format!("{LIST}: P2 names no test")));
        assert!(!missing.contains(&format!("{LIST}: P1 names no test")));
    }
}
