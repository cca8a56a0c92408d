//! The forest plot of a change: everybody, then each group that may be shown, as a point with its interval.

use statistics::{Interval, groups::Shown, person::Better};

use super::{Change, OfScale, report::signed};
use crate::paper::html::escaped;

/// Where the labels end and the plot begins.
const LEFT: f64 = 190.0;
/// Where the plot ends.
const RIGHT: f64 = 620.0;
/// The height of a line.
const LINE: f64 = 26.0;

struct Point {
    label: String,
    mean: f64,
    interval: Option<Interval>,
}

/// The plot; empty where there is no mean change. What it says stands in words in its title and in the table after it.
pub(super) fn svg(scale: &OfScale, change: &Change) -> String {
    let Ok(mean) = &change.mean else { return String::new() };
    let everybody =
        Point { label: format!("Everybody ({})", mean.n), mean: mean.mean, interval: Some(mean.interval) };
    let groups =
        change.groups.iter().filter(|grouping| grouping.by == "site").flat_map(|grouping| &grouping.groups);
    let points: Vec<Point> = [everybody]
        .into_iter()
        .chain(groups.filter_map(|group| match (&group.name, &group.shown) {
            (name, Shown::Change(group)) => Some(Point {
                label: format!("{name} ({})", group.n),
                mean: group.mean,
                interval: group.interval,
            }),
            (_, Shown::Hidden | Shown::Nobody) => None,
        }))
        .collect();
    let ends = points.iter().flat_map(|point| {
        let interval = point.interval.unwrap_or(Interval { low: point.mean, high: point.mean });
        [interval.low, interval.high, 0.0]
    });
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    let x = |value: f64| LEFT + (value - low) / (high - low) * (RIGHT - LEFT);
    let height = LINE * (points.len() as f64 + 2.0);
    let lines: String = points.iter().enumerate().map(|(at, point)| line(at, point, x)).collect();
    let title = format!(
        "Mean change of {} by {} with 95 % intervals{}. The numbers are in the table below.",
        scale.title,
        change.wave,
        match scale.better {
            Some(Better::Higher) => "; right of 0 is better",
            Some(Better::Lower) => "; left of 0 is better",
            None => "",
        }
    );
    let bottom = height - LINE;
    format!(
        "<svg viewBox=\"0 0 640 {height:.0}\" width=\"640\" height=\"{height:.0}\" role=\"img\" \
         xmlns=\"http://www.w3.org/2000/svg\"><title>{}</title>\
         <g stroke=\"currentColor\" fill=\"currentColor\" font-size=\"14\">\
         <line x1=\"{zero:.1}\" x2=\"{zero:.1}\" y1=\"4\" y2=\"{bottom:.1}\" stroke-dasharray=\"4 3\"/>{lines}\
         <g stroke=\"none\" text-anchor=\"middle\">{ticks}</g></g></svg>\n",
        escaped(&title),
        zero = x(0.0),
        ticks = ticks(low, high, x, height - 8.0),
    )
}

fn line(at: usize, point: &Point, x: impl Fn(f64) -> f64) -> String {
    let y = LINE * (at as f64 + 0.75);
    let interval = point.interval.map_or(String::new(), |ends| {
        let (low, high) = (x(ends.low), x(ends.high));
        format!("<line x1=\"{low:.1}\" x2=\"{high:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke-width=\"2\"/>")
    });
    // Everybody is a diamond, groups are circles: told apart without colour.
    let middle = x(point.mean);
    let mark = if at == 0 {
        let (left, right, up, down) = (middle - 7.0, middle + 7.0, y - 7.0, y + 7.0);
        format!(
            "<path d=\"M{left:.1} {y:.1}L{middle:.1} {up:.1}L{right:.1} {y:.1}L{middle:.1} {down:.1}Z\"/>"
        )
    } else {
        format!("<circle cx=\"{middle:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>")
    };
    let label =
        format!("<text x=\"0\" y=\"{:.1}\" stroke=\"none\">{}</text>", y + 5.0, escaped(&point.label));
    [label, interval, mark].concat()
}

/// The two ends and zero, where these are not too near.
fn ticks(low: f64, high: f64, x: impl Fn(f64) -> f64, y: f64) -> String {
    let mut at: Vec<f64> = vec![0.0];
    at.extend([low, high].into_iter().filter(|end| (x(*end) - x(0.0)).abs() > 40.0));
    at.into_iter()
        .map(|tick| format!("<text x=\"{:.1}\" y=\"{y:.1}\">{}</text>", x(tick), signed(tick)))
        .collect()
}
