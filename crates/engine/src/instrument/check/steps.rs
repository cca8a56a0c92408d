//! The steps of `then`, as far as they can be judged without knowing the scores.

use alloc::{collections::BTreeSet, format, vec::Vec};

use super::{place::Place, say};
use crate::{instrument::Step, number::Number, problem::Problem};

/// The most digits that a score can be rounded to: the most that a file may write.
const MOST_DIGITS: u32 = 6;

/// Checks each step on its own; that lookup tables have no hole is checked where the scores are worked out.
pub(super) fn check_steps(place: Place<'_>, problems: &mut Vec<Problem>) {
    for (at, step) in place.scale.then.iter().enumerate() {
        let path = |key: &str| place.path(&format!("then[{at}].{key}"));
        match step {
            Step::Linear { multiply, .. } if *multiply == Number::ZERO => {
                say(problems, path("linear.multiply"), "a factor of nought makes every score the same");
            }
            Step::Round(digits) if *digits > MOST_DIGITS => {
                say(problems, path("round"), "round to at most six digits after the point");
            }
            Step::Lookup(rows) => {
                if rows.is_empty() {
                    say(problems, path("lookup"), "the table is empty");
                }
                let mut seen = BTreeSet::new();
                for (position, row) in rows.iter().enumerate() {
                    if !seen.insert(row.from) {
                        let message = format!("the value {} stands twice in this table", row.from);
                        say(problems, path(&format!("lookup[{position}].from")), message);
                    }
                }
            }
            _ => {}
        }
    }
}
