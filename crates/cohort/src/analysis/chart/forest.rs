//! The mean change of everybody, then of each group that may be shown, as a point with its interval.

use statistics::{Interval, groups::Shown};

use super::{Anchor, Chart, Mark, Role, axis::Axis, diamond, direction, dot, line, words};
use crate::analysis::{Change, OfScale, grouping::Grouping, report::signed};

/// Where the labels end and the plot begins.
const LEFT: f64 = 230.0;
const RIGHT: f64 = 604.0;
/// The height of a line.
const LINE: f64 = 26.0;

/// What stands in one line.
enum Row {
    Heading(String),
    Point { label: String, mean: f64, interval: Option<Interval>, role: Role },
}

/// `None` where there is no mean change.
pub fn forest(scale: &OfScale, change: &Change) -> Option<Chart> {
    let mean = change.mean.as_ref().ok()?;
    let mut rows = vec![Row::Point {
        label: format!("Everybody ({})", mean.n),
        mean: mean.mean,
        interval: Some(mean.interval),
        role: Role::Everybody,
    }];
    change.groups.iter().for_each(|grouping| rows.extend(of(grouping)));
    let ends = rows.iter().filter_map(|row| match row {
        Row::Point { mean, interval, .. } => Some(interval.unwrap_or(Interval { low: *mean, high: *mean })),
        Row::Heading(_) => None,
    });
    let (low, high) =
        ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end.low), high.max(end.high)));
    if low >= high {
        return None;
    }
    let x = Axis::new((low, high), (LEFT, RIGHT));
    let bottom = LINE * rows.len() as f64 + 6.0;
    let mut marks = vec![line(Role::Zero, (x.at(0.0), 4.0), (x.at(0.0), bottom))];
    for (at, row) in rows.iter().enumerate() {
        let y = LINE * (at as f64 + 0.6);
        match row {
            Row::Heading(text) => marks.push(words(Role::Heading, 0.0, y + 6.0, Anchor::Start, text)),
            Row::Point { label, mean, interval, role } => {
                marks.push(words(Role::Name, 0.0, y + 5.0, Anchor::Start, label));
                if let Some(ends) = interval {
                    let role = if *role == Role::Everybody { Role::Interval } else { Role::Group };
                    marks.push(line(role, (x.at(ends.low), y), (x.at(ends.high), y)));
                }
                // Everybody is a diamond, groups are circles: told apart without colour.
                marks.push(match role {
                    Role::Everybody => diamond(*role, x.at(*mean), y, 7.0),
                    role => dot(*role, x.at(*mean), y, 4.5),
                });
            }
        }
    }
    marks.extend(ticks(low, high, x, bottom + 16.0));
    Some(Chart {
        title: format!("Mean change of {} by {} and group", scale.title, change.wave),
        description: format!(
            "Points with 95 % intervals; the dashed line is no change. Everybody: {}. Of scores, {}. The numbers are in \
             the table below.",
            signed(mean.mean),
            direction(scale.better)
        ),
        width: 640.0,
        height: bottom + 24.0,
        marks,
    })
}

/// Its heading and its groups that are shown; nothing where none is.
fn of(grouping: &Grouping) -> Vec<Row> {
    let points = grouping.groups.iter().filter_map(|group| match &group.shown {
        Shown::Change(of) => {
            let name = group.label.as_ref().unwrap_or(&group.name);
            // What does not fit before the plot is cut; the table has it whole.
            let name: String = match name.char_indices().nth(24) {
                Some((end, _)) => format!("{}…", &name[..end]),
                None => name.clone(),
            };
            let label = format!("{name} ({})", of.n);
            Some(Row::Point { label, mean: of.mean, interval: of.interval, role: Role::Group })
        }
        Shown::Hidden | Shown::Nobody => None,
    });
    let points: Vec<Row> = points.collect();
    if points.is_empty() {
        return points;
    }
    [Row::Heading(heading(grouping))].into_iter().chain(points).collect()
}

/// What people are grouped by.
fn heading(grouping: &Grouping) -> String {
    match grouping.by.as_str() {
        "site" => "By site".to_owned(),
        "link_worker" => "By link worker".to_owned(),
        "help" => "By help both times".to_owned(),
        item => format!("By {item}"),
    }
}

/// The two ends and zero, where these are not too near.
fn ticks(low: f64, high: f64, x: Axis, y: f64) -> Vec<Mark> {
    let far = |end: &f64| (x.at(*end) - x.at(0.0)).abs() > 40.0;
    let at = [0.0].into_iter().chain([low, high].into_iter().filter(far));
    at.map(|tick| words(Role::Axis, x.at(tick), y, Anchor::Middle, signed(tick))).collect()
}
