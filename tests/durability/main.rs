//! Nothing is lost: not to others who write at the same time, not to a kill, not to a disk that takes no more. Small in the
//! suite; `OKR_DURABILITY=full` runs what docs/trust.md quotes.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a test lays out its world, and tells what it measured"
)]

mod ends;
mod every_call;
mod faults;
mod kills;
mod place;
mod power;
mod races;
mod twice;

/// How often a thing is done: `few` in the suite, `many` for the documented figures.
fn times(few: usize, many: usize) -> usize {
    if std::env::var_os("OKR_DURABILITY").is_some_and(|value| value == "full") { many } else { few }
}

/// What cannot be tested here is said; where all of it must be, `OKR_CI` makes it a failure.
fn not_tested(why: &str) {
    assert!(std::env::var_os("OKR_CI").is_none(), "not tested: {why}");
    println!("not tested: {why}");
}
