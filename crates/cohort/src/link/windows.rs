//! Each person's waves by days since their own baseline.

use std::collections::{BTreeMap, BTreeSet};

use engine::study::Offer;

use super::Linked;
use crate::reason::Reason;

/// Counts the days since each person's own baseline and flags what is outside its window.
pub(super) fn place_in_windows(records: &mut [(usize, Linked)], offer: &Offer) {
    let mut baselines: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    for (_, record) in records.iter().filter(|(_, record)| record.kept.wave == 0) {
        baselines.entry(record.kept.participant.clone()).or_default().insert(record.kept.day());
    }
    for (_, record) in records {
        let days: Vec<i64> = baselines.get(&record.kept.participant).into_iter().flatten().copied().collect();
        match (days.as_slice(), offer.study.waves[record.kept.wave].window) {
            ([], _) => record.flag(Reason::NoBaseline),
            ([baseline], window) => {
                let since = record.kept.day() - baseline;
                record.days = Some(since);
                let planned = window.map(|w| i64::from(w.first_day)..=i64::from(w.last_day));
                if record.kept.wave > 0 && planned.is_some_and(|days| !days.contains(&since)) {
                    record.flag(Reason::OutsideWindow);
                }
            }
            (_, _) if record.kept.wave > 0 => record.flag(Reason::BaselineUnclear),
            (_, _) => {}
        }
    }
}
