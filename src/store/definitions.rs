//! The files that define something, one by one: which there are, and whether each can be read.

use std::io;

use super::layout::{self, Definition};
use super::load::Store;
use super::source::{Entry, ReadError, Source};
use crate::model::{CycleId, Damage};

impl Store {
    /// The paths of all definition files: settings, organisation, then each cycle with its objectives. What looks like
    /// one and cannot be is a damage.
    pub fn definitions(&self) -> (Vec<(String, Definition)>, Vec<Damage>) {
        let mut damages = Vec::new();
        let mut found = vec![(layout::SETTINGS.to_owned(), Definition::Settings)];
        if self.source().has(layout::ORG) {
            found.push((layout::ORG.to_owned(), Definition::Org));
        }
        for cycle in self.cycle_ids() {
            found.push((layout::cycle_file(&cycle), Definition::Cycle));
            let mut links = Vec::new();
            for owner in self.owners_and_links(&cycle, &mut links) {
                let files = self.files_of(&cycle, &owner, &mut damages).into_iter().filter(|files| files.defined);
                found.extend(files.map(|files| (layout::objective_file(&files.reference), Definition::Objective)));
            }
            damages.extend(links);
        }
        (found, damages)
    }

    /// The paths of all files that these cycles are made of, with settings and organisation: each definition before the
    /// histories beside it. What looks like one of them and cannot be is a damage.
    pub fn files_of_cycles(&self, cycles: &[CycleId]) -> (Vec<String>, Vec<Damage>) {
        let mut damages = Vec::new();
        let mut found = vec![layout::SETTINGS.to_owned()];
        found.extend(self.source().has(layout::ORG).then(|| layout::ORG.to_owned()));
        for cycle in cycles {
            found.push(layout::cycle_file(cycle));
            let files = self.files(std::slice::from_ref(cycle), &mut damages);
            found.extend(files.iter().flat_map(|files| files.paths()));
        }
        (found, damages)
    }

    /// What keeps a definition file from being read as it is meant.
    pub fn damages_of(&self, path: &str, kind: Definition) -> Vec<Damage> {
        let mut damages = Vec::new();
        match kind {
            Definition::Settings => drop(self.settings(&mut damages)),
            Definition::Org => drop(self.org(&mut damages)),
            Definition::Objective => drop(self.objective(path, &mut damages)),
            Definition::Cycle => {
                let name = path.split('/').next().unwrap_or_default();
                if let Ok(id) = name.parse::<CycleId>() {
                    // What is wrong with the settings is theirs to say.
                    let settings = self.settings(&mut Vec::new());
                    drop(self.cycle(&id, &settings, &mut damages));
                }
            }
        }
        damages
    }
}

/// One definition file that stands nowhere: what an editor hands over.
#[derive(Debug, Clone)]
pub struct Alone {
    path: &'static str,
    shown: String,
    bytes: Vec<u8>,
}

impl Alone {
    /// A file of a kind, named in messages by `shown`.
    pub fn new(kind: Definition, shown: String, bytes: Vec<u8>) -> Self {
        let path = match kind {
            Definition::Settings => layout::SETTINGS,
            Definition::Org => layout::ORG,
            // A name with dates, as the file may leave them to its folder.
            Definition::Cycle => "2026/cycle.yaml",
            Definition::Objective => "2026/me/objective.yaml",
        };
        Self { path, shown, bytes }
    }

    /// Where it would stand in a store.
    pub fn path(&self) -> &'static str {
        self.path
    }
}

impl Source for Alone {
    fn list(&self, _folder: &str) -> io::Result<Vec<Entry>> {
        Ok(Vec::new())
    }

    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        match path == self.path {
            true if self.bytes.len() > limit => Err(ReadError::TooLarge { limit }),
            true => Ok(self.bytes.clone()),
            false => Err(ReadError::NotFound),
        }
    }

    fn has(&self, path: &str) -> bool {
        path == self.path
    }

    fn shown(&self, path: &str) -> String {
        if path == self.path { self.shown.clone() } else { path.to_owned() }
    }
}
