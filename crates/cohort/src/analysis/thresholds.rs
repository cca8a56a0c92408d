//! Published thresholds for one person's change, by name. Only what a publication says; no threshold is made up for an
//! instrument that has none.

use statistics::{Refusal, person::Rule};

/// When one person's change on a scale counts, and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// A short name for tables, such as `sem`.
    pub name: &'static str,
    /// Where it comes from, in a sentence.
    pub source: String,
    /// The rule.
    pub rule: Rule,
}

enum Basis {
    /// So many points are published.
    Points(f64),
    /// Derived from a published standard deviation and reliability.
    Derived { sd: f64, reliability: f64 },
}

/// Instrument, scale, name, basis, source.
const PUBLISHED: &[(&str, &str, &str, Basis, &str)] = &[
    (
        "swemwbs",
        "swemwbs_metric",
        "sem",
        Basis::Points(1.03),
        "One standard error of measurement: Shah and others 2018, doi 10.1186/s12955-018-1060-2.",
    ),
    (
        "swemwbs",
        "swemwbs_metric",
        "sem_2_77",
        Basis::Points(2.87),
        "2.77 standard errors of measurement: Shah and others 2018, doi 10.1186/s12955-018-1060-2.",
    ),
    (
        "who5",
        "who5_percentage",
        "ten_points",
        Basis::Points(10.0),
        "The usual threshold of 10 percentage points: Topp and others 2015, doi 10.1159/000376585.",
    ),
    (
        "gse10",
        "gse10_sum",
        "reliable_change",
        Basis::Derived { sd: 5.32, reliability: 0.86 },
        "Derived, not published: reliable change from SD 5.32 and alpha .86 of 19,120 people in 25 countries.",
    ),
    (
        "semcd6",
        "semcd6_mean",
        "reliable_change",
        Basis::Derived { sd: 2.22, reliability: 0.91 },
        "Derived, not published: reliable change from the scale's published SD 2.22 and alpha .91.",
    ),
];

/// The thresholds of a scale that are known by name; empty of most.
pub fn published(instrument: &str, scale: &str) -> Vec<Threshold> {
    let of_scale = PUBLISHED.iter().filter(|(of, id, ..)| *of == instrument && *id == scale);
    let threshold = |(_, _, name, basis, source): &(_, _, &'static str, Basis, &str)| {
        let rule = match basis {
            Basis::Points(points) => Rule::threshold(*points),
            Basis::Derived { sd, reliability } => Rule::reliable_change(*sd, *reliability),
        };
        Threshold { name, source: (*source).to_owned(), rule: rule.expect("published numbers are in range") }
    };
    of_scale.map(threshold).collect()
}

/// Reliable change from this cohort's own baseline.
///
/// # Errors
/// As [`Rule::reliable_change`]: alpha below 0, or no spread.
pub fn of_this_cohort(sd: f64, alpha: f64) -> Result<Threshold, Refusal> {
    Ok(Threshold {
        name: "reliable_change_here",
        source: format!("Reliable change from this cohort's own first wave: SD {sd:.2}, alpha {alpha:.2}."),
        rule: Rule::reliable_change(sd, alpha)?,
    })
}
