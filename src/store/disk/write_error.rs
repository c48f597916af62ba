//! Why nothing was written.

use std::io;
use std::path::{Path, PathBuf};

use crate::language::{reason, say};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("{}", say!("{path}: {why}", path = path.display(), why = reason(source)))]
    Io { path: PathBuf, source: io::Error },
    #[error("{}", say!("{path} is there already", path = _0.display()))]
    Exists(PathBuf),
    #[error("{}", say!("{path} is not there", path = _0.display()))]
    Gone(PathBuf),
    #[error("{}", say!("{path} is not a regular file", path = _0.display()))]
    NotAFile(PathBuf),
    #[error("{}", say!("{path} holds the marks of an unfinished merge", path = _0.display()))]
    Conflict(PathBuf),
    #[error("{}", say!(
        "{path} does not begin its items in the first column, so that no line can be added to it",
        path = _0.display(),
    ))]
    NoLines(PathBuf),
    #[error("{}", say!(
        "{path} would have more than {limit} bytes, and would not be read any more",
        path = path.display(),
        limit,
    ))]
    Full { path: PathBuf, limit: usize },
    #[error("{}", say!("{path} was changed by somebody else in the meantime", path = _0.display()))]
    Changed(PathBuf),
    #[error("{}", say!("{path} is no folder", path = _0.display()))]
    NotAFolder(PathBuf),
    #[error("{}", say!(
        "{path}: what a command left to be finished cannot be read: {why}",
        path = path.display(),
        why,
    ))]
    Journal { path: PathBuf, why: String },
    #[error("{}", say!("{why}, and what was done before could not be taken back: {undo}", why, undo))]
    HalfDone { why: Box<WriteError>, undo: Box<WriteError> },
}

impl WriteError {
    /// The same failure with its file under another name, if there is one.
    pub fn at(mut self, name: impl Fn(&Path) -> Option<PathBuf>) -> Self {
        let (Self::Io { path, .. }
        | Self::Exists(path)
        | Self::Gone(path)
        | Self::NotAFile(path)
        | Self::Conflict(path)
        | Self::NoLines(path)
        | Self::Full { path, .. }
        | Self::Changed(path)
        | Self::NotAFolder(path)
        | Self::Journal { path, .. }) = &mut self
        else {
            return self;
        };
        if let Some(other) = name(path) {
            *path = other;
        }
        self
    }
}

pub fn io_at(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    |source| WriteError::Io { path: path.to_owned(), source }
}
