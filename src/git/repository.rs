//! The repository around a store on disk: where it is, its settings, and what it does with files.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::command::{complaint, git, output};
use super::error::RevisionError;
use crate::language::say;

/// A repository with files checked out.
#[derive(Debug, Clone)]
pub struct Repository {
    /// Its topmost folder.
    pub top: PathBuf,
    /// The folder of a store within it: empty, or with a `/` at its end.
    pub prefix: String,
    /// Where its hooks are.
    pub hooks: PathBuf,
    /// Where it keeps what all of its working trees share.
    common: PathBuf,
}

impl Repository {
    /// The repository around a folder.
    ///
    /// # Errors
    /// When there is no Git, or no repository with files checked out.
    pub fn around(root: &Path) -> Result<Self, RevisionError> {
        let places = said(root, &["rev-parse", "--show-toplevel"])?;
        let top = PathBuf::from(places);
        let prefix = said(root, &["rev-parse", "--show-prefix"])?;
        // A path of the settings is relative to the topmost folder, so that is where it is asked for.
        let hooks = top.join(said(&top, &["rev-parse", "--git-path", "hooks"])?);
        let common = top.join(said(&top, &["rev-parse", "--git-common-dir"])?);
        Ok(Self { top, prefix, hooks, common })
    }

    /// Whether the hooks are this repository's alone, and not those of all that a user has.
    pub fn owns_hooks(&self) -> bool {
        let real = |path: &Path| {
            let known = path.ancestors().find(|path| path.exists()).unwrap_or(path);
            let rest = path.strip_prefix(known).unwrap_or(Path::new(""));
            known.canonicalize().map_or_else(|_| path.to_owned(), |known| known.join(rest))
        };
        let hooks = real(&self.hooks);
        hooks.starts_with(real(&self.common)) || hooks.starts_with(real(&self.top))
    }

    /// A file below the topmost folder as messages name it: relative to that folder, if it is in it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.top).unwrap_or(path).to_string_lossy().into_owned()
    }

    /// A setting of this repository alone.
    ///
    /// # Errors
    /// When Git cannot be started.
    pub fn setting(&self, name: &str) -> Result<Option<String>, RevisionError> {
        let output = output(git(&self.top).args(["config", "--local", "--get", name]))?;
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(output.status.success().then(|| text.trim_end_matches('\n').to_owned()))
    }

    /// Sets a setting of this repository alone.
    ///
    /// # Errors
    /// When Git will not.
    pub fn set(&self, name: &str, value: &str) -> Result<(), RevisionError> {
        said(&self.top, &["config", "--local", "--replace-all", name, value]).map(drop)
    }

    /// Removes a setting of this repository, if it is there.
    ///
    /// # Errors
    /// When Git will not.
    pub fn unset(&self, name: &str) -> Result<(), RevisionError> {
        match self.setting(name)? {
            Some(_) => said(&self.top, &["config", "--local", "--unset-all", name]).map(drop),
            None => Ok(()),
        }
    }

    /// How Git merges a file of the store: the value of its attribute `merge`.
    ///
    /// # Errors
    /// When Git cannot tell.
    pub fn merges(&self, file: &str) -> Result<String, RevisionError> {
        let path = format!("{}{file}", self.prefix);
        // PATH, attribute and value, each ended by a NUL.
        let all = said(&self.top, &["check-attr", "-z", "merge", "--", &path])?;
        Ok(all.split('\0').nth(2).unwrap_or_default().to_owned())
    }
}

/// Whether the newest commit holds a file or folder of a store; `false` without Git or without a commit.
pub fn is_committed(root: &Path, path: &str) -> bool {
    let name = format!("HEAD:./{path}");
    output(git(root).env("GIT_NO_LAZY_FETCH", "1").args(["cat-file", "-e", &name]))
        .is_ok_and(|output| output.status.success())
}

fn said(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Result<String, RevisionError> {
    // Reading the index must not run what the repository's settings name for it.
    let output = output(git(folder).args(["-c", "core.fsmonitor=false"]).args(arguments))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches(['\n', '\r']).to_owned());
    }
    Err(match complaint(&output) {
        Some(why) if why.starts_with("not a git repository") => RevisionError::NoRepository(folder.to_owned()),
        Some(why) => RevisionError::Git { why },
        None => RevisionError::Git { why: say!("it ended with {status}", status = output.status) },
    })
}
