//! The analysis as `analysis_*.csv`, by the conventions of every table. Numbers have nine significant digits; an empty
//! cell is a number that cannot be had, with the reason in `note`.

use statistics::{Interval, Refusal, attrition::Tipping, groups::Shown, wilcoxon::Method};

use super::{
    Analysis, AtWave, Change, OfScale,
    spread_tables::{self, CONTACTS, CONTACTS_SLOPES, MISSING, MIX, SLOPES, SPREAD},
};
use crate::{
    results::ResultFile,
    table::{Cell, to_csv},
};

/// Every table of an analysis; that of contacts where some were joined.
pub fn tables(analysis: &Analysis) -> Vec<ResultFile> {
    let file = |name, columns: &[&'static str], rows: Vec<Vec<Cell>>| ResultFile {
        name,
        bytes: to_csv(columns.iter().copied(), rows),
    };
    let mut files = vec![
        file("analysis_flow.csv", FLOW, flow(analysis)),
        file("analysis_scores.csv", SCORES, each_wave(analysis, |at| vec![scores(at)])),
        file("analysis_items.csv", ITEMS, each_wave(analysis, items)),
        file("analysis_bands.csv", BANDS, each_wave(analysis, bands)),
        file("analysis_change.csv", CHANGE, each_change(analysis, |change| vec![change_cells(change)])),
        file("analysis_thresholds.csv", THRESHOLDS, each_change(analysis, thresholds)),
        file("analysis_groups.csv", GROUPS, each_change(analysis, groups)),
        file("analysis_cautions.csv", CAUTIONS, each_change(analysis, cautions)),
        file("analysis_spread.csv", SPREAD, spread_tables::spread(analysis)),
        file("analysis_slopes.csv", SLOPES, each_change(analysis, spread_tables::slopes)),
        file("analysis_missing.csv", MISSING, spread_tables::missing(analysis)),
        file("analysis_mix.csv", MIX, spread_tables::mix(analysis)),
    ];
    if let Some(contacts) = &analysis.contacts {
        files.push(file("analysis_contacts.csv", CONTACTS, vec![spread_tables::contacts(contacts)]));
        let slopes = spread_tables::contacts_slopes(contacts);
        files.push(file("analysis_contacts_slopes.csv", CONTACTS_SLOPES, slopes));
    }
    files
}

const FLOW: &[&str] = &["wave", "people", "undecided", "pairs"];
const SCORES: &[&str] = &[
    "instrument",
    "version",
    "scale",
    "wave",
    "n",
    "missing",
    "mean",
    "sd",
    "lowest",
    "lower_quartile",
    "median",
    "upper_quartile",
    "highest",
    "n_floor",
    "n_ceiling",
    "alpha",
    "alpha_low",
    "alpha_high",
    "omega",
    "n_complete",
    "note",
];
const ITEMS: &[&str] = &[
    "instrument",
    "version",
    "scale",
    "wave",
    "item",
    "missing",
    "mean",
    "sd",
    "item_total",
    "alpha_without",
];
const BANDS: &[&str] = &["instrument", "version", "scale", "wave", "band", "n", "share", "low", "high"];
const CHANGE: &[&str] = &[
    "instrument",
    "version",
    "scale",
    "wave",
    "began",
    "pairs",
    "mean_change",
    "sd_change",
    "low",
    "high",
    "t",
    "df",
    "p",
    "boot_low",
    "boot_high",
    "boot_resamples",
    "boot_seed",
    "n_changed",
    "rank_sum_up",
    "rank_sum_down",
    "wilcoxon_p",
    "wilcoxon_method",
    "rank_biserial",
    "srm",
    "es_baseline_sd",
    "d_av",
    "g_av",
    "correlation",
    "oldham",
    "lost",
    "lost_mean_diff",
    "lost_std_diff",
    "carried_mean",
    "carried_low",
    "carried_high",
    "tipping",
    "tipping_shift",
    "tipping_mean_lost",
    "site_icc",
    "site_icc_low",
    "site_icc_high",
    "note",
];
const THRESHOLDS: &[&str] = &[
    "instrument",
    "version",
    "scale",
    "wave",
    "threshold",
    "points",
    "pairs",
    "improved",
    "improved_share",
    "improved_low",
    "improved_high",
    "unchanged",
    "worse",
    "worse_share",
    "worse_low",
    "worse_high",
    "source",
];
const GROUPS: &[&str] = &[
    "instrument",
    "version",
    "scale",
    "wave",
    "by",
    "group",
    "hidden",
    "pairs",
    "mean_change",
    "low",
    "high",
];
const CAUTIONS: &[&str] = &["instrument", "version", "scale", "wave", "caution"];

/// A number with nine significant digits, never with an exponent, never −0.
pub(crate) fn number(value: f64) -> Cell {
    let rounded: f64 = format!("{value:.8e}").parse().expect("what was just written");
    Cell::Number(if rounded == 0.0 { "0".into() } else { rounded.to_string() })
}

fn known(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, number)
}

