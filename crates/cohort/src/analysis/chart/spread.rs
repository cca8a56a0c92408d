//! How scores and changes spread: bars of at least five people each, as high as there are people for each point.

use statistics::aggregate::Bin;

use super::{
    Anchor, Chart, Mark, Role,
    axis::{Axis, short},
    bar, diamond, direction, line, words,
};
use crate::analysis::{Change, OfScale, report::signed};

const LEFT: f64 = 16.0;
const RIGHT: f64 = 424.0;
/// The height of a wave's panel, and of the bars in it.
const PANEL: f64 = 122.0;
const BARS: f64 = 70.0;

/// The scores of each wave, one above the other; `None` where no wave has two bins.
pub fn of_waves(scale: &OfScale) -> Option<Chart> {
    let shown: Vec<_> = scale.waves.iter().filter(|wave| wave.bins.len() > 1).collect();
    let ends = shown.iter().flat_map(|wave| &wave.bins);
    let (low, high) = ends
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), bin| (low.min(bin.low), high.max(bin.high)));
    let highest = shown.iter().flat_map(|wave| &wave.bins).map(density).fold(0.0, f64::max);
    if shown.is_empty() {
        return None;
    }
    let x = Axis::new((low, high), (LEFT, RIGHT));
    let mut marks = vec![];
    for (at, wave) in shown.iter().enumerate() {
        let base = PANEL * (at as f64 + 1.0) - 14.0;
        let people: usize = wave.bins.iter().map(|bin| bin.n).sum();
        let name = format!("{}: {people} people", wave.wave);
        marks.push(words(Role::Name, LEFT, base - BARS - 22.0, Anchor::Start, name));
        marks.extend(bars(&wave.bins, x, base, highest));
        if let Ok(summary) = &wave.summary {
            marks.push(diamond(Role::Everybody, x.at(summary.mean), base, 6.0));
        }
    }
    let bottom = PANEL * shown.len() as f64 + 8.0;
    let labels = [scale.lowest, (scale.lowest + scale.highest) / 2.0, scale.highest];
    marks.extend(labels.map(|at| words(Role::Axis, x.at(at), bottom, Anchor::Middle, short(at))));
    let means = shown.iter().filter_map(|wave| {
        wave.summary.as_ref().ok().map(|summary| format!("{:.1} at {}", summary.mean, wave.wave))
    });
    Some(Chart {
        title: format!("{}: how scores spread", scale.title),
        description: format!(
            "The number on a bar is its people; bars of fewer than five are joined with the next. The diamond is the \
             mean: {}. {} to {}, {}.",
            means.collect::<Vec<_>>().join(", "),
            short(scale.lowest),
            short(scale.highest),
            direction(scale.better)
        ),
        width: 440.0,
        height: bottom + 10.0,
        marks,
    })
}

/// The changes; `None` where there are fewer than two bins.
pub fn of_change(scale: &OfScale, change: &Change) -> Option<Chart> {
    let (first, last) = (change.bins.first()?, change.bins.last()?);
    if change.bins.len() < 2 {
        return None;
    }
    let x = Axis::new((first.low, last.high), (LEFT, RIGHT));
    let base = PANEL - 14.0;
    let highest = change.bins.iter().map(density).fold(0.0, f64::max);
    let mut marks = bars(&change.bins, x, base, highest);
    marks.push(line(Role::Zero, (x.at(0.0), base), (x.at(0.0), base + 20.0)));
    let mut mean_words = String::new();
    if let Ok(mean) = &change.mean {
        let y = base + 10.0;
        marks.push(line(Role::Interval, (x.at(mean.interval.low), y), (x.at(mean.interval.high), y)));
        marks.push(diamond(Role::Everybody, x.at(mean.mean), y, 6.0));
        mean_words = format!(
            " The diamond is the mean, {}, with its 95 % interval, {} to {}.",
            signed(mean.mean),
            signed(mean.interval.low),
            signed(mean.interval.high)
        );
    }
    let y = base + 36.0;
    marks.push(words(Role::Axis, x.at(0.0), y, Anchor::Middle, "0"));
    marks.push(words(Role::Axis, LEFT, y, Anchor::Start, "← lower"));
    marks.push(words(Role::Axis, RIGHT, y, Anchor::End, "higher →"));
    Some(Chart {
        title: format!("{}: how changes by {} spread", scale.title, change.wave),
        description: format!(
            "The number on a bar is its people; bars of fewer than five are joined with the next. The dashed line below is no \
             change.{mean_words} Of scores, {}.",
            direction(scale.better)
        ),
        width: 440.0,
        height: y + 10.0,
        marks,
    })
}

/// Which whole points a bin holds, as `3 to 5`, within the scale's ends.
pub(in crate::analysis) fn points(bin: &Bin, lowest: f64, highest: f64) -> String {
    let (low, high) = ((bin.low + 0.5).max(lowest), (bin.high - 0.5).min(highest));
    if high - low < 0.5 { short(low) } else { format!("{} to {}", short(low), short(high)) }
}

/// People for each point.
fn density(bin: &Bin) -> f64 {
    bin.n as f64 / (bin.high - bin.low)
}

fn bars(bins: &[Bin], x: Axis, base: f64, highest: f64) -> Vec<Mark> {
    let mut marks = vec![];
    for bin in bins {
        let (left, right) = (x.at(bin.low) + 1.0, x.at(bin.high) - 1.0);
        let top = base - BARS * density(bin) / highest;
        marks.push(bar(Role::People, left, right, top, base));
        let middle = (left + right) / 2.0;
        marks.push(words(Role::Axis, middle, top - 4.0, Anchor::Middle, bin.n.to_string()));
    }
    marks.push(line(Role::Axis, (x.at(bins[0].low), base), (x.at(bins[bins.len() - 1].high), base)));
    marks
}
