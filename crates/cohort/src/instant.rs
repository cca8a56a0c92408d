//! Points in time as people and files write them (RFC 3339), and the days of the calendar.
//!
//! Must never read the clock.

use crate::calendar::civil;
pub use crate::calendar::day_text;

const DAY_SECONDS: i64 = 86_400;

/// A point in time with the offset of the clock that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant {
    /// Milliseconds since 1970-01-01 UTC.
    pub ms: i64,
    /// How far the clock was ahead of UTC, in minutes.
    pub offset_minutes: i32,
}

impl Instant {
    /// Reads `2026-03-04T10:20:00+00:00` (or with `Z`, with or without seconds and their fraction), or a day alone,
    /// `2026-03-04`, which paper forms have: that is taken as noon UTC, so that it stays the same day in every zone
    /// from 12 hours behind UTC to 11 ahead.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, rest)) = text.split_once('T') else {
            return Some(Self {
                ms: (day_number(text)? * DAY_SECONDS + DAY_SECONDS / 2) * 1000,
                offset_minutes: 0,
            });
        };
        let (time, offset_minutes) = match rest.strip_suffix('Z') {
            Some(time) => (time, 0),
            None => {
                let at = rest.rfind(['+', '-'])?;
                (&rest[..at], offset(&rest[at..])?)
            }
        };
        let local = day_number(day)? * DAY_SECONDS * 1000 + time_of_day(time)?;
        Some(Self { ms: local - i64::from(offset_minutes) * 60_000, offset_minutes })
    }
}

/// `+01:00` in minutes.
fn offset(text: &str) -> Option<i32> {
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let minutes = digits(hours, 2, 0..=18)? * 60 + digits(minutes, 2, 0..=59)?;
    let minutes = i32::try_from(minutes).ok()?;
    Some(if text.starts_with('-') { -minutes } else { minutes })
}

/// `10:20`, `10:20:30` or `10:20:30.5` in milliseconds since midnight.
fn time_of_day(text: &str) -> Option<i64> {
    let (hours, rest) = text.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':').unwrap_or((rest, "00"));
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let all_digits = !fraction.is_empty() && fraction.bytes().all(|digit| digit.is_ascii_digit());
    let ms: i64 = format!("{fraction}000").get(..3).filter(|_| all_digits)?.parse().ok()?;
    let whole =
        digits(hours, 2, 0..=23)? * 3600 + digits(minutes, 2, 0..=59)? * 60 + digits(seconds, 2, 0..=59)?;
    Some(whole * 1000 + ms)
}

/// `2026-03-04` as days since 1970-01-01.
pub fn day_number(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4, 1900..=9999)?;
    let month = digits(parts.next()?, 2, 1..=12)?;
    let day = digits(parts.next()?, 2, 1..=31)?;
    // Years begin in March, so that the leap day comes last; 400 years have 146,097 days.
    let (year_from_march, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year_from_march / 400, year_from_march % 400);
    let of_year = (153 * months + 2) / 5 + day - 1;
    let number = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    // 30 February and the like come out as another day.
    (civil(number) == (year, month, day)).then_some(number)
}

/// Exactly `count` digits, in `range`.
fn digits(text: &str, count: usize, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
    let plain = text.len() == count && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|number| plain && range.contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds from `date -u -d TEXT +%s` of GNU coreutils.
    #[test]
    fn times_are_those_of_gnu_date() {
        for (text, seconds, offset_minutes) in [
            ("1970-01-01T00:00:00Z", 0, 0),
            ("2026-03-04T10:20:00+00:00", 1_772_619_600, 0),
            ("2026-07-04T10:20:30+01:00", 1_783_156_830, 60),
            ("2024-02-29T23:59:59-03:30", 1_709_263_799, -210),
            ("2026-03-04T10:20Z", 1_772_619_600, 0),
            ("2026-03-04", 1_772_625_600, 0),
        ] {
            assert_eq!(Instant::parse(text), Some(Instant { ms: seconds * 1000, offset_minutes }), "{text}");
        }
        assert_eq!(Instant::parse("1970-01-01T00:00:00.25Z").map(|instant| instant.ms), Some(250));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "2026-3-4",
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "04.03.2026",
            "2026-03-04T10:20:00",
            "2026-03-04T25:00Z",
            "2026-03-04T10:20:00+1:00",
            "2026-03-04 10:20",
            "2026-03-04T10:20:00.Z",
            "2026-03-04T10:20:60Z",
            "+026-03-04",
            "2026-03-04T",
            "2026-03-04Té+00:00",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}
