use statistics::{
    Level, Pairs,
    aggregate::{Cells, bins, bundles},
    attrition::beside,
    groups::{Shown, by_group, by_nested_group, hidden, hidden_nested, intraclass},
    rate::{Period, rate_ratio},
};

use crate::{count, list, near, near_interval, number, numbers, vectors};

const LEVEL: Level = Level::NINETY_FIVE;

#[test]
fn intraclass_correlations() {
    for case in list(&vectors("statistics/groups.json")["cases"]) {
        let id = case["id"].as_str().unwrap();
        let groups: Vec<Vec<f64>> = list(&case["groups"]).iter().map(numbers).collect();
        let ours = intraclass(&groups, LEVEL).unwrap();
        near(id, ours.f, number(&case["f"]), 1e-11);
        near(id, ours.p, number(&case["p"]), 1e-10);
        near(id, ours.icc, number(&case["icc"]), 1e-10);
        near_interval(id, ours.interval, &case["interval"], 1e-10);
    }
}

#[test]
fn group_means() {
    for case in list(&vectors("statistics/groups.json")["cases"]) {
        let id = case["id"].as_str().unwrap();
        let groups: Vec<Vec<f64>> = list(&case["groups"]).iter().map(numbers).collect();
        let ours = by_group(&groups, 1, LEVEL).unwrap();
        for (ours, theirs) in ours.into_iter().zip(list(&case["means"])) {
            let Shown::Change(ours) = ours else { panic!("{id}: {ours:?}") };
            assert_eq!(ours.n, count(&theirs["n"]), "{id}");
            near(id, ours.mean, number(&theirs["mean"]), 1e-12);
            assert_eq!(ours.interval.is_none(), theirs["interval"].is_null(), "{id}");
            if let Some(interval) = ours.interval {
                near_interval(id, interval, &theirs["interval"], 1e-10);
            }
        }
    }
}

#[test]
fn small_groups_and_those_that_would_tell_of_them() {
    let hides = |counts: &[usize]| -> Vec<usize> {
        hidden(counts, 5).iter().enumerate().filter(|(_, hidden)| **hidden).map(|(at, _)| at).collect()
    };
    assert_eq!(hides(&[9, 5, 12]), [] as [usize; 0]);
    // One small group follows from the total: the smallest other is hidden with it.
    assert_eq!(hides(&[9, 4, 12, 7]), [1, 3]);
    // Two small ones hide each other, when together they are not small.
    assert_eq!(hides(&[9, 4, 12, 1]), [1, 3]);
    assert_eq!(hides(&[9, 2, 12, 1]), [0, 1, 3]);
    // Of equal ones the first; empty ones hide nothing and need no hiding.
    assert_eq!(hides(&[0, 6, 6, 3]), [1, 3]);
    // Nothing is left to hide behind.
    assert_eq!(hides(&[3]), [0]);
    assert_eq!(hides(&[1, 2]), [0, 1]);
    assert_eq!(hides(&[]), [] as [usize; 0]);
    assert_eq!(
        by_group(&[vec![], vec![1.0; 4], vec![2.0; 5]], 5, LEVEL).unwrap(),
        [Shown::Nobody, Shown::Hidden, Shown::Hidden]
    );
}

#[test]
fn standardised_differences() {
    for case in list(&vectors("statistics/groups.json")["attrition"]) {
        let ours = beside(&numbers(&case["returned"]), &numbers(&case["lost"])).unwrap();
        near(
            &case.to_string(),
            ours.standardised_difference,
            number(&case["standardised_difference"]),
            1e-12,
        );
    }
}

#[test]
fn rate_ratios() {
    let period = |value: &serde_json::Value| Period {
        events: u32::try_from(count(&value[0])).unwrap(),
        time: number(&value[1]),
    };
    for case in list(&vectors("statistics/rates.json")["cases"]) {
        let id = case["id"].as_str().unwrap();
        let after = list(&case["after"]).iter().map(period);
        let people: Vec<_> = list(&case["before"]).iter().map(period).zip(after).collect();
        let ours = rate_ratio(&people, LEVEL).unwrap();
        near(id, ours.ratio, number(&case["ratio"]), 1e-8);
        near(id, ours.p, number(&case["p"]), 1e-7);
        near_interval(id, ours.interval, &case["interval"], 1e-8);
    }
}

#[test]
fn groups_that_are_made_of_others() {
    let flags = |value: &serde_json::Value| -> Vec<bool> {
        list(value).iter().map(|flag| flag.as_bool().expect("a flag")).collect()
    };
    let file = vectors("statistics/suppression.json");
    let least = count(&file["least"]);
    for case in list(&file["cases"]) {
        let counts: Vec<Vec<usize>> =
            list(&case["counts"]).iter().map(|parts| list(parts).iter().map(count).collect()).collect();
        let ours = hidden_nested(&counts, least);
        let groups: Vec<bool> = ours.iter().map(|(is_hidden, _)| *is_hidden).collect();
        assert_eq!(groups, flags(&case["groups"]), "{counts:?}");
        for ((_, ours), theirs) in ours.iter().zip(list(&case["parts"])) {
            assert_eq!(*ours, flags(theirs), "{counts:?}");
        }
        // What is shown of numbers is what may be shown of counts.
        let changes: Vec<Vec<Vec<f64>>> = counts
            .iter()
            .map(|parts| parts.iter().map(|n| (0..*n).map(|at| at as f64).collect()).collect())
            .collect();
        let shown = by_nested_group(&changes, least, LEVEL).unwrap();
        for ((group, parts), (is_hidden, of_parts)) in shown.iter().zip(&ours) {
            assert!(*group == Shown::Nobody || (*group == Shown::Hidden) == *is_hidden);
            for (part, is_hidden) in parts.iter().zip(of_parts) {
                assert!(*part == Shown::Nobody || (*part == Shown::Hidden) == *is_hidden);
            }
        }
    }
}

#[test]
fn counts_and_means_of_several_people() {
    let file = vectors("statistics/aggregates.json");
    for case in list(&file["bins"]) {
        let cells = Cells {
            first: number(&case["first"]),
            width: number(&case["width"]),
            count: count(&case["count"]),
        };
        let ours = bins(&numbers(&case["values"]), cells, 5).unwrap();
        let theirs = list(&case["bins"]);
        assert_eq!(ours.len(), theirs.len(), "{case}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert_eq!((ours.low, ours.high), (number(&theirs["low"]), number(&theirs["high"])), "{case}");
            assert_eq!(ours.n, count(&theirs["n"]), "{case}");
        }
    }
    for case in list(&file["bundles"]) {
        let pairs = Pairs::new(numbers(&case["before"]).into_iter().zip(numbers(&case["after"]))).unwrap();
        let ours = bundles(&pairs, 5, count(&case["most"]));
        let theirs = list(&case["bundles"]);
        assert_eq!(ours.len(), theirs.len(), "{case}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert_eq!(ours.n, count(&theirs["n"]), "{case}");
            near("before", ours.before, number(&theirs["before"]), 1e-12);
            near("after", ours.after, number(&theirs["after"]), 1e-12);
        }
    }
}
