//! What one run of the program has read, for the next one to know without reading it: a cache, under the platform's folder for
//! caches and never in the store.
//!
//! What is remembered of an objective counts as long as the system says the same of all its files: name, size, times, inode. It
//! changes no answer and may be deleted at any moment. A small store needs none, and has none.

mod file;
mod print;
mod tidy;

use std::path::{Path, PathBuf};

use file::{Draft, Known, Piece};
pub(super) use print::Print;
pub use print::Stamp;
use xxhash_rust::xxh3::xxh3_128;

use super::load::Files;
use crate::model::{CycleId, Zone};

/// A cycle with fewer objectives than this is read as fast as it is recalled.
const WORTH_IT: usize = 256;

/// The cache is written anew where more than one objective in so many is not in it.
const ONE_IN: usize = 16;

/// The place of a store's cache.
#[derive(Debug, Clone)]
pub struct Cache {
    /// Of all stores.
    root: PathBuf,
    /// Of this one.
    folder: PathBuf,
    made_by: u128,
    writes: bool,
}

impl Cache {
    /// In the folder `root` that of the store at `store`, made by `program`: another program, or this one built anew, may
    /// understand files otherwise. It is only added to where `writes`.
    pub fn new(root: PathBuf, store: &Path, program: &str, writes: bool) -> Self {
        let store = store.as_os_str().as_encoded_bytes();
        let folder = root.join(format!("{:032x}", xxh3_128(store)));
        let made_by = [store, b"\0", program.as_bytes()].concat();
        Self { root, folder, made_by: xxh3_128(&made_by), writes }
    }

    fn path(&self, cycle: &CycleId, kind: &str) -> PathBuf {
        self.folder.join(format!("{cycle}.{kind}"))
    }

    /// Days of histories are those of a zone.
    fn key(&self, zone: Zone) -> u128 {
        xxh3_128(&[&self.made_by.to_le_bytes(), zone.name().as_bytes()].concat())
    }
}

/// The cache of some cycles while they are read.
pub(super) struct Session<'c> {
    cache: Option<&'c Cache>,
    kind: &'static str,
    key: u128,
    cycles: Vec<(CycleId, OfCycle)>,
}

#[derive(Default)]
struct OfCycle {
    known: Option<Known>,
    draft: Option<Draft>,
}

impl<'c> Session<'c> {
    /// Looks what is remembered of these files, those of a cycle together, and begins to write where that is too little.
    pub fn begin(cache: Option<&'c Cache>, kind: &'static str, zone: Zone, files: &[&Files]) -> Self {
        let key = cache.map_or(0, |cache| cache.key(zone));
        let mut session = Self { cache, kind, key, cycles: Vec::new() };
        let Some(cache) = cache else { return session };
        for of_cycle in files.chunk_by(|a, b| a.reference.cycle == b.reference.cycle) {
            if of_cycle.len() >= WORTH_IT {
                let cycle = &of_cycle[0].reference.cycle;
                session.cycles.push((cycle.clone(), OfCycle::begin(cache, &cache.path(cycle, kind), key, of_cycle)));
            }
        }
        session
    }

    fn of(&self, files: &Files) -> Option<&OfCycle> {
        self.cycles.iter().find(|(cycle, _)| *cycle == files.reference.cycle).map(|(_, of)| of)
    }

    /// What is remembered of these files, those of a cycle together.
    pub fn recall(&self, files: &[&Files]) -> Recalled {
        let mut recalled = Recalled::default();
        for of_cycle in files.chunk_by(|a, b| a.reference.cycle == b.reference.cycle) {
            let known = self.of(of_cycle[0]).and_then(|of| of.known.as_ref());
            let piece = known.map(|known| known.piece(of_cycle.iter().map(|files| files.print.as_ref())));
            recalled.pieces.push((recalled.count, piece));
            recalled.count += of_cycle.len();
        }
        recalled
    }

    /// Whether what is read of these files is to be remembered.
    pub fn wants(&self, files: &Files) -> bool {
        let draft = self.of(files).and_then(|of| of.draft.as_ref());
        draft.zip(files.print.as_ref()).is_some_and(|(draft, print)| draft.takes(print))
    }

    /// Remembers something of an objective's files, if anything is to be written; no bytes are nothing.
    pub fn add(&mut self, files: &Files, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        let of = self.cycles.iter_mut().find(|(cycle, _)| *cycle == files.reference.cycle);
        let Some(((_, OfCycle { draft, .. }), print)) = of.zip(files.print.as_ref()) else { return };
        if draft.as_mut().is_some_and(|draft| draft.add(print, bytes).is_err()) {
            *draft = None;
        }
    }

    /// Puts what was written in its place. That it could not be is no concern of whoever reads a store.
    pub fn finish(self) {
        let Some(cache) = self.cache else { return };
        let drafts = self.cycles.into_iter().filter_map(|(cycle, of)| Some((cycle, of.draft?)));
        let written: Vec<bool> =
            drafts.map(|(cycle, draft)| draft.finish(&cache.path(&cycle, self.kind), self.key).is_ok()).collect();
        if written.contains(&true) {
            tidy::tidy(&cache.root);
        }
    }
}

/// What is remembered of some files.
#[derive(Default)]
pub(super) struct Recalled {
    /// Each with the place of its first.
    pieces: Vec<(usize, Option<Piece>)>,
    count: usize,
}

impl Recalled {
    /// What is remembered of the files at this place among those asked for.
    pub fn get(&self, at: usize) -> Option<&[u8]> {
        let of = self.pieces.partition_point(|(first, _)| *first <= at).checked_sub(1)?;
        let (first, piece) = &self.pieces[of];
        piece.as_ref()?.get(at - first)
    }
}

impl OfCycle {
    fn begin(cache: &Cache, path: &Path, key: u128, files: &[&Files]) -> Self {
        let prints = || files.iter().filter_map(|files| files.print.as_ref());
        if prints().next().is_none() {
            return Self::default();
        }
        let known = Known::open(path, key);
        let hits = known.as_ref().map_or(0, |known| prints().filter(|print| known.knows(print)).count());
        let gone = known.as_ref().map_or(0, Known::len) - hits;
        let too_little = (files.len() - hits) * ONE_IN > files.len() || gone > files.len();
        let draft = (cache.writes && too_little)
            .then(|| tidy::folder(&cache.folder).and_then(|()| Draft::begin(&cache.folder)));
        Self { known, draft: draft.flatten() }
    }
}
