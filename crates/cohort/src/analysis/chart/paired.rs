//! What the plots of two times have in common: two axes, thin lines of bundles, a thick line with an interval at its end.

use statistics::aggregate::Bundle;

use super::{
    Anchor, Mark, Role,
    axis::{Axis, short},
    dot, line, words,
};

const LEFT: f64 = 110.0;
const RIGHT: f64 = 310.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 260.0;
/// How wide and how high such a plot is.
pub(super) const SIZE: (f64, f64) = (400.0, 292.0);

/// Numbers at two times.
pub(super) struct Paired<'a> {
    /// The lowest and the highest value of the axes.
    pub(super) range: (f64, f64),
    /// What the two times are called.
    pub(super) times: [&'a str; 2],
    /// Everybody's numbers.
    pub(super) means: (f64, f64),
    /// Where everybody's second number may lie.
    pub(super) interval: (f64, f64),
    /// Thin lines; none where one would be everybody's.
    pub(super) bundles: &'a [Bundle],
    /// What is said at the end of the thick line.
    pub(super) change: String,
}

impl Paired<'_> {
    /// The marks, the lowest layer first.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let (lowest, highest) = self.range;
        let (before, after) = self.means;
        let y = Axis::new(self.range, (BOTTOM, TOP));
        let mut marks: Vec<Mark> = vec![];
        for value in [lowest, (lowest + highest) / 2.0, highest] {
            marks.push(line(Role::Axis, (LEFT - 12.0, y.at(value)), (LEFT - 6.0, y.at(value))));
            marks.push(words(Role::Axis, LEFT - 16.0, y.at(value) + 5.0, Anchor::End, short(value)));
        }
        for (x, time) in [(LEFT, self.times[0]), (RIGHT, self.times[1])] {
            marks.push(line(Role::Axis, (x, TOP), (x, BOTTOM)));
            marks.push(words(Role::Name, x, BOTTOM + 22.0, Anchor::Middle, time));
        }
        for bundle in self.bundles {
            marks.push(line(Role::Bundle, (LEFT, y.at(bundle.before)), (RIGHT, y.at(bundle.after))));
        }
        let held = |value: f64| y.at(value.clamp(lowest, highest));
        let (low, high) = (held(self.interval.0), held(self.interval.1));
        marks.push(line(Role::Interval, (RIGHT + 12.0, low), (RIGHT + 12.0, high)));
        marks.push(line(Role::Everybody, (LEFT, y.at(before)), (RIGHT, y.at(after))));
        let ends = [(LEFT, before), (RIGHT, after)];
        marks.extend(ends.map(|(x, value)| dot(Role::Everybody, x, y.at(value), 5.0)));
        marks.push(words(Role::Name, RIGHT + 22.0, y.at(after) + 5.0, Anchor::Start, self.change.as_str()));
        marks
    }
}

/// Bundles that are drawn: one alone is everybody.
pub(super) fn several(bundles: &[Bundle]) -> &[Bundle] {
    if bundles.len() > 1 { bundles } else { &[] }
}

/// What thin lines are, where there are any.
pub(super) fn of_thin(bundles: &[Bundle]) -> &'static str {
    if bundles.is_empty() {
        return "";
    }
    " Each thin line is the mean of at least five people who changed about alike; nobody's own line is drawn."
}
