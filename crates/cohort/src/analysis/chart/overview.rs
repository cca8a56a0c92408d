//! Every scale at a glance, all turned so that better is to the right.

use statistics::{Interval, person::Better};

use super::{
    Anchor, Chart, Role,
    axis::{Axis, round_up},
    diamond, line, words,
};
use crate::analysis::{Analysis, Change, OfScale, report::signed};

const LEFT: f64 = 330.0;
const RIGHT: f64 = 690.0;
const LINE: f64 = 34.0;
const TOP: f64 = 34.0;

/// One scale's change, in short.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glance<'a> {
    /// The scale.
    pub scale: &'a OfScale,
    /// Its change.
    pub change: &'a Change,
}

/// Every change that there is a mean of, in the order of scales and waves.
pub fn glances(analysis: &Analysis) -> Vec<Glance<'_>> {
    let all = analysis
        .scales
        .iter()
        .flat_map(|scale| scale.changes.iter().map(move |change| Glance { scale, change }));
    all.filter(|glance| glance.change.mean.is_ok()).collect()
}

impl Glance<'_> {
    /// What the interval says, in a few words: never why.
    pub fn verdict(&self) -> &'static str {
        let Ok(mean) = &self.change.mean else { return "not known" };
        if mean.interval.holds(0.0) {
            return "no clear change";
        }
        match (self.scale.better, mean.mean > 0.0) {
            (Some(Better::Higher), true) | (Some(Better::Lower), false) => "better on average",
            (Some(_), _) => "worse on average",
            (None, true) => "higher on average",
            (None, false) => "lower on average",
        }
    }

    /// The mean and its interval in hundredths of the scale's length, better being above 0; `None` where neither
    /// direction is better.
    fn towards_better(&self) -> Option<(f64, Interval)> {
        let mean = self.change.mean.as_ref().ok()?;
        let part = 100.0 / (self.scale.highest - self.scale.lowest);
        let (low, high) = (mean.interval.low * part, mean.interval.high * part);
        match self.scale.better? {
            Better::Higher => Some((mean.mean * part, Interval { low, high })),
            Better::Lower => Some((-mean.mean * part, Interval { low: -high, high: -low })),
        }
    }
}

/// `None` where there is nothing to show.
pub fn overview(analysis: &Analysis) -> Option<Chart> {
    let several_waves = analysis.flow.len() > 2;
    let rows: Vec<_> = glances(analysis)
        .into_iter()
        .filter_map(|glance| glance.towards_better().map(|(mean, interval)| (glance, mean, interval)))
        .collect();
    let reach = rows.iter().fold(5.0_f64, |most, (_, _, ends)| most.max(-ends.low).max(ends.high));
    if rows.is_empty() || !reach.is_finite() {
        return None;
    }
    let reach = round_up(reach);
    let x = Axis::new((-reach, reach), (LEFT, RIGHT));
    let bottom = TOP + LINE * rows.len() as f64;
    let mut marks = vec![
        line(Role::Zero, (x.at(0.0), TOP - 8.0), (x.at(0.0), bottom)),
        words(Role::Axis, LEFT, 14.0, Anchor::Start, "← worse"),
        words(Role::Axis, x.at(0.0), 14.0, Anchor::Middle, "no change"),
        words(Role::Axis, RIGHT, 14.0, Anchor::End, "better →"),
    ];
    for (at, (glance, mean, ends)) in rows.iter().enumerate() {
        let y = TOP + LINE * (at as f64 + 0.4);
        let change = glance.change;
        let wave = if several_waves { format!(", {}", change.wave) } else { String::new() };
        let name: String = glance.scale.title.chars().take(48).collect();
        marks.push(words(Role::Name, 0.0, y + 5.0, Anchor::Start, format!("{name}{wave}")));
        marks.push(line(Role::Interval, (x.at(ends.low), y), (x.at(ends.high), y)));
        marks.push(diamond(Role::Everybody, x.at(*mean), y, 7.0));
        let points = change.mean.as_ref().map_or(0.0, |mean| mean.mean);
        let right = format!("{}, {}", signed(points), glance.verdict());
        marks.push(words(Role::Name, RIGHT + 18.0, y + 5.0, Anchor::Start, right));
    }
    Some(Chart {
        title: "Mean change of every scale, better to the right".into(),
        description: "Diamonds are means, bars are 95 % intervals, as parts of each scale's length; a bar that reaches \
                      the dashed line means that there may be no change. Beside it stands the mean change in points."
            .into(),
        width: 900.0,
        height: bottom + 4.0,
        marks,
    })
}
