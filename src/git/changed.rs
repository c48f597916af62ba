//! Which files of a store differ between two of its states, told by the names of objects: nothing is read for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::error::RevisionError;
use super::sparse;
use crate::model::map_all;
use crate::store::{EntryKind, ObjectFormat, Source, layout};

/// The files of a store's objectives in one state, each with the name of the object that it is or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    objects: BTreeMap<String, String>,
}

impl Listing {
    /// The files that a store holds, wherever it is kept.
    pub fn of(source: &dyn Source, format: ObjectFormat) -> Self {
        let paths = files(source);
        let objects: Vec<Option<String>> = map_all(&paths, |path| source.object(path, format));
        let named = paths.into_iter().zip(objects).filter_map(|(path, object)| Some((path, object?)));
        Self { objects: named.collect() }
    }

    /// The files on disk; and those that are in the index and left out of a sparse checkout, as the index has them.
    ///
    /// # Errors
    /// When Git cannot be asked.
    pub fn on_disk(root: &Path, source: &dyn Source, format: ObjectFormat) -> Result<Self, RevisionError> {
        let mut listing = Self::of(source, format);
        for absent in sparse::left_out(root)? {
            if layout::objective_of(&absent.path).is_some() {
                listing.objects.entry(absent.path).or_insert(absent.object);
            }
        }
        Ok(listing)
    }

    /// Every path that is not the same in both, in order.
    pub fn differing<'a>(&'a self, other: &'a Self) -> BTreeSet<&'a str> {
        let paths = self.objects.keys().chain(other.objects.keys());
        paths.filter(|path| self.get(path) != other.get(path)).map(String::as_str).collect()
    }

    pub fn get(&self, path: &str) -> Option<&str> {
        self.objects.get(path).map(String::as_str)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.objects.keys().map(String::as_str)
    }

    /// Histories whose paths begin with this.
    pub fn histories_from<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let paths = self.objects.range(start.to_owned()..).map(|(path, _)| path.as_str());
        paths.take_while(move |path| path.starts_with(start)).filter(|path| path.ends_with(layout::HISTORY))
    }

    /// Those of them that are histories.
    pub fn histories(&self) -> impl Iterator<Item = &str> {
        self.paths().filter(|path| path.ends_with(layout::HISTORY))
    }
}

/// The files of objectives, by their paths below the store.
fn files(source: &dyn Source) -> Vec<String> {
    let folders = |folder: &str| -> Vec<String> {
        let entries = source.list(folder).unwrap_or_default();
        let below = entries.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        below.map(|entry| if folder.is_empty() { entry.name } else { format!("{folder}/{}", entry.name) }).collect()
    };
    let owners: Vec<String> = folders("").iter().flat_map(|cycle| folders(cycle)).collect();
    let own = |folder: &String| -> Vec<String> {
        let entries = source.list(folder).unwrap_or_default();
        let files = entries.into_iter().filter(|entry| entry.kind == EntryKind::File);
        files
            .map(|entry| format!("{folder}/{}", entry.name))
            .filter(|path| layout::objective_of(path).is_some())
            .collect()
    };
    owners.iter().flat_map(own).collect()
}
