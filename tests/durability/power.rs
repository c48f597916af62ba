//! A power failure at any moment: what a command said is on disk by then, and each of its steps is on disk before the next
//! one begins. The system calls of every command that writes are looked at in their order, as `strace` tells them: what a
//! disk may forget is all that was not synced.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::place::Place;

/// What is written to files, and what makes it stay.
const CALLS: &str = "trace=openat,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,\
                     unlink,unlinkat,mkdir,mkdirat,chmod,fchmod,fchmodat";

/// What a power failure would take away, as it changes from call to call.
struct Disk<'a> {
    folder: &'a Path,
    /// Files whose content is not synced.
    contents: BTreeSet<PathBuf>,
    /// Names that came or went, in folders that are not synced.
    names: BTreeSet<PathBuf>,
    /// How often a file of the store changed.
    steps: usize,
}

impl Disk<'_> {
    fn follow(&mut self, call: &str) {
        let Some((name, arguments)) = call.split_once('(') else { return };
        let paths: Vec<PathBuf> = arguments.split('"').skip(1).step_by(2).map(|path| self.folder.join(path)).collect();
        match name {
            "openat" if call.contains("O_EXCL") => self.named(&paths[0]),
            "write" | "writev" | "pwrite64" | "ftruncate" | "fchmod" | "fsync" | "fdatasync" => {
                if call.starts_with("write(1<") {
                    assert!(
                        self.forgets(None).is_empty(),
                        "{call}\nis said while {:?} can be lost",
                        self.forgets(None)
                    );
                }
                let open = arguments.split_once('<').and_then(|(_, path)| path.split_once('>')).map(|(path, _)| path);
                match open.map(PathBuf::from).filter(|path| path.starts_with(self.folder)) {
                    Some(path) if name.ends_with("sync") => self.synced(&path),
                    Some(path) => self.changes(&path, call),
                    None => {}
                }
            }
            "chmod" | "fchmodat" => self.changes(&paths[0], call),
            "mkdir" | "mkdirat" => drop(self.names.insert(paths[0].clone())),
            "rename" | "renameat" | "renameat2" | "link" | "linkat" => {
                self.step(call);
                self.named(&paths[0]);
                self.named(&paths[1]);
            }
            "unlink" | "unlinkat" if is_temporary(&paths[0]) => drop(self.contents.remove(&paths[0])),
            "unlink" | "unlinkat" => {
                self.step(call);
                self.named(&paths[0]);
            }
            _ => {}
        }
    }

    fn synced(&mut self, path: &Path) {
        self.contents.remove(path);
        self.names.retain(|name| name.parent() != Some(path));
    }

    fn changes(&mut self, path: &Path, call: &str) {
        let lost = self.forgets(Some(path));
        assert!(is_temporary(path) || lost.is_empty(), "{call}\nbegins while {lost:?} can be lost");
        self.steps += usize::from(!is_temporary(path) && self.contents.insert(path.to_owned()));
        self.contents.insert(path.to_owned());
    }

    /// A name; whether that of a temporary file stays is nobody's concern.
    fn named(&mut self, path: &Path) {
        if path.starts_with(self.folder) && !is_temporary(path) {
            self.names.insert(path.to_owned());
        }
    }

    /// What stands under names in the store changes: all that was done before has to be on disk.
    fn step(&mut self, call: &str) {
        assert!(self.forgets(None).is_empty(), "{call}\nbegins while {:?} can be lost", self.forgets(None));
        self.steps += 1;
    }

    fn forgets(&self, except: Option<&Path>) -> Vec<&Path> {
        let all = self.contents.iter().chain(&self.names).map(PathBuf::as_path);
        all.filter(|path| Some(*path) != except).collect()
    }
}

fn is_temporary(path: &Path) -> bool {
    path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(".okr-") && name.ends_with(".tmp"))
}

/// Runs a command and follows what it does: how often it changed a file.
fn followed(place: &Place, arguments: &[&str]) -> usize {
    let okr = place.command(arguments);
    let calls = place.folder.join("calls");
    let mut strace = Command::new("strace");
    strace.args(["-z", "-y", "-s", "4096", "-e", CALLS, "-e", "signal=none", "-o"]).arg(&calls);
    strace.arg(okr.get_program()).args(okr.get_args()).current_dir(&place.folder).stdin(Stdio::null());
    strace.env_clear().envs(okr.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = strace.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let mut disk = Disk { folder: &place.folder, contents: BTreeSet::new(), names: BTreeSet::new(), steps: 0 };
    let traced = fs::read(&calls).unwrap();
    for call in String::from_utf8_lossy(&traced).lines() {
        disk.follow(call);
    }
    assert!(disk.forgets(None).is_empty(), "{arguments:?} ends while {:?} can be lost", disk.forgets(None));
    disk.steps
}

/// Whether calls can be followed here.
fn can_follow() -> bool {
    let tried = Command::new("strace").args(["-z", "-y", "true"]).stderr(Stdio::null()).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        super::not_tested("no strace that works here: the order of what is synced is not looked at");
    }
    can
}

#[test]
fn what_was_said_is_on_disk_and_so_is_each_step_before_the_next() {
    if !can_follow() {
        return;
    }
    for repository in [false, true] {
        let place = Place::with(3);
        if repository {
            let git = Command::new("git").args(["init", "-q"]).current_dir(&place.folder).status().unwrap();
            assert!(git.success());
        }
        place.write("okrs/all/ana/unformatted.yaml", "key_results: []\ntitle: Unformatted\n");
        place.write("batch.csv", "ref,value,note\no0.n,5,\no1.n,6,\no2.n,7,\n");
        let commands: &[(&[&str], usize)] = &[
            (&["update", "o0.n", "1"], 1),
            (&["update", "o0.n", "2", "--quiet"], 1),
            (&["comment", "o0", "well"], 1),
            // The journal, three histories, the journal.
            (&["update", "--from", "batch.csv"], 5),
            (&["create", "New", "--slug", "new", "--owner", "ben", "--kr", "n = N: 0 -> 3"], 4),
            (&["kr", "add", "o0", "Other: 0 -> 5"], 4),
            (&["set", "o0", "title", "Another"], 4),
            (&["align", "o1", "o0"], 4),
            (&["move", "o0", "--owner", "cleo", "--slug", "moved"], 6),
            (&["review", "o1", "--mid", "--went-well", "Most"], 1),
            (&["score", "o1", "70"], 1),
            (&["org", "add-person", "dora"], 1),
            (&["org", "add-unit", "shop"], 1),
            (&["cycle", "new", "2031-Q1"], 1),
            (&["carry", "o2", "--to", "2031-Q1"], 5),
            (&["remove", "new", "--force"], 4),
            (&["history", "split"], 17),
            (&["history", "join"], 17),
            (&["fmt"], 1),
            (&["cycle", "close", "2031-Q1", "--force"], 1),
        ];
        for (arguments, steps) in commands {
            let changed = followed(&place, arguments);
            assert_eq!(changed, *steps, "{arguments:?}");
        }
    }
}
