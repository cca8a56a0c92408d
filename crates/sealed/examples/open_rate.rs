//! How many sealed records one core opens in a second, for both kinds of key: `cargo run --release -p sealed --example
//! open_rate`. Prints figures; asserts none.

use sealed::{Identity, Kind, PAD_STEP, Recipient, make_identity, open, pad, seal};
use std::hint::black_box;
use std::time::{Duration, Instant};

const LASTING: Duration = Duration::from_secs(3);

fn main() {
    println!("Sealed records of one padding step ({PAD_STEP} bytes), two recipients, armoured, one core:");
    for (kind, name) in [(Kind::Hybrid, "hybrid"), (Kind::Classical, "classical")] {
        let identities = [(); 2].map(|()| make_identity(kind).expect("the system has randomness"));
        let recipients: Vec<Recipient> = identities.iter().map(Identity::to_recipient).collect();
        let record = pad(br#"{"gse_1":4}"#.to_vec());
        let seal_one = || seal(&record, &recipients).expect("two recipients of one kind");
        let sealed: Vec<String> = (0..50).map(|_| seal_one()).collect();
        println!("  {name}: a file has {} bytes", sealed[0].len());
        println!("  {name}: {:.0} sealed a second", rate(|_| drop(black_box(seal_one()))));
        for (at, identity) in identities.iter().enumerate() {
            let identity = std::slice::from_ref(identity);
            let opened = rate(|round| {
                let file = sealed[round % sealed.len()].as_bytes();
                drop(black_box(open(file, identity).expect("sealed to this identity")));
            });
            println!("  {name}: {opened:.0} opened a second, with recipient {}", at + 1);
        }
    }
}

/// Rounds a second, over some seconds after a short warm-up.
fn rate(mut work: impl FnMut(usize)) -> f64 {
    (0..20).for_each(&mut work);
    let started = Instant::now();
    let mut rounds = 0;
    while started.elapsed() < LASTING {
        work(rounds);
        rounds += 1;
    }
    rounds as f64 / started.elapsed().as_secs_f64()
}
