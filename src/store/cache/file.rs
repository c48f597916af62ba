//! A file of the cache: what is remembered, one after the other, then a table of where each stands, then what it all belongs to.
//!
//! It is written once and never changed: a new one is put in its place. What is not as it was written is as if it were not there.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

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

/// So much is read at once: what one thread asks for stands one after the other, as it was left.
const WINDOW: usize = 1 << 16;

thread_local! {
    /// What a thread read last, of which file, and where it stands there.
    static READ: RefCell<(usize, u64, Vec<u8>)> = const { RefCell::new((0, 0, Vec::new())) };
}

/// What was remembered by an earlier run.
pub struct Known {
    file: File,
    /// Another one for each file that is opened.
    number: usize,
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
        let end: [u8; END] = read(&file, size.checked_sub(END as u64)?, END)?.try_into().ok()?;
        let number = |from: usize| number(&end[from..]);
        let (rows, hash) = (number(32), number(40));
        let table = rows.checked_mul(ROW as u64).filter(|table| *table < MOST)?;
        let whole = number(24).checked_add(table)?.checked_add(END as u64)? == size;
        if &end[..8] != MAGIC || end[8..24] != key.to_le_bytes() || !whole {
            return None;
        }
        let table = read(&file, number(24), table as usize).filter(|table| xxh3_64(table) == hash)?;
        let objectives = usize::try_from(number(48)).ok()?;
        static OPENED: AtomicUsize = AtomicUsize::new(1);
        let (end, number) = (number(24), OPENED.fetch_add(1, Ordering::Relaxed));
        Some(Self { file, number, end, table, objectives })
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
        READ.with_borrow_mut(|read| {
            self.within(read, span).filter(|bytes| xxh3_64(bytes) == span.hash).map(<[u8]>::to_vec)
        })
    }

    /// The bytes of a span, and more behind them in what was read.
    fn within<'r>(&self, (number, at, bytes): &'r mut (usize, u64, Vec<u8>), span: Span) -> Option<&'r [u8]> {
        let length = span.length as usize;
        let holds =
            *number == self.number && span.at >= *at && span.at + u64::from(span.length) <= *at + bytes.len() as u64;
        if !holds {
            *number = 0;
            let whole = usize::try_from(self.end - span.at).map_or(WINDOW, |left| left.min(WINDOW)).max(length);
            bytes.resize(whole, 0);
            read_into(&self.file, span.at, bytes)?;
            (*number, *at) = (self.number, span.at);
        }
        bytes.get((span.at - *at) as usize..)?.get(..length)
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

fn read(file: &File, at: u64, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    read_into(file, at, &mut bytes).map(|()| bytes)
}

#[cfg(unix)]
fn read_into(file: &File, at: u64, bytes: &mut [u8]) -> Option<()> {
    use std::os::unix::fs::FileExt;
    file.read_exact_at(bytes, at).ok()
}

/// Without stamps nothing is ever remembered.
#[cfg(not(unix))]
fn read_into(_file: &File, _at: u64, _bytes: &mut [u8]) -> Option<()> {
    None
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What the file of a number remembers by this hash.
    fn thing(number: u8, at: u8) -> Vec<u8> {
        let length = if at == 7 { 3 * WINDOW } else { usize::from(at) * 50 };
        (0..length).map(|byte| (byte as u8).wrapping_mul(number).wrapping_add(at)).collect()
    }

    #[test]
    fn things_are_found_whole_in_whatever_order_and_files_they_are_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let files = [1, 2, 3].map(|number| {
            let path = folder.path().join(number.to_string());
            let mut draft = Draft::begin(folder.path()).unwrap();
            (0..=u8::MAX).for_each(|at| draft.add(&[at; 16], &thing(number, at)).unwrap());
            draft.finish(&path, 42, 256).unwrap();
            assert!(Known::open(&path, 43).is_none());
            (number, Known::open(&path, 42).unwrap())
        });
        for step in [1, 3, 85, 255] {
            for at in (0..=u8::MAX).map(|at| at.wrapping_mul(step)) {
                // Two files in turns, then one alone.
                let few = if at % 8 < 4 { &files[..2] } else { &files[2..] };
                few.iter().for_each(|(number, known)| assert_eq!(known.get(&[at; 16]), Some(thing(*number, at))));
            }
        }
        let other = std::fs::OpenOptions::new().write(true).open(folder.path().join("1")).unwrap();
        let known = Known::open(&folder.path().join("1"), 42).unwrap();
        std::os::unix::fs::FileExt::write_all_at(&other, b"other", 10).unwrap();
        assert_eq!((known.get(&[1; 16]), known.get(&[2; 16])), (None, Some(thing(1, 2))));
    }
}
