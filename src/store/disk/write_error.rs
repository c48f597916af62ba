//! Why nothing was written.

use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("{path}: {source}", path = path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("{path} is there already", path = .0.display())]
    Exists(PathBuf),
    #[error("{path} is not there", path = .0.display())]
    Gone(PathBuf),
    #[error("{path} is not a regular file", path = .0.display())]
    NotAFile(PathBuf),
    #[error("{path} holds the marks of an unfinished merge", path = .0.display())]
    Conflict(PathBuf),
    #[error("{path} does not begin its items in the first column, so that no line can be added to it", path = .0.display())]
    NoLines(PathBuf),
    #[error("{path} would have more than {limit} bytes, and would not be read any more", path = path.display())]
    Full { path: PathBuf, limit: usize },
    #[error("{path} was changed by somebody else in the meantime", path = .0.display())]
    Changed(PathBuf),
    #[error("{path} is no folder", path = .0.display())]
    NotAFolder(PathBuf),
    #[error("{path}: what a command left to be finished cannot be read: {why}", path = path.display())]
    Journal { path: PathBuf, why: String },
    #[error("{why}, and what was done before could not be taken back: {undo}")]
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
