//! The first screen: what changed, for how many, how sure; then who is counted.

use statistics::caution::Caution;

use super::{
    block::{Block, Table, Tone, heading, plain_plot, plot, table, words},
    numbers::{ends, signed},
};
use crate::analysis::{
    Analysis,
    chart::{self, Glance, glances},
};

pub(super) fn first(analysis: &Analysis) -> Vec<Block> {
    let mut blocks = vec![words(Tone::Lead, lead(analysis))];
    blocks.extend(plot(chart::overview(analysis)));
    blocks.extend(glance(analysis));
    blocks.push(words(Tone::Caution, Caution::NoComparison.sentence()));
    blocks.push(heading("People"));
    blocks.extend(plain_plot(chart::flow(analysis)));
    blocks.push(people(analysis));
    blocks
}

fn lead(analysis: &Analysis) -> String {
    let Some(first) = analysis.flow.first() else { return "There are no answers.".to_owned() };
    let waves: Vec<String> = analysis
        .flow
        .iter()
        .skip(1)
        .map(|flow| format!("{} of them answered at {}, too", flow.pairs, flow.wave))
        .collect();
    let mut text = format!("{} people answered at {}", first.people, first.wave);
    if !waves.is_empty() {
        text += &format!("; {}", waves.join(", "));
    }
    let all = glances(analysis);
    let of = |verdict: &str| all.iter().filter(|glance| glance.verdict() == verdict).count();
    let said: Vec<String> =
        ["better on average", "worse on average", "higher on average", "lower on average", "no clear change"]
            .into_iter()
            .filter(|verdict| of(verdict) > 0)
            .map(|verdict| format!("{}: {verdict}", of(verdict)))
            .collect();
    text += ". ";
    if !all.is_empty() {
        text += &format!("Of {} scores compared, {}.", all.len(), said.join("; "));
    }
    text
}

fn glance(analysis: &Analysis) -> Option<Block> {
    let row = |glance: Glance<'_>| {
        let (scale, change) = (glance.scale, glance.change);
        let (value, interval) = change
            .mean
            .as_ref()
            .map_or_else(|_| Default::default(), |mean| (signed(mean.mean), ends(mean.interval)));
        vec![
            scale.title.clone(),
            change.wave.clone(),
            change.pairs.to_string(),
            format!("{}–{}, {}", scale.lowest, scale.highest, chart::direction(scale.better)),
            value,
            interval,
            glance.verdict().to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = glances(analysis).into_iter().map(row).collect();
    let caption = "What changed, for how many, and how sure it is. The interval holds the mean change of people like \
                   these in 95 of 100 such studies; where it reaches 0, there may be no change.";
    let names = ["Score", "By", "People", "Scale", "Mean change", "95 % interval", "In short"];
    let names = names.map(Into::into).to_vec();
    (!rows.is_empty()).then(|| Block::Table(Table { caption: caption.into(), names, rows, is_glance: true }))
}

fn people(analysis: &Analysis) -> Block {
    let rows = analysis.flow.iter().map(|flow| {
        vec![flow.wave.clone(), flow.people.to_string(), flow.undecided.to_string(), flow.pairs.to_string()]
    });
    table(
        "People at each wave. Undecided are those whose records need somebody's decision first; they are in no other \
         number here.",
        &["Wave", "People", "Undecided", "Also at the first wave"],
        rows.collect(),
    )
}
