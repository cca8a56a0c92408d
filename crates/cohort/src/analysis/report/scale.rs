//! One scale at each wave.

use super::{
    block::{Block, Tone, below, heading, plot, table, words},
    change::change,
    numbers::{NONE, shown},
};
use crate::analysis::{
    OfScale,
    chart::{self, direction, points},
};

pub(super) fn scale(scale: &OfScale) -> Vec<Block> {
    let better = direction(scale.better);
    let range = format!("{}: {} to {}, {better}.", scale.scale, scale.lowest, scale.highest);
    let mut blocks = vec![heading(&scale.title), words(Tone::Note, range)];
    blocks.extend(scale.changes.iter().flat_map(|of| change(scale, of)));
    blocks.push(below(format!("{}: each wave", scale.title)));
    blocks.extend(plot(chart::of_waves(scale)));
    blocks.push(waves(scale));
    blocks.push(Block::Side(bands(scale).into_iter().chain(spread(scale)).collect()));
    blocks
}

fn waves(scale: &OfScale) -> Block {
    let rows = scale.waves.iter().map(|at| {
        let summary = at.summary.as_ref().ok();
        let reliability = at.reliability.as_ref();
        let alpha = reliability.and_then(|reliability| reliability.alpha.as_ref().ok());
        let omega = reliability.and_then(|reliability| reliability.omega.as_ref().ok());
        let ends = at.ends.as_ref().ok();
        vec![
            at.wave.clone(),
            summary.map_or("0".into(), |summary| summary.n.to_string()),
            summary.map_or(NONE.into(), |summary| summary.missing.to_string()),
            shown(summary.map(|summary| summary.mean)),
            shown(summary.and_then(|summary| summary.sd)),
            summary.map_or(NONE.into(), |summary| {
                format!(
                    "{:.1} ({:.1} to {:.1})",
                    summary.median, summary.lower_quartile, summary.upper_quartile
                )
            }),
            ends.map_or(NONE.into(), |ends| format!("{} and {}", ends.floor.count, ends.ceiling.count)),
            alpha.map_or(NONE.into(), |alpha| {
                format!("{:.2} ({:.2} to {:.2})", alpha.alpha, alpha.interval.low, alpha.interval.high)
            }),
            shown(omega.map(|omega| omega.omega)),
        ]
    });
    table(
        "Scores. Alpha with Feldt's 95 % interval and omega are of people who answered every item.",
        &[
            "Wave",
            "n",
            "Missing",
            "Mean",
            "SD",
            "Median (quartiles)",
            "At lowest and highest",
            "Alpha",
            "Omega",
        ],
        rows.collect(),
    )
}

fn bands(scale: &OfScale) -> Option<Block> {
    let rows: Vec<Vec<String>> = scale
        .waves
        .iter()
        .flat_map(|at| {
            at.bands.iter().map(|(band, share)| {
                vec![at.wave.clone(), band.clone(), format!("{} of {}", share.count, share.of)]
            })
        })
        .collect();
    (!rows.is_empty()).then(|| table("Published bands.", &["Wave", "Band", "People"], rows))
}

/// The numbers of the plot of all waves.
fn spread(scale: &OfScale) -> Option<Block> {
    let rows: Vec<Vec<String>> = scale
        .waves
        .iter()
        .filter(|wave| wave.bins.len() > 1)
        .flat_map(|wave| {
            wave.bins.iter().map(|bin| {
                vec![wave.wave.clone(), points(bin, scale.lowest, scale.highest), bin.n.to_string()]
            })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(table(
        "How scores spread. Points are rounded to whole ones; fewer than five people are joined with their neighbours.",
        &["Wave", "Points", "People"],
        rows,
    ))
}
