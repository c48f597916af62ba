//! Random histories: branches on which people create, update, comment, score, move and edit at the same time, merged in
//! random order by real Git with the real binary. A dozen of them in `cargo test`; all 500 by
//! `OKR_MERGES=500 cargo test --release --test merging -- --nocapture`; one alone by `OKR_MERGE=17` instead.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_macros,
    reason = "a test that cannot go on stops, and says what it counted"
)]

#[path = "../cli/world/mod.rs"]
mod world;

mod branches;
mod chance;
mod store;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use branches::{Outcome, run};

/// How many of them `cargo test` runs.
const FEW: u64 = 12;

fn number(name: &str) -> Option<u64> {
    #[expect(clippy::disallowed_methods, reason = "how many are run is said from outside")]
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

#[test]
fn nothing_is_lost_and_nothing_comes_twice_whatever_the_branches_and_their_order() {
    if let Some(seed) = number("OKR_MERGE") {
        println!("{:#?}", run(seed, true));
        return;
    }
    let all = number("OKR_MERGES").unwrap_or(FEW);
    let (next, total) = (AtomicU64::new(0), Mutex::new(Outcome::default()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= all {
                        return;
                    }
                    let outcome = run(seed, false);
                    total.lock().unwrap().add(&outcome);
                }
            });
        }
    });
    let total = total.into_inner().unwrap();
    println!("{all} histories: {total:#?}");
    assert!(total.wrong.is_empty(), "{:#?}\nOKR_MERGE=SEED cargo test --test merging shows one", total.wrong);
    assert!(total.merges >= all && total.events > 10 * all, "too little happened: {total:#?}");
}
