//! What tells whether a file is still what it was.

use std::fs::Metadata;
use std::io::{self, Read, Write};

use borsh::{BorshDeserialize, BorshSerialize};

/// What the system says of a file or folder. While it says the same, the file holds the same, and the folder the same names; but
/// for a moment after a change, in which another one leaves no trace ([`Stamp::is_settled`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    /// When it was last written to, in nanoseconds since 1970.
    modified: i64,
    /// The same of all that the system knows of it; nobody can set this back, as copying programs do the other.
    changed: i64,
    inode: u64,
}

/// No file system of today keeps the time of a change less exactly than this, in nanoseconds.
const EXACT_TO: i64 = 2_000_000_000;

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

    /// The same as the system tells it without the standard library.
    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    pub fn of_stat(stat: &rustix::fs::Stat) -> Option<Self> {
        let nanos = |seconds: i64, nanos: i64| seconds.checked_mul(1_000_000_000)?.checked_add(nanos);
        let modified = nanos(stat.st_mtime, stat.st_mtime_nsec as i64)?;
        let changed = nanos(stat.st_ctime, stat.st_ctime_nsec as i64)?;
        Some(Self { size: stat.st_size as u64, modified, changed, inode: stat.st_ino })
    }

    /// When it was last written to, in nanoseconds since 1970.
    pub fn modified(&self) -> i64 {
        self.modified
    }

    /// Whether the last change was so long before `now`, in nanoseconds, that a change from now on shows. Git calls an entry of its
    /// index that is not so racily clean.
    pub fn is_settled(&self, now: i64) -> bool {
        self.modified.max(self.changed) < now.saturating_sub(EXACT_TO)
    }
}

impl BorshSerialize for Stamp {
    fn serialize<W: Write>(&self, to: &mut W) -> io::Result<()> {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&self.size.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.modified.to_le_bytes());
        bytes[16..24].copy_from_slice(&self.changed.to_le_bytes());
        bytes[24..].copy_from_slice(&self.inode.to_le_bytes());
        to.write_all(&bytes)
    }
}

impl BorshDeserialize for Stamp {
    fn deserialize_reader<R: Read>(from: &mut R) -> io::Result<Self> {
        let [size, modified, changed, inode] = <[[u8; 8]; 4]>::deserialize_reader(from)?;
        let (modified, changed) = (i64::from_le_bytes(modified), i64::from_le_bytes(changed));
        Ok(Self { size: u64::from_le_bytes(size), modified, changed, inode: u64::from_le_bytes(inode) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAMP: Stamp = Stamp { size: 1, modified: 2, changed: 3, inode: 4 };

    #[test]
    fn everything_that_is_told_of_a_file_is_packed() {
        let stamps = [
            STAMP,
            Stamp { size: 2, ..STAMP },
            Stamp { modified: -3, ..STAMP },
            Stamp { changed: 2, ..STAMP },
            Stamp { inode: 5, ..STAMP },
        ];
        for stamp in stamps {
            assert_eq!(borsh::from_slice::<Stamp>(&borsh::to_vec(&stamp).unwrap()).unwrap(), stamp);
            assert_eq!(stamps.iter().filter(|other| **other == stamp).count(), 1);
        }
    }

    #[test]
    fn what_changed_a_moment_ago_may_change_without_a_trace() {
        for stamp in [Stamp { modified: 10_000_000_000, ..STAMP }, Stamp { changed: 10_000_000_000, ..STAMP }] {
            assert!(!stamp.is_settled(10_000_000_000) && !stamp.is_settled(12_000_000_000));
            assert!(stamp.is_settled(12_000_000_001));
        }
    }
}
