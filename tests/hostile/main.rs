//! Bad input of every kind, and what is said about it. Each case runs the real binary with a second of processor time and
//! 200 MB of memory; the message must be the one in `expected/<family>.txt` (`OKR_HOSTILE=write` writes these files anew: read
//! the difference), nothing on disk may change, and no case may end in a panic or a signal.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a test lays out its world, and tells what it measured"
)]

mod arguments;
mod case;
mod cycles;
mod histories;
mod objectives;
mod places;
mod settings;
mod surroundings;

use case::{Case, run_all};

#[test]
fn every_bad_input_is_answered_with_a_message_and_changes_nothing() {
    let families: [(&str, Vec<Case>); 7] = [
        ("objectives", objectives::cases()),
        ("histories", histories::cases()),
        ("settings", settings::cases()),
        ("cycles", cycles::cases()),
        ("arguments", arguments::cases()),
        ("places", places::cases()),
        ("surroundings", surroundings::cases()),
    ];
    let count: usize = families.iter().map(|(_, cases)| cases.len()).sum();
    assert!(count >= 300, "{count} cases");
    let wrong: Vec<String> = families.into_iter().flat_map(|(family, cases)| run_all(family, cases)).collect();
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
    println!("{count} cases");
}
