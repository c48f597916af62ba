//! Reading objects out of a repository, from as many threads as there are.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, PoisonError};

use super::command::git;
use crate::language::say;
use crate::store::ReadError;

/// The objects of a repository. Each thread that reads has a `git cat-file` of its own, started when it is first needed
/// and kept until the end: one question is asked of it at a time, and its answer read whole, so neither side ever waits
/// for the other to empty a pipe.
pub struct Blobs {
    folder: PathBuf,
    idle: Mutex<Vec<Reader>>,
}

/// An object as read.
pub struct Object {
    /// Its whole name.
    pub id: String,
    pub bytes: Vec<u8>,
}

impl Blobs {
    /// The objects of the repository around a folder.
    ///
    /// # Errors
    /// When Git cannot be started.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let first = Reader::start(folder)?;
        Ok(Self { folder: folder.to_owned(), idle: Mutex::new(vec![first]) })
    }

    /// Whether the repository has no object of this name.
    pub fn lacks(&self, name: &str) -> bool {
        matches!(self.read(name, usize::MAX), Err(ReadError::NotFound))
    }

    /// The object of a name.
    ///
    /// # Errors
    /// When there is none ([`ReadError::NotFound`]), it is larger than `limit`, or Git cannot read it.
    pub fn read(&self, name: &str, limit: usize) -> Result<Object, ReadError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = idle.map_or_else(|| Reader::start(&self.folder), Ok)?;
        let answer = reader.read(name, limit);
        // One whose answer was not read to its end is let go.
        if !matches!(answer, Err(ReadError::Io(_))) {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        }
        answer
    }
}

/// One `git cat-file --batch`.
struct Reader {
    git: Child,
    names: ChildStdin,
    objects: BufReader<ChildStdout>,
}

impl Reader {
    fn start(folder: &Path) -> io::Result<Self> {
        let mut git = git(folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        match (git.stdin.take(), git.stdout.take()) {
            (Some(names), Some(objects)) => {
                Ok(Self { git, names, objects: BufReader::with_capacity(1 << 16, objects) })
            }
            _ => Err(io::Error::other(say!("git has no pipes"))),
        }
    }

    fn read(&mut self, name: &str, limit: usize) -> Result<Object, ReadError> {
        self.names.write_all(format!("{name}\n").as_bytes()).map_err(|_| broken())?;
        // "ID TYPE SIZE", then the bytes and a line's end; or "NAME missing".
        let mut head = String::new();
        self.objects.read_line(&mut head)?;
        if head.trim_end().ends_with(" missing") {
            return Err(ReadError::NotFound);
        }
        let mut words = head.split_whitespace();
        let (Some(id), Some(size)) = (words.next(), words.nth(1).and_then(|size| size.parse::<u64>().ok())) else {
            return Err(broken().into());
        };
        if size > limit as u64 {
            io::copy(&mut self.objects.by_ref().take(size + 1), &mut io::sink())?;
            return Err(ReadError::TooLarge { limit });
        }
        let mut bytes = vec![0; size as usize + 1];
        self.objects.read_exact(&mut bytes)?;
        bytes.pop();
        Ok(Object { id: id.to_owned(), bytes })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It only reads, so it may be stopped anywhere.
        let _ = self.git.kill();
        let _ = self.git.wait();
    }
}

fn broken() -> io::Error {
    io::Error::other(say!("Git cannot read the object; git fsck tells more"))
}
