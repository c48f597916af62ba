//! Doing the same with many things, on all processors where that is worth starting them.

use rayon::prelude::*;

/// Below this many things, starting threads takes longer than they save.
const WORTH_IT: usize = 256;

/// What `make` makes of each thing, in their order.
pub fn map_all<T: Sync, R: Send>(things: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    if things.len() < WORTH_IT { things.iter().map(make).collect() } else { things.par_iter().map(make).collect() }
}
