use serde_json::Value;
use statistics::{
    Level, Pairs,
    attrition::{Tipping, last_carried_forward, tipping_point},
    bootstrap::bca,
    effect::effect_sizes,
    person::{Better, Rule, Verdict, Verdicts, regression_to_the_mean},
    wilcoxon::{Method, signed_rank},
};

use crate::{count, list, near, near_interval, number, numbers, vectors};

const LEVEL: Level = Level::NINETY_FIVE;

fn pairs(before: &Value, after: &Value) -> Pairs {
    Pairs::new(numbers(before).into_iter().zip(numbers(after))).expect("numbers")
}

fn each(compare: impl Fn(&str, &Value, &Pairs)) {
    let file = vectors("statistics/paired.json");
    assert_eq!(list(&file["cases"]).len(), 7);
    for case in list(&file["cases"]) {
        compare(case["id"].as_str().expect("an id"), case, &pairs(&case["before"], &case["after"]));
    }
}

#[test]
fn mean_changes() {
    each(|id, case, pairs| {
        let ours = pairs.mean_change(LEVEL).unwrap();
        assert_eq!(ours.n, count(&case["n"]), "{id}");
        for (name, value) in [("mean", ours.mean), ("sd", ours.sd), ("t", ours.t), ("p", ours.p)] {
            near(&format!("{id}: {name}"), value, number(&case[name]), 1e-11);
        }
        near_interval(id, ours.interval, &case["interval"], 1e-11);
    });
}

#[test]
fn effects() {
    each(|id, case, pairs| {
        let ours = effect_sizes(pairs).unwrap();
        let sizes = [
            ("srm", Some(ours.srm)),
            ("baseline_sd", ours.baseline_sd),
            ("d_av", ours.d_av),
            ("g_av", ours.g_av),
            ("correlation", ours.correlation),
        ];
        for (name, value) in sizes {
            assert_eq!(value.is_none(), case[name].is_null(), "{id}: {name}");
            if let Some(value) = value {
                near(&format!("{id}: {name}"), value, number(&case[name]), 1e-11);
            }
        }
    });
}

#[test]
fn signed_ranks() {
    each(|id, case, pairs| {
        let ours = signed_rank(pairs).unwrap();
        assert_eq!(ours.changed, count(&case["changed"]), "{id}");
        assert_eq!(ours.rank_sum_up, number(&case["rank_sum_up"]), "{id}");
        assert_eq!(ours.rank_sum_down, number(&case["rank_sum_down"]), "{id}");
        let theirs = match ours.method {
            Method::Exact => &case["wilcoxon_exact_p"],
            Method::Normal { .. } => &case["wilcoxon_normal_p"],
        };
        near(id, ours.p, number(theirs), 1e-11);
    });
}

#[test]
fn bootstraps_draw_by_draw() {
    each(|id, case, pairs| {
        let theirs = &case["bca"];
        let seed = theirs["seed"].as_u64().unwrap();
        let ours = bca(pairs, count(&theirs["resamples"]), seed, LEVEL).unwrap();
        near_interval(id, ours.interval, &theirs["interval"], 1e-11);
    });
}

#[test]
fn those_who_did_not_come_back() {
    each(|id, case, pairs| {
        let lost = count(&case["lost"]);
        let carried = last_carried_forward(pairs, lost, LEVEL).unwrap();
        near(id, carried.mean, number(&case["carried_forward"]["mean"]), 1e-11);
        near_interval(id, carried.interval, &case["carried_forward"]["interval"], 1e-11);
        match (tipping_point(pairs, lost, LEVEL).unwrap(), &case["tipping"]) {
            (Tipping::NothingToTip, Value::Null) => {}
            (Tipping::At { shift, mean_of_lost }, theirs) => {
                near(id, shift, number(&theirs["shift"]), 1e-9);
                near(id, mean_of_lost, number(&theirs["mean_of_lost"]), 1e-9);
            }
            (ours, theirs) => panic!("{id}: {ours:?} here, {theirs} there"),
        }
        assert_eq!(tipping_point(pairs, 0, LEVEL), Ok(Tipping::NobodyLost));
    });
}

#[test]
fn returning_to_the_mean() {
    each(|id, case, pairs| {
        let ours = regression_to_the_mean(pairs).unwrap();
        near(id, ours.expected_return, 1.0 - number(&case["correlation"]), 1e-11);
        near(id, ours.oldham.unwrap(), number(&case["oldham"]), 1e-11);
    });
}

#[test]
fn the_published_reliable_change() {
    let file = vectors("stats/stats_rci_jacobson_truax_1991.json");
    let (theirs, pairs) = (&file["expected"], pairs(&file["pre"], &file["post"]));
    let rule = Rule::reliable_change(number(&theirs["sd_pre"]), number(&file["reliability"])).unwrap();
    near("points", rule.points(), number(&theirs["min_reliable_change_1.96"]), 1e-13);
    let verdicts = Verdicts::of(&pairs, &rule, Better::Higher, LEVEL).unwrap();
    assert_eq!(verdicts.improved.count, count(&theirs["reliably_improved"]));
    assert_eq!(verdicts.unchanged.count, count(&theirs["unchanged"]));
    assert_eq!(verdicts.worse.count, count(&theirs["reliably_deteriorated"]));
    let lower = Verdicts::of(&pairs, &rule, Better::Lower, LEVEL).unwrap();
    assert_eq!((lower.improved, lower.worse), (verdicts.worse, verdicts.improved));
    for (change, index) in pairs.changes().into_iter().zip(numbers(&theirs["rc"])) {
        assert_eq!(rule.judge(change, Better::Higher) != Verdict::Unchanged, index.abs() > 1.96);
    }
}

#[test]
fn exactly_as_many_points_reach_a_threshold() {
    // SWEMWBS metric scores: 22.35 − 21.32 is 1.03, but not in floating point.
    let rule = Rule::threshold(1.03).unwrap();
    assert_eq!(rule.judge(22.35 - 21.32, Better::Higher), Verdict::Improved);
    assert_eq!(rule.judge(21.32 - 22.35, Better::Higher), Verdict::Worse);
    assert_eq!(rule.judge(1.02, Better::Higher), Verdict::Unchanged);
    // The reliable change index must be passed.
    let rule = Rule::reliable_change(10.0 / 1.96, 0.5).unwrap();
    assert_eq!(rule.judge(10.0, Better::Higher), Verdict::Unchanged);
    assert_eq!(rule.judge(10.1, Better::Lower), Verdict::Worse);
}
