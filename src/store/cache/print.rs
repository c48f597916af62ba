//! What the system says of files, by which one knows that they hold what they held.

use std::fs::Metadata;

use xxhash_rust::xxh3::xxh3_128;

/// What the system says of a file. While it says the same, the file holds the same; but for a moment after a change, in which
/// another one leaves no trace ([`Print::is_settled`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    /// When it was last written to, in nanoseconds since 1970.
    modified: i64,
    /// The same of all that the system knows of it; nobody can set this back, as copying programs do the other.
    changed: i64,
    inode: u64,
}

impl Stamp {
    /// None where the system does not tell enough.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let nanos = |seconds: i64, nanos: i64| seconds.checked_mul(1_000_000_000)?.checked_add(nanos);
        let modified = nanos(metadata.mtime(), metadata.mtime_nsec())?;
        let changed = nanos(metadata.ctime(), metadata.ctime_nsec())?;
        Some(Self { size: metadata.len(), modified, changed, inode: metadata.ino() })
    }

    #[cfg(not(unix))]
    pub fn of(_metadata: &Metadata) -> Option<Self> {
        None
    }

    /// When it was last written to, in nanoseconds since 1970.
    pub fn modified(&self) -> i64 {
        self.modified
    }
}

/// A number of 128 bits as bytes, the highest first.
pub type Hash = [u8; 16];

/// Names and stamps of all files of an objective, as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Print {
    hash: Hash,
    /// When any of the files was last changed, in nanoseconds since 1970.
    newest: i64,
}

/// No file system of today keeps the time of a change less exactly than this, in nanoseconds.
const EXACT_TO: i64 = 2_000_000_000;

impl Print {
    /// The print of these files and one more.
    #[must_use]
    pub fn with(self, path: &str, stamp: &Stamp) -> Self {
        let mut bytes = [0; 320];
        let mut end = 0;
        let mut put = |part: &[u8]| {
            // A path that is longer than that counts by its beginning, and by all else that is told of its file.
            let part = &part[..part.len().min(bytes.len() - end)];
            bytes[end..end + part.len()].copy_from_slice(part);
            end += part.len();
        };
        put(&self.hash);
        for number in [stamp.size, stamp.inode] {
            put(&number.to_le_bytes());
        }
        for time in [stamp.modified, stamp.changed] {
            put(&time.to_le_bytes());
        }
        put(path.as_bytes());
        let hash = xxh3_128(&bytes[..end]).to_be_bytes();
        Self { hash, newest: self.newest.max(stamp.modified).max(stamp.changed) }
    }

    pub fn hash(&self) -> &Hash {
        &self.hash
    }

    /// Whether the files were last changed so long before `now`, in nanoseconds, that a change from now on shows. Git calls an
    /// entry of its index that is not so racily clean.
    pub fn is_settled(&self, now: i64) -> bool {
        self.newest < now.saturating_sub(EXACT_TO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAMP: Stamp = Stamp { size: 1, modified: 2, changed: 3, inode: 4 };

    #[test]
    fn everything_that_is_told_of_a_file_counts() {
        let print = |path: &str, stamp: Stamp| *Print::default().with(path, &stamp).hash();
        let mut all = vec![
            print("a", STAMP),
            print("b", STAMP),
            print("a", Stamp { size: 2, ..STAMP }),
            print("a", Stamp { modified: 3, ..STAMP }),
            print("a", Stamp { changed: 2, ..STAMP }),
            print("a", Stamp { inode: 5, ..STAMP }),
            *Print::default().with("a", &STAMP).with("b", &STAMP).hash(),
            *Print::default().with("b", &STAMP).with("a", &STAMP).hash(),
            print(&"a".repeat(500), STAMP),
        ];
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 9);
    }

    #[test]
    fn what_changed_a_moment_ago_may_change_without_a_trace() {
        let print = Print::default().with("a", &Stamp { modified: 10_000_000_000, ..STAMP });
        assert!(!print.is_settled(10_000_000_000) && !print.is_settled(12_000_000_000));
        assert!(print.is_settled(12_000_000_001));
    }
}
