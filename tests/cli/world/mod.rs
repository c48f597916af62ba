//! A sealed world: an empty folder, an environment of our own, a clock that we set.

#![allow(dead_code, reason = "not every test needs all of the world")]

mod diff;
#[cfg(unix)]
mod terminal;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use diff::diff;

/// A folder with everything that a command sees of the world. Its clock stands at noon of a day and advances a second a
/// command; event ids follow from a seed.
pub struct World {
    folder: TempDir,
    day: Cell<&'static str>,
    second: Cell<u32>,
    step: Cell<u32>,
    width: Cell<usize>,
    me: Cell<Option<&'static str>>,
    inside: RefCell<String>,
    variables: RefCell<BTreeMap<String, String>>,
}

/// What a command said, as one text.
#[must_use]
#[derive(PartialEq, Eq)]
pub struct Said(String);

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl World {
    /// An empty folder on 2026-11-15, halfway through the fourth quarter.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        fs::create_dir(folder.path().join("work")).unwrap();
        Self {
            folder,
            day: Cell::new("2026-11-15"),
            second: Cell::new(0),
            step: Cell::new(1),
            width: Cell::new(100),
            me: Cell::new(Some("ana")),
            inside: RefCell::new(String::new()),
            variables: RefCell::new(BTreeMap::new()),
        }
    }

    /// A company's store with the units eng and ops, the people ana, bo and mei, and the cycle 2026-Q4.
    pub fn company() -> Self {
        let world = Self::new();
        let _ = world.okr("init --company acme");
        world.write(
            "okrs/org.yaml",
            "company: acme\nunits:\n  acme: {name: Acme Inc.}\n  eng: {name: Engineering, parent: acme, lead: ana}\n  \
             ops: {name: 客户成功部, parent: acme, lead: mei}\npeople:\n  \
             ana: {name: Ana Lima, unit: eng, email: ana@acme.example}\n  \
             bo: {name: Bo Chen, unit: eng, email: bo@acme.example}\n  \
             mei: {name: 梅兰, unit: ops, email: mei@acme.example}\n",
        );
        let _ = world.okr("cycle new 2026-Q4");
        world
    }

    /// The company with the objective `acme/renewing` of the worked example, its values as of 2026-11-10.
    pub fn worked() -> Self {
        let world = Self::company();
        world.write(
            "okrs/2026-Q4/acme/renewing.yaml",
            "# comments are kept\ntitle: Make renewing the obvious choice\ndescription: |\n  Renewals pay for everything else.\n\
             key_results:\n  - id: nps\n    title: NPS rises\n    metric: {from: 31, to: 50, unit: points}\n    weight: 2\n\
             \x20 - id: churn\n    title: Churn falls\n    metric: {from: 4.2, to: 2.0, unit: \"%\"}\n\
             \x20 - id: up\n    title: Uptime is kept\n    metric: {at_least: 99.9, worst: 99, unit: \"%\"}\n\
             \x20 - id: audit\n    title: Audit passed\n    metric: done\n\
             \x20 - id: launch\n    title: Launch\n    metric: {milestones: [design, beta, launch]}\n",
        );
        world.write(
            "okrs/2026-Q4/acme/renewing.history.yaml",
            "- {\"id\": \"a1\", \"at\": \"2026-10-01T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}\n\
             - {\"id\": \"a2\", \"at\": \"2026-10-20T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 34, \"status\": \"on-track\", \"confidence\": 7, \"note\": \"first survey\"}\n\
             - {\"id\": \"a3\", \"at\": \"2026-11-10T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"nps\", \"value\": 38, \"status\": \"at-risk\", \"confidence\": 5}\n\
             - {\"id\": \"a4\", \"at\": \"2026-11-10T09:00:00Z\", \"by\": \"bo\", \"event\": \"update\", \"kr\": \"churn\", \"value\": 3.1, \"status\": \"on-track\"}\n\
             - {\"id\": \"a5\", \"at\": \"2026-11-10T09:00:00Z\", \"by\": \"bo\", \"event\": \"update\", \"kr\": \"up\", \"value\": 99.45}\n\
             - {\"id\": \"a6\", \"at\": \"2026-11-10T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"launch\", \"value\": \"beta\"}\n",
        );
        world
    }

    /// The rest of a day, at noon, is when the next commands run.
    pub fn on(&self, day: &'static str) -> &Self {
        self.day.set(day);
        self
    }

    /// Holds the clock: the next commands all run in the same moment.
    pub fn stop_the_clock(&self) -> &Self {
        self.step.set(0);
        self
    }

    pub fn width(&self, columns: usize) -> &Self {
        self.width.set(columns);
        self
    }

    /// Who runs the next commands; `None` leaves it to Git and the settings.
    pub fn me(&self, key: Option<&'static str>) -> &Self {
        self.me.set(key);
        self
    }

    /// The folder, below the world's, in which the next commands run.
    pub fn inside(&self, folder: &str) -> &Self {
        fs::create_dir_all(self.path(folder)).unwrap();
        folder.clone_into(&mut self.inside.borrow_mut());
        self
    }

    /// Sets a variable of the environment for the next commands; an empty value is as good as none.
    pub fn env(&self, name: &str, value: &str) -> &Self {
        self.variables.borrow_mut().insert(name.to_owned(), value.to_owned());
        self
    }

    /// Runs Git in the world's folder; it must succeed.
    pub fn git(&self, line: &str) -> String {
        let output = Command::new("git")
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("HOME", self.folder.path().join("home"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_DATE", format!("{}T12:00:00Z", self.day.get()))
            .env("GIT_COMMITTER_DATE", format!("{}T12:00:00Z", self.day.get()))
            .args(words(line))
            .current_dir(self.path(""))
            .output()
            .unwrap();
        assert!(output.status.success(), "git {line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("work").join(path)
    }

    pub fn write(&self, path: &str, content: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
        fs::write(path, content).unwrap();
    }

    pub fn remove(&self, path: &str) {
        #[expect(clippy::disallowed_methods, reason = "a test lays out its world")]
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Puts a file elsewhere and a link in its place.
    #[cfg(unix)]
    pub fn link(&self, path: &str, elsewhere: &str) {
        self.write(elsewhere, &self.read(path));
        self.remove(path);
        std::os::unix::fs::symlink(self.path(elsewhere), self.path(path)).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The names below a folder of the world, in order.
    pub fn files(&self, path: &str) -> Vec<String> {
        let mut names = Vec::new();
        collect(&self.path(path), &self.path(path), &mut names);
        names.sort();
        names
    }

    /// Runs `okr` with the words of a line; quotation marks hold words together.
    pub fn okr(&self, line: &str) -> Said {
        self.run(&words(line), "")
    }

    /// What a command prints on stdout, whatever its exit is.
    pub fn out(&self, line: &str) -> String {
        let output = self.command().args(words(line)).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Commits everything.
    pub fn commit(&self, message: &str) {
        let _ = self.git("add -A");
        let _ = self.git(&format!("-c user.name=Ana -c user.email=ana@acme.example commit -q -m '{message}'"));
    }

    /// Runs one command after the other: a transcript, as one would paste it.
    pub fn session(&self, lines: &[&str]) -> Said {
        let said = lines.iter().map(|line| format!("$ okr {line}\n{}", self.okr(line)));
        Said(said.collect::<Vec<_>>().join("\n"))
    }

    /// Runs `okr`, and shows what it said and the unified diff of every file of the store that it changed.
    pub fn edit(&self, line: &str) -> Said {
        let before = self.contents("okrs");
        let said = self.okr(line);
        let after = self.contents("okrs");
        Said(format!("{said}{}", diff(&before, &after)))
    }

    /// Runs `okr`, and shows how it changed definitions: no more than that, unless it changed none.
    pub fn rewrite(&self, line: &str) -> Said {
        let definitions = || {
            let mut files = self.contents("okrs");
            files.retain(|name, _| !name.ends_with(".history.yaml"));
            files
        };
        let before = definitions();
        let said = self.okr(line);
        let changes = diff(&before, &definitions());
        Said(if changes.is_empty() { said.0 } else { changes })
    }

    /// Every file below a folder, by name.
    fn contents(&self, folder: &str) -> BTreeMap<String, String> {
        let read = |name: String| {
            let text = String::from_utf8_lossy(&fs::read(self.path(folder).join(&name)).unwrap()).into_owned();
            (name, text)
        };
        // The schemas are made by the program, and long.
        self.files(folder).into_iter().filter(|name| !name.contains(".schemas/")).map(read).collect()
    }

    /// Runs `okr` with something on its standard input.
    pub fn okr_reading(&self, line: &str, input: &str) -> Said {
        self.run(&words(line), input)
    }

    /// The process for `okr`, sealed, for tests that need more than its output.
    pub fn command(&self) -> Command {
        self.process(assert_cmd::cargo::cargo_bin!("okr"))
    }

    /// The process for any program, as sealed.
    pub fn process(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let second = self.second.replace(self.second.get() + self.step.get());
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("HOME", self.folder.path().join("home"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("OKR_NOW", format!("{}T12:{:02}:{:02}Z", self.day.get(), second / 60, second % 60))
            .env("OKR_SEED", "7")
            .env("TZ", "UTC")
            .env("COLUMNS", self.width.get().to_string())
            .current_dir(self.path(&self.inside.borrow()))
            .envs(self.variables.borrow().iter());
        if let Some(me) = self.me.get() {
            command.env("OKR_ME", me);
        }
        command
    }

    /// Runs `okr` at a terminal of 80 columns and 24 lines.
    #[cfg(unix)]
    pub fn at_terminal(&self, line: &str) -> terminal::Terminal {
        let mut command = self.command();
        command.args(words(line));
        terminal::Terminal::run(&command, (24, 80), &self.folder.path().to_string_lossy())
    }

    fn run(&self, words: &[String], input: &str) -> Said {
        let mut child = self
            .command()
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that does not read its input may have closed it already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let mut said = String::from_utf8(output.stdout).unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        if !errors.is_empty() {
            said.push_str("── stderr ──\n");
            said.push_str(&errors);
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => said.push_str(&format!("── exit {code} ──\n")),
            None => said.push_str("── killed ──\n"),
        }
        Said(said.replace(&self.folder.path().to_string_lossy().into_owned(), "<world>"))
    }
}

fn collect(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, names);
        } else {
            names.push(path.strip_prefix(root).unwrap().to_string_lossy().into_owned());
        }
    }
}

/// Splits a line as a shell would that knows single and double quotation marks only.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
