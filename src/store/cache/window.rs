//! A file of the cache as its readers see it: what one thread asks for stands one after the other, as it was left, so that one look
//! into the file brings what many ask for.

use std::cell::RefCell;
use std::fs::File;
use std::sync::atomic::{AtomicUsize, Ordering};

/// So much is read at once, in bytes.
const WINDOW: usize = 1 << 16;

/// What a thread read last.
struct Window {
    /// The number of the file it is of; of none at first.
    of: usize,
    /// Where it begins there.
    at: u64,
    bytes: Vec<u8>,
}

thread_local! {
    static LAST: RefCell<Window> = const { RefCell::new(Window { of: 0, at: 0, bytes: Vec::new() }) };
}

/// A file that nobody changes.
pub struct Windows {
    file: File,
    /// Another one for each file that is opened.
    number: usize,
}

impl Windows {
    pub fn of(file: File) -> Self {
        static OPENED: AtomicUsize = AtomicUsize::new(1);
        Self { file, number: OPENED.fetch_add(1, Ordering::Relaxed) }
    }

    /// The bytes at a place, read by themselves.
    pub fn read(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        read_into(&self.file, at, &mut bytes).map(|()| bytes)
    }

    /// What `look` makes of the bytes at a place; what follows them up to `end` is read ahead.
    pub fn look<R>(&self, at: u64, length: usize, end: u64, look: impl FnOnce(&[u8]) -> R) -> Option<R> {
        LAST.with_borrow_mut(|last| {
            let start = at.checked_sub(last.at).filter(|_| last.of == self.number);
            let start = start.and_then(|start| usize::try_from(start).ok());
            let known = start.filter(|start| start.checked_add(length).is_some_and(|end| end <= last.bytes.len()));
            let start = match known {
                Some(start) => start,
                None => last.fill(self, at, length, end).map(|()| 0)?,
            };
            last.bytes.get(start..start + length).map(look)
        })
    }
}

impl Window {
    fn fill(&mut self, from: &Windows, at: u64, length: usize, end: u64) -> Option<()> {
        let ahead = usize::try_from(end.saturating_sub(at)).unwrap_or(WINDOW).min(WINDOW);
        self.of = 0;
        self.bytes.resize(ahead.max(length), 0);
        read_into(&from.file, at, &mut self.bytes)?;
        (self.of, self.at) = (from.number, at);
        Some(())
    }
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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::FileExt;

    use super::super::file::{Draft, Known};
    use super::WINDOW;

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
        // What is not as it was written is as if it were not there.
        let other = std::fs::OpenOptions::new().write(true).open(folder.path().join("1")).unwrap();
        let known = Known::open(&folder.path().join("1"), 42).unwrap();
        other.write_all_at(b"other", 10).unwrap();
        assert_eq!((known.get(&[1; 16]), known.get(&[2; 16])), (None, Some(thing(1, 2))));
    }
}
