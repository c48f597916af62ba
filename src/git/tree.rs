//! What a revision holds below a folder: `git ls-tree` as folders and files.

use std::collections::HashMap;

use crate::store::{Entry, EntryKind};

/// The names below a folder of a revision, by path relative to it, with `/`.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: HashMap<String, Node>,
    folders: HashMap<String, Vec<Entry>>,
}

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A file, by the name of its object.
    File(String),
    Folder,
    /// A link, or another repository.
    Other,
}

impl Tree {
    /// Reads the output of `git ls-tree -r -z`: `MODE TYPE ID<tab>PATH<nul>`.
    pub fn read(listing: &[u8]) -> Self {
        let mut tree = Self::default();
        for line in listing.split(|byte| *byte == 0) {
            // Names that are not UTF-8 can be no key, as in a folder on disk.
            let Some((head, path)) = std::str::from_utf8(line).ok().and_then(|line| line.split_once('\t')) else {
                continue;
            };
            let (mode, id) = (head.split(' ').next(), head.rsplit(' ').next());
            let node = match (mode, id) {
                (Some("100644" | "100755" | "100664"), Some(id)) => Node::File(id.to_owned()),
                _ => Node::Other,
            };
            tree.add(path, node);
        }
        tree.folders.values_mut().for_each(|entries| entries.sort());
        tree
    }

    /// Adds what stands at a path, and the folders above it that were not there yet.
    fn add(&mut self, path: &str, node: Node) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let kind = match node {
            Node::File(_) => EntryKind::File,
            Node::Folder => EntryKind::Folder,
            Node::Other => EntryKind::Other,
        };
        if !folder.is_empty() && !self.nodes.contains_key(folder) {
            self.add(folder, Node::Folder);
        }
        let entry = Entry { name: name.to_owned(), kind };
        match self.folders.get_mut(folder) {
            Some(entries) => entries.push(entry),
            None => {
                self.folders.insert(folder.to_owned(), vec![entry]);
            }
        }
        self.nodes.insert(path.to_owned(), node);
    }

    /// The entries of a folder in the order of their names; none if there is no such folder.
    pub fn list(&self, folder: &str) -> &[Entry] {
        self.folders.get(folder).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn get(&self, path: &str) -> Option<&Node> {
        self.nodes.get(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_out_of_the_paths_of_files() {
        let tree = Tree::read(
            b"100644 blob 1a\t2026/acme/a.yaml\x00120000 blob 2b\t2026/acme/b.yaml\x00160000 commit 3c\t2026/eng\x00100755 blob 4d\tz\n y\x00100644 blob 5e\t\xff\x00",
        );
        let names = |folder: &str| -> Vec<(String, EntryKind)> {
            tree.list(folder).iter().map(|entry| (entry.name.clone(), entry.kind)).collect()
        };
        let named = |name: &str, kind| (name.to_owned(), kind);
        assert_eq!(names(""), [named("2026", EntryKind::Folder), named("z\n y", EntryKind::File)]);
        assert_eq!(names("2026"), [named("acme", EntryKind::Folder), named("eng", EntryKind::Other)]);
        assert_eq!(names("2026/acme"), [named("a.yaml", EntryKind::File), named("b.yaml", EntryKind::Other)]);
        assert_eq!(names("2025"), []);
        assert_eq!(tree.get("2026/acme/a.yaml"), Some(&Node::File("1a".to_owned())));
        assert_eq!(tree.get("2026/acme"), Some(&Node::Folder));
        assert_eq!(tree.get("2026/acme/c.yaml"), None);
    }
}
