//! Before and after: everybody's mean with the interval of the change, and bundles of people who changed alike.

use super::{
    Chart,
    axis::short,
    direction,
    paired::{Paired, SIZE, of_thin, several},
};
use crate::analysis::{Change, OfScale, report::signed};

/// `None` where there is no mean change, or fewer than five people have both scores.
pub fn slopes(scale: &OfScale, change: &Change) -> Option<Chart> {
    let mean = change.mean.as_ref().ok()?;
    let (before, after) = change.means?;
    if change.bundles.is_empty() {
        return None;
    }
    let first = scale.waves.first().map_or("", |wave| wave.wave.as_str());
    let bundles = several(&change.bundles);
    let drawn = Paired {
        range: (scale.lowest, scale.highest),
        times: [first, &change.wave],
        means: (before, after),
        interval: (before + mean.interval.low, before + mean.interval.high),
        bundles,
        change: signed(mean.mean),
    };
    Some(Chart {
        title: format!("{} from {first} to {}", scale.title, change.wave),
        description: format!(
            "The thick line is the mean of {} people, from {before:.1} to {after:.1}; the bar at its end is the 95 % \
             interval of the change, {} to {}.{} {} to {}, {}.",
            change.pairs,
            signed(mean.interval.low),
            signed(mean.interval.high),
            of_thin(bundles),
            short(scale.lowest),
            short(scale.highest),
            direction(scale.better)
        ),
        width: SIZE.0,
        height: SIZE.1,
        marks: drawn.marks(),
    })
}
