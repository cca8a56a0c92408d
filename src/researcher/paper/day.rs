//! A day as it stands on a form: day, month, year.

use cohort::instant::day_number;

/// The day in `typed` as `2026-03-04`: `4 3 2026`, `04/03/2026`, `04.03.2026`, `04032026`, or as it is written in files.
/// The British order: a form has its day first.
pub fn read_day(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if day_number(typed).is_some() {
        return Some(typed.into());
    }
    let parts: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = match parts.as_slice() {
        [day, month, year] => [*day, *month, *year],
        [all] if all.len() == 8 => [&all[..2], &all[2..4], &all[4..]],
        _ => return None,
    };
    if day.len() > 2 || month.len() > 2 || year.len() != 4 {
        return None;
    }
    let text = format!("{year}-{month:0>2}-{day:0>2}");
    day_number(&text).map(|_| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for typed in ["4 3 2026", "04/03/2026", " 04.03.2026 ", "04032026", "2026-03-04", "4-3-2026"] {
            assert_eq!(read_day(typed).as_deref(), Some("2026-03-04"), "{typed}");
        }
        for typed in ["", "4 3 26", "30 2 2026", "3 13 2026", "2026", "4 March 2026", "004 3 2026", "040326"]
        {
            assert_eq!(read_day(typed), None, "{typed}");
        }
    }
}
