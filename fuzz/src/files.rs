//! A store in memory: a few files around the one that is fuzzed.

use std::collections::BTreeMap;
use std::io;

use okrs::analysis::assess;
use okrs::model::{Moment, Snapshot};
use okrs::store::{Entry, EntryKind, ReadError, Source, Store};

/// Files by their paths.
#[derive(Clone, Default)]
pub struct Files(pub BTreeMap<&'static str, Vec<u8>>);

pub const CYCLE: &str = "2026-Q4/cycle.yaml";
pub const OBJECTIVE: &str = "2026-Q4/acme/fuzzed.yaml";
pub const HISTORY: &str = "2026-Q4/acme/fuzzed.history.yaml";

/// An objective with a key result of every kind.
const DEFINITION: &str = "title: Fuzzed
key_results:
  - {id: a, title: A, metric: {from: 31, to: 50, unit: points}}
  - {id: b, title: B, metric: {at_most: 300, worst: 900, unit: ms}}
  - {id: c, title: C, metric: done}
  - {id: d, title: D, metric: {milestones: [one, two]}}
  - {id: e, title: E, metric: aligned}
";

impl Files {
    /// A store with one objective, in which one file is another.
    pub fn with(path: &'static str, bytes: &[u8]) -> Self {
        let files = [
            ("okr.yaml", "version: 1\n"),
            ("org.yaml", "company: acme\nunits:\n  acme: {name: Acme}\npeople:\n  ana: {unit: acme}\n"),
            (CYCLE, "start: 2026-10-01\nend: 2026-12-31\n"),
            (OBJECTIVE, DEFINITION),
            (HISTORY, "- {\"id\": \"h1\", \"at\": \"2026-10-05T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n"),
        ];
        let mut files: BTreeMap<_, _> = files.map(|(path, text)| (path, text.as_bytes().to_vec())).into();
        files.insert(path, bytes.to_vec());
        Self(files)
    }

    /// Reads all there is, as every report does, and works out every figure.
    pub fn read(self) -> Snapshot {
        let store = Store::new(self);
        let header = store.header();
        let zone = header.settings.time_zone;
        let snapshot = store.load_all(header);
        for day in ["2026-09-30", "2026-10-05", "2026-11-15", "2026-12-31", "2027-02-01"] {
            if let Ok(day) = day.parse() {
                drop(assess(&snapshot, Moment::end_of(day, zone)));
            }
        }
        snapshot
    }
}

impl Source for Files {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let below =
            |path: &&&str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let entry = |path: &&str| {
            let rest = if folder.is_empty() { path } else { &path[folder.len() + 1..] };
            match rest.split_once('/') {
                Some((name, _)) => Entry { name: name.to_owned(), kind: EntryKind::Folder },
                None => Entry { name: rest.to_owned(), kind: EntryKind::File },
            }
        };
        let mut entries: Vec<Entry> = self.0.keys().filter(below).map(entry).collect();
        entries.sort();
        entries.dedup();
        Ok(entries)
    }

    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        match self.0.get(path) {
            None => Err(ReadError::NotFound),
            Some(bytes) if bytes.len() > limit => Err(ReadError::TooLarge { limit }),
            Some(bytes) => Ok(bytes.clone()),
        }
    }

    fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    fn shown(&self, path: &str) -> String {
        path.to_owned()
    }
}
