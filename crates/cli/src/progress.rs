//! A progress line on standard error, when that is a terminal and the work takes long enough to notice.

use std::{
    io::{IsTerminal as _, Write as _, stderr},
    time::{Duration, Instant},
};

/// No line for work that ends sooner than this.
const PATIENCE: Duration = Duration::from_millis(500);
/// The line is drawn anew this often.
const REDRAW: Duration = Duration::from_millis(200);

/// How far some work has come.
pub struct Progress {
    label: &'static str,
    of: Option<u64>,
    done: u64,
    next_draw: Option<Instant>,
    drawn: bool,
}

impl Progress {
    /// Work called `label` (`"Scoring"`), of `of` units in all where that is known.
    pub fn new(label: &'static str, of: Option<u64>) -> Self {
        let next_draw = stderr().is_terminal().then(|| Instant::now() + PATIENCE);
        Self { label, of, done: 0, next_draw, drawn: false }
    }

    /// So many units are done in all.
    pub fn reached(&mut self, done: u64) {
        self.done = done;
        let Some(next_draw) = self.next_draw else { return };
        let now = Instant::now();
        if now >= next_draw {
            self.next_draw = Some(now + REDRAW);
            self.draw();
        }
    }

    fn draw(&mut self) {
        let line = match self.of.filter(|of| *of > 0) {
            Some(of) => {
                let percent = self.done.saturating_mul(100) / of;
                let filled = (percent.min(100) / 5) as usize;
                format!("{} [{:<20}] {percent:>3} %", self.label, "#".repeat(filled))
            }
            None => format!("{} {}", self.label, self.done),
        };
        // A progress line that cannot be shown is no reason to stop the work.
        let _ = write!(stderr(), "\r{line}");
        self.drawn = true;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn {
            let _ = write!(stderr(), "\r{:60}\r", "");
        }
    }
}
