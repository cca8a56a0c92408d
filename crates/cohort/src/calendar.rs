//! Days and times in the Gregorian calendar, from milliseconds since 1970-01-01 UTC. Knows no time zone rules: a
//! local day is reckoned with the offset that the record carries.

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;
/// The first millisecond of the year 10000.
pub(crate) const YEAR_10000_MS: i64 = 253_402_300_800_000;
/// The first millisecond of the year 2020, before which Linkwell did not exist.
pub(crate) const YEAR_2020_MS: i64 = 1_577_836_800_000;

/// The local calendar day as days since 1970-01-01. `offset_minutes` is how far local time is ahead of UTC.
pub(crate) fn local_day(utc_ms: i64, offset_minutes: i32) -> i64 {
    (utc_ms + i64::from(offset_minutes) * 60_000).div_euclid(DAY_MS)
}

/// The time in UTC to the second, `2026-11-22T09:41:07Z`; the fraction is cut off.
pub(crate) fn utc_text(utc_ms: i64) -> String {
    let (days, ms) = (utc_ms.div_euclid(DAY_MS), utc_ms.rem_euclid(DAY_MS));
    let date = day_text(days);
    let seconds = ms / 1000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{date}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The local day of a time as `2026-11-22`: the form of days in decisions. `offset_minutes` is how far local time is
/// ahead of UTC.
pub fn local_day_text(utc_ms: i64, offset_minutes: i32) -> String {
    day_text(local_day(utc_ms, offset_minutes))
}

/// A number of days since 1970-01-01 as `2026-11-22`.
pub fn day_text(days: i64) -> String {
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Whether `text` is a day of the calendar, `2026-11-22`.
pub(crate) fn is_day(text: &str) -> bool {
    let number = |range| text.get(range).and_then(|part: &str| part.parse::<i64>().ok());
    let form = text
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() });
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    text.len() == 10 && form && (1..=12).contains(&month) && (1..=days).contains(&day)
}

/// Year, month and day of a number of days since 1970-01-01. Years are counted from March, so that the leap day
/// comes last; 400 years have 146,097 days.
pub(crate) fn civil(days: i64) -> (i64, i64, i64) {
    let since_march_0 = days + 719_468;
    let (era, of_era) = (since_march_0.div_euclid(146_097), since_march_0.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let months = (5 * of_year + 2) / 153;
    let day = of_year - (153 * months + 2) / 5 + 1;
    let month = if months < 10 { months + 3 } else { months - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From `date -u -d @SECONDS +%FT%TZ` of GNU coreutils.
    #[test]
    fn times_are_those_of_gnu_date() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_709_164_800, "2024-02-29T00:00:00Z"),
            (1_795_340_467, "2026-11-22T09:41:07Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(utc_text(seconds * 1000 + 999), text);
        }
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for day in ["2026-11-22", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert!(is_day(day), "{day}");
        }
        for other in [
            "2026-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "26-01-01",
            "2026-1-01",
            "2026-01-011",
            "22.11.2026",
            "2026-11-+2",
            "",
        ] {
            assert!(!is_day(other), "{other}");
        }
    }

    #[test]
    fn a_local_day_begins_at_local_midnight() {
        let half_past_eleven_utc = 23 * 3_600_000 + 30 * 60_000;
        assert_eq!(local_day(half_past_eleven_utc, 0), 0);
        assert_eq!(local_day(half_past_eleven_utc, 60), 1);
        assert_eq!(local_day(0, -1), -1);
        assert_eq!(local_day_text(0, -1), "1969-12-31");
    }
}
