//! The cache of some cycles while they are read, part by part.

use super::file::{Draft, Known, Piece};
use super::print::Hash;
use super::{Cache, tidy};
use crate::model::{CycleId, Zone};
use crate::store::load::Files;

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

struct OfCycle {
    cycle: CycleId,
    known: Option<Known>,
    /// How many objectives were met.
    met: usize,
    /// How many of them were known.
    hits: usize,
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
    New(Box<(Hash, Vec<u8>)>),
}

impl<'c> Session<'c> {
    /// Of no cycle yet.
    pub fn new(cache: Option<&'c Cache>, kind: &'static str, zone: Zone) -> Self {
        Self { cache, kind, key: cache.map_or(0, |cache| cache.key(zone)), cycles: Vec::new() }
    }

    /// Takes these files up, before any of them is read; those of a cycle stand together.
    pub fn meet(&mut self, files: &[Files]) {
        let Some(cache) = self.cache else { return };
        for files in files.chunk_by(|a, b| a.reference.cycle == b.reference.cycle) {
            let cycle = &files[0].reference.cycle;
            let at = self.cycles.iter().position(|of| of.cycle == *cycle).unwrap_or_else(|| {
                let known = Known::open(&cache.path(cycle, self.kind), self.key);
                self.cycles.push(OfCycle::new(cycle.clone(), known, cache.writes));
                self.cycles.len() - 1
            });
            self.cycles[at].met += files.len();
        }
    }

    fn of(&self, files: &Files) -> Option<&OfCycle> {
        self.cycles.iter().find(|of| of.cycle == files.reference.cycle)
    }

    /// What is remembered of these files, those of a cycle together.
    pub fn recall(&self, files: &[Files]) -> Recalled {
        let mut recalled = Recalled::default();
        for files in files.chunk_by(|a, b| a.reference.cycle == b.reference.cycle) {
            let known = self.of(&files[0]).and_then(|of| of.known.as_ref());
            let piece = known.map(|known| known.piece(files.iter().map(|files| files.print.as_ref())));
            recalled.pieces.push((recalled.count, piece));
            recalled.count += files.len();
        }
        recalled
    }

    /// Whether what is read of these files is to be remembered.
    pub fn wants(&self, files: &Files) -> bool {
        self.of(files).is_some_and(OfCycle::is_wanted)
            && self.cache.zip(files.print).is_some_and(|(cache, print)| print.is_settled(cache.begun))
    }

    /// What is remembered of these files is as it should be.
    pub fn keep(&mut self, files: &Files) {
        let of = self.cycles.iter_mut().find(|of| of.cycle == files.reference.cycle);
        if let (Some(cache), Some(of), Some(print)) = (self.cache, of, files.print) {
            of.keep(cache, *print.hash());
        }
    }

    /// Remembers something of an objective's files, if anything is to be written; no bytes are nothing.
    pub fn remember(&mut self, files: &Files, bytes: Vec<u8>) {
        let of = self.cycles.iter_mut().find(|of| of.cycle == files.reference.cycle);
        let (Some(cache), Some(of), Some(print)) = (self.cache, of, files.print) else { return };
        if bytes.is_empty() {
            return;
        }
        match of.known.as_ref().is_some_and(|known| known.holds(print.hash(), &bytes)) {
            // It was not enough for what was asked, and reading it anew has told nothing else.
            true => of.keep(cache, *print.hash()),
            false => of.add(cache, Row::New(Box::new((*print.hash(), bytes)))),
        }
    }

    /// Puts what was written in its place. That it could not be is no concern of whoever reads a store.
    pub fn finish(self) {
        let Some(cache) = self.cache else { return };
        let mut written = false;
        for mut of in self.cycles {
            // What is remembered of files that are gone is not to stay for ever.
            let gone = of.known.as_ref().map_or(0, Known::len).saturating_sub(of.hits);
            if gone > of.met {
                of.begin(cache);
            }
            if let Draught::Begun(draft) = of.draft {
                written |= draft.finish(&cache.path(&of.cycle, self.kind), self.key).is_ok();
            }
        }
        if written {
            tidy::tidy(&cache.root);
        }
    }
}

impl OfCycle {
    fn new(cycle: CycleId, known: Option<Known>, writes: bool) -> Self {
        let draft = if writes { Draught::NotYet } else { Draught::Never };
        Self { cycle, known, met: 0, hits: 0, rows: Vec::new(), draft }
    }

    fn is_wanted(&self) -> bool {
        !matches!(self.draft, Draught::Never) && (self.known.is_some() || self.met >= WORTH_IT)
    }

    fn keep(&mut self, cache: &Cache, hash: Hash) {
        self.hits += 1;
        self.add(cache, Row::Known(hash));
    }

    fn add(&mut self, cache: &Cache, row: Row) {
        match &mut self.draft {
            Draught::Never => {}
            Draught::Begun(draft) => {
                if row.write(draft, self.known.as_ref()).is_none() {
                    self.draft = Draught::Never;
                }
            }
            Draught::NotYet => {
                self.rows.push(row);
                let new = self.rows.len() - self.hits;
                if new * ONE_IN > self.known.as_ref().map_or(0, Known::len) {
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
            Row::New(new) => draft.add(&new.0, &new.1).ok(),
            Row::Known(hash) => match known.and_then(|known| known.get(&hash)) {
                Some(bytes) => draft.add(&hash, &bytes).ok(),
                None => Some(()),
            },
        }
    }
}

/// What is remembered of some files.
#[derive(Default)]
pub struct Recalled {
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
