//! Numbers in words.

use statistics::{Interval, Refusal};

/// What stands where a number cannot be had.
pub(super) const NONE: &str = "–";

pub(super) fn reason(refusal: &Refusal) -> String {
    format!("{NONE} ({refusal})")
}

pub(super) fn shown(value: Option<f64>) -> String {
    value.map_or(NONE.into(), |value| format!("{value:.2}").replace('-', "−"))
}

/// With its sign, a true minus; what rounds to nothing has none.
pub(in crate::analysis) fn signed(value: f64) -> String {
    let size = format!("{:.2}", value.abs());
    match value {
        _ if size == "0.00" => size,
        value if value < 0.0 => format!("−{size}"),
        _ => format!("+{size}"),
    }
}

/// Both ends, with their signs.
pub(super) fn ends(interval: Interval) -> String {
    format!("{} to {}", signed(interval.low), signed(interval.high))
}

pub(super) fn p(value: f64) -> String {
    if value < 0.001 { "below 0.001".into() } else { format!("= {value:.3}") }
}
