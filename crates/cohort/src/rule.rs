//! Scoring rules in words, for the codebook. Says what `engine` does; never scores.

use engine::instrument::{Band, Combine, Definition, Scale, Step};
use engine::number::Number;

/// How a scale is scored, in sentences.
pub(crate) fn in_words(scale: &Scale) -> String {
    let mut sentences = vec![combined(scale)];
    sentences.extend(before(scale));
    sentences.push(missing(scale));
    sentences.extend(scale.then.iter().map(step));
    if !scale.bands.is_empty() {
        let bands: Vec<String> =
            scale.bands.iter().map(|band| format!("{} {}", band.label, band_in_words(band))).collect();
        sentences.push(format!("Bands: {}.", bands.join(", ")));
    }
    sentences.join(" ")
}

/// Where a band begins and ends.
pub(crate) fn band_in_words(band: &Band) -> String {
    if band.from == band.to { band.from.to_string() } else { format!("{} to {}", band.from, band.to) }
}

/// Whether every value of a scale is a whole number, whatever the answers.
pub(crate) fn is_whole(scale: &Scale, definition: &Definition) -> bool {
    let whole = |number: &Number| number.is_whole();
    let settled = scale.then.iter().rposition(|step| matches!(step, Step::Lookup(_) | Step::Round(_)));
    let (mut is_whole, rest) = match settled {
        Some(at) => {
            let settled = match &scale.then[at] {
                Step::Lookup(table) => table.iter().all(|row| whole(&row.to)),
                Step::Round(digits) => *digits == 0,
                Step::Linear { .. } => false,
            };
            (settled, &scale.then[at + 1..])
        }
        None => (combines_to_whole(scale, definition), scale.then.as_slice()),
    };
    for step in rest {
        if let Step::Linear { multiply, add } = step {
            is_whole &= whole(multiply) && whole(add);
        }
    }
    is_whole
}

fn combines_to_whole(scale: &Scale, definition: &Definition) -> bool {
    let parts_whole = scale.recode.iter().flat_map(|recode| &recode.values).all(|row| row.to.is_whole())
        && scale.weights.iter().all(|weight| weight.weight.is_whole())
        && scale.scales.iter().filter_map(|id| definition.scale(id)).all(|part| is_whole(part, definition));
    match scale.combine {
        Combine::Mean => false,
        Combine::Count(_) => true,
        Combine::Item => parts_whole,
        Combine::Sum => parts_whole && !scale.missing.as_ref().is_some_and(|missing| missing.prorate),
    }
}

fn parts(scale: &Scale) -> &[String] {
    if scale.items.is_empty() { &scale.scales } else { &scale.items }
}

fn combined(scale: &Scale) -> String {
    let parts = parts(scale).join(", ");
    match &scale.combine {
        Combine::Item => format!("The value of {parts}."),
        Combine::Sum => format!("The sum of {parts}."),
        Combine::Mean if scale.weights.is_empty() => format!("The mean of {parts}."),
        Combine::Mean => format!("The weighted mean of {parts}."),
        Combine::Count(codes) => {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            format!("How many of {parts} are answered with {}.", codes.join(" or "))
        }
    }
}

/// What is done to single values before they are combined.
fn before(scale: &Scale) -> Vec<String> {
    let mut sentences = Vec::new();
    for recode in &scale.recode {
        let rows: Vec<String> =
            recode.values.iter().map(|row| format!("{} counts {}", row.from, row.to)).collect();
        sentences.push(format!("For {}: {}.", recode.items.join(", "), rows.join(", ")));
    }
    if !scale.reverse.is_empty() {
        sentences.push(format!(
            "Turned round (lowest plus highest value, minus the value): {}.",
            scale.reverse.join(", ")
        ));
    }
    if !scale.weights.is_empty() {
        let weights: Vec<String> =
            scale.weights.iter().map(|weight| format!("{} times {}", weight.of, weight.weight)).collect();
        sentences.push(format!("Weights: {}.", weights.join(", ")));
    }
    sentences
}

fn missing(scale: &Scale) -> String {
    let all = parts(scale).len();
    match &scale.missing {
        None if all == 1 => "Not scored when that is missing.".into(),
        None => format!("Scored only when all {all} have a value."),
        Some(missing) => {
            let least = missing.minimum_answered;
            let mut text = format!("Scored when at least {least} of {all} have a value.");
            if missing.prorate {
                text.push_str(&format!(
                    " With some missing, the sum of those that are there is scaled up (times {all}, over their \
                     number) and flagged as prorated."
                ));
            }
            text
        }
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Linear { multiply, add } if *add == Number::ZERO => format!("Then times {multiply}."),
        Step::Linear { multiply, add } => format!("Then times {multiply}, plus {add}."),
        Step::Lookup(table) => {
            let rows: Vec<String> = table.iter().map(|row| format!("{} is {}", row.from, row.to)).collect();
            format!("Then looked up: {}.", rows.join(", "))
        }
        Step::Round(0) => "Then rounded to a whole number, halves away from nought.".into(),
        Step::Round(digits) => {
            format!("Then rounded to {digits} digits after the point, halves away from nought.")
        }
    }
}
