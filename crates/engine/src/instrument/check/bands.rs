//! That the bands of a scale cover its range without gap or overlap.

use alloc::{format, vec::Vec};

use super::{needs_text, place::Place, reach::Reach, say};
use crate::{instrument::Band, number::Number, problem::Problem};

/// Checks the bands against the range that the scale's scores can have.
pub(super) fn check_bands(place: Place<'_>, reach: &Reach, problems: &mut Vec<Problem>) {
    let bands = &place.scale.bands;
    for (at, band) in bands.iter().enumerate() {
        let path = |key: &str| place.path(&format!("bands[{at}].{key}"));
        needs_text(problems, path("label"), &band.label);
        if band.to < band.from || (band.to == band.from && !reach.is_whole() && reach.lowest < reach.highest)
        {
            say(problems, path("to"), "the band ends before it begins");
        }
        if reach.is_whole() && !(band.from.is_whole() && band.to.is_whole()) {
            say(problems, path("from"), "scores are whole numbers here: so are the ends of a band");
        }
        let before = at.checked_sub(1).map(|before| &bands[before]);
        let expected = before.map_or(Some(reach.lowest), |before| next_from(before, reach));
        if let Some(problem) = misfit(before, band, expected) {
            say(problems, path("from"), problem);
        }
    }
    if let Some(last) = bands.last().filter(|last| last.to != reach.highest) {
        let message = format!("the last band ends at {}, the highest score is {}", last.to, reach.highest);
        say(problems, place.path(&format!("bands[{}].to", bands.len() - 1)), message);
    }
}

/// Where the band after `before` begins.
fn next_from(before: &Band, reach: &Reach) -> Option<Number> {
    if reach.is_whole() { before.to.plus(Number::ONE) } else { Some(before.to) }
}

fn misfit(before: Option<&Band>, band: &Band, expected: Option<Number>) -> Option<alloc::string::String> {
    let expected = expected.filter(|expected| *expected != band.from)?;
    Some(match before {
        None => format!("the first band begins at {}, the lowest score is {expected}", band.from),
        Some(before) if band.from < before.from => {
            format!("the bands are not in order: this one begins at {}", band.from)
        }
        Some(_) if band.from < expected => {
            format!("this band overlaps the one before: it should begin at {expected}")
        }
        Some(_) => format!("there is a gap to the band before: this one should begin at {expected}"),
    })
}
