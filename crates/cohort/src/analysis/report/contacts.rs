//! Contacts with the practice before and after referral.

use super::{
    block::{Block, Tone, heading, plot, table, words},
    numbers::p,
};
use crate::analysis::{Analysis, Contacts, chart};

/// What a fall after a referral is to be expected to be, whatever followed.
const CAUTION: &str = "People are often referred after a time in which they went to their practice more than usual. \
                       Fewer contacts later are to be expected even where nothing has happened.";

pub(super) fn contacts(analysis: &Analysis) -> Vec<Block> {
    let Some(contacts) = &analysis.contacts else { return Vec::new() };
    let without = match contacts.without {
        0 => "everybody of the cohort has a row".to_owned(),
        without => format!("{without} people of the cohort have no row"),
    };
    let left_out = format!(
        "The practices' table has {} rows, of which {} could not be joined or counted; {without}.",
        contacts.rows, contacts.unmatched
    );
    let mut blocks = vec![heading("Contacts with the practice")];
    match (&contacts.ratio, contacts.days) {
        (Ok(of), Some((before, after))) => {
            let row = |name: &str, events: u64, days: u64, rate: f64| {
                vec![name.to_owned(), events.to_string(), days.to_string(), format!("{rate:.2}")]
            };
            let said = format!(
                "{} people had {:.1} contacts a year before and {:.1} after: {:.2} times as many (95 % interval {:.2} to \
                 {:.2}; p {}).",
                of.n,
                of.rate_before,
                of.rate_after,
                of.ratio,
                of.interval.low,
                of.interval.high,
                p(of.p)
            );
            let rows = vec![
                row("Before", of.events_before, before, of.rate_before),
                row("After", of.events_after, after, of.rate_after),
            ];
            let names = ["When", "Contacts", "Days", "Contacts a year and person"];
            blocks.extend([
                words(Tone::Result, said),
                words(Tone::Result, own(contacts)),
                words(Tone::Caution, CAUTION),
                table("Contacts of the same people before and after referral.", &names, rows),
                Block::Side(
                    plot(chart::of_contacts(contacts)).into_iter().chain([bundles(contacts)]).collect(),
                ),
            ]);
        }
        (Err(refusal), _) => {
            blocks.push(words(Tone::Result, format!("No rate can be given: {refusal}.")));
        }
        (Ok(_), None) => {}
    }
    blocks.push(words(Tone::Note, left_out));
    blocks
}

/// How many people's own rates moved by a whole contact a year.
fn own(contacts: &Contacts) -> String {
    let shown = |count: Option<usize>| count.map_or_else(|| "hidden".to_owned(), |count| count.to_string());
    let [less, same, more] = contacts.own.map(shown);
    let hidden = match contacts.own.contains(&None) {
        true => " A count of fewer than five people, or one from which it follows, is hidden.",
        false => "",
    };
    format!(
        "Each person by themselves: {less} had at least one contact a year less than before, {same} about as many, \
         {more} at least one more.{hidden}"
    )
}

/// The numbers of the plot.
fn bundles(contacts: &Contacts) -> Block {
    let everybody =
        contacts.ratio.iter().map(|of| ("Everybody".to_owned(), of.n, of.rate_before, of.rate_after));
    let several = if contacts.bundles.len() > 1 { contacts.bundles.as_slice() } else { &[] };
    let each =
        several.iter().enumerate().map(|(at, of)| (format!("Bundle {}", at + 1), of.n, of.before, of.after));
    let row = |(who, n, before, after): (String, usize, f64, f64)| {
        vec![who, n.to_string(), format!("{before:.2}"), format!("{after:.2}")]
    };
    table(
        "Contacts a year: everybody's rate, and the mean rates of people who changed about alike.",
        &["Who", "People", "Before", "After"],
        everybody.chain(each).map(row).collect(),
    )
}
