//! Why a store cannot be read from a revision.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum RevisionError {
    #[error("git is not installed, or not in $PATH")]
    NoGit,
    #[error("{path} is in no Git repository", path = .0.display())]
    NoRepository(PathBuf),
    #[error("Git knows no commit \"{rev}\"")]
    Unknown {
        rev: String,
        /// Whether the clone holds only the newest part of history.
        shallow: bool,
    },
    #[error("{rev} holds no {path}")]
    NoStore { rev: String, path: String },
    /// In Git's own words.
    #[error("Git: {why}")]
    Git { why: String },
}
