//! What a command is about to do to several files, written down before the first of them is touched: if it is killed, the
//! next command reads it here and does the rest.
//!
//! The journal of a store in a Git repository is in the repository's own folder, where no commit can bring one along;
//! otherwise it is in the store. It says which folder it is about, so that it is found again when a store is renamed, and is
//! not followed in a copy.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

use super::step::Step;
use crate::language::say;
use crate::store::disk::{self, WriteError, io_at};
use crate::store::layout;
use crate::store::source::{Folder, ReadError, Source};

/// The version of the journal's form.
const VERSION: u32 = 2;

/// The most bytes of a journal, which may hold the histories of several objectives.
const MAX: usize = 4 * layout::MAX_HISTORY;

/// The most bytes of the file that says where Git's own folder is.
const MAX_LINK: usize = 1 << 16;

/// A change that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    version: u32,
    /// What changes, in the words of the command: `move acme/renewing`.
    pub what: String,
    /// When it was begun.
    pub at: String,
    store: Identity,
    /// What stands or falls together.
    pub parts: Vec<Vec<Step>>,
}

/// What every version of a journal says.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// The folder of a store, by its name and by what the file system calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Identity {
    folder: String,
    inode: Option<u64>,
}

impl Identity {
    fn of(root: &Path) -> Self {
        let whole = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        #[cfg(unix)]
        let inode = fs::metadata(&whole).ok().map(|metadata| std::os::unix::fs::MetadataExt::ino(&metadata));
        #[cfg(not(unix))]
        let inode = None;
        Self { folder: whole.to_string_lossy().into_owned(), inode }
    }

    fn is(&self, other: &Self) -> bool {
        self.folder == other.folder || (self.inode.is_some() && self.inode == other.inode)
    }
}

impl Journal {
    /// What is to be done in the store in a folder.
    pub fn new(root: &Path, what: String, at: String, parts: Vec<Vec<Step>>) -> Self {
        Self { version: VERSION, what, at, store: Identity::of(root), parts }
    }

    /// Writes it, whole and synced.
    ///
    /// # Errors
    /// When there is one already, it would be too large to be read, or the system refuses; it is not there then.
    pub fn write(&self, path: &Path) -> Result<(), WriteError> {
        if let Some(folder) = path.parent().filter(|folder| folder.is_symlink()) {
            return Err(WriteError::NotAFolder(folder.to_owned()));
        }
        let text = serde_json::to_string(self).map_err(|why| io_at(path)(why.into()))?;
        if text.len() > MAX {
            return Err(WriteError::Full { path: path.to_owned(), limit: MAX });
        }
        disk::create(path, &text).inspect_err(|why| {
            // It may have its name already, and only that name is not safe. Nothing was done yet, and nothing is to be.
            if !matches!(why, WriteError::Exists(_)) {
                let _ = disk::remove_file(path);
            }
        })?;
        path.parent().map(disk::sweep);
        Ok(())
    }

    /// Whether it is about the store in this folder, and not about one of which that is a copy.
    pub fn is_about(&self, root: &Path) -> bool {
        self.store.is(&Identity::of(root))
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
        let unread = |why: serde_json::Error| refused(why.to_string());
        let Versioned { version } = serde_json::from_slice(&bytes).map_err(unread)?;
        if version != VERSION {
            return Err(refused(say!("it is of version {version}, which this okr does not know", version)));
        }
        let journal: Self = serde_json::from_slice(&bytes).map_err(unread)?;
        let mut paths = journal.parts.iter().flatten().flat_map(Step::paths);
        if let Some(stranger) = paths.find(|path| !layout::is_ours(path)).map(str::to_owned) {
            return Err(refused(say!("{path} is no file of a store", path = format_args!("{stranger:?}"))));
        }
        drop(paths);
        Ok(Some(journal))
    }
}

/// A step as it is to be done now: lines for a history that has its new name already go there.
pub fn as_of_now(step: &Step, part: &[Step], folder: &Folder) -> Step {
    let Step::Append { path, lines } = step else { return step.clone() };
    let named = |step: &Step| match step {
        Step::Rename { path: old, to } if old == path && !folder.has(old) => Some(to.clone()),
        _ => None,
    };
    let path = part.iter().find_map(named).unwrap_or_else(|| path.clone());
    Step::Append { path, lines: lines.clone() }
}

/// Where the journal of a store is written.
pub fn place(root: &Path) -> PathBuf {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    match repository(&root) {
        None => root.join(layout::JOURNAL),
        Some((top, git)) => {
            let below = root.strip_prefix(top).unwrap_or(&root);
            let name: String =
                Sha1::digest(below.as_os_str().as_encoded_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            git.join(FOLDER).join(format!("{name}.{CHANGE}"))
        }
    }
}

/// The journals that were left behind for a store, also while it had another name in its repository.
pub fn pending(root: &Path) -> Vec<PathBuf> {
    let own = place(root);
    let beside = own.parent().filter(|folder| folder.ends_with(FOLDER)).and_then(|folder| fs::read_dir(folder).ok());
    let others = beside.into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| {
        let is_one = *path != own && path.extension().is_some_and(|ending| ending == CHANGE);
        is_one && Journal::read(path).is_ok_and(|journal| journal.is_some_and(|journal| journal.is_about(root)))
    });
    let mut all: Vec<PathBuf> = others.collect();
    all.sort();
    all.push(own);
    all.retain(|path| fs::symlink_metadata(path).is_ok());
    all
}

/// A journal that stands in the store and is not followed: it came with a commit or a copy, or was left before the store was
/// in a repository.
pub fn stray(root: &Path) -> Option<PathBuf> {
    let root = &fs::canonicalize(root).ok()?;
    let inside = root.join(layout::JOURNAL);
    fs::symlink_metadata(&inside).ok()?;
    let own = repository(root).is_none();
    let is_ours = own && !Journal::read(&inside).is_ok_and(|journal| journal.is_some_and(|it| !it.is_about(root)));
    (!is_ours).then_some(inside)
}

/// Keeps a journal that is not finished under a name that nobody reads. That name.
///
/// # Errors
/// When the system refuses.
pub fn set_aside(path: &Path) -> Result<PathBuf, WriteError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = (1_u32..).map(|number| path.with_file_name(format!("{name}.{number}.left")));
    let mut free = names.filter(|name| fs::symlink_metadata(name).is_err());
    let kept = free.next().unwrap_or_else(|| path.to_owned());
    disk::rename(path, &kept)?;
    Ok(kept)
}

/// The folder of journals in Git's own, and the ending of their names there.
const FOLDER: &str = "okr";
const CHANGE: &str = "change";

/// The work tree that a folder is in, and Git's own folder of it.
fn repository(root: &Path) -> Option<(&Path, PathBuf)> {
    root.ancestors().find_map(|folder| Some((folder, git_folder(folder)?)))
}

/// Git's own folder of a work tree that begins here: `.git`, or where the file of that name points to.
fn git_folder(top: &Path) -> Option<PathBuf> {
    let git = top.join(".git");
    let metadata = fs::symlink_metadata(&git).ok()?;
    let folder = if metadata.is_file() {
        let bytes = Folder::new(top.to_owned(), String::new()).read(".git", MAX_LINK).ok()?;
        let text = String::from_utf8(bytes).ok()?;
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
            Journal::new(folder.path(), "x".into(), "y".into(), vec![vec![step]]).write(&path).unwrap();
            assert!(matches!(Journal::read(&path), Err(WriteError::Journal { .. })), "{stranger}");
            disk::remove_file(&path).unwrap();
        }
    }
}
