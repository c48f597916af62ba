//! The cache of some cycles while they are read, folder by folder.

use xxhash_rust::xxh3::xxh3_128;

use super::file::{Draft, Hash, Known};
use super::stamp::Stamp;
use super::{Cache, tidy};
use crate::model::{CycleId, OwnerKey, Zone};

/// A cycle with fewer objectives than this is read as fast as it is recalled.
const WORTH_IT: usize = 256;

/// The cache is written anew where more than one objective in so many is not in it.
const ONE_IN: usize = 16;

/// What is known of the cycles that were met so far, and what is to be.
pub struct Session<'c> {
    cache: Option<&'c Cache>,
    kind: &'static str,
    key: u128,
    cycles: Vec<OfCycle>,
}

/// What came of reading a folder, for the next run.
pub enum Left {
    /// What is remembered is as it should be.
    Same,
    /// This is to be remembered of it, because of so many objectives.
    New {
        memo: Vec<u8>,
        because_of: usize,
    },
    Nothing,
}

struct OfCycle {
    cycle: CycleId,
    known: Option<Known>,
    /// How many folders were met, and how many objectives in them.
    folders: usize,
    objectives: usize,
    /// How many folders were known, changed or not.
    hits: usize,
    /// How many objectives are to be remembered anew.
    fresh: usize,
    /// What was met until it turned out that the cache has to be written anew.
    rows: Vec<Row>,
    draft: Draught,
}

enum Draught {
    NotYet,
    Begun(Draft),
    /// It need not or cannot be written.
    Never,
}

enum Row {
    Known(Hash),
    New(Hash, Vec<u8>),
}

impl<'c> Session<'c> {
    /// Of no cycle yet.
    pub fn new(cache: Option<&'c Cache>, kind: &'static str, zone: Zone) -> Self {
        Self { cache, kind, key: cache.map_or(0, |cache| cache.key(zone)), cycles: Vec::new() }
    }

    /// Whether there is a cache at all.
    pub fn is_on(&self) -> bool {
        self.cache.is_some()
    }

    /// Whether anything is left for other runs.
    pub fn leaves(&self) -> bool {
        self.cache.is_some_and(|cache| cache.writes)
    }

    /// Whether what was so before this run began may be left for others: a change from now on shows.
    pub fn may_leave(&self, stamp: &Stamp) -> bool {
        self.cache.is_some_and(|cache| cache.writes && stamp.is_settled(cache.begun))
    }

    /// Takes a cycle up, before any folder of it is read.
    pub fn meet(&mut self, cycle: &CycleId) {
        let Some(cache) = self.cache else { return };
        if self.cycles.iter().all(|of| of.cycle != *cycle) {
            let known = Known::open(&cache.path(cycle, self.kind), self.key);
            self.cycles.push(OfCycle::new(cycle.clone(), known, cache.writes));
        }
    }

    /// What is remembered of a folder.
    pub fn recall(&self, cycle: &CycleId, owner: &OwnerKey) -> Option<Vec<u8>> {
        let of = self.cycles.iter().find(|of| of.cycle == *cycle)?;
        of.known.as_ref()?.get(&hash(owner))
    }

    /// What a folder, in which there are so many objectives, leaves for the next run.
    pub fn leave(&mut self, cycle: &CycleId, owner: &OwnerKey, objectives: usize, left: Left) {
        let of = self.cycles.iter_mut().find(|of| of.cycle == *cycle);
        let (Some(cache), Some(of)) = (self.cache, of) else { return };
        of.leave(cache, hash(owner), objectives, left);
    }

    /// Puts what was written in its place. That it could not be is no concern of whoever reads a store.
    pub fn finish(self) {
        let Some(cache) = self.cache else { return };
        let mut written = false;
        for mut of in self.cycles {
            // What is remembered of folders that are gone is not to stay for ever.
            let gone = of.known.as_ref().map_or(0, Known::len).saturating_sub(of.hits);
            if gone > of.folders {
                of.begin(cache);
            }
            if let Draught::Begun(draft) = of.draft {
                written |= draft.finish(&cache.path(&of.cycle, self.kind), self.key, of.objectives).is_ok();
            }
        }
        if written {
            tidy::tidy(&cache.root);
        }
    }
}

/// What a folder goes by.
fn hash(owner: &OwnerKey) -> Hash {
    xxh3_128(owner.as_str().as_bytes()).to_be_bytes()
}

impl OfCycle {
    fn new(cycle: CycleId, known: Option<Known>, writes: bool) -> Self {
        let draft = if writes { Draught::NotYet } else { Draught::Never };
        Self { cycle, known, folders: 0, objectives: 0, hits: 0, fresh: 0, rows: Vec::new(), draft }
    }

    fn leave(&mut self, cache: &Cache, hash: Hash, objectives: usize, left: Left) {
        self.folders += 1;
        self.objectives += objectives;
        self.hits += usize::from(self.known.as_ref().is_some_and(|known| known.holds(&hash)));
        let row = match left {
            Left::Nothing => return,
            Left::Same => Row::Known(hash),
            Left::New { memo, because_of } => {
                self.fresh += because_of;
                Row::New(hash, memo)
            }
        };
        match &mut self.draft {
            Draught::Never => {}
            Draught::Begun(draft) => {
                if row.write(draft, self.known.as_ref()).is_none() {
                    self.draft = Draught::Never;
                }
            }
            Draught::NotYet => {
                self.rows.push(row);
                let begins = match &self.known {
                    Some(known) => self.fresh * ONE_IN > known.objectives(),
                    None => self.objectives >= WORTH_IT && self.fresh > 0,
                };
                if begins {
                    self.begin(cache);
                }
            }
        }
    }

    /// Begins to write what was met so far.
    fn begin(&mut self, cache: &Cache) {
        if !matches!(self.draft, Draught::NotYet) {
            return;
        }
        let begun = tidy::folder(&cache.folder).and_then(|()| Draft::begin(&cache.folder)).and_then(|mut draft| {
            let mut rows = std::mem::take(&mut self.rows).into_iter();
            rows.all(|row| row.write(&mut draft, self.known.as_ref()).is_some()).then_some(draft)
        });
        self.draft = begun.map_or(Draught::Never, Draught::Begun);
    }
}

impl Row {
    /// What cannot be read any more is left out; nothing where it cannot be written.
    fn write(self, draft: &mut Draft, known: Option<&Known>) -> Option<()> {
        match self {
            Row::New(hash, memo) => draft.add(&hash, &memo).ok(),
            Row::Known(hash) => match known.and_then(|known| known.get(&hash)) {
                Some(memo) => draft.add(&hash, &memo).ok(),
                None => Some(()),
            },
        }
    }
}
