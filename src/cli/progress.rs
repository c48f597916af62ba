//! How far reading a large store has come, on a terminal, once it takes longer than one waits without a thought.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::language::say;

/// What takes less is not worth a word.
const PATIENCE: Duration = Duration::from_millis(500);

/// Whether a line stands on the terminal that is to go before anything else is said.
static STANDS: AtomicBool = AtomicBool::new(false);

/// Says how many objectives are read, if the command runs for long.
pub fn tell(runs_for: Duration, read: usize) {
    if runs_for >= PATIENCE {
        STANDS.store(true, Ordering::Relaxed);
        put(&line(read));
    }
}

/// Takes the line away, if there is one.
pub fn clear() {
    if STANDS.swap(false, Ordering::Relaxed) {
        put("");
    }
}

fn line(read: usize) -> String {
    say!("read {count} objectives", count = read)
}

/// Puts a line in the place of what stands there.
fn put(line: &str) {
    // Nothing depends on it.
    let _ = write!(io::stderr().lock(), "\r\x1b[K{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_only_when_it_took_long_and_goes_but_once() {
        tell(Duration::from_millis(499), 1);
        assert!(!STANDS.load(Ordering::Relaxed));
        tell(PATIENCE, 4_096);
        assert!(STANDS.load(Ordering::Relaxed));
        clear();
        assert!(!STANDS.load(Ordering::Relaxed));
        assert_eq!(line(4_096), "read 4096 objectives");
    }
}
