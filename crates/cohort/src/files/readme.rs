//! `README.txt`: what a person must know who finds the results folder in ten years. Holds no date, so that the
//! same inputs give the same bytes on any day.

use engine::study::{Offer, StudyText};

use crate::{
    kept::{Asked, asked},
    link::Cohort,
    reason::Outcome,
    rule,
};

/// The file.
pub(crate) fn file(cohort: &Cohort, offer: &Offer) -> Vec<u8> {
    let mut lines = Vec::new();
    study(offer, &mut lines);
    counts(cohort, &mut lines);
    for part in [FILES, RULES] {
        lines.extend(part.lines().map(Into::into));
        lines.push(String::new());
    }
    lines.push("INSTRUMENTS".into());
    let asked = asked(offer);
    for (position, asked) in asked.iter().enumerate() {
        if position > 0 {
            lines.push(String::new());
        }
        instrument(*asked, &mut lines);
    }
    let mut text = lines.join("\r\n");
    text.push_str("\r\n");
    text.into_bytes()
}

/// The study's title in English, or in its first language, or else its id.
pub(crate) fn title(offer: &Offer) -> &str {
    let texts = &offer.study.texts;
    let text: Option<&StudyText> = texts.get("en").or_else(|| texts.values().next());
    text.map_or(&offer.study.id, |text| &text.title)
}

fn study(offer: &Offer, lines: &mut Vec<String>) {
    let study = &offer.study;
    lines.push(format!("{} ({}, version {} of the study file)", title(offer), study.id, study.version));
    if study.for_trial_only {
        lines.push("FOR TRIAL ONLY: the keys of this study are public.".into());
    }
    lines.extend(study.references.iter().cloned());
    lines.push(format!("Made by Linkwell {}.", env!("CARGO_PKG_VERSION")));
    lines.push(String::new());
}

fn counts(cohort: &Cohort, lines: &mut Vec<String>) {
    let counts = cohort.counts();
    lines.push("COUNTS".into());
    lines.push(format!("{} inputs:", counts.inputs()));
    lines.extend(Outcome::ALL.map(|outcome| format!("  {} {}", counts.get(outcome), outcome.code())));
    lines.push(format!("{} records in the tables.", cohort.records()));
    lines.push(String::new());
}

const FILES: &str = "\
FILES
ledger.csv          one line an input: what was done with it, and why
responses_wide.csv  one row a person and wave; each of several conflicting records has its own row
responses_long.csv  one row an answer or score
codebook.csv        every column of responses_wide.csv
flow.csv            inputs, persons and pairs, counted
decisions.csv       what persons decided about records, and what it did
near_misses.csv     participant codes that are probably one person's, mistyped; none was joined
datapackage.json    the tables and their columns, for software that reads Data Package version 2
SHA256SUMS          check with: sha256sum -c SHA256SUMS
";

const RULES: &str = "\
RULES
The same inputs give the same bytes, whatever their order, the number of threads, or the day.
Tables are UTF-8 with a byte order mark; lines end with return and line feed; quoting as in RFC 4180.
Text that begins with = + - @ tab or return has a leading apostrophe, so that no spreadsheet runs it.
Missing answers: -97 not shown (also every column of an instrument that was not asked), -98 prefer not to
answer, -99 not answered. A score that could not be made is an empty cell; how many answers were missing
stands beside it, and the reason in responses_long.csv.
Scores are made again from the response codes; where the score in a record differs, the row has the
attention code scores_differ and the tables hold the score made again.
Records that a person must decide about are in the tables; their column attention is not empty. Different
records for one person and wave are all kept and have the attention code conflict.
The column linked_by says what tells whose answers a row holds: a signed invitation, or a participant code.
What persons decided is replayed from the decisions file at every import. Who has withdrawn, and what another
record supersedes, is in no table; the ledger has a line for it with the outcome set_aside.
Days since baseline are counted between local calendar days on which the records were finished.
";

fn instrument(asked: Asked<'_>, lines: &mut Vec<String>) {
    let definition = &asked.instrument.definition;
    let mut say = |text: String| lines.push(text);
    say(format!("{}  {}, version {}", definition.id, definition.title, definition.version));
    say(format!("  Cite: {}", definition.citation));
    say(format!("  Licence: {}. {}", definition.licence.name, definition.licence.statement));
    say(format!("  SHA-256 of the definition: {}", asked.pinned.definition_sha256));
    for (language, wording) in asked.pinned.wordings.iter() {
        say(format!("  SHA-256 of the wording ({language}): {}", wording.text_sha256));
        if let Some(reference) = &wording.licence_reference {
            say(format!("  Licence reference ({language}): {reference}"));
        }
    }
    for scale in &definition.scales {
        say(format!("  {}: {}. {}", scale.id, scale.title, rule::in_words(scale)));
        say(format!("    Source: {}", scale.source));
    }
}
