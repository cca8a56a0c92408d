use statistics::{
    Level,
    describe::describe,
    distribution::{ChiSquared, Fisher, Normal, Student, Tails},
    proportion::Share,
};

use crate::{count, list, near, near_interval, number, numbers, vectors};

/// Tails have at least twelve right digits, whether near 0 or near 1.
const TAIL: f64 = 2e-12;
/// With hundreds of thousands of degrees of freedom a digit less.
const FAR_TAIL: f64 = 1e-10;

fn same(what: &str, ours: Tails, theirs: &serde_json::Value, part: f64) {
    near(&format!("{what} below"), ours.lower, number(&theirs["lower"]), part);
    near(&format!("{what} above"), ours.upper, number(&theirs["upper"]), part);
}

#[test]
fn tails() {
    let file = vectors("statistics/distributions.json");
    for case in list(&file["normal"]) {
        same(&format!("normal {case}"), Normal.tails(number(&case["z"])), case, TAIL);
    }
    for case in list(&file["t"]) {
        let student = Student::new(number(&case["df"])).unwrap();
        same(&format!("t {case}"), student.tails(number(&case["t"])), case, TAIL);
    }
    for case in list(&file["f"]) {
        let df = numbers(&case["df"]);
        let part = if df[0] > 400.0 { FAR_TAIL } else { TAIL };
        same(&format!("F {case}"), Fisher::new(df[0], df[1]).unwrap().tails(number(&case["f"])), case, part);
    }
    for case in list(&file["chi2"]) {
        let chi_squared = ChiSquared::new(number(&case["df"])).unwrap();
        same(&format!("chi-squared {case}"), chi_squared.tails(number(&case["x"])), case, TAIL);
    }
}

#[test]
fn quantiles() {
    let file = vectors("statistics/distributions.json");
    for case in list(&file["quantiles"]) {
        let p = number(&case["p"]);
        let df = case["df"].as_array().map(|_| numbers(&case["df"])).unwrap_or_default();
        let ours = match case["of"].as_str().unwrap() {
            "normal" => Normal.quantile(p),
            "t" => Student::new(df[0]).unwrap().quantile(p),
            "f" => Fisher::new(df[0], df[1]).unwrap().quantile(p),
            "chi2" => ChiSquared::new(df[0]).unwrap().quantile(p),
            other => panic!("{other} is no distribution"),
        };
        near(&case.to_string(), ours.unwrap(), number(&case["x"]), 1e-10);
    }
}

#[test]
fn the_ends_of_the_line() {
    let student = Student::new(3.0).unwrap();
    assert_eq!(student.tails(f64::INFINITY), Tails { lower: 1.0, upper: 0.0 });
    assert_eq!(student.tails(f64::NEG_INFINITY), Tails { lower: 0.0, upper: 1.0 });
    assert_eq!(Fisher::new(2.0, 3.0).unwrap().tails(f64::INFINITY).upper, 0.0);
    assert_eq!(ChiSquared::new(2.0).unwrap().tails(-1.0).lower, 0.0);
    for p in [0.0, 1.0, -0.1, f64::NAN] {
        assert!(Normal.quantile(p).is_err() && student.quantile(p).is_err(), "{p}");
    }
    for df in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(
            Student::new(df).is_err() && ChiSquared::new(df).is_err() && Fisher::new(1.0, df).is_err(),
            "{df}"
        );
    }
}

#[test]
fn summaries() {
    for case in list(&vectors("statistics/described.json")["summaries"]) {
        let id = case["id"].as_str().unwrap();
        let mut scores: Vec<Option<f64>> = numbers(&case["values"]).into_iter().map(Some).collect();
        let n = scores.len();
        scores.insert(0, None);
        let ours = describe(&scores).unwrap();
        assert_eq!((ours.n, ours.missing), (n, 1), "{id}");
        near(id, ours.mean, number(&case["mean"]), 1e-14);
        assert_eq!(ours.sd.is_some(), !case["sd"].is_null(), "{id}");
        if let Some(sd) = ours.sd {
            near(id, sd, number(&case["sd"]), 1e-13);
        }
        let theirs = numbers(&case["quantiles"]);
        let ours = [ours.lowest, ours.lower_quartile, ours.median, ours.upper_quartile, ours.highest];
        for (ours, theirs) in ours.into_iter().zip(theirs) {
            near(id, ours, theirs, 1e-15);
        }
    }
}

#[test]
fn shares() {
    for case in list(&vectors("statistics/described.json")["shares"]) {
        let level = Level::new(number(&case["level"])).unwrap();
        let share = Share::new(count(&case["count"]), count(&case["of"]), level).unwrap();
        near_interval(&case.to_string(), share.interval, &case["interval"], 1e-12);
    }
}
