//! The mean changes in a few lines, for a terminal.

use statistics::caution::Caution;

use super::numbers::{ends, signed};
use crate::analysis::Analysis;

/// The mean changes in a few lines of text.
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
                    "{} pairs, mean change {} (95 % interval {})",
                    mean.n,
                    signed(mean.mean),
                    ends(mean.interval)
                ),
                Err(refusal) => format!("no mean change: {refusal}"),
            };
            lines.push(format!("{} by {}: {result}", scale.scale, change.wave));
        }
    }
    lines.push(Caution::NoComparison.sentence());
    lines.iter().map(|line| format!("{line}\n")).collect()
}
