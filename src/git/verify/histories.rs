//! One of two states of a store that are compared, and the histories in it.

use std::path::Path;

use crate::model::Zone;

use crate::git::blobs::Blobs;
use crate::git::changed::Listing;
use crate::git::command::not_started;
use crate::git::{RangeError, RevisionError};
use crate::model::{Event, ObjectiveRef, Place, Problem};
use crate::store::{HistoryFile, ReadError, Store, layout};

/// A store in one state, and the files that it then has.
pub struct State<'a> {
    pub store: &'a Store,
    pub listing: Listing,
    blobs: Blobs,
}

/// Where an item of a history stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Below the store.
    pub path: String,
    pub place: Place,
}

/// An item of a history.
pub(super) struct Told {
    pub standing: Standing,
    /// Its own text.
    pub text: String,
    pub read: Result<Event, Problem>,
}

/// An objective's histories in one state.
pub(super) struct History {
    pub objective: ObjectiveRef,
    pub items: Vec<Told>,
    /// The comments that stand on lines of their own.
    pub comments: Vec<String>,
    /// Files that cannot be read as a whole, and why.
    pub faults: Vec<(Standing, Problem)>,
}

impl<'a> State<'a> {
    /// A store as `listing` has its files; those that a sparse checkout left out are read from the repository around `root`.
    ///
    /// # Errors
    /// When Git cannot be started.
    pub fn new(root: &Path, store: &'a Store, listing: Listing) -> Result<Self, RevisionError> {
        Ok(Self { store, listing, blobs: Blobs::open(root).map_err(not_started)? })
    }

    /// The bytes of a file below the store.
    pub(super) fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        match (self.store.source().read_settled(path, limit), self.listing.get(path)) {
            (Err(ReadError::NotFound), Some(object)) => self.blobs.read(object, limit).map(|object| object.bytes),
            (read, _) => read,
        }
    }

    /// The histories of an objective; none if it has none.
    ///
    /// # Errors
    /// When one of them is not to be had: what cannot be compared is not taken for well.
    pub(super) fn history(&self, objective: &ObjectiveRef, zone: Zone) -> Result<Option<History>, RangeError> {
        let own = |path: &&str| layout::objective_of(path).is_some_and(|of| &of == objective);
        let start = format!("{objective}.");
        let paths: Vec<&str> = self.listing.histories_from(&start).filter(own).collect();
        if paths.is_empty() {
            return Ok(None);
        }
        let mut history =
            History { objective: objective.clone(), items: Vec::new(), comments: Vec::new(), faults: Vec::new() };
        for path in paths {
            self.add(path, zone, &mut history)?;
        }
        Ok(Some(history))
    }

    fn add(&self, path: &str, zone: Zone, history: &mut History) -> Result<(), RangeError> {
        let standing = |place: Place| Standing { path: path.to_owned(), place };
        let shown = || self.store.source().shown(path);
        let bytes = self.read(path, layout::MAX_HISTORY).map_err(|why| {
            // On disk a file has the name of an object that need not be in the repository.
            let lacks = self.listing.get(path).is_some_and(|object| self.blobs.lacks(object));
            match why {
                ReadError::NotFound | ReadError::Io(_) if lacks => RangeError::Lacks { file: shown() },
                why => RangeError::Unread { file: shown(), why: why.to_string() },
            }
        })?;
        let file = HistoryFile::read(&bytes, zone);
        history.comments.extend(file.comments().map(str::to_owned));
        for at in 0..file.items.len() {
            let (standing, text) = (standing(file.place_of(at)), file.text_of(at).to_owned());
            history.items.push(Told { standing, text, read: file.items[at].read.clone() });
        }
        history.faults.extend(file.fault.map(|(place, problem)| (standing(place), problem)));
        Ok(())
    }
}

impl History {
    pub fn events(&self) -> impl Iterator<Item = (&Event, &Told)> {
        self.items.iter().filter_map(|told| Some((told.read.as_ref().ok()?, told)))
    }
}
