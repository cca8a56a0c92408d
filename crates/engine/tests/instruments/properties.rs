//! What holds of every score, whatever the answers: on the shipped definitions and on made-up ones.

use crate::kettle::DEFINITION;
use engine::{
    catalogue::built_in,
    instrument::{Code, Combine, Definition, Scale, check_definition},
    number::Number,
    scoring::{NotScored, Score, score},
};
use proptest::{prelude::*, sample::select};
use std::collections::BTreeMap;

type Answers = BTreeMap<String, Code>;

fn scored(definition: &Definition, answers: &Answers) -> Vec<Score> {
    score(definition, |id| answers.get(id).copied())
}

/// A made-up scale: the codes of its items (all the same, or each its own), and its rule.
#[derive(Clone, Debug)]
struct Rule {
    codes: Vec<(Code, Code)>,
    reversed: Vec<bool>,
    weights: Vec<i64>,
    is_mean: bool,
    minimum: Option<usize>,
}

fn rule() -> impl Strategy<Value = Rule> {
    (1..8_usize, any::<bool>()).prop_flat_map(|(items, is_mean)| {
        let one_set = || (-3..4_i32, 1..6_i32);
        let rules = (
            prop::collection::vec(one_set(), items),
            prop::collection::vec(any::<bool>(), items),
            prop::collection::vec(1..5_i64, items),
            prop::option::of(1..=items),
        );
        rules.prop_map(move |(mut codes, reversed, mut weights, minimum)| {
            if is_mean || minimum.is_some() {
                let first = codes[0];
                codes.fill(first);
            }
            if !is_mean && minimum.is_some() {
                let first = weights[0];
                weights.fill(first);
            }
            Rule { codes, reversed, weights, is_mean, minimum }
        })
    })
}

/// The definition of a made-up scale, its range worked out here by the plainest way there is.
fn definition(rule: &Rule) -> Definition {
    let items = || 0..rule.codes.len();
    let named = |at: usize| format!("item_{at}");
    let sets: serde_json::Map<String, serde_json::Value> = items()
        .map(|at| {
            let (lowest, steps) = rule.codes[at];
            let codes: Vec<Code> = (lowest..=lowest + steps).collect();
            (format!("set_{at}"), serde_json::json!({"codes": codes, "display": "numbers"}))
        })
        .collect();
    let weighted = |at: usize, code: Code| i64::from(code) * rule.weights[at];
    let (lowest, highest): (i64, i64) = if rule.is_mean {
        (rule.codes[0].0.into(), (rule.codes[0].0 + rule.codes[0].1).into())
    } else {
        (
            items().map(|at| weighted(at, rule.codes[at].0)).sum(),
            items().map(|at| weighted(at, rule.codes[at].0 + rule.codes[at].1)).sum(),
        )
    };
    let mut scale = serde_json::json!({
        "id": "scale",
        "title": "Made up",
        "combine": if rule.is_mean { "mean" } else { "sum" },
        "items": items().map(named).collect::<Vec<_>>(),
        "reverse": items().filter(|at| rule.reversed[*at]).map(named).collect::<Vec<_>>(),
        "weights": items().map(|at| serde_json::json!({"of": named(at), "weight": rule.weights[at]})).collect::<Vec<_>>(),
        "range": {"lowest": lowest, "highest": highest},
        "direction": "neutral",
        "source": "Made up",
    });
    if let Some(minimum) = rule.minimum {
        scale["missing"] = serde_json::json!({"minimum_answered": minimum, "prorate": !rule.is_mean});
    }
    let file = serde_json::json!({
        "format": 1, "id": "made_up", "version": "1", "title": "Made up", "citation": "None", "sources": ["None"],
        "licence": {"name": "None", "statement": "None"},
        "response_sets": sets,
        "items": items().map(|at| serde_json::json!({"id": named(at), "responses": format!("set_{at}")})).collect::<Vec<_>>(),
        "scales": [scale],
    });
    serde_json::from_value(file).expect("of the format")
}

/// A definition with answers to it, some of them missing.
fn answered(definition: Definition) -> impl Strategy<Value = (Definition, Answers)> {
    let one = |item: &engine::instrument::Item| {
        let id = item.id.clone();
        let code = select(definition.codes(item).to_vec());
        prop::option::weighted(0.85, code).prop_map(move |code| (id.clone(), code))
    };
    let all: Vec<_> = definition.items.iter().map(one).collect();
    all.prop_map(move |answers| {
        let given = answers.into_iter().filter_map(|(id, code)| Some((id, code?))).collect();
        (definition.clone(), given)
    })
}

fn made_up() -> impl Strategy<Value = (Definition, Answers)> {
    rule().prop_flat_map(|rule| answered(definition(&rule)))
}

fn shipped() -> impl Strategy<Value = (Definition, Answers)> {
    let mut all: Vec<Definition> = built_in().iter().map(|shipped| shipped.definition.clone()).collect();
    all.push(serde_json::from_str(DEFINITION).expect("of the format"));
    select(all).prop_flat_map(answered)
}

