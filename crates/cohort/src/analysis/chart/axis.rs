//! Scores to places, round numbers for axes, and cells for bins.

use statistics::aggregate::Cells;

/// From numbers to places along a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Axis {
    /// `low` is at `start`, `high` at `end`; they differ.
    pub(super) fn new((low, high): (f64, f64), (start, end): (f64, f64)) -> Self {
        Self { low, high, start, end }
    }

    pub(super) fn at(&self, value: f64) -> f64 {
        self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)
    }
}

/// The smallest of 1, 2, 2.5 or 5 times a power of ten that is not below `value`, which is above 0.
pub(super) fn round_up(value: f64) -> f64 {
    let mut power = 1.0;
    while power < value {
        power *= 10.0;
    }
    while power / 10.0 >= value {
        power /= 10.0;
    }
    [0.2, 0.25, 0.5, 1.0].into_iter().map(|part| part * power).find(|round| *round >= value).unwrap_or(power)
}

/// A whole number, or with one decimal where it is none.
pub(super) fn short(value: f64) -> String {
    let text =
        if (value - value.round()).abs() < 0.05 { format!("{value:.0}") } else { format!("{value:.1}") };
    let text = if text == "-0" { "0".to_owned() } else { text };
    text.replace('-', "−")
}

/// Odd, so that cells can lie around whole points and around no change.
const WIDTHS: [f64; 7] = [1.0, 3.0, 5.0, 9.0, 15.0, 25.0, 45.0];

fn width(length: f64) -> f64 {
    let last = WIDTHS[WIDTHS.len() - 1];
    WIDTHS.into_iter().find(|width| (length + 1.0) / width <= 24.0).unwrap_or(last)
}

/// Cells around the whole points of a scale.
pub(in crate::analysis) fn score_cells(lowest: f64, highest: f64) -> Cells {
    let width = width(highest - lowest);
    Cells { first: lowest - 0.5, width, count: ((highest - lowest + 1.0) / width).ceil().max(1.0) as usize }
}

/// Cells around no change, as far to both sides as a quarter, half, three quarters or all of the scale, which says
/// next to nothing of who changed most.
pub(in crate::analysis) fn change_cells(changes: &[f64], length: f64) -> Cells {
    let largest = changes.iter().fold(0.0_f64, |largest, change| largest.max(change.abs()));
    let reach = [0.25, 0.5, 0.75].into_iter().map(|part| part * length).find(|reach| *reach >= largest);
    let reach = reach.unwrap_or(length);
    let width = width(2.0 * reach);
    let to_a_side = ((reach - width / 2.0) / width).ceil().max(0.0);
    Cells { first: -width * (to_a_side + 0.5), width, count: (2.0 * to_a_side) as usize + 1 }
}
