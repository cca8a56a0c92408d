//! Which items people left out: a row an item, a column a wave, darker where more is missing.

use super::{Anchor, Chart, Role, bar, words};
use crate::analysis::{Analysis, missing::OfItem};

const LEFT: f64 = 260.0;
const COLUMN: f64 = 110.0;
const LINE: f64 = 24.0;

/// `None` where nothing was asked.
pub fn missing(analysis: &Analysis) -> Option<Chart> {
    let waves: Vec<&str> = analysis.flow.iter().map(|flow| flow.wave.as_str()).collect();
    let x = |wave: usize| LEFT + COLUMN * wave as f64;
    let mut marks: Vec<_> = waves
        .iter()
        .enumerate()
        .map(|(at, wave)| words(Role::Heading, x(at) + COLUMN / 2.0 - 4.0, 16.0, Anchor::Middle, *wave))
        .collect();
    let mut y = 24.0;
    let (mut asked, mut left_out) = (0, 0);
    for instrument in &analysis.missing {
        marks.push(words(Role::Heading, 0.0, y + 17.0, Anchor::Start, &instrument.instrument));
        y += LINE;
        for item in &instrument.items {
            marks.push(words(Role::Name, 12.0, y + 16.0, Anchor::Start, &item.item));
            for (at, of) in item.waves.iter().enumerate() {
                let (left, middle) = (x(at), x(at) + COLUMN / 2.0 - 4.0);
                match of {
                    Some(of) => {
                        marks.push(bar(Role::Share(shade(of)), left, left + COLUMN - 8.0, y, y + LINE - 4.0));
                        let text = format!("{} of {}", of.missing(), of.asked);
                        marks.push(words(Role::Name, middle, y + 15.0, Anchor::Middle, text));
                        asked += of.asked;
                        left_out += of.missing();
                    }
                    None => marks.push(words(Role::Axis, middle, y + 15.0, Anchor::Middle, "not asked")),
                }
            }
            y += LINE;
        }
    }
    (asked > 0).then(|| Chart {
        title: "Items left out at each wave".into(),
        description: format!(
            "{left_out} of {asked} answers that were asked for are missing. Darker cells: more than 1 in 20, more than 1 \
             in 5."
        ),
        width: x(waves.len()).max(420.0),
        height: y + 6.0,
        marks,
    })
}

fn shade(of: &OfItem) -> u8 {
    let (missing, asked) = (of.missing(), of.asked);
    match missing {
        0 => 0,
        _ if missing * 20 <= asked => 1,
        _ if missing * 5 <= asked => 2,
        _ => 3,
    }
}
