//! What every source of a store must do, run against a folder on disk and against the commit of that same folder.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use okrs::git::Revision;
use okrs::store::{EntryKind, Folder, ReadError, Source};

const LIMIT: usize = 1 << 20;

fn git(folder: &Path, words: &[&str]) {
    let run = Command::new("git").arg("-C").arg(folder).args(words).output().unwrap();
    assert!(run.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&run.stderr));
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
    fs::write(path, bytes).unwrap();
}

/// Lays out a store in the folder `below` of a new repository, commits it, and checks both ways of reading it.
fn everywhere(below: &str, lay_out: impl Fn(&Path), check: impl Fn(&dyn Source)) {
    let repository = tempfile::tempdir().unwrap();
    let root = repository.path().join(below);
    write(&root.join("okr.yaml"), b"version: 1\n");
    lay_out(&root);
    git(repository.path(), &["init", "-q"]);
    git(repository.path(), &["add", "-A"]);
    let who = ["-c", "user.name=A", "-c", "user.email=a@x.example", "-c", "commit.gpgsign=false"];
    git(repository.path(), &[&who[..], &["commit", "-qm", "all"]].concat());
    check(&Folder::new(root.clone(), below.to_owned()));
    check(&Revision::open(&root, "HEAD").unwrap());
}

fn team(root: &Path) {
    for path in ["2026/cycle.yaml", "2026/acme/b.yaml", "2026/acme/a.yaml", "2026/ana/a.b.yaml", "notes.md"] {
        write(&root.join(path), path.as_bytes());
    }
    symlink("a.yaml", root.join("2026/acme/link.yaml")).unwrap();
    symlink("acme", root.join("2026/bo")).unwrap();
}

#[test]
fn folders_are_listed_in_order_with_what_each_entry_is() {
    use EntryKind::{File, Folder, Other};
    everywhere("okrs", team, |source| {
        let list = |folder: &str| -> Vec<(String, EntryKind)> {
            // Git's own folder is no one's.
            let entries = source.list(folder).unwrap().into_iter().filter(|entry| entry.name != ".git");
            entries.map(|entry| (entry.name, entry.kind)).collect()
        };
        let named = |all: &[(&str, EntryKind)]| -> Vec<(String, EntryKind)> {
            all.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect()
        };
        assert_eq!(list(""), named(&[("2026", Folder), ("notes.md", File), ("okr.yaml", File)]));
        assert_eq!(list("2026"), named(&[("acme", Folder), ("ana", Folder), ("bo", Other), ("cycle.yaml", File)]));
        assert_eq!(list("2026/acme"), named(&[("a.yaml", File), ("b.yaml", File), ("link.yaml", Other)]));
        assert_eq!(list("2025"), []);
        assert!(source.list("notes.md").is_err());
    });
}

#[test]
fn a_file_is_read_byte_for_byte_and_nothing_else_is() {
    let contents: &[(&str, &[u8])] =
        &[("empty", b""), ("open", b"no end"), ("nul", b"\0\n\0\xff\xfe missing\n"), ("crlf", b"a\r\nb\r\n")];
    let lay_out = |root: &Path| {
        team(root);
        contents.iter().for_each(|(name, bytes)| write(&root.join(name), bytes));
    };
    everywhere("okrs", lay_out, |source| {
        for (name, bytes) in contents {
            assert_eq!(source.read(name, LIMIT).unwrap(), *bytes, "{name}");
            assert_eq!(source.read_settled(name, LIMIT).unwrap(), *bytes, "{name}");
            let mut begun = Vec::new();
            source.begin(name, LIMIT).unwrap().read_to_end(&mut begun).unwrap();
            assert_eq!(begun, *bytes, "{name}");
            let (read, stamp) = source.read_stamped(name, LIMIT).unwrap();
            assert_eq!((&read[..], stamp), (*bytes, source.stamp(name, EntryKind::File)), "{name}");
            assert!(source.stamp(name, EntryKind::Folder).is_none(), "{name}");
        }
        assert!(matches!(source.read("2026/acme/c.yaml", LIMIT), Err(ReadError::NotFound)));
        assert!(matches!(source.read("2025/acme/a.yaml", LIMIT), Err(ReadError::NotFound)));
        assert!(matches!(source.read("2026/acme", LIMIT), Err(ReadError::NotAFile)));
        assert!(matches!(source.read("2026/acme/link.yaml", LIMIT), Err(ReadError::NotAFile)));
        for path in ["2026/acme", "2026/acme/link.yaml", "2026/acme/c.yaml"] {
            assert!(source.stamp(path, EntryKind::File).is_none() && source.begin(path, LIMIT).is_err(), "{path}");
        }
    });
}

