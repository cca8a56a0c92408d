//! Contacts with the practice a year, before and after: everybody's rate with the interval of the ratio, and bundles of
//! people whose rates changed alike.

use super::{
    Chart,
    axis::{round_up, short},
    paired::{Paired, SIZE, of_thin, several},
};
use crate::analysis::Contacts;

/// `None` where no rate is shown.
pub fn of_contacts(contacts: &Contacts) -> Option<Chart> {
    let ratio = contacts.ratio.as_ref().ok()?;
    let (before, after) = (ratio.rate_before, ratio.rate_after);
    let bundles = several(&contacts.bundles);
    let interval = (before * ratio.interval.low, before * ratio.interval.high);
    let drawn = bundles.iter().flat_map(|bundle| [bundle.before, bundle.after]);
    let highest = round_up(drawn.chain([before, after, interval.1]).fold(0.0, f64::max));
    let drawn = Paired {
        range: (0.0, highest),
        times: ["before", "after"],
        means: (before, after),
        interval,
        bundles,
        change: format!("×{:.2}", ratio.ratio),
    };
    Some(Chart {
        title: "Contacts with the practice a year, before and after referral".to_owned(),
        description: format!(
            "The thick line is the rate of {} people together, from {before:.1} to {after:.1} contacts a year; the bar at \
             its end is the 95 % interval of the ratio, {:.2} to {:.2} times the rate before.{} 0 to {}, lower is fewer \
             contacts.",
            ratio.n,
            ratio.interval.low,
            ratio.interval.high,
            of_thin(bundles),
            short(highest),
        ),
        width: SIZE.0,
        height: SIZE.1,
        marks: drawn.marks(),
    })
}
