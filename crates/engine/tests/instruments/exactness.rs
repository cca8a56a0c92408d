//! A definition that passes the check can be scored exactly, however large, fine or odd its numbers are: whatever the
//! answers, no arithmetic fails, and every score is within the range that the check computed.

use engine::{
    instrument::{Code, Definition, check_definition},
    scoring::{NotScored, Scorer},
};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

/// Decimal text of any size and fineness that a file may write.
fn decimal() -> impl Strategy<Value = String> {
    (1..1_000_000_i64, 0..=6_u32, any::<bool>()).prop_map(|(units, digits, negative)| {
        let scale = 10_i64.pow(digits);
        let sign = if negative { "-" } else { "" };
        format!("{sign}{}.{:0width$}", units / scale, units % scale, width = digits.max(1) as usize)
    })
}

fn positive() -> impl Strategy<Value = String> {
    decimal().prop_map(|text| text.trim_start_matches('-').into())
}

fn codes() -> impl Strategy<Value = Vec<Code>> {
    let size = prop::sample::select(vec![3, 10, 1_000, 1_000_000]);
    size.prop_flat_map(|size: Code| {
        prop::collection::btree_set(-size..=size, 2..5).prop_map(move |codes| {
            codes.into_iter().filter(|code| !(-99..=-97).contains(code)).chain([size]).collect::<Vec<_>>()
        })
    })
    .prop_map(|mut codes| {
        codes.sort_unstable();
        codes.dedup();
        codes
    })
}

fn steps() -> impl Strategy<Value = Vec<Value>> {
    let linear = (decimal(), decimal())
        .prop_map(|(multiply, add)| json!({"linear": {"multiply": multiply, "add": add}}));
    let round = (0..=6_u32).prop_map(|digits| json!({"round": digits}));
    prop::collection::vec(prop_oneof![linear, round], 0..3)
}

/// A scale of the parts given, without its range.
fn scale(id: &'static str, key: &'static str, parts: Vec<String>) -> impl Strategy<Value = Value> {
    let count = parts.len();
    let weights = prop::collection::vec(positive(), count);
    let missing = if key == "items" {
        prop::option::of((1..=count, any::<bool>())).boxed()
    } else {
        Just(None).boxed()
    };
    (any::<bool>(), any::<bool>(), weights, missing, steps()).prop_map(
        move |(is_mean, weighted, weights, missing, then)| {
            let mut scale = json!({
                "id": id, "title": "Made up", "combine": if is_mean { "mean" } else { "sum" }, key: parts,
                "then": then, "range": {"lowest": 0, "highest": 0}, "direction": "neutral", "source": "Made up",
            });
            let prorate = !is_mean && missing.is_some_and(|(_, prorate)| prorate);
            if weighted && !prorate {
                let weight = |(of, weight): (&String, &String)| json!({"of": of, "weight": weight});
                scale["weights"] = parts.iter().zip(&weights).map(weight).collect();
            }
            if let Some((minimum, _)) = missing {
                scale["missing"] = json!({"minimum_answered": minimum, "prorate": prorate});
            }
            scale
        },
    )
}

fn file() -> impl Strategy<Value = Value> {
    let first = || (0..3).map(|at| format!("a_{at}")).collect::<Vec<_>>();
    let second = || (0..2).map(|at| format!("b_{at}")).collect::<Vec<_>>();
    let scales = (
        scale("first", "items", first()),
        scale("second", "items", second()),
        scale("total", "scales", vec!["first".into(), "second".into()]),
    );
    (codes(), codes(), scales).prop_map(move |(a, b, (one, two, total))| {
        let item = |set: &'static str| move |id: String| json!({"id": id, "responses": set});
        let items: Vec<Value> =
            first().into_iter().map(item("a")).chain(second().into_iter().map(item("b"))).collect();
        json!({
            "format": 1, "id": "made_up", "version": "1", "title": "Made up", "citation": "None",
            "sources": ["None"], "licence": {"name": "None", "statement": "None"},
            "response_sets": {"a": {"codes": a, "display": "numbers"}, "b": {"codes": b, "display": "numbers"}},
            "items": items, "scales": [one, two, total],
        })
    })
}

