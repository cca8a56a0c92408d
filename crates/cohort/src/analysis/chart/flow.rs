//! From who began to whose change is counted.

use super::{Anchor, Chart, Mark, Role, bar, line, words};
use crate::analysis::Analysis;

const WIDTH: f64 = 260.0;
const HEIGHT: f64 = 50.0;
const STEP: f64 = 78.0;
const SIDE: f64 = 320.0;

/// A box for each wave, beside it those who are not in the next; `None` where there are no waves.
pub fn flow(analysis: &Analysis) -> Option<Chart> {
    let first = analysis.flow.first()?;
    let mut marks = vec![];
    let mut told = vec![];
    for (at, of) in analysis.flow.iter().enumerate() {
        let top = 2.0 + STEP * at as f64;
        let text = match at {
            0 => format!("{} people", of.people),
            _ => format!("{} of these people again", of.pairs),
        };
        frame(&mut marks, 2.0, top, &of.wave, &text);
        told.push(format!("{}: {text}", of.wave));
        let mut beside = vec![];
        if at > 0 {
            if first.people > of.pairs {
                beside.push(format!("{} without this wave (or not yet due)", first.people - of.pairs));
            }
            if of.people > of.pairs {
                beside.push(format!("{} here, but not at {}", of.people - of.pairs, first.wave));
            }
        }
        if of.undecided > 0 {
            beside.push(format!("{} undecided", of.undecided));
        }
        for (place, text) in beside.iter().enumerate() {
            let y = top + 20.0 + 20.0 * place as f64;
            marks.push(line(Role::Axis, (WIDTH + 8.0, y - 5.0), (SIDE - 8.0, y - 5.0)));
            marks.push(words(Role::Name, SIDE, y, Anchor::Start, text));
        }
        told.extend(beside);
    }
    let counts = analysis.scales.iter().flat_map(|scale| scale.changes.iter().map(|change| change.pairs));
    let (fewest, most) = counts.fold((usize::MAX, 0), |(low, high), n| (low.min(n), high.max(n)));
    if most > 0 {
        let text = if fewest == most {
            format!("{most} people")
        } else {
            format!("{fewest} to {most} people, by scale")
        };
        frame(&mut marks, 2.0, 2.0 + STEP * analysis.flow.len() as f64, "with both scores", &text);
        told.push(format!("with both scores: {text}"));
    }
    let boxes = analysis.flow.len() + usize::from(most > 0);
    for at in 1..boxes {
        let (x, y) = (2.0 + WIDTH / 2.0, 2.0 + STEP * at as f64);
        marks.push(line(Role::Axis, (x, y - STEP + HEIGHT), (x, y)));
        marks.extend([-5.0, 5.0].map(|by| line(Role::Axis, (x + by, y - 7.0), (x, y))));
    }
    Some(Chart {
        title: "From the first questionnaire to the change".into(),
        description: format!("{}.", told.join("; ")),
        width: 640.0,
        height: STEP * boxes as f64 - STEP + HEIGHT + 4.0,
        marks,
    })
}

fn frame(marks: &mut Vec<Mark>, left: f64, top: f64, name: &str, text: &str) {
    marks.push(bar(Role::Frame, left, left + WIDTH, top, top + HEIGHT));
    marks.push(words(Role::Heading, left + 12.0, top + 20.0, Anchor::Start, name));
    marks.push(words(Role::Name, left + 12.0, top + 40.0, Anchor::Start, text));
}
