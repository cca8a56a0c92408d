//! Prints how many rows of general self-efficacy `linkwell score` scores a second, reading and writing included.
//!
//! `cargo run --release -p cli --example score_rate [ROWS]`; `cargo xtask bench` runs it. The table is made up as it
//! is read, so that no disk is measured.

use std::{
    io::{self, Read},
    path::Path,
    time::Instant,
};

use linkwell_cli::{
    CommandError,
    instruments::find,
    score::{Renames, Source, score_table},
};

const ROWS: u64 = 1_000_000;

fn main() -> Result<(), CommandError> {
    let rows = match std::env::args().nth(1) {
        None => ROWS,
        Some(text) => {
            text.parse().map_err(|_| CommandError::Usage("give the number of rows, or nothing".into()))?
        }
    };
    let instrument = find("gse10")?;
    let source = Source { name: Path::new("made-up.csv"), read: MadeUp::new(rows), seen: &mut |_| () };
    let mut written = 0;
    let begun = Instant::now();
    let report = score_table(&instrument.definition, &Renames::default(), source, &mut |piece| {
        written += piece.len();
        Ok(())
    })?;
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "scored {} rows of gse10 in {seconds:.2} s: {:.0} rows a second ({written} bytes written)",
        report.rows,
        report.rows as f64 / seconds
    );
    Ok(())
}

/// A table of made-up answers, a few of them missing, the same each time.
struct MadeUp {
    row: u64,
    rows: u64,
    line: Vec<u8>,
    given: usize,
}

impl MadeUp {
    fn new(rows: u64) -> Self {
        let items: Vec<String> = (1..=10).map(|item| format!("gse_{item}")).collect();
        Self { row: 0, rows, line: format!("id,{}\n", items.join(",")).into_bytes(), given: 0 }
    }

    fn next_line(&mut self) {
        self.line.clear();
        self.given = 0;
        if self.row == self.rows {
            return;
        }
        self.row += 1;
        self.line.extend_from_slice(format!("P{:07}", self.row).as_bytes());
        for item in 0..10 {
            let spread = (self.row * 10 + item).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            self.line.push(b',');
            if !spread.is_multiple_of(50) {
                self.line.push(b'1' + (spread % 4) as u8);
            }
        }
        self.line.push(b'\n');
    }
}

impl Read for MadeUp {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            if self.given == self.line.len() {
                self.next_line();
                if self.line.is_empty() {
                    break;
                }
            }
            let count = (buffer.len() - filled).min(self.line.len() - self.given);
            buffer[filled..filled + count].copy_from_slice(&self.line[self.given..self.given + count]);
            filled += count;
            self.given += count;
        }
        Ok(filled)
    }
}
