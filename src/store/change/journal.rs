//! What a command is about to do to several files, written down before the first of them is touched: if it is killed, the
//! next command reads it here and does the rest.
//!
//! The journal of a store in a Git repository is in the repository's own folder, where no commit can bring one along;
//! otherwise it is in the store.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

use super::step::Step;
use crate::store::disk::{self, WriteError, io_at};
use crate::store::layout;
use crate::store::source::{Folder, ReadError, Source};

/// The version of the journal's form.
const VERSION: u32 = 1;

/// A journal larger than this is none of ours.
const MAX: usize = 1 << 30;

/// A change that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    version: u32,
    /// What changes, in the words of the command: `move acme/renewing`.
    pub what: String,
    /// When it was begun.
    pub at: String,
    pub steps: Vec<Step>,
}

impl Journal {
    pub fn new(what: String, at: String, steps: Vec<Step>) -> Self {
        Self { version: VERSION, what, at, steps }
    }

    /// Writes it, whole and synced.
    ///
    /// # Errors
    /// When there is one already, or the system refuses.
    pub fn write(&self, path: &Path) -> Result<(), WriteError> {
        let text = serde_json::to_string(self).map_err(|why| io_at(path)(why.into()))?;
        disk::create(path, &text)?;
        path.parent().map(disk::sweep);
        Ok(())
    }

    /// A step as it is to be done now: lines for a history that has its new name already go there.
    pub fn as_of_now(&self, step: &Step, folder: &Folder) -> Step {
        let Step::Append { path, lines } = step else { return step.clone() };
        let named = |step: &Step| match step {
            Step::Rename { path: old, to } if old == path && !folder.has(old) => Some(to.clone()),
            _ => None,
        };
        let path = self.steps.iter().find_map(named).unwrap_or_else(|| path.clone());
        Step::Append { path, lines: lines.clone() }
    }

    /// The journal that a command left behind, if one did.
    ///
    /// # Errors
    /// When it cannot be read, or names what is no file of a store.
    pub fn read(path: &Path) -> Result<Option<Self>, WriteError> {
        let refused = |why: String| WriteError::Journal { path: path.to_owned(), why };
        let (folder, name) = (path.parent().unwrap_or(path), path.file_name().unwrap_or_default().to_string_lossy());
        let bytes = match Folder::new(folder.to_owned(), String::new()).read(&name, MAX) {
            Ok(bytes) => bytes,
            Err(ReadError::NotFound) => return Ok(None),
            Err(why) => return Err(refused(why.to_string())),
        };
        let journal: Self = serde_json::from_slice(&bytes).map_err(|why| refused(why.to_string()))?;
        if journal.version != VERSION {
            return Err(refused(format!("it is of version {}, which this okr does not know", journal.version)));
        }
        if let Some(stranger) = journal.steps.iter().flat_map(Step::paths).find(|path| !layout::is_ours(path)) {
            return Err(refused(format!("{stranger:?} is no file of a store")));
        }
        Ok(Some(journal))
    }
}

/// Where the journal of a store is, if one is left.
pub fn place(root: &Path) -> PathBuf {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let repository = root.ancestors().find_map(|folder| Some((folder, git_folder(folder)?)));
    match repository {
        None => root.join(layout::JOURNAL),
        Some((top, git)) => {
            let below = root.strip_prefix(top).unwrap_or(&root);
            let name: String =
                Sha1::digest(below.as_os_str().as_encoded_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            git.join("okr").join(format!("{name}.change"))
        }
    }
}

/// Git's own folder of a work tree that begins here: `.git`, or where the file of that name points to.
fn git_folder(top: &Path) -> Option<PathBuf> {
    let git = top.join(".git");
    let metadata = fs::symlink_metadata(&git).ok()?;
    let folder = if metadata.is_file() {
        let text = fs::read_to_string(&git).ok()?;
        top.join(text.strip_prefix("gitdir:")?.trim())
    } else {
        git
    };
    folder.join("HEAD").is_file().then_some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_in_the_repository_where_there_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let top = fs::canonicalize(folder.path()).unwrap();
        let store = top.join("team/okrs");
        fs::create_dir_all(&store).unwrap();
        assert_eq!(place(&store), store.join(layout::JOURNAL));
        // An empty folder of that name is no repository.
        fs::create_dir(top.join(".git")).unwrap();
        assert_eq!(place(&store), store.join(layout::JOURNAL));
        disk::create(&top.join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
        let inside = place(&store);
        assert!(inside.starts_with(top.join(".git/okr")), "{}", inside.display());
        assert_ne!(inside, place(&top.join("team")));
        // The work tree of another repository, or of a submodule.
        disk::create(&top.join("team/.git"), "gitdir: ../.git\n").unwrap();
        assert!(place(&store).starts_with(top.join("team/../.git/okr")));
    }

    #[test]
    fn what_names_a_file_outside_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(layout::JOURNAL);
        for stranger in ["../a", "/etc/passwd", "2026/acme/../x.yaml", ".git/config", "a/b/c/d.yaml", ""] {
            let step = Step::Create { path: stranger.to_owned(), text: String::new() };
            Journal::new("x".into(), "y".into(), vec![step]).write(&path).unwrap();
            assert!(matches!(Journal::read(&path), Err(WriteError::Journal { .. })), "{stranger}");
            disk::remove_file(&path).unwrap();
        }
    }
}
