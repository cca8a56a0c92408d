//! The committed scoring vectors, which come from the publications and not from this code.

use engine::{
    catalogue::built_in,
    instrument::Code,
    scoring::{Score, score},
};
use serde_json::Value;
use std::{fs, path::PathBuf};

/// A file of `vectors/scoring`.
fn vectors(file: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../vectors/scoring").join(file);
    serde_json::from_str(&fs::read_to_string(path).expect("a vector file")).expect("JSON")
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn code(value: &Value) -> Option<Code> {
    value.as_i64().map(|code| Code::try_from(code).expect("a small number"))
}

/// The scores of the shipped instrument for answers to its first items.
fn scores(instrument: &str, answers: &[Option<Code>]) -> Vec<Score> {
    let catalogue = built_in();
    let definition = &catalogue.newest(instrument).expect("shipped").definition;
    score(definition, |id| {
        let at = definition.items.iter().position(|item| item.id == id).expect("an item");
        answers.get(at).copied().flatten()
    })
}

/// Runs `compare` with every vector's expectation and the engine's scores; says how many there were.
fn each(file: &str, instrument: &str, compare: impl Fn(&str, &Value, &[Score])) -> usize {
    let file = vectors(file);
    for vector in list(&file["vectors"]) {
        let answers: Vec<Option<Code>> = list(&vector["answers"]).iter().map(code).collect();
        let id = vector["id"].as_str().expect("an id");
        compare(id, &vector["expected"], &scores(instrument, &answers));
    }
    list(&file["vectors"]).len()
}

#[test]
fn ons4() {
    let order = vectors("ons4.json")["item_order"].clone();
    let count = each("ons4.json", "ons4", |id, expected, scores| {
        assert_eq!(scores.len(), 4, "{id}");
        for (score, item) in scores.iter().zip(list(&order)) {
            let item = item.as_str().expect("an item id");
            assert_eq!(score.scale, item, "{id}");
            assert_eq!(score.value.ok().and_then(|value| value.whole()), expected[item].as_i64(), "{id}");
            assert_eq!(score.band.as_deref(), expected["bands"][item].as_str(), "{id}");
            assert_eq!(score.n_missing, u32::from(expected[item].is_null()), "{id}");
        }
    });
    assert_eq!(count, 20);
}

#[test]
fn semcd6() {
    let count = each("semcd6.json", "semcd6", |id, expected, scores| {
        let [mean] = scores else { panic!("{id}: one scale") };
        assert_eq!(Some(u64::from(mean.n_missing)), expected["n_missing"].as_u64(), "{id}");
        assert_eq!(Some(mean.value.is_ok()), expected["scored"].as_bool(), "{id}");
        assert!(!mean.prorated, "{id}: a mean is no prorated sum");
        match (mean.value, expected["mean"].as_f64()) {
            (Ok(value), Some(expected)) => assert!((value.to_f64() - expected).abs() < 1e-9, "{id}"),
            (Err(_), None) => {}
            other => panic!("{id}: {other:?}"),
        }
    });
    assert_eq!(count, 7);
}

#[test]
fn ucla3() {
    let count = each("ucla3.json", "ucla3", |id, expected, scores| {
        let [sum] = scores else { panic!("{id}: one scale") };
        assert_eq!(sum.value.ok().and_then(|value| value.whole()), expected["sum"].as_i64(), "{id}");
        assert_eq!(sum.band.as_deref(), expected["dcms_band"].as_str(), "{id}");
    });
    assert_eq!(count, 27);
}

#[test]
fn who5() {
    let count = each("who5.json", "who5", |id, expected, scores| {
        let [raw, percentage] = scores else { panic!("{id}: two scales") };
        assert_eq!(raw.value.ok().and_then(|value| value.whole()), expected["raw"].as_i64(), "{id}");
        let percent = percentage.value.ok().and_then(|value| value.whole());
        assert_eq!(percent, expected["percentage"].as_i64(), "{id}");
        let low = raw.band.as_deref() == Some("poor well-being");
        assert_eq!(Some(low), expected["low_wellbeing"].as_bool(), "{id}");
    });
    assert_eq!(count, 10);
}

#[test]
fn swemwbs_conversion() {
    let file = vectors("swemwbs_conversion_table.json");
    let rows = list(&file["table"]);
    for row in rows {
        let raw = row["raw"].as_i64().expect("a raw sum");
        let mut left = raw - 7;
        let answers: Vec<Option<Code>> = (0..7)
            .map(|_| {
                let more = left.min(4);
                left -= more;
                Some(1 + more as Code)
            })
            .collect();
        let scores = scores("swemwbs", &answers);
        assert_eq!(scores[0].value.map(|value| value.whole()), Ok(Some(raw)));
        let metric = row["metric"].as_str().expect("text").parse().expect("a decimal");
        assert_eq!(scores[1].value, Ok(metric), "raw sum {raw}");
    }
    assert_eq!(rows.len(), 29);
}
