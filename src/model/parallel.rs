//! Doing the same with many things, on all processors where that is worth starting them.

use rayon::prelude::*;

/// Below this many things, starting threads takes longer than they save.
const WORTH_IT: usize = 256;

/// The same of things that each take long, as files that are read do.
const WORTH_IT_LONG: usize = 16;

/// What `make` makes of each thing, in their order.
pub fn map_all<T: Sync, R: Send>(things: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    map_from(WORTH_IT, things, make)
}

/// The same where a file is read for each, or something as long is done.
pub fn map_long<T: Sync, R: Send>(things: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    map_from(WORTH_IT_LONG, things, make)
}

/// What `make` makes of each of a few things, on all processors if `long` says that this takes long.
pub fn map_few<T: Sync, R: Send>(long: bool, things: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    map_from(if long { 2 } else { usize::MAX }, things, make)
}

/// The same, if they are some of so many that it is worth it.
pub fn map_some_of<T: Sync, R: Send>(count: usize, things: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    map_few(count >= WORTH_IT, things, make)
}

/// What two things come to, at the same time if they are of so many others that it is worth it.
pub fn both<A: Send, B: Send>(
    count: usize,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    if count < WORTH_IT { (one(), other()) } else { rayon::join(one, other) }
}

fn map_from<T: Sync, R: Send>(worth_it: usize, things: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    if things.len() < worth_it { things.iter().map(make).collect() } else { things.par_iter().map(make).collect() }
}

/// Changes each thing, which is told its place, on its own.
pub fn change_all<T: Send>(things: &mut [T], change: impl Fn(usize, &mut T) + Sync + Send) {
    if things.len() < WORTH_IT {
        things.iter_mut().enumerate().for_each(|(at, thing)| change(at, thing));
    } else {
        things.par_iter_mut().enumerate().for_each(|(at, thing)| change(at, thing));
    }
}