#[test]
fn what_is_too_large_is_left_and_the_next_is_read() {
    let lay_out = |root: &Path| {
        write(&root.join("large"), &vec![b'x'; 300_000]);
        write(&root.join("small"), b"small");
    };
    everywhere("", lay_out, |source| {
        assert!(matches!(source.read("large", 299_999), Err(ReadError::TooLarge { limit: 299_999 })));
        assert_eq!(source.read("small", 5).unwrap(), b"small");
        assert_eq!(source.read("large", 300_000).unwrap().len(), 300_000);
    });
}

#[test]
fn names_are_only_names() {
    for below in ["", "a b/ü 目标", ":(glob)x*/-v", "nl\n", "\"q\"\t"] {
        let names = [" ", "ü", "目标 🚀.yaml", "-rf", ":!x", "a\nb", "a\tb", "\"", "\\", "*"];
        let lay_out = |root: &Path| names.iter().for_each(|name| write(&root.join("sub").join(name), name.as_bytes()));
        everywhere(below, lay_out, |source| {
            let mut listed: Vec<String> = source.list("sub").unwrap().into_iter().map(|entry| entry.name).collect();
            listed.sort();
            let mut wanted = names.to_vec();
            wanted.sort_unstable();
            assert_eq!(listed, wanted, "{below:?}");
            for name in names {
                assert_eq!(source.read(&format!("sub/{name}"), LIMIT).unwrap(), name.as_bytes(), "{below:?}");
            }
        });
    }
}

#[test]
fn whether_something_is_there() {
    everywhere("okrs", team, |source| {
        for path in ["", "okr.yaml", "2026", "2026/acme", "2026/acme/a.yaml", "2026/acme/link.yaml", "2026/bo"] {
            assert!(source.has(path), "{path}");
        }
        for path in ["2025", "2026/acme/c.yaml", "2026/acme/a.yaml/b", "okrs", "acm"] {
            assert!(!source.has(path), "{path}");
        }
    });
}

#[test]
fn many_threads_read_at_once() {
    let content = |n: usize| format!("file {n}\n").repeat(n * 40);
    let lay_out = |root: &Path| {
        for n in 0..200 {
            write(&root.join(format!("2026/acme/f{n}.yaml")), content(n).as_bytes());
        }
    };
    everywhere("okrs", lay_out, |source| {
        std::thread::scope(|scope| {
            for thread in 0..8 {
                scope.spawn(move || {
                    for n in (0..200).map(|n| (n * 7 + thread * 31) % 200) {
                        let path = format!("2026/acme/f{n}.yaml");
                        if (n + thread) % 9 == 0 {
                            assert!(n == 0 || source.read(&path, 3).is_err());
                        }
                        assert_eq!(source.read(&path, LIMIT).unwrap(), content(n).as_bytes(), "{path}");
                    }
                });
            }
        });
    });
}

#[test]
fn messages_name_a_file_by_where_it_is_read() {
    let names = |below: &str| {
        let shown = std::cell::RefCell::new(Vec::new());
        everywhere(below, team, |source| {
            shown.borrow_mut().extend(["", "2026/acme/a.yaml"].map(|path| source.shown(path)));
        });
        shown.into_inner()
    };
    assert_eq!(names("okrs"), ["okrs", "okrs/2026/acme/a.yaml", "HEAD:okrs", "HEAD:okrs/2026/acme/a.yaml"]);
    assert_eq!(names(""), ["", "2026/acme/a.yaml", "HEAD:", "HEAD:2026/acme/a.yaml"]);
}

#[test]
fn another_repository_in_the_tree_is_nothing_to_read() {
    let repository = tempfile::tempdir().unwrap();
    let (root, inner) = (repository.path(), repository.path().join("2026/acme"));
    let who = ["-c", "user.name=A", "-c", "user.email=a@x.example", "-c", "commit.gpgsign=false"];
    write(&root.join("okr.yaml"), b"version: 1\n");
    write(&inner.join("a.yaml"), b"title: a\n");
    for folder in [inner.as_path(), root] {
        git(folder, &["init", "-q"]);
        git(folder, &["-c", "advice.addEmbeddedRepo=false", "add", "-A"]);
        git(folder, &[&who[..], &["commit", "-qm", "all"]].concat());
    }
    let revision = Revision::open(root, "HEAD").unwrap();
    let entries: Vec<_> = revision.list("2026").unwrap().into_iter().map(|entry| (entry.name, entry.kind)).collect();
    assert_eq!(entries, [("acme".to_owned(), EntryKind::Other)]);
    assert!(revision.list("2026/acme").is_err());
    assert!(matches!(revision.read("2026/acme", LIMIT), Err(ReadError::NotAFile)));
    assert!(matches!(revision.read("2026/acme/a.yaml", LIMIT), Err(ReadError::NotFound)));
}
