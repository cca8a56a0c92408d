//! The columns that scoring adds.

use std::collections::BTreeSet;

use engine::{
    instrument::{Definition, Scale},
    scoring::Outcome,
};

/// The columns that scoring adds, in the definition's order of scales.
#[derive(Clone, Debug)]
pub(super) struct ScoredColumns<'d> {
    scales: &'d [Scale],
}

impl<'d> ScoredColumns<'d> {
    /// Those of `definition`.
    pub(super) fn of(definition: &'d Definition) -> Self {
        Self { scales: &definition.scales }
    }

    /// Their names. A score that is an item's own code has no second column, at most its band.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.scales.iter().flat_map(|scale| {
            let id = &scale.id;
            let score = (!scale.is_item())
                .then(|| [id.clone(), format!("{id}_n_missing"), format!("{id}_prorated")])
                .into_iter()
                .flatten();
            score.chain((!scale.bands.is_empty()).then(|| format!("{id}_band")))
        })
    }

    /// Hands every cell to `write`, for a row with these scores.
    pub(super) fn cells(&self, outcomes: &[Outcome<'_>], mut write: impl FnMut(&str)) {
        for (scale, outcome) in self.scales.iter().zip(outcomes) {
            if !scale.is_item() {
                match outcome.value {
                    Ok(value) => write(&value.to_string()),
                    Err(_) => write(""),
                }
                write(&outcome.n_missing.to_string());
                write(if outcome.prorated { "1" } else { "0" });
            }
            if !scale.bands.is_empty() {
                write(outcome.band.unwrap_or(""));
            }
        }
    }
}

/// The items without which a column that scoring adds could not be filled.
pub(super) fn items_that_count(definition: &Definition) -> BTreeSet<&str> {
    let adds_nothing = |scale: &&Scale| scale.is_item() && scale.bands.is_empty();
    let mut needed = BTreeSet::new();
    let mut open: Vec<&Scale> = definition.scales.iter().filter(|scale| !adds_nothing(scale)).collect();
    while let Some(scale) = open.pop() {
        needed.extend(scale.items.iter().map(String::as_str));
        open.extend(scale.scales.iter().filter_map(|id| definition.scale(id)));
    }
    needed
}
