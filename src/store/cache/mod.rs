//! What one run of the program has read, for the next one to know without reading it: a cache, under the platform's folder for
//! caches and never in the store.
//!
//! What is remembered of an objective counts as long as the system says the same of all its files: name, size, times, inode; the
//! names in a folder, as long as it says the same of the folder. It changes no answer and may be deleted at any moment. A small
//! store needs none, and has none.

mod file;
pub(super) mod memo;
mod session;
mod stamp;
mod tidy;
mod window;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
pub(super) use session::{Left, Session};
pub use stamp::Stamp;
use xxhash_rust::xxh3::xxh3_128;

use crate::model::{CycleId, Zone};

/// The place of a store's cache.
#[derive(Debug, Clone)]
pub struct Cache {
    /// Of all stores.
    root: PathBuf,
    /// Of this one.
    folder: PathBuf,
    made_by: u128,
    /// When the program began, in nanoseconds since 1970 by the clock that stamps files.
    begun: i64,
    writes: bool,
}

impl Cache {
    /// In the folder `root` that of the store at `store`, made by `program`, which began at `begun`: another program, or this one
    /// built anew, may understand files otherwise.
    pub fn new(root: PathBuf, store: &Path, program: &str, begun: DateTime<Utc>) -> Self {
        let store = store.as_os_str().as_encoded_bytes();
        let folder = root.join(format!("{:032x}", xxh3_128(store)));
        let made_by = [store, b"\0", program.as_bytes()].concat();
        let begun = begun.timestamp_nanos_opt().unwrap_or(i64::MIN);
        Self { root, folder, made_by: xxh3_128(&made_by), begun, writes: true }
    }

    /// The same, to which nothing is added.
    #[must_use]
    pub fn as_it_is(self) -> Self {
        Self { writes: false, ..self }
    }

    fn path(&self, cycle: &CycleId, kind: &str) -> PathBuf {
        self.folder.join(format!("{cycle}.{kind}"))
    }

    /// Days of histories are those of a zone.
    fn key(&self, zone: Zone) -> u128 {
        xxh3_128(&[&self.made_by.to_le_bytes(), zone.name().as_bytes()].concat())
    }
}
