//! Histories that nobody can add to for a while.

use std::collections::BTreeMap;

use crate::store::disk::{Lock, WriteError};
use crate::store::layout;
use crate::store::source::Folder;

/// The locks of histories, by their paths below the store. The system knows no lock that one holds twice: what is held here
/// is not locked again.
#[derive(Debug, Default)]
pub struct Held(BTreeMap<String, Lock>);

impl Held {
    /// Takes the locks of histories in the order of their names, as everybody does who takes several.
    ///
    /// # Errors
    /// When one is not there, or cannot be locked.
    pub fn on(folder: &Folder, histories: impl Iterator<Item = String>) -> Result<Self, WriteError> {
        let mut held = Self::default();
        let mut names: Vec<String> = histories.collect();
        names.sort();
        names.dedup();
        for name in names {
            let lock = Lock::on(&folder.path(&name))?;
            held.0.insert(name, lock);
        }
        Ok(held)
    }

    /// Whether a file is held.
    pub fn holds(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Holds off those who would add to a file, if it is a history and not held already: what is written over, renamed or
    /// taken away is then what was looked at.
    ///
    /// # Errors
    /// When it is not there, or cannot be locked.
    pub fn lock(&self, folder: &Folder, path: &str) -> Result<Option<Lock>, WriteError> {
        let free = layout::is_history(path) && !self.holds(path);
        free.then(|| Lock::on(&folder.path(path))).transpose()
    }
}