/// The definition with the ranges that the check says are right, if it can be mended so.
fn with_right_ranges(mut file: Value) -> Option<Definition> {
    for _ in 0..4 {
        let definition: Definition = serde_json::from_value(file.clone()).ok()?;
        let problems = check_definition(&definition);
        if problems.is_empty() {
            return Some(definition);
        }
        for problem in problems {
            let (_, rest) = problem.message.split_once("possible score is ")?;
            let (right, _) = rest.split_once(": write that")?;
            let pointer = format!("/{}", problem.path.replace(['.', '['], "/").replace(']', ""));
            *file.pointer_mut(&pointer)? = right.into();
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_global_rejects: 40_000, ..ProptestConfig::default() })]

    #[test]
    fn a_checked_definition_never_leaves_exact_arithmetic(
        file in file(),
        picks in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, any::<Index>()), 5), 20),
    ) {
        let definition = with_right_ranges(file);
        prop_assume!(definition.is_some());
        let definition = definition.expect("assumed");
        let scorer = Scorer::new(&definition);
        for picks in picks {
            let code = |(item, pick): (&engine::instrument::Item, Option<Index>)| -> Option<Code> {
                Some(*pick?.get(definition.codes(item)))
            };
            let answers: Vec<Option<Code>> = definition.items.iter().zip(picks).map(code).collect();
            for (outcome, scale) in scorer.score_codes(&answers).iter().zip(&definition.scales) {
                match outcome.value {
                    Ok(value) => prop_assert!(
                        (scale.range.lowest..=scale.range.highest).contains(&value),
                        "{} {value} {answers:?}", scale.id
                    ),
                    Err(why) => prop_assert_eq!(why, NotScored::TooManyMissing),
                }
            }
        }
    }
}

#[test]
fn the_largest_numbers_of_all_are_refused_and_never_panic() {
    let file = json!({
        "format": 1, "id": "made_up", "version": "1", "title": "Made up", "citation": "None", "sources": ["None"],
        "licence": {"name": "None", "statement": "None"},
        "response_sets": {"a": {"codes": [-1_000_000, 1_000_000], "display": "numbers"}},
        "items": [{"id": "a", "responses": "a"}],
        "scales": [{
            "id": "scale", "title": "Made up", "combine": "sum", "items": ["a"],
            "weights": [{"of": "a", "weight": "999999.999999"}],
            "then": [{"linear": {"multiply": "999999.999999", "add": "0.000001"}}],
            "range": {"lowest": 0, "highest": 0}, "direction": "neutral", "source": "Made up",
        }],
    });
    let definition: Definition = serde_json::from_value(file).expect("of the format");
    let problems = check_definition(&definition);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("too large"), "{problems:?}");
    let outcome = Scorer::new(&definition).score_codes(&[Some(1_000_000)])[0];
    assert_eq!(outcome.value, Err(NotScored::OutOfRange));
}

/// Means of a prime number of items each, summed: the denominators share no factor with each other or with ten, so
/// that rounding makes the largest numbers of all.
fn sum_of_means(primes: &[usize], then: &Value) -> Definition {
    let ids = |prime: &usize| (0..*prime).map(|at| format!("i_{prime}_{at}")).collect::<Vec<_>>();
    let items: Vec<Value> =
        primes.iter().flat_map(ids).map(|id| json!({"id": id, "responses": "a"})).collect();
    let scale = |id: String, combine: &str, key: &str, parts: Vec<String>, then: &Value, highest: usize| {
        json!({
            "id": id, "title": "Made up", "combine": combine, key: parts, "then": then,
            "range": {"lowest": 0, "highest": highest}, "direction": "neutral", "source": "Made up",
        })
    };
    let mean =
        |prime: &usize| scale(format!("mean_{prime}"), "mean", "items", ids(prime), &json!([]), 142_857);
    let mut scales: Vec<Value> = primes.iter().map(mean).collect();
    let means = primes.iter().map(|prime| format!("mean_{prime}")).collect();
    scales.push(scale("total".into(), "sum", "scales", means, then, 142_857 * primes.len()));
    let file = json!({
        "format": 1, "id": "made_up", "version": "1", "title": "Made up", "citation": "None", "sources": ["None"],
        "licence": {"name": "None", "statement": "None"},
        "response_sets": {"a": {"codes": [0, 142_856, 142_857], "display": "numbers"}},
        "items": items, "scales": scales,
    });
    serde_json::from_value(file).expect("of the format")
}

#[test]
fn rounding_is_refused_where_its_way_there_would_be_too_large() {
    let primes = [7, 11, 13, 17, 19, 23, 29];
    let total = |definition: &Definition| {
        let answers: Vec<Option<Code>> =
            definition.items.iter().map(|item| Some(142_857 - Code::from(item.id.ends_with("_0")))).collect();
        Scorer::new(definition).score_codes(&answers)[primes.len()].value
    };
    let unrounded = sum_of_means(&primes, &json!([]));
    assert_eq!(check_definition(&unrounded), []);
    assert!(total(&unrounded).is_ok());

    let rounded = sum_of_means(&primes, &json!([{"round": 6}]));
    let problems = check_definition(&rounded);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("too fine"), "{problems:?}");
    assert_eq!(total(&rounded), Err(NotScored::OutOfRange), "so the check was right to refuse it");
}
