//! A file of the cache: what is remembered, one after the other, then a table of where each stands, then what it all belongs to.
//!
//! It is written once and never changed: a new one is put in its place. What is not as it was written is as if it were not there.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

use super::window::Windows;

/// A number of 128 bits as bytes, the highest first.
pub type Hash = [u8; 16];

const MAGIC: &[u8; 8] = b"okrcache";
const END: usize = 56;
const ROW: usize = 36;
/// No table is as large as this, in bytes.
const MOST: u64 = 1 << 30;

/// Where something stands in the file, and the hash of its bytes.
#[derive(Debug, Clone, Copy)]
struct Span {
    at: u64,
    length: u32,
    hash: u64,
}

/// What was remembered by an earlier run.
pub struct Known {
    file: Windows,
    /// Where the table begins.
    end: u64,
    /// A row for each thing that is remembered, by the hash with which it begins.
    table: Vec<u8>,
    objectives: usize,
}

impl Known {
    /// The file at a path, if it is whole and belongs to `key`.
    pub fn open(path: &Path, key: u128) -> Option<Self> {
        let file = File::open(path).ok()?;
        let size = file.metadata().ok().filter(|metadata| metadata.is_file())?.len();
        let file = Windows::of(file);
        let end: [u8; END] = file.read(size.checked_sub(END as u64)?, END)?.try_into().ok()?;
        let number = |from: usize| number(&end[from..]);
        let (rows, hash) = (number(32), number(40));
        let table = rows.checked_mul(ROW as u64).filter(|table| *table < MOST)?;
        let whole = number(24).checked_add(table)?.checked_add(END as u64)? == size;
        if &end[..8] != MAGIC || end[8..24] != key.to_le_bytes() || !whole {
            return None;
        }
        let table = file.read(number(24), table as usize).filter(|table| xxh3_64(table) == hash)?;
        let objectives = usize::try_from(number(48)).ok()?;
        Some(Self { file, end: number(24), table, objectives })
    }

    /// How many things are remembered.
    pub fn len(&self) -> usize {
        self.table.len() / ROW
    }

    fn find(&self, hash: &Hash) -> Option<Span> {
        let (rows, _) = self.table.as_chunks::<ROW>();
        let at = rows.binary_search_by(|row| row[..16].cmp(hash)).ok()?;
        let span = Span::of(&rows[at]);
        // What is no place in the file is as if it were not there.
        span.at.checked_add(u64::from(span.length)).is_some_and(|end| end <= self.end).then_some(span)
    }

    /// How many objectives whoever wrote it counted in all of them.
    pub fn objectives(&self) -> usize {
        self.objectives
    }

    /// Whether anything is remembered by this hash.
    pub fn holds(&self, hash: &Hash) -> bool {
        self.find(hash).is_some()
    }

    /// What is remembered by this hash, if it is as it was written.
    pub fn get(&self, hash: &Hash) -> Option<Vec<u8>> {
        let span = self.find(hash)?;
        let whole = |bytes: &[u8]| (xxh3_64(bytes) == span.hash).then(|| bytes.to_vec());
        self.file.look(span.at, span.length as usize, self.end, whole)?
    }
}

impl Span {
    fn of(row: &[u8; ROW]) -> Self {
        let length = row[24..].first_chunk().map_or(0, |length| u32::from_le_bytes(*length));
        Self { at: number(&row[16..]), length, hash: number(&row[28..]) }
    }

    fn row(&self, hash: &Hash) -> [u8; ROW] {
        let mut row = [0; ROW];
        row[..16].copy_from_slice(hash);
        row[16..24].copy_from_slice(&self.at.to_le_bytes());
        row[24..28].copy_from_slice(&self.length.to_le_bytes());
        row[28..].copy_from_slice(&self.hash.to_le_bytes());
        row
    }
}

/// The number with which bytes begin.
fn number(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |number| u64::from_le_bytes(*number))
}

/// A file that is being written.
pub struct Draft {
    file: BufWriter<NamedTempFile>,
    at: u64,
    rows: Vec<[u8; ROW]>,
}

impl Draft {
    /// Begins one in a folder.
    pub fn begin(folder: &Path) -> Option<Self> {
        let file = NamedTempFile::new_in(folder).ok()?;
        Some(Self { file: BufWriter::with_capacity(1 << 18, file), at: 0, rows: Vec::new() })
    }

    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, hash: &Hash, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.file.write_all(bytes)?;
        self.rows.push(Span { at: self.at, length, hash: xxh3_64(bytes) }.row(hash));
        self.at += u64::from(length);
        Ok(())
    }

    /// Puts it in its place, with how many objectives there are.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self, path: &Path, key: u128, objectives: usize) -> io::Result<()> {
        self.rows.sort_unstable();
        let table = self.rows.as_flattened();
        self.file.write_all(table)?;
        self.file.write_all(MAGIC)?;
        self.file.write_all(&key.to_le_bytes())?;
        for number in [self.at, self.rows.len() as u64, xxh3_64(table), objectives as u64] {
            self.file.write_all(&number.to_le_bytes())?;
        }
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.persist(path).map_err(|failed| failed.error)?;
        Ok(())
    }
}
