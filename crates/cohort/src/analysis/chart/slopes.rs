//! Before and after: everybody's mean with the interval of the change, and bundles of people who changed alike.

use super::{Anchor, Chart, Mark, Role, axis::Axis, direction, dot, line, words};
use crate::analysis::{Change, OfScale, report::signed};

const LEFT: f64 = 110.0;
const RIGHT: f64 = 310.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 260.0;

/// `None` where there is no mean change, or fewer than five people have both scores.
pub fn slopes(scale: &OfScale, change: &Change) -> Option<Chart> {
    let mean = change.mean.as_ref().ok()?;
    let (before, after) = change.means?;
    if change.bundles.is_empty() {
        return None;
    }
    let first = scale.waves.first().map_or("", |wave| wave.wave.as_str());
    let y = Axis::new((scale.lowest, scale.highest), (BOTTOM, TOP));
    let mut marks: Vec<Mark> = vec![];
    for value in [scale.lowest, (scale.lowest + scale.highest) / 2.0, scale.highest] {
        marks.push(line(Role::Axis, (LEFT - 12.0, y.at(value)), (LEFT - 6.0, y.at(value))));
        let text = super::axis::short(value);
        marks.push(words(Role::Axis, LEFT - 16.0, y.at(value) + 5.0, Anchor::End, text));
    }
    for (x, wave) in [(LEFT, first), (RIGHT, change.wave.as_str())] {
        marks.push(line(Role::Axis, (x, TOP), (x, BOTTOM)));
        marks.push(words(Role::Name, x, BOTTOM + 22.0, Anchor::Middle, wave));
    }
    // One bundle is everybody.
    let bundles = if change.bundles.len() > 1 { change.bundles.as_slice() } else { &[] };
    for bundle in bundles {
        marks.push(line(Role::Bundle, (LEFT, y.at(bundle.before)), (RIGHT, y.at(bundle.after))));
    }
    let held = |value: f64| y.at(value.clamp(scale.lowest, scale.highest));
    let (low, high) = (held(before + mean.interval.low), held(before + mean.interval.high));
    marks.push(line(Role::Interval, (RIGHT + 12.0, low), (RIGHT + 12.0, high)));
    marks.push(line(Role::Everybody, (LEFT, y.at(before)), (RIGHT, y.at(after))));
    marks
        .extend([(LEFT, before), (RIGHT, after)].map(|(x, value)| dot(Role::Everybody, x, y.at(value), 5.0)));
    marks.push(words(Role::Name, RIGHT + 22.0, y.at(after) + 5.0, Anchor::Start, signed(mean.mean)));
    let thin = if bundles.is_empty() {
        String::new()
    } else {
        " Each thin line is the mean of at least five people who changed about alike; nobody's own line is drawn.".into()
    };
    Some(Chart {
        title: format!("{} from {first} to {}", scale.title, change.wave),
        description: format!(
            "The thick line is the mean of {} people, from {before:.1} to {after:.1}; the bar at its end is the 95 % \
             interval of the change, {} to {}.{thin} {} to {}, {}.",
            change.pairs,
            signed(mean.interval.low),
            signed(mean.interval.high),
            super::axis::short(scale.lowest),
            super::axis::short(scale.highest),
            direction(scale.better)
        ),
        width: 400.0,
        height: 292.0,
        marks,
    })
}
