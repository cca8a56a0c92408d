//! Events before and after, such as contacts with a general practice.

use alloc::vec::Vec;

use crate::{
    Interval, Level, Refusal,
    distribution::Student,
    moments::{checked, is_rounding, number},
    refusal::Counted,
    sum::sum,
};

/// One person's events in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// How many.
    pub events: u32,
    /// How long they were counted, in any unit that is the same for everybody; above 0.
    pub time: f64,
}

/// How often events happened after, compared with before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateRatio {
    /// People.
    pub n: usize,
    /// All events before.
    pub events_before: u64,
    /// All events after.
    pub events_after: u64,
    /// Events per unit of time before.
    pub rate_before: f64,
    /// Events per unit of time after.
    pub rate_after: f64,
    /// Rate after ÷ rate before: below 1 where there were fewer.
    pub ratio: f64,
    /// Its interval, above 0.
    pub interval: Interval,
    /// Two-sided, against a ratio of 1.
    pub p: f64,
}

/// The paired rate ratio.
///
/// All events over all time, after ÷ before; its logarithm has the variance Σu² · n ÷ (n − 1), where u is what one person
/// moves it by: (own events − expected) ÷ all events, after minus before. So people may differ in how often they go, and
/// their events may come in clusters, which a Poisson interval would not allow. The interval is from t with n − 1
/// degrees of freedom. It equals Poisson regression with offset by generalised estimating equations with independent
/// working correlation and robust errors, but for the factor n ÷ (n − 1) and t instead of z.
///
/// Source: K.-Y. Liang, S. L. Zeger, Longitudinal data analysis using generalized linear models, Biometrika 73 (1986)
/// 13–22. Checked with statsmodels.
///
/// # Errors
/// [`Refusal::TooFew`] below two people or without an event before and one after, [`Refusal::OutOfRange`] where a time
/// is not above 0, [`Refusal::NoVariance`] where nobody differs.
pub fn rate_ratio(people: &[(Period, Period)], level: Level) -> Result<RateRatio, Refusal> {
    Refusal::unless(Counted::People, people.len(), 2)?;
    let times: Vec<f64> = people.iter().flat_map(|(before, after)| [before.time, after.time]).collect();
    checked(&times)?;
    if times.iter().any(|time| *time <= 0.0) {
        return Err(Refusal::OutOfRange("time"));
    }
    let before = Total::of(people.iter().map(|(before, _)| before))?;
    let after = Total::of(people.iter().map(|(_, after)| after))?;
    let n = number(people.len());
    let squares = people.iter().map(|(own_before, own_after)| {
        let moved = after.moved_by(own_after) - before.moved_by(own_before);
        moved * moved
    });
    let error = libm::sqrt(sum(squares) * n / (n - 1.0));
    if is_rounding(error, 1.0) {
        return Err(Refusal::NoVariance);
    }
    let ratio = after.rate / before.rate;
    let logarithm = libm::log(ratio);
    let student = Student::new(n - 1.0)?;
    let margin = student.quantile(level.below())? * error;
    Ok(RateRatio {
        n: people.len(),
        events_before: before.events,
        events_after: after.events,
        rate_before: before.rate,
        rate_after: after.rate,
        ratio,
        interval: Interval { low: libm::exp(logarithm - margin), high: libm::exp(logarithm + margin) },
        p: student.two_sided(logarithm / error),
    })
}

/// All people's events in one period.
struct Total {
    events: u64,
    rate: f64,
}

impl Total {
    fn of<'a>(periods: impl Iterator<Item = &'a Period> + Clone) -> Result<Self, Refusal> {
        let events: u64 = periods.clone().map(|period| u64::from(period.events)).sum();
        Refusal::unless(Counted::Events, usize::try_from(events).unwrap_or(usize::MAX), 1)?;
        Ok(Self { events, rate: events as f64 / sum(periods.map(|period| period.time)) })
    }

    fn moved_by(&self, own: &Period) -> f64 {
        (f64::from(own.events) - self.rate * own.time) / self.events as f64
    }
}
