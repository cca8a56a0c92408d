//! Every formula against other programs: `vectors/statistics/` says which and how.

mod distributions;
mod groups;
mod paired;
mod reliability;

use serde_json::Value;
use std::{fs, path::PathBuf};

/// A file of `vectors/`.
fn vectors(file: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../vectors").join(file);
    serde_json::from_str(&fs::read_to_string(path).expect("a vector file")).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a count")).expect("small")
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(number).collect()
}

fn interval(value: &Value) -> statistics::Interval {
    statistics::Interval { low: number(&value[0]), high: number(&value[1]) }
}

/// Fails unless `ours` is within `part` of `theirs`, relative to it, or equal up to the rounding of numbers near 0.
#[track_caller]
fn near(what: &str, ours: f64, theirs: f64, part: f64) {
    let apart = (ours - theirs).abs();
    assert!(apart <= part * theirs.abs() + 1e-15, "{what}: {ours} here, {theirs} there");
}

#[track_caller]
fn near_interval(what: &str, ours: statistics::Interval, theirs: &Value, part: f64) {
    let theirs = interval(theirs);
    // Relative to the larger end: an end may lie at 0.
    let size = part * theirs.low.abs().max(theirs.high.abs());
    assert!(
        (ours.low - theirs.low).abs() <= size && (ours.high - theirs.high).abs() <= size,
        "{what}: {ours:?} here, {theirs:?} there"
    );
}
