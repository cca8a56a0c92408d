//! Sending the file to the study's deposit: what each answer means, and when to try again.
//!
//! Promises: only an answer that says that the file was taken counts as arrived; whatever may pass by itself is tried
//! again for as long as the page is open, never more than once a minute after a while. The same bytes go to the same
//! address every time, so a file that arrived without our hearing of it is not there twice. Pure: timers and requests
//! are in `browser`.

/// The first wait in milliseconds; each one after it is twice as long.
const FIRST_WAIT_MS: u32 = 2_000;
const LONGEST_WAIT_MS: u32 = 60_000;

/// Where sending stands. Attempts are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// This attempt is under way.
    OnItsWay(u32),
    /// This attempt failed for a reason that may pass.
    Waiting(u32),
    /// The host has it.
    Arrived,
    /// The host does not take it, and asking again would not change that.
    Refused,
}

impl Sending {
    /// The next attempt. One that is under way goes on, a file that arrived is not sent again.
    pub fn again(before: Option<Self>) -> Self {
        match before {
            Some(Self::Waiting(attempt)) => Self::OnItsWay(attempt.saturating_add(1)),
            Some(Self::Refused) | None => Self::OnItsWay(1),
            Some(under_way @ (Self::OnItsWay(_) | Self::Arrived)) => under_way,
        }
    }

    /// After an answer with this HTTP status; `None` when the line broke or the time was up. What comes when nothing
    /// is under way changes nothing.
    pub fn after(self, status: Option<u16>) -> Self {
        let Self::OnItsWay(attempt) = self else { return self };
        match status {
            Some(200..=299) => Self::Arrived,
            None | Some(408 | 425 | 429 | 500 | 502..=504 | 507) => Self::Waiting(attempt),
            Some(_) => Self::Refused,
        }
    }

    /// How long to wait after this attempt, in milliseconds.
    pub fn wait_ms(attempt: u32) -> u32 {
        let doubled = FIRST_WAIT_MS.checked_shl(attempt.saturating_sub(1).min(8)).unwrap_or(LONGEST_WAIT_MS);
        doubled.min(LONGEST_WAIT_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_taken_file_has_arrived() {
        for status in [200, 201, 202, 204] {
            assert_eq!(Sending::OnItsWay(3).after(Some(status)), Sending::Arrived);
        }
        for status in [301, 400, 401, 403, 404, 405, 409, 411, 413, 415, 501, 505] {
            assert_eq!(Sending::OnItsWay(3).after(Some(status)), Sending::Refused, "{status}");
        }
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        for status in
            [None, Some(408), Some(425), Some(429), Some(500), Some(502), Some(503), Some(504), Some(507)]
        {
            let waiting = Sending::OnItsWay(3).after(status);
            assert_eq!(waiting, Sending::Waiting(3), "{status:?}");
            assert_eq!(Sending::again(Some(waiting)), Sending::OnItsWay(4));
        }
    }

    #[test]
    fn waits_double_up_to_a_minute() {
        let waits: Vec<u32> = (1..=7).map(Sending::wait_ms).collect();
        assert_eq!(waits, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
        assert_eq!(Sending::wait_ms(u32::MAX), 60_000);
    }

    #[test]
    fn an_answer_that_nobody_waits_for_changes_nothing() {
        for sending in [Sending::Waiting(2), Sending::Arrived, Sending::Refused] {
            assert_eq!(sending.after(Some(201)), sending);
            assert_eq!(sending.after(None), sending);
        }
        assert_eq!(Sending::again(Some(Sending::Arrived)), Sending::Arrived);
        assert_eq!(Sending::again(Some(Sending::OnItsWay(2))), Sending::OnItsWay(2));
        assert_eq!(Sending::again(Some(Sending::Refused)), Sending::OnItsWay(1));
        assert_eq!(Sending::again(None), Sending::OnItsWay(1));
    }
}
