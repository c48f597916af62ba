//! A file of the cache: what is remembered, one after the other, then a table of where each stands, then what it all belongs to.
//!
//! It is written once and never changed: a new one is put in its place. What is not as it was written is as if it were not there.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

use super::print::{Print, Stamp};

const MAGIC: &[u8; 8] = b"okrcache";
const END: usize = 48;
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
    file: File,
    /// Where the table begins.
    end: u64,
    spans: HashMap<[u64; 2], Span>,
}

impl Known {
    /// The file at a path, if it is whole and belongs to `key`.
    pub fn open(path: &Path, key: u128) -> Option<Self> {
        let file = File::open(path).ok()?;
        let size = file.metadata().ok().filter(|metadata| metadata.is_file())?.len();
        let end: [u8; END] = read(&file, size.checked_sub(END as u64)?, END)?.try_into().ok()?;
        let number = |from: usize| u64::from_le_bytes(end[from..from + 8].try_into().unwrap_or_default());
        let (rows, hash) = (number(32), number(40));
        let table = rows.checked_mul(ROW as u64).filter(|table| *table < MOST)?;
        let whole = number(24).checked_add(table)?.checked_add(END as u64)? == size;
        if &end[..8] != MAGIC || end[8..24] != key.to_le_bytes() || !whole {
            return None;
        }
        let table = read(&file, number(24), table as usize).filter(|table| xxh3_64(table) == hash)?;
        Some(Self { file, end: number(24), spans: table.chunks_exact(ROW).map(row).collect() })
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    pub fn knows(&self, print: &Print) -> bool {
        self.spans.contains_key(&print.hash())
    }

    /// What is remembered of the files with these prints, read in one piece: they are looked at in the order in which they were
    /// written.
    pub fn piece<'p>(&self, prints: impl Iterator<Item = Option<&'p Print>>) -> Piece {
        let spans: Vec<Option<Span>> = prints.map(|print| self.spans.get(&print?.hash()).copied()).collect();
        let all = || spans.iter().flatten();
        let from = all().map(|span| span.at).min().unwrap_or(0);
        let to = all().map(|span| span.at.saturating_add(u64::from(span.length))).max().unwrap_or(0);
        let length = usize::try_from(to.saturating_sub(from).min(self.end.saturating_sub(from))).unwrap_or(0);
        let bytes = read(&self.file, from, length).unwrap_or_default();
        Piece { from, bytes, spans }
    }
}

/// A piece of the file, and where in it what was asked for stands.
pub struct Piece {
    from: u64,
    bytes: Vec<u8>,
    spans: Vec<Option<Span>>,
}

impl Piece {
    /// What is remembered of the files whose print came at this place, if it is as it was written.
    pub fn get(&self, at: usize) -> Option<&[u8]> {
        let span = self.spans.get(at)?.as_ref()?;
        let from = usize::try_from(span.at.checked_sub(self.from)?).ok()?;
        let bytes = self.bytes.get(from..from.checked_add(span.length as usize)?)?;
        (xxh3_64(bytes) == span.hash).then_some(bytes)
    }
}

fn row(row: &[u8]) -> ([u64; 2], Span) {
    let number = |from: usize| u64::from_le_bytes(row[from..from + 8].try_into().unwrap_or_default());
    let length = u32::from_le_bytes(row[24..28].try_into().unwrap_or_default());
    ([number(0), number(8)], Span { at: number(16), length, hash: number(28) })
}

#[cfg(unix)]
fn read(file: &File, at: u64, length: usize) -> Option<Vec<u8>> {
    use std::os::unix::fs::FileExt;
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, at).ok().map(|()| bytes)
}

/// Without stamps nothing is ever remembered.
#[cfg(not(unix))]
fn read(_file: &File, _at: u64, _length: usize) -> Option<Vec<u8>> {
    None
}

/// A file that is being written.
pub struct Draft {
    file: BufWriter<NamedTempFile>,
    /// When it was begun, by the clock that stamps files.
    begun: i64,
    at: u64,
    table: Vec<u8>,
}

impl Draft {
    /// Begins one in a folder.
    pub fn begin(folder: &Path) -> Option<Self> {
        let file = NamedTempFile::new_in(folder).ok()?;
        let begun = Stamp::of(&file.as_file().metadata().ok()?)?.modified();
        Some(Self { file: BufWriter::with_capacity(1 << 18, file), begun, at: 0, table: Vec::new() })
    }

    /// Whether what was read of files with this print since it was begun may be remembered.
    pub fn takes(&self, print: &Print) -> bool {
        print.is_settled(self.begun)
    }

    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, print: &Print, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.file.write_all(bytes)?;
        for number in [print.hash()[0], print.hash()[1], self.at] {
            self.table.extend(number.to_le_bytes());
        }
        self.table.extend(length.to_le_bytes());
        self.table.extend(xxh3_64(bytes).to_le_bytes());
        self.at += u64::from(length);
        Ok(())
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self, path: &Path, key: u128) -> io::Result<()> {
        self.file.write_all(&self.table)?;
        self.file.write_all(MAGIC)?;
        self.file.write_all(&key.to_le_bytes())?;
        for number in [self.at, (self.table.len() / ROW) as u64, xxh3_64(&self.table)] {
            self.file.write_all(&number.to_le_bytes())?;
        }
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.persist(path).map_err(|failed| failed.error)?;
        Ok(())
    }
}
