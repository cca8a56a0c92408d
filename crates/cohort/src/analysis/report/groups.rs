//! The change by group.

use statistics::groups::Shown;

use super::{
    block::{Block, Tone, plot, table, words},
    numbers::{NONE, ends, signed},
};
use crate::analysis::{Change, OfScale, chart, grouping::Grouping};

pub(super) fn groups(scale: &OfScale, change: &Change) -> Vec<Block> {
    let mut blocks: Vec<Block> = plot(chart::forest(scale, change)).into_iter().collect();
    blocks.push(Block::Side(change.groups.iter().map(one).collect()));
    for grouping in &change.groups {
        if let ("site" | "link_worker", Ok(alike)) = (grouping.by.as_str(), &grouping.alike) {
            let what = if grouping.by == "site" { "sites" } else { "link workers" };
            let text = format!(
                "Intraclass correlation of {what}: {:.2} (95 % interval {:.2} to {:.2}).",
                alike.icc, alike.interval.low, alike.interval.high
            );
            blocks.push(words(Tone::Note, text.replace('-', "−")));
        }
    }
    blocks
}

fn one(grouping: &Grouping) -> Block {
    let rows = grouping.groups.iter().map(|group| {
        let name =
            group.label.as_ref().map_or(group.name.clone(), |label| format!("{}: {label}", group.name));
        match &group.shown {
            Shown::Change(of) => {
                vec![name, of.n.to_string(), signed(of.mean), of.interval.map_or(NONE.into(), ends)]
            }
            Shown::Hidden => vec![name, "hidden".into(), NONE.into(), NONE.into()],
            Shown::Nobody => vec![name, "0".into(), NONE.into(), NONE.into()],
        }
    });
    let caption = match grouping.by.as_str() {
        "site" => {
            "By site. Groups of fewer than five people are hidden, and others where these would follow."
                .to_owned()
        }
        "link_worker" => "By link worker. Those of a hidden site are all hidden.".to_owned(),
        "help" => "By how people answered both times. Small groups are hidden.".to_owned(),
        item if grouping.question.is_empty() => format!("By {item}. Small groups are hidden."),
        item => format!("By {item}, “{}”. Small groups are hidden.", grouping.question),
    };
    table(caption, &["Group", "People", "Mean change", "95 % interval"], rows.collect())
}
