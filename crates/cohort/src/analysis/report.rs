//! The analysis as one HTML page without scripts, to read, print and send: every plot with its table beside it.

use statistics::{Refusal, attrition::Tipping, caution::Caution, groups::Shown, person::Better};

use super::{Analysis, Change, OfScale, forest};
use crate::paper::html::{element, escaped};

const STYLES: &str = include_str!("report.css");
/// What stands where a number cannot be had.
const NONE: &str = "–";

/// The page. `title` is the study's; the same analysis and title give the same bytes.
pub fn report(analysis: &Analysis, title: &str) -> String {
    let heading = format!("Change over time: {title}");
    let scales: String = analysis.scales.iter().map(scale).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{}\n<style>\n{STYLES}</style>\n</head>\n<body>\n{}\n\
         {}\n<h2>People</h2>\n{}{scales}</body>\n</html>\n",
        element("title", "", &heading),
        element("h1", "", &heading),
        element("p", "caution", &Caution::NoComparison.sentence()),
        people(analysis),
    )
}

/// The mean changes in a few lines of text, for a terminal.
pub fn summary(analysis: &Analysis) -> String {
    let mut lines: Vec<String> = analysis
        .flow
        .iter()
        .map(|flow| format!("{}: {} people, {} undecided", flow.wave, flow.people, flow.undecided))
        .collect();
    for scale in &analysis.scales {
        for change in &scale.changes {
            let result = match &change.mean {
                Ok(mean) => format!(
                    "{} pairs, mean change {} (95 % interval {} to {})",
                    mean.n,
                    signed(mean.mean),
                    signed(mean.interval.low),
                    signed(mean.interval.high)
                ),
                Err(refusal) => format!("no mean change: {refusal}"),
            };
            lines.push(format!("{} by {}: {result}", scale.scale, change.wave));
        }
    }
    lines.push(Caution::NoComparison.sentence());
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn people(analysis: &Analysis) -> String {
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

fn scale(scale: &OfScale) -> String {
    let better = match scale.better {
        Some(Better::Higher) => "higher is better",
        Some(Better::Lower) => "lower is better",
        None => "neither direction is better",
    };
    let range = format!("{}: {} to {}, {better}.", scale.scale, scale.lowest, scale.highest);
    let changes: String = scale.changes.iter().map(|of| change(scale, of)).collect();
    let parts =
        [element("h2", "", &scale.title), element("p", "", &range), waves(scale), bands(scale), changes];
    parts.concat()
}

fn waves(scale: &OfScale) -> String {
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

fn bands(scale: &OfScale) -> String {
    let rows: Vec<Vec<String>> = scale
        .waves
        .iter()
        .flat_map(|at| {
            at.bands.iter().map(|(band, share)| {
                vec![at.wave.clone(), band.clone(), format!("{} of {}", share.count, share.of)]
            })
        })
        .collect();
    if rows.is_empty() { String::new() } else { table("Published bands.", &["Wave", "Band", "People"], rows) }
}

fn change(scale: &OfScale, change: &Change) -> String {
    let cautions = change.cautions.iter().filter(|caution| **caution != Caution::NoComparison);
    let cautions: String = cautions.map(|caution| element("p", "caution", &caution.sentence())).collect();
    let parts = [
        element("h3", "", &format!("{}: change by {}", scale.title, change.wave)),
        element("p", "result", &in_words(change)),
        numbers(change),
        cautions,
        groups(scale, change),
        people_changed(change),
        lost(change),
    ];
    parts.concat()
}

fn in_words(change: &Change) -> String {
    match &change.mean {
        Ok(mean) => format!(
            "{} people have both scores. On average the score changed by {} points (95 % interval {} to {}; t = {:.2}, \
             {} degrees of freedom, p {}).",
            mean.n,
            signed(mean.mean),
            signed(mean.interval.low),
            signed(mean.interval.high),
            mean.t,
            mean.df,
            p(mean.p)
        ),
        Err(refusal) => format!("No mean change can be given: {refusal}."),
    }
}

fn numbers(change: &Change) -> String {
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

fn groups(scale: &OfScale, change: &Change) -> String {
    let mut parts = vec![forest::svg(scale, change)];
    for grouping in &change.groups {
        let rows = grouping.groups.iter().map(|group| {
            let name =
                group.label.as_ref().map_or(group.name.clone(), |label| format!("{}: {label}", group.name));
            match &group.shown {
                Shown::Change(group) => vec![
                    name,
                    group.n.to_string(),
                    signed(group.mean),
                    group
                        .interval
                        .map_or(NONE.into(), |ends| format!("{} to {}", signed(ends.low), signed(ends.high))),
                ],
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
            item => format!("By `{item}`: {} Small groups are hidden.", grouping.question),
        };
        parts.push(table(&caption, &["Group", "People", "Mean change", "95 % interval"], rows.collect()));
        if let ("site", Ok(alike)) = (grouping.by.as_str(), &grouping.alike) {
            let text = format!(
                "Intraclass correlation of sites: {:.2} ({:.2} to {:.2}).",
                alike.icc, alike.interval.low, alike.interval.high
            );
            parts.push(element("p", "", &text));
        }
    }
    parts.concat()
}

fn people_changed(change: &Change) -> String {
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
    if rows.is_empty() {
        return String::new();
    }
    table("Each person's change.", &["Threshold", "Points", "Improved", "Unchanged", "Worse"], rows)
}

fn lost(change: &Change) -> String {
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

fn reason(refusal: &Refusal) -> String {
    format!("{NONE} ({refusal})")
}

fn shown(value: Option<f64>) -> String {
    value.map_or(NONE.into(), |value| format!("{value:.2}"))
}

/// With its sign, a true minus; what rounds to nothing has none.
pub(super) fn signed(value: f64) -> String {
    let size = format!("{:.2}", value.abs());
    match value {
        _ if size == "0.00" => size,
        value if value < 0.0 => format!("−{size}"),
        _ => format!("+{size}"),
    }
}

fn p(value: f64) -> String {
    if value < 0.001 { "below 0.001".into() } else { format!("= {value:.3}") }
}

fn table(caption: &str, names: &[&str], rows: Vec<Vec<String>>) -> String {
    let head: String = names.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
    let row = |cells: Vec<String>| -> String {
        let mut cells = cells.into_iter();
        let first =
            cells.next().map_or(String::new(), |cell| format!("<th scope=\"row\">{}</th>", escaped(&cell)));
        let rest: String = cells.map(|cell| element("td", "", &cell)).collect();
        format!("<tr>{first}{rest}</tr>\n")
    };
    let body: String = rows.into_iter().map(row).collect();
    format!(
        "<table>\n{}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n",
        element("caption", "", caption)
    )
}
