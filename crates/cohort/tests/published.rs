//! The analysis of published answers, item by item, against R and psych (`vectors/published/vegetables.py` says where the
//! answers come from, and under which licence).

use cohort::analysis::{Analysis, Modes, Row, Sample, report};
use engine::{catalogue::Catalogue, instrument::Code};
use serde_json::{Value, json};

const ANSWERS: &str = include_str!("../../../vectors/published/vegetables.csv");
const THEIRS: &str = include_str!("../../../vectors/published/vegetables.json");

/// An instrument of these items, whose score is their sum.
fn definition(items: &[&str]) -> String {
    let each: Vec<Value> = items.iter().map(|item| json!({"id": item, "responses": "often"})).collect();
    json!({
        "format": 1, "id": "vegetables", "version": "1", "title": "Vegetables", "citation": "vegetables.py",
        "sources": ["vectors/published/vegetables.py"],
        "licence": {"name": "CC BY 4.0", "statement": "FiveThirtyEight (2016)."},
        "response_sets": {"often": {"codes": [1, 2, 3, 4, 5, 6, 7, 8, 9], "display": "numbers"}},
        "items": each,
        "scales": [{
            "id": "vegetables_sum", "title": "Vegetables, all together", "combine": "sum", "items": items,
            "range": {"lowest": items.len(), "highest": 9 * items.len()}, "direction": "neutral",
            "source": "A sum, for this test."
        }]
    })
    .to_string()
}

#[track_caller]
fn near(what: &str, ours: f64, theirs: &Value, part: f64) {
    let theirs = theirs.as_f64().expect("a number");
    assert!((ours - theirs).abs() <= part * theirs.abs(), "{what}: {ours} here, {theirs} in R");
}

#[test]
fn answers_of_54_people_are_described_as_r_describes_them() {
    let theirs: Value = serde_json::from_str(THEIRS).expect("JSON");
    let mut reader = csv::Reader::from_reader(ANSWERS.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let items: Vec<&str> = header.iter().skip(1).collect();
    assert_eq!(json!(items), theirs["items"]);
    let rows = reader.records().map(|record| {
        let record = record.expect("a row");
        let codes: Vec<Code> = record.iter().skip(1).map(|code| code.parse().expect("a code")).collect();
        Row {
            participant: record[0].to_owned(),
            wave: 0,
            site: None,
            link_worker: None,
            modes: Modes::default(),
            settled: true,
            codes: vec![Some(codes)],
        }
    });
    let mut catalogue = Catalogue::new();
    let definition = &catalogue.add_definition(&definition(&items)).expect("a right definition").definition;
    let sample = Sample::new(vec!["once".into()], vec![definition], rows.collect());
    let analysis = Analysis::of(&sample);

    let at = &analysis.scales[0].waves[0];
    let summary = at.summary.expect("scores");
    assert_eq!((summary.n, summary.missing), (54, 0));
    for (what, ours, theirs) in [
        ("n", summary.n as f64, &theirs["n"]),
        ("mean", summary.mean, &theirs["mean"]),
        ("sd", summary.sd.expect("many people"), &theirs["sd"]),
        ("lowest", summary.lowest, &theirs["lowest"]),
        ("highest", summary.highest, &theirs["highest"]),
        ("lower quartile", summary.lower_quartile, &theirs["quartiles"][0]),
        ("median", summary.median, &theirs["quartiles"][1]),
        ("upper quartile", summary.upper_quartile, &theirs["quartiles"][2]),
    ] {
        near(what, ours, theirs, 1e-12);
    }
    let reliability = at.reliability.as_ref().expect("a sum of items");
    let alpha = reliability.alpha.as_ref().expect("alpha");
    near("alpha", alpha.alpha, &theirs["alpha"], 1e-12);
    near("Feldt's lower end", alpha.interval.low, &theirs["feldt"][0], 1e-9);
    near("Feldt's upper end", alpha.interval.high, &theirs["feldt"][1], 1e-9);
    assert_eq!(alpha.items.len(), 11);
    for (at, item) in alpha.items.iter().enumerate() {
        near(items[at], item.mean, &theirs["item_mean"][at], 1e-12);
        near(items[at], item.sd, &theirs["item_sd"][at], 1e-12);
        let total = item.corrected_item_total.expect("a correlation");
        near(items[at], total, &theirs["item_total"][at], 1e-9);
        let without = item.alpha_if_deleted.expect("ten items are left");
        near(items[at], without, &theirs["alpha_without"][at], 1e-9);
    }
    // psych stops its search for the factor sooner.
    let omega = reliability.omega.as_ref().expect("omega");
    near("omega", omega.omega, &theirs["omega"], 1e-3);
    assert!(
        report(&analysis, &cohort::analysis::About::new("Vegetables")).contains("Vegetables, all together")
    );
}