pub(super) fn count(count: usize) -> Cell {
    Cell::Number(count.to_string())
}

fn ends(interval: Option<Interval>) -> [Cell; 2] {
    [known(interval.map(|interval| interval.low)), known(interval.map(|interval| interval.high))]
}

fn note(reasons: impl IntoIterator<Item = (&'static str, Option<Refusal>)>) -> Cell {
    let reasons: Vec<String> =
        reasons.into_iter().filter_map(|(what, refusal)| Some(format!("{what}: {}", refusal?))).collect();
    Cell::text((!reasons.is_empty()).then(|| reasons.join("; ")))
}

pub(super) fn of_scale(scale: &OfScale, wave: &str) -> Vec<Cell> {
    [&scale.instrument, &scale.version, &scale.scale, wave].map(Cell::from).into()
}

pub(super) fn each_wave(analysis: &Analysis, rows: impl Fn(&AtWave) -> Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let of = |scale: &OfScale, at: &AtWave| -> Vec<Vec<Cell>> {
        rows(at).into_iter().map(|cells| [of_scale(scale, &at.wave), cells].concat()).collect()
    };
    analysis.scales.iter().flat_map(|scale| scale.waves.iter().flat_map(move |at| of(scale, at))).collect()
}

pub(super) fn each_change(analysis: &Analysis, rows: impl Fn(&Change) -> Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let of = |scale: &OfScale, change: &Change| -> Vec<Vec<Cell>> {
        rows(change).into_iter().map(|cells| [of_scale(scale, &change.wave), cells].concat()).collect()
    };
    analysis
        .scales
        .iter()
        .flat_map(|scale| scale.changes.iter().flat_map(move |change| of(scale, change)))
        .collect()
}

fn flow(analysis: &Analysis) -> Vec<Vec<Cell>> {
    let row = |flow: &super::Flow| {
        vec![Cell::from(flow.wave.as_str()), count(flow.people), count(flow.undecided), count(flow.pairs)]
    };
    analysis.flow.iter().map(row).collect()
}

fn scores(at: &AtWave) -> Vec<Cell> {
    let summary = at.summary.as_ref().ok();
    let of = |part: fn(&statistics::describe::Summary) -> f64| known(summary.map(part));
    let alpha = at.reliability.as_ref().map(|reliability| &reliability.alpha);
    let omega = at.reliability.as_ref().map(|reliability| &reliability.omega);
    let found_alpha = alpha.and_then(|alpha| alpha.as_ref().ok());
    let floor_ceiling = at.ends.as_ref().ok().map(|ends| (ends.floor.count, ends.ceiling.count));
    let [low, high] = ends(found_alpha.map(|alpha| alpha.interval));
    vec![
        count(summary.map_or(0, |summary| summary.n)),
        summary.map_or(Cell::Empty, |summary| count(summary.missing)),
        of(|summary| summary.mean),
        known(summary.and_then(|summary| summary.sd)),
        of(|summary| summary.lowest),
        of(|summary| summary.lower_quartile),
        of(|summary| summary.median),
        of(|summary| summary.upper_quartile),
        of(|summary| summary.highest),
        floor_ceiling.map_or(Cell::Empty, |(floor, _)| count(floor)),
        floor_ceiling.map_or(Cell::Empty, |(_, ceiling)| count(ceiling)),
        known(found_alpha.map(|alpha| alpha.alpha)),
        low,
        high,
        known(omega.and_then(|omega| Some(omega.as_ref().ok()?.omega))),
        found_alpha.map_or(Cell::Empty, |alpha| count(alpha.n)),
        note([
            ("scores", at.summary.err()),
            ("alpha", alpha.and_then(|alpha| alpha.as_ref().err().copied())),
            ("omega", omega.and_then(|omega| omega.as_ref().err().copied())),
        ]),
    ]
}

fn items(at: &AtWave) -> Vec<Vec<Cell>> {
    let Some(reliability) = &at.reliability else { return Vec::new() };
    let row = |(position, id): (usize, &String)| {
        let item = reliability.alpha.as_ref().ok().map(|alpha| alpha.items[position]);
        vec![
            Cell::from(id.as_str()),
            reliability.missing.get(position).map_or(Cell::Empty, |missing| count(*missing)),
            known(item.map(|item| item.mean)),
            known(item.map(|item| item.sd)),
            known(item.and_then(|item| item.corrected_item_total)),
            known(item.and_then(|item| item.alpha_if_deleted)),
        ]
    };
    reliability.items.iter().enumerate().map(row).collect()
}

fn bands(at: &AtWave) -> Vec<Vec<Cell>> {
    let row = |(label, share): &(String, statistics::proportion::Share)| {
        let [low, high] = ends(Some(share.interval));
        vec![Cell::from(label.as_str()), count(share.count), number(share.share), low, high]
    };
    at.bands.iter().map(row).collect()
}

fn change_cells(change: &Change) -> Vec<Cell> {
    let mean = change.mean.as_ref().ok();
    let (boot, ranks, effects) =
        (change.bootstrap.as_ref().ok(), change.ranks.as_ref().ok(), change.effects.as_ref().ok());
    let (carried, beside) = (change.carried.as_ref().ok(), change.beside.as_ref().ok());
    let icc = change.groups.iter().find(|grouping| grouping.by == "site").map(|grouping| &grouping.alike);
    let found_icc = icc.and_then(|icc| icc.as_ref().ok());
    let (tipping, shift, of_lost) = match change.tipping {
        Ok(Tipping::At { shift, mean_of_lost }) => (Cell::from("at"), number(shift), number(mean_of_lost)),
        Ok(Tipping::NobodyLost) => (Cell::from("nobody_lost"), Cell::Empty, Cell::Empty),
        Ok(Tipping::NothingToTip) => (Cell::from("holds_zero"), Cell::Empty, Cell::Empty),
        Err(_) => (Cell::Empty, Cell::Empty, Cell::Empty),
    };
    let mut cells = vec![count(change.began), count(change.pairs)];
    cells.extend([known(mean.map(|mean| mean.mean)), known(mean.map(|mean| mean.sd))]);
    cells.extend(ends(mean.map(|mean| mean.interval)));
    cells.extend([known(mean.map(|m| m.t)), known(mean.map(|m| m.df)), known(mean.map(|m| m.p))]);
    cells.extend(ends(boot.map(|boot| boot.interval)));
    cells.push(boot.map_or(Cell::Empty, |boot| count(boot.resamples)));
    cells.push(boot.map_or(Cell::Empty, |boot| Cell::count(boot.seed)));
    cells.push(ranks.map_or(Cell::Empty, |ranks| count(ranks.changed)));
    cells.extend([
        known(ranks.map(|r| r.rank_sum_up)),
        known(ranks.map(|r| r.rank_sum_down)),
        known(ranks.map(|r| r.p)),
    ]);
    cells.push(ranks.map_or(Cell::Empty, |ranks| match ranks.method {
        Method::Exact => Cell::from("exact"),
        Method::Normal { .. } => Cell::from("normal"),
    }));
    cells.push(known(ranks.map(|ranks| ranks.rank_biserial)));
    cells.extend([
        known(effects.map(|effects| effects.srm)),
        known(effects.and_then(|effects| effects.baseline_sd)),
        known(effects.and_then(|effects| effects.d_av)),
        known(effects.and_then(|effects| effects.g_av)),
        known(effects.and_then(|effects| effects.correlation)),
        known(change.regression.as_ref().ok().and_then(|regression| regression.oldham)),
        change.lost.as_ref().map_or(Cell::Empty, |lost| count(lost.count)),
        known(beside.map(|beside| beside.returned.mean - beside.lost.mean)),
        known(beside.map(|beside| beside.standardised_difference)),
        known(carried.map(|carried| carried.mean)),
    ]);
    cells.extend(ends(carried.map(|carried| carried.interval)));
    cells.extend([tipping, shift, of_lost, known(found_icc.map(|icc| icc.icc))]);
    cells.extend(ends(found_icc.map(|icc| icc.interval)));
    cells.push(note([
        ("mean change", change.mean.err()),
        ("Wilcoxon", change.ranks.err()),
        ("lost people", change.beside.err()),
        ("sites", icc.and_then(|icc| icc.as_ref().err().copied())),
    ]));
    cells
}

fn thresholds(change: &Change) -> Vec<Vec<Cell>> {
    let row = |threshold: &super::change::OfThreshold| {
        let verdicts = &threshold.verdicts;
        let mut cells =
            vec![Cell::from(threshold.name), number(threshold.points), count(verdicts.improved.of)];
        cells.extend([count(verdicts.improved.count), number(verdicts.improved.share)]);
        cells.extend(ends(Some(verdicts.improved.interval)));
        cells.extend([
            count(verdicts.unchanged.count),
            count(verdicts.worse.count),
            number(verdicts.worse.share),
        ]);
        cells.extend(ends(Some(verdicts.worse.interval)));
        cells.push(Cell::from(threshold.source.as_str()));
        cells
    };
    change.people.iter().map(row).collect()
}

fn groups(change: &Change) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for grouping in &change.groups {
        for group in &grouping.groups {
            let mut cells = vec![Cell::from(grouping.by.as_str()), Cell::from(group.name.as_str())];
            match &group.shown {
                Shown::Change(group) => {
                    cells.extend([Cell::flag(false), count(group.n), number(group.mean)]);
                    cells.extend(ends(group.interval));
                }
                Shown::Hidden => {
                    cells.extend([Cell::flag(true), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty])
                }
                Shown::Nobody => {
                    cells.extend([Cell::flag(false), count(0), Cell::Empty, Cell::Empty, Cell::Empty])
                }
            }
            rows.push(cells);
        }
    }
    rows
}

fn cautions(change: &Change) -> Vec<Vec<Cell>> {
    change.cautions.iter().map(|caution| vec![Cell::Text(caution.sentence())]).collect()
}
