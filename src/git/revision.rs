//! A store as it was in a commit.

use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};

use super::blobs::Blobs;
use super::command::{complaint, failed, git, not_started, output};
use super::error::RevisionError;
use super::tree::{Node, Tree};
use crate::language::say;
use crate::store::{Entry, ObjectFormat, ReadError, Source, layout};

/// The largest commit message that is read, in bytes.
const MAX_COMMIT: usize = 16 << 20;

/// A store in a revision of the repository around it. Names are listed once, files are read when they are asked for.
pub struct Revision {
    /// As it was typed.
    name: String,
    /// Where the store is in the repository: empty, or with a `/` at its end.
    prefix: String,
    /// The whole name of its commit.
    commit: String,
    committed: DateTime<Utc>,
    tree: Tree,
    blobs: Blobs,
}

impl Revision {
    /// The store that is in the folder `root` today, as it was in the revision that `rev` names.
    ///
    /// # Errors
    /// When there is no Git, no repository, no such commit, or the commit holds no store in that folder.
    pub fn open(root: &Path, rev: &str) -> Result<Self, RevisionError> {
        let place = Place::find(root, rev)?;
        Self::at(root, rev, place)
    }

    /// The same where the store was in another folder then: `prefix` is empty, or has a `/` at its end.
    ///
    /// # Errors
    /// As for [`Revision::open`].
    pub fn open_in(root: &Path, rev: &str, prefix: String) -> Result<Self, RevisionError> {
        let place = Place::find(root, rev)?;
        Self::at(root, rev, Place { prefix, ..place })
    }

    fn at(root: &Path, rev: &str, place: Place) -> Result<Self, RevisionError> {
        let unknown = || RevisionError::Unknown { rev: rev.to_owned(), shallow: place.shallow };
        let blobs = Blobs::open(root).map_err(not_started)?;
        // What is named may be a tag of a tag: Git looks through them.
        let commit = match blobs.read(&format!("{}^{{commit}}", place.object), MAX_COMMIT) {
            Ok(commit) => commit,
            Err(ReadError::NotFound) => return Err(unknown()),
            Err(why) => return Err(RevisionError::Git { why: why.to_string() }),
        };
        let committed = committed(&commit.bytes)
            .ok_or_else(|| RevisionError::Git { why: say!("commit {id} has no date", id = commit.id) })?;
        let tree = list(root, &commit.id, &place.prefix)?;
        let missing = || {
            let path = format!("{}{}", place.prefix, layout::SETTINGS);
            RevisionError::NoStore { rev: rev.to_owned(), path }
        };
        let tree = tree.filter(|tree| matches!(tree.get(layout::SETTINGS), Some(Node::File(_)))).ok_or_else(missing)?;
        Ok(Self { name: rev.to_owned(), prefix: place.prefix, commit: commit.id, committed, tree, blobs })
    }

    /// The whole name of its commit.
    pub fn commit(&self) -> &str {
        &self.commit
    }

    /// How its repository names objects.
    pub fn format(&self) -> ObjectFormat {
        ObjectFormat::of_name(&self.commit)
    }

    /// Where the store is in the repository: empty, or with a `/` at its end.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// When it was committed: what its author could know at most.
    pub fn committed(&self) -> DateTime<Utc> {
        self.committed
    }
}

/// Where a folder is in its repository, and what a revision's name stands for there.
pub(super) struct Place {
    prefix: String,
    pub(super) shallow: bool,
    /// The object that is named, whatever it is.
    pub(super) object: String,
}

