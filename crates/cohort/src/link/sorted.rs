//! A line for each input, and each different record once, before anything was decided.

use std::collections::BTreeMap;

use engine::study::Offer;

use super::{Line, Linked};
use crate::{
    examine::{Examined, Finding},
    reason::Reason,
};

/// All inputs before anything was decided.
pub(super) struct Sorted {
    pub(super) lines: Vec<Line>,
    /// For each line, the first line of the record that it holds.
    pub(super) holds: Vec<Option<usize>>,
    /// Each different record once, with the position of its first line.
    pub(super) records: Vec<(usize, Linked)>,
}

/// A line for each input, and each different record once.
pub(super) fn sort_out(examined: Vec<Examined>, offer: &Offer) -> Sorted {
    let wave_id = |wave: usize| offer.study.waves[wave].id.clone();
    let mut lines: Vec<Line> = Vec::with_capacity(examined.len());
    let mut holds = Vec::with_capacity(examined.len());
    let mut records = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for Examined { name, sha256, finding } in examined {
        let at = lines.len();
        let line = Line {
            input: name,
            sha256,
            reasons: Vec::new(),
            settled: Vec::new(),
            duplicate_of: None,
            participant: None,
            wave: None,
            receipt: None,
        };
        lines.push(match finding {
            Finding::Rejected(rejected) => {
                holds.push(None);
                Line {
                    reasons: vec![rejected.reason],
                    participant: rejected.participant,
                    wave: rejected.wave.map(wave_id),
                    receipt: rejected.receipt,
                    ..line
                }
            }
            Finding::Kept(kept) => {
                let line = Line {
                    participant: Some(kept.participant.clone()),
                    wave: Some(wave_id(kept.wave)),
                    receipt: Some(kept.receipt.clone()),
                    ..line
                };
                holds.push(Some(seen.get(&kept.identity).copied().unwrap_or(at)));
                match seen.get(&kept.identity) {
                    Some(first) => Line {
                        reasons: vec![Reason::SameRecord],
                        duplicate_of: Some(lines[*first].input.clone()),
                        ..line
                    },
                    None => {
                        seen.insert(kept.identity.clone(), at);
                        records.push((at, Linked { kept: *kept, line: at, days: None, settled: Vec::new() }));
                        line
                    }
                }
            }
        });
    }
    Sorted { lines, holds, records }
}
