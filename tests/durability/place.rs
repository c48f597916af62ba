//! A folder with a store in it, and the real binary run there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub struct Place {
    _kept: Option<tempfile::TempDir>,
    pub folder: PathBuf,
}

impl Place {
    /// A store for one person whose cycle holds every day, with this many objectives, `o0`, `o1`, ….
    pub fn with(objectives: usize) -> Self {
        let kept = tempfile::tempdir().unwrap();
        let place = Self { folder: kept.path().to_owned(), _kept: Some(kept) };
        place.set_up(objectives);
        place
    }

    /// The same in a folder that is there.
    pub fn at(folder: &Path, objectives: usize) -> Self {
        let place = Self { folder: folder.to_owned(), _kept: None };
        place.set_up(objectives);
        place
    }

    /// A store that is there.
    pub fn there(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), _kept: None }
    }

    fn set_up(&self, objectives: usize) {
        self.done(&["init", "--solo"]);
        self.done(&["cycle", "new", "all", "--start", "2020-01-01", "--end", "2099-12-31"]);
        for number in 0..objectives {
            let slug = format!("o{number}");
            self.done(&["create", "Count", "--slug", &slug, "--kr", "n = Number: 0 -> 1000000"]);
        }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("okr"));
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("HOME", &self.folder).env("OKR_ME", "ana");
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must succeed: what it says on stdout and on stderr.
    pub fn done(&self, arguments: &[&str]) -> (String, String) {
        let Output { status, stdout, stderr } = self.run(arguments);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (out, errors) = (text(stdout), text(stderr));
        assert!(status.success(), "{arguments:?}: {status}\n{errors}");
        (out, errors)
    }

    /// The events of a history, each of which must be one whole line, and each there once.
    pub fn events(&self, path: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.folder.join("okrs").join(path)).unwrap();
        let events: Vec<Value> = text
            .lines()
            .map(|line| {
                serde_json::from_str(line.strip_prefix("- ").unwrap()).unwrap_or_else(|why| panic!("{line}: {why}"))
            })
            .collect();
        let ids: std::collections::BTreeSet<&str> = events.iter().map(|event| event["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), events.len(), "an event stands twice in {path}");
        events
    }

    /// All files of the store with what they hold.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.folder.join("okrs")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else {
                    files.insert(entry.path(), fs::read(entry.path()).unwrap());
                }
            }
        }
        files
    }

    pub fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }
}
