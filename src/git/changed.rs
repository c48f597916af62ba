//! Which files of a store differ between two of its states, told by the names of objects: nothing is read for it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use super::command::{complaint, git, not_started, output};
use super::error::RevisionError;
use super::sparse;
use super::tree::{Node, Tree};
use crate::store::{EntryKind, Source, layout};

/// The files of a store's objectives in one state, each with the name of the object that it is or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    objects: BTreeMap<String, String>,
}

impl Listing {
    /// The files that a commit holds below the folder `prefix` of the repository around `root`.
    ///
    /// # Errors
    /// When Git cannot list them.
    pub fn of_commit(root: &Path, commit: &str, prefix: &str) -> Result<Self, RevisionError> {
        let folder = format!("{commit}:{}", prefix.trim_end_matches('/'));
        let output = output(git(root).args(["ls-tree", "-r", "-z", "--full-tree", &folder]))?;
        if !output.status.success() {
            let why = complaint(&output).unwrap_or_else(|| format!("ls-tree ended with {}", output.status));
            let absent = why.starts_with("Not a valid object name") || why.starts_with("not a tree object");
            return if absent { Ok(Self::default()) } else { Err(RevisionError::Git { why }) };
        }
        let tree = Tree::read(&output.stdout);
        let files = tree.files().filter(|(path, _)| layout::objective_of(path).is_some());
        let object = |(path, node): (&str, &Node)| match node {
            Node::File(id) => Some((path.to_owned(), id.clone())),
            Node::Folder | Node::Other => None,
        };
        Ok(Self { objects: files.filter_map(object).collect() })
    }

    /// The files on disk; and those that are in the index and left out of a sparse checkout, as the index has them.
    ///
    /// # Errors
    /// When Git cannot be asked.
    pub fn on_disk(root: &Path, source: &dyn Source) -> Result<Self, RevisionError> {
        let paths = files(source);
        let mut objects = hashed(root, &paths)?;
        for absent in sparse::left_out(root)? {
            if layout::objective_of(&absent.path).is_some() {
                objects.entry(absent.path).or_insert(absent.object);
            }
        }
        Ok(Self { objects })
    }

    /// Every path that is not the same in both, in order.
    pub fn differing<'a>(&'a self, other: &'a Self) -> BTreeSet<&'a str> {
        let paths = self.objects.keys().chain(other.objects.keys());
        paths.filter(|path| self.get(path) != other.get(path)).map(String::as_str).collect()
    }

    pub fn get(&self, path: &str) -> Option<&str> {
        self.objects.get(path).map(String::as_str)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.objects.keys().map(String::as_str)
    }

    /// Histories whose paths begin with this.
    pub fn histories_from<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let paths = self.objects.range(start.to_owned()..).map(|(path, _)| path.as_str());
        paths.take_while(move |path| path.starts_with(start)).filter(|path| path.ends_with(layout::HISTORY))
    }

    /// Those of them that are histories.
    pub fn histories(&self) -> impl Iterator<Item = &str> {
        self.paths().filter(|path| path.ends_with(layout::HISTORY))
    }
}

/// The files of objectives on disk, by their paths below the store.
fn files(source: &dyn Source) -> Vec<String> {
    let folders = |folder: &str| -> Vec<String> {
        let entries = source.list(folder).unwrap_or_default();
        let below = entries.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        below.map(|entry| if folder.is_empty() { entry.name } else { format!("{folder}/{}", entry.name) }).collect()
    };
    let owners: Vec<String> = folders("").iter().flat_map(|cycle| folders(cycle)).collect();
    let own = |folder: &String| -> Vec<String> {
        let entries = source.list(folder).unwrap_or_default();
        let files = entries.into_iter().filter(|entry| entry.kind == EntryKind::File);
        files
            .map(|entry| format!("{folder}/{}", entry.name))
            .filter(|path| layout::objective_of(path).is_some())
            .collect()
    };
    owners.iter().flat_map(own).collect()
}

/// The names of the objects that files on disk would be. None is made, and no filter runs.
fn hashed(root: &Path, paths: &[String]) -> Result<BTreeMap<String, String>, RevisionError> {
    if paths.is_empty() {
        return Ok(BTreeMap::new());
    }
    let failed = |why: std::io::Error| RevisionError::Git { why: why.to_string() };
    let mut child = git(root)
        .args(["hash-object", "--no-filters", "--stdin-paths"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(not_started)?;
    // Whole paths: it takes others as being below the repository's top.
    let asked: Vec<u8> =
        paths.iter().flat_map(|path| [root.join(path).as_os_str().as_encoded_bytes(), b"\n"].concat()).collect();
    let mut stdin = child.stdin.take();
    // It answers while it is being asked: somebody else has to ask, or both sides would wait for each other.
    let asking = std::thread::spawn(move || stdin.as_mut().map(|stdin| stdin.write_all(&asked)));
    let output = child.wait_with_output().map_err(failed)?;
    // Git that ends early tells why itself.
    let _ = asking.join();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let names: Vec<&str> = said.lines().collect();
    if !output.status.success() || names.len() != paths.len() {
        let why = complaint(&output).unwrap_or_else(|| "hash-object did not name every file".to_owned());
        return Err(RevisionError::Git { why });
    }
    Ok(paths.iter().cloned().zip(names.into_iter().map(str::to_owned)).collect())
}
