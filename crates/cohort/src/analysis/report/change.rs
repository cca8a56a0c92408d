//! One scale from the first wave to a later one.

use statistics::{attrition::Tipping, caution::Caution};

use super::{
    block::{Block, Tone, below, plot, table, words},
    groups,
    numbers::{ends, p, reason, shown, signed},
};
use crate::analysis::{
    Change, OfScale,
    chart::{self, points},
};

pub(super) fn change(scale: &OfScale, change: &Change) -> Vec<Block> {
    let cautions = change.cautions.iter().filter(|caution| **caution != Caution::NoComparison);
    let plots = plot(chart::slopes(scale, change)).into_iter().chain(plot(chart::of_change(scale, change)));
    let mut blocks = vec![
        below(format!("{}: change by {}", scale.title, change.wave)),
        words(Tone::Result, in_words(change)),
        Block::Side(plots.collect()),
        Block::Side(bundles(change).into_iter().chain(spread(scale, change)).collect()),
    ];
    blocks.extend(cautions.map(|caution| words(Tone::Caution, caution.sentence())));
    blocks.push(numbers(change));
    blocks.extend(people_changed(change));
    blocks.push(lost(change));
    blocks.extend(groups::groups(scale, change));
    blocks
}

fn in_words(change: &Change) -> String {
    match &change.mean {
        Ok(mean) => format!(
            "{} people have both scores. On average the score changed by {} points (95 % interval {}; t = {:.2}, {} \
             degrees of freedom, p {}).",
            mean.n,
            signed(mean.mean),
            ends(mean.interval),
            mean.t,
            mean.df,
            p(mean.p)
        ),
        Err(refusal) => format!("No mean change can be given: {refusal}."),
    }
}

/// The numbers of the slopes.
fn bundles(change: &Change) -> Option<Block> {
    let (before, after) = change.means?;
    if change.bundles.is_empty() {
        return None;
    }
    let row = |name: String, n: usize, before: f64, after: f64| {
        vec![name, n.to_string(), shown(Some(before)), shown(Some(after)), signed(after - before)]
    };
    let mut rows = vec![row("Everybody".into(), change.pairs, before, after)];
    if change.bundles.len() > 1 {
        let each = change.bundles.iter().enumerate();
        rows.extend(each.map(|(at, of)| row(format!("Bundle {}", at + 1), of.n, of.before, of.after)));
    }
    Some(table(
        "Before and after. A bundle is of at least five people, next to each other when everybody is sorted by change.",
        &["Line", "People", "Mean before", "Mean after", "Change"],
        rows,
    ))
}

/// The numbers of the plot of changes.
fn spread(scale: &OfScale, change: &Change) -> Option<Block> {
    let length = scale.highest - scale.lowest;
    if change.bins.len() < 2 {
        return None;
    }
    let row = |bin| vec![points(bin, -length, length), bin.n.to_string()];
    Some(table(
        "How changes spread, in whole points.",
        &["Change", "People"],
        change.bins.iter().map(row).collect(),
    ))
}

fn numbers(change: &Change) -> Block {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |name: &str, value: String| rows.push(vec![name.to_owned(), value]);
    if let Ok(effects) = &change.effects {
        row("Standardised response mean (d_z): mean over SD of the changes", format!("{:.2}", effects.srm));
        row("Effect size over the first SD", shown(effects.baseline_sd));
        row("d_av: over the mean of both SDs; with Hedges' factor", {
            format!("{}; {}", shown(effects.d_av), shown(effects.g_av))
        });
        row("Correlation of both scores", shown(effects.correlation));
    }
    row(
        "Wilcoxon's signed-rank test",
        match &change.ranks {
            Ok(ranks) => format!("p {}, {} people changed", p(ranks.p), ranks.changed),
            Err(refusal) => reason(refusal),
        },
    );
    row(
        "Bootstrap interval (BCa)",
        match &change.bootstrap {
            Ok(boot) => format!(
                "{} to {}, {} resamples, seed {}",
                signed(boot.interval.low),
                signed(boot.interval.high),
                boot.resamples,
                boot.seed
            ),
            Err(refusal) => reason(refusal),
        },
    );
    table("The same change in other measures.", &["Measure", "Value"], rows)
}

fn people_changed(change: &Change) -> Option<Block> {
    let rows: Vec<Vec<String>> = change
        .people
        .iter()
        .map(|of| {
            let verdicts = &of.verdicts;
            let counts =
                [verdicts.improved, verdicts.unchanged, verdicts.worse].map(|share| share.count.to_string());
            [vec![of.source.clone(), format!("{:.2}", of.points)], counts.into()].concat()
        })
        .collect();
    let names = ["Threshold", "Points", "Improved", "Unchanged", "Worse"];
    (!rows.is_empty()).then(|| table("Each person's change.", &names, rows))
}

fn lost(change: &Change) -> Block {
    let mut rows = Vec::new();
    if let Ok(lost) = &change.lost {
        let row = format!("{} of {}", lost.count, lost.of);
        rows.push(vec!["People without a second score (those not yet due are among them)".to_owned(), row]);
    }
    if let Ok(beside) = &change.beside {
        let row = format!(
            "{:.2} beside {:.2}; standardised difference {}",
            beside.returned.mean,
            beside.lost.mean,
            signed(beside.standardised_difference)
        );
        rows.push(vec!["First score of those with a second one, beside the others".into(), row]);
    }
    if let Ok(carried) = &change.carried {
        let row = format!(
            "{} ({} to {})",
            signed(carried.mean),
            signed(carried.interval.low),
            signed(carried.interval.high)
        );
        rows.push(vec!["Mean change with the others counted as unchanged".into(), row]);
    }
    let tipping = match &change.tipping {
        Ok(Tipping::At { shift, mean_of_lost }) => format!(
            "from {shift:.2} points less change on, which is a mean change of {} among them",
            signed(*mean_of_lost)
        ),
        Ok(Tipping::NothingToTip) => "the interval of those with both scores reaches 0 already".into(),
        Ok(Tipping::NobodyLost) => "everybody has both scores".into(),
        Err(refusal) => reason(refusal),
    };
    rows.push(vec!["How differently the others must have done for the interval to reach 0".into(), tipping]);
    table("Those without a second score.", &["What", "Value"], rows)
}