impl Place {
    pub(super) fn find(root: &Path, rev: &str) -> Result<Self, RevisionError> {
        let output = output(git(root).args(["rev-parse", "--show-prefix", "--is-shallow-repository"]).args([
            "--verify",
            "--quiet",
            "--end-of-options",
            rev,
        ]))?;
        let said = String::from_utf8(output.stdout.clone())
            .map_err(|_| RevisionError::Git { why: say!("the name of {path} is not UTF-8", path = root.display()) })?;
        // The prefix, which may hold any character; "true" or "false"; the object, unless there is none of that name.
        let known = said.trim_end().rsplit_once('\n').filter(|(_, last)| is_object(last));
        let (before, object) = known.map_or((said.trim_end(), None), |(before, last)| (before, Some(last)));
        let (prefix, shallow) = before.rsplit_once('\n').unwrap_or_default();
        let shallow = shallow == "true";
        match (object, complaint(&output)) {
            (Some(object), _) if output.status.success() => {
                Ok(Self { prefix: prefix.to_owned(), shallow, object: object.to_owned() })
            }
            (_, Some(why)) if why.starts_with("not a git repository") => {
                Err(RevisionError::NoRepository(root.to_owned()))
            }
            (_, Some(why)) if !output.status.success() => Err(RevisionError::Git { why }),
            // Git found everything but the name. One like ^main or a..b it knows, and it is no commit's.
            _ => Err(RevisionError::Unknown { rev: rev.to_owned(), shallow }),
        }
    }
}

fn is_object(word: &str) -> bool {
    word.len() >= 40 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What a commit holds in a folder; nothing if it has no such folder.
fn list(root: &Path, commit: &str, prefix: &str) -> Result<Option<Tree>, RevisionError> {
    // A folder named so, and not as a path to look for, is never taken for a pattern.
    let folder = format!("{commit}:{}", prefix.trim_end_matches('/'));
    let output = output(git(root).args(["ls-tree", "-r", "-z", "--full-tree", &folder]))?;
    if output.status.success() {
        return Ok(Some(Tree::read(&output.stdout)));
    }
    let why = complaint(&output).unwrap_or_else(|| failed("ls-tree", output.status));
    let absent = why.starts_with("Not a valid object name") || why.starts_with("not a tree object");
    if absent { Ok(None) } else { Err(RevisionError::Git { why }) }
}

/// The date in a commit's head: `committer NAME <ADDRESS> SECONDS ZONE`.
fn committed(commit: &[u8]) -> Option<DateTime<Utc>> {
    let mut head = commit.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty());
    let line = String::from_utf8_lossy(head.find(|line| line.starts_with(b"committer "))?);
    let seconds = line.rsplit(' ').nth(1)?.parse().ok()?;
    DateTime::from_timestamp(seconds, 0)
}

impl Source for Revision {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        match self.tree.get(folder) {
            Some(Node::File(_) | Node::Other) => Err(io::ErrorKind::NotADirectory.into()),
            Some(Node::Folder) | None => Ok(self.tree.list(folder).to_vec()),
        }
    }

    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, ReadError> {
        match self.tree.get(path) {
            None => Err(ReadError::NotFound),
            Some(Node::Folder | Node::Other) => Err(ReadError::NotAFile),
            Some(Node::File(object)) => match self.blobs.read(object, limit) {
                Ok(object) => Ok(object.bytes),
                Err(ReadError::NotFound) => {
                    Err(io::Error::other(say!("the repository lacks its object {object}", object)).into())
                }
                Err(why) => Err(why),
            },
        }
    }

    fn object(&self, path: &str, _format: ObjectFormat) -> Option<String> {
        match self.tree.get(path) {
            Some(Node::File(object)) => Some(object.clone()),
            _ => None,
        }
    }

    fn has(&self, path: &str) -> bool {
        path.is_empty() || self.tree.get(path).is_some()
    }

    fn shown(&self, path: &str) -> String {
        let below = format!("{}{path}", self.prefix);
        format!("{}:{}", self.name, if path.is_empty() { below.trim_end_matches('/') } else { &below })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_the_committers() {
        let commit = b"tree 1\nauthor A <a@x> 1700000000 +0000\ncommitter B C <b@x> 1790000000 -0330\n\ncommitter X <x> 5 +0000\n";
        assert_eq!(committed(commit).unwrap().timestamp(), 1_790_000_000);
        assert_eq!(committed(b"tree 1\n\ncommitter X <x> 5 +0000\n"), None);
    }
}
