//! Days as people say them.

use crate::HelpWords;

impl HelpWords {
    /// `2026-11-05` as "5 November 2026"; any other text as it is.
    pub fn spoken_day(&self, day: &str) -> String {
        let mut parts = day.splitn(3, '-');
        let (year, month, date) = (parts.next(), parts.next(), parts.next());
        let month =
            month.and_then(|month| self.months.split(' ').nth(month.parse::<usize>().ok()?.wrapping_sub(1)));
        match (year, month, date) {
            (Some(year), Some(month), Some(date)) => {
                self.day.fill([date.trim_start_matches('0'), month, year])
            }
            _ => day.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::EN;

    #[test]
    fn a_day_is_spoken_as_people_say_it() {
        assert_eq!(EN.help.spoken_day("2026-11-05"), "5 November 2026");
        assert_eq!(EN.help.spoken_day("2027-01-20"), "20 January 2027");
        assert_eq!(EN.help.spoken_day("2027-13-20"), "2027-13-20");
        assert_eq!(EN.help.spoken_day("2027-00-20"), "2027-00-20");
        assert_eq!(EN.help.spoken_day("soon"), "soon");
    }
}
