//! Adding to the end of a file: locked, in one write, synced, taken back where the disk will not hold it all.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::lock::{open_regular, same_file, wait};
use super::write_error::{WriteError, io_at};

/// A file that nobody else adds to meanwhile, with what it holds.
pub struct Appending {
    file: File,
    path: PathBuf,
    pub bytes: Vec<u8>,
}

impl Appending {
    /// Opens for appending, waits for the lock, and reads. Links are not followed; a file that was moved away while we waited is
    /// looked for again under its name.
    ///
    /// # Errors
    /// When the file is absent, no regular file, or the system refuses.
    pub fn open(path: &Path) -> Result<Self, WriteError> {
        loop {
            let file = open_regular(path, OpenOptions::new().read(true).append(true))?;
            wait(&file, path)?;
            if same_file(&file, path).map_err(io_at(path))? {
                let mut bytes = Vec::new();
                (&file).read_to_end(&mut bytes).map_err(io_at(path))?;
                return Ok(Self { file, path: path.to_owned(), bytes });
            }
        }
    }

    /// Puts more behind the first `keep` bytes, and syncs; on any error the file is as it was.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn add(mut self, keep: usize, more: &[u8]) -> Result<(), WriteError> {
        if keep < self.bytes.len() {
            self.cut(keep)?;
        }
        self.write_once(more).and_then(|()| self.file.sync_data()).map_err(|source| {
            // Truncating works even on a full disk, and gives back the room for what was cut off; if it does not, there is
            // nothing left to try.
            let _ = self.cut(keep);
            let _ = self.file.write_all(&self.bytes[keep..]);
            WriteError::Io { path: self.path.clone(), source }
        })
    }

    fn cut(&self, bytes: usize) -> Result<(), WriteError> {
        self.file.set_len(bytes as u64).map_err(io_at(&self.path))
    }

    /// One write: what a reader without a lock sees is a prefix, never a mixture.
    fn write_once(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.file.write(bytes)?;
        // A short write means that there is no room; the next one says why.
        self.file.write_all(&bytes[written..])
    }
}
