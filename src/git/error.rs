//! Why a store cannot be read from a revision.

use std::path::PathBuf;

use crate::language::say;

#[derive(Debug, thiserror::Error)]
pub enum RevisionError {
    #[error("{}", say!("git is not installed, or not in $PATH"))]
    NoGit,
    #[error("{}", say!("{path} is in no Git repository", path = _0.display()))]
    NoRepository(PathBuf),
    #[error("{}", say!("Git knows no commit \"{rev}\"", rev))]
    Unknown {
        rev: String,
        /// Whether the clone holds only the newest part of history.
        shallow: bool,
    },
    #[error("{}", say!("{rev} holds no {path}", rev, path))]
    NoStore { rev: String, path: String },
    /// In Git's own words.
    #[error("{}", say!("Git: {why}", why))]
    Git { why: String },
}