fn any_definition() -> impl Strategy<Value = (Definition, Answers)> {
    prop_oneof![made_up(), shipped()]
}

fn shuffled(definition: &Definition, seed: u64) -> Definition {
    let mut turned = definition.clone();
    let mut state = seed | 1;
    let mut next = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    for at in (1..turned.items.len()).rev() {
        turned.items.swap(at, next(at + 1));
    }
    for scale in &mut turned.scales {
        for at in (1..scale.items.len()).rev() {
            scale.items.swap(at, next(at + 1));
        }
        scale.weights.reverse();
        scale.reverse.reverse();
    }
    turned
}

fn is_rising(scale: &Scale) -> bool {
    let rising = matches!(scale.combine, Combine::Sum | Combine::Mean | Combine::Item);
    let no_falling_weight = scale.weights.iter().all(|weight| weight.weight > Number::ZERO);
    rising && no_falling_weight && scale.reverse.is_empty() && scale.recode.is_empty()
}

proptest! {
    #[test]
    fn the_check_agrees_with_a_plainly_computed_range(rule in rule()) {
        prop_assert_eq!(check_definition(&definition(&rule)), []);
    }

    #[test]
    fn a_score_is_within_its_range((definition, answers) in any_definition()) {
        for (score, scale) in scored(&definition, &answers).iter().zip(&definition.scales) {
            if let Ok(value) = score.value {
                prop_assert!(scale.range.lowest <= value && value <= scale.range.highest, "{}", scale.id);
                prop_assert_eq!(score.band.is_some(), !scale.bands.is_empty());
            } else {
                prop_assert_eq!(score.value, Err(NotScored::TooManyMissing));
                prop_assert!(score.band.is_none() && !score.prorated);
            }
        }
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter((definition, answers) in any_definition(), seed: u64) {
        prop_assert_eq!(scored(&shuffled(&definition, seed), &answers), scored(&definition, &answers));
    }

    #[test]
    fn reversing_the_codes_and_the_items_changes_nothing((definition, answers) in made_up()) {
        let mut reversed = definition.clone();
        let scale = &mut reversed.scales[0];
        scale.reverse = scale.items.iter().filter(|id| !scale.reverse.contains(id)).cloned().collect();
        let turned = |(id, code): (&String, &Code)| {
            let codes = definition.codes(definition.item(id).expect("an item"));
            (id.clone(), codes[0] + codes[codes.len() - 1] - code)
        };
        let turned: Answers = answers.iter().map(turned).collect();
        prop_assert_eq!(scored(&reversed, &turned), scored(&definition, &answers));
    }

    #[test]
    fn a_higher_answer_never_lowers_a_rising_scale((definition, answers) in any_definition(), which: prop::sample::Index) {
        prop_assume!(!answers.is_empty());
        let id = which.get(&answers.keys().collect::<Vec<_>>()).to_string();
        let codes = definition.codes(definition.item(&id).expect("an item"));
        for higher in codes.iter().filter(|code| **code > answers[&id]) {
            let mut raised = answers.clone();
            raised.insert(id.clone(), *higher);
            let pairs = scored(&definition, &answers).into_iter().zip(scored(&definition, &raised));
            for ((before, after), scale) in pairs.zip(&definition.scales) {
                if is_rising(scale) && scale.scales.is_empty() {
                    prop_assert!(before.value.ok() <= after.value.ok(), "{}", scale.id);
                }
            }
        }
    }

    #[test]
    fn one_answer_less_is_one_missing_more((definition, answers) in any_definition(), which: prop::sample::Index) {
        prop_assume!(!answers.is_empty());
        let id = which.get(&answers.keys().collect::<Vec<_>>()).to_string();
        let mut fewer = answers.clone();
        fewer.remove(&id);
        let pairs = scored(&definition, &answers).into_iter().zip(scored(&definition, &fewer));
        for ((before, after), scale) in pairs.zip(&definition.scales) {
            let more = after.n_missing - before.n_missing;
            prop_assert!(more <= 1);
            if scale.items.contains(&id) {
                prop_assert_eq!(more, 1);
            }
            prop_assert!(before.value.is_ok() || after.value.is_err(), "{} gained a value", scale.id);
        }
    }

    #[test]
    fn a_wrong_code_spoils_every_scale_that_uses_it((definition, answers) in any_definition(), which: prop::sample::Index, wrong in 50..=Code::MAX) {
        let id = definition.items[which.index(definition.items.len())].id.clone();
        let mut spoilt = answers.clone();
        spoilt.insert(id.clone(), wrong);
        let pairs = scored(&definition, &answers).into_iter().zip(scored(&definition, &spoilt));
        for ((before, after), scale) in pairs.zip(&definition.scales) {
            let below = scale.scales.iter().filter_map(|id| definition.scale(id));
            if below.chain([scale]).any(|scale| scale.items.contains(&id)) {
                prop_assert_eq!(after.value, Err(NotScored::CodeOutside));
            } else {
                prop_assert_eq!(before, after);
            }
        }
    }
}
