//! One bad input, run.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

type SetUp = Box<dyn Fn(&Path) + Send + Sync>;

/// A bad input: a good store, what is done to it, and what is typed.
pub struct Case {
    name: String,
    set_up: Vec<SetUp>,
    words: Vec<OsString>,
    env: Vec<(&'static str, Option<OsString>)>,
    /// A shell line in which `"$@"` is the command, for redirections.
    shell: Option<&'static str>,
}

pub fn case(name: &str, line: &str) -> Case {
    let words = line.split_whitespace().map(OsString::from).collect();
    Case { name: name.to_owned(), set_up: Vec::new(), words, env: Vec::new(), shell: None }
}

/// The arguments just as they are.
pub fn typed(name: &str, words: &[&str]) -> Case {
    Case { words: words.iter().map(OsString::from).collect(), ..case(name, "") }
}

impl Case {
    /// With a file of the store that holds this.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let (path, bytes) = (format!("okrs/{path}"), bytes.as_ref().to_vec());
        self.set_up(move |root| write(&root.join(&path), &bytes))
    }

    pub fn set_up(mut self, set_up: impl Fn(&Path) + Send + Sync + 'static) -> Self {
        self.set_up.push(Box::new(set_up));
        self
    }

    pub fn word(mut self, word: impl Into<OsString>) -> Self {
        self.words.push(word.into());
        self
    }

    pub fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.push((name, Some(value.into())));
        self
    }

    pub fn without(mut self, name: &'static str) -> Self {
        self.env.push((name, None));
        self
    }

    pub fn shell(self, line: &'static str) -> Self {
        Self { shell: Some(line), ..self }
    }
}

pub fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A store with one cycle, two owners and one objective that is as it should be.
fn good_store(root: &Path) {
    for (path, text) in [
        ("okr.yaml", "version: 1\n"),
        (
            "org.yaml",
            "company: acme\nunits:\n  acme: {name: Acme}\n  eng: {name: Engineering, parent: acme}\npeople:\n  ana: {name: Ana, unit: eng}\n",
        ),
        (".gitattributes", "*.history.yaml merge=union text eol=lf\n"),
        ("2026-Q4/cycle.yaml", "start: 2026-10-01\nend: 2026-12-31\n"),
        (
            "2026-Q4/acme/good.yaml",
            "title: Be good\nkey_results:\n  - {id: n, title: Number rises, metric: {from: 0, to: 10, unit: points}}\n  - {id: d, title: It is there, metric: done}\n  - {id: m, title: Steps, metric: {milestones: [one, two]}}\n",
        ),
        (
            "2026-Q4/acme/good.history.yaml",
            "- {\"id\": \"g1\", \"at\": \"2026-10-05T09:00:00Z\", \"by\": \"ana\", \"event\": \"update\", \"kr\": \"n\", \"value\": 3}\n",
        ),
    ] {
        write(&root.join("okrs").join(path), text.as_bytes());
    }
}

/// Runs all cases of a family; what is wrong with each.
pub fn run_all(family: &str, cases: Vec<Case>) -> Vec<String> {
    let next = Mutex::new(cases.iter().enumerate());
    let results: Mutex<BTreeMap<usize, Result<String, String>>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some((at, case)) = next.lock().unwrap().next() else { return };
                    let result = case.run();
                    results.lock().unwrap().insert(at, result);
                }
            });
        }
    });
    let results = results.into_inner().unwrap();
    let mut wrong: Vec<String> = results.values().filter_map(|result| result.clone().err()).collect();
    let said: String = results.into_values().filter_map(Result::ok).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/hostile/expected/{family}.txt"));
    if std::env::var_os("OKR_HOSTILE").is_some() {
        write(&path, said.as_bytes());
    } else {
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let blocks = |text: &str| text.split("\n== ").map(|block| block.trim().to_owned()).collect::<Vec<_>>();
        let (expected, said) = (blocks(&expected), blocks(&said));
        let changed = said.iter().filter(|block| !expected.contains(block)).map(|block| format!("is now: {block}"));
        let gone = expected.iter().filter(|block| !said.contains(block)).map(|block| format!("was: {block}"));
        wrong.extend(changed.chain(gone));
    }
    wrong
}

impl Case {
    /// What it says, or what is wrong with it.
    fn run(&self) -> Result<String, String> {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        good_store(&root);
        self.set_up.iter().for_each(|set_up| set_up(&root));
        let before = listing(&root);
        let (errors, status) = self.output(&root)?;
        let wrong = |what: String| Err(format!("{}: {what}\n{errors}", self.name));
        let Some(code) = status.code() else { return wrong(format!("ended by signal {:?}", status.signal())) };
        if matches!(code, 4 | 101 | 127) {
            return wrong(format!("ended with {code}"));
        }
        if listing(&root) != before && code != 0 {
            return wrong("something on disk was changed".to_owned());
        }
        let errors = errors.replace(&root.display().to_string(), "ROOT");
        let raw = |c: char| {
            (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        if let Some(line) = errors.lines().find(|line| line.contains(raw)) {
            return wrong(format!("raw: {line:?}"));
        }
        if code != 0 && errors.trim().is_empty() {
            return wrong(format!("{code} without a word"));
        }
        let lines: String = errors.lines().map(|line| format!("   {}\n", shortened(line))).collect();
        Ok(format!("== {} ({code})\n{lines}", self.name).replace("   \n", "\n"))
    }

    fn output(&self, root: &Path) -> Result<(String, std::process::ExitStatus), String> {
        let okr = assert_cmd::cargo::cargo_bin!("okr");
        let mut command = Command::new("/usr/bin/prlimit");
        // A second of processor time, 200 MB of memory that is really there, files of 64 MB, and no core dumps.
        command.args(["--cpu=1", "--data=209715200", "--fsize=67108864", "--core=0"]);
        match self.shell {
            Some(line) => command.args(["sh", "-c", line, "sh"]).arg(okr),
            None => command.arg(okr),
        };
        command.args(&self.words).current_dir(root).env_clear();
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin").env("HOME", root.join("home")).env("COLUMNS", "100");
        command.env("OKR_ME", "ana").env("OKR_NOW", "2026-11-15T12:00:00Z").env("OKR_SEED", "1");
        for (name, value) in &self.env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let errors = root.with_extension("stderr");
        let file = fs::File::create(&errors).unwrap();
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file).spawn().map_err(|why| why.to_string())?;
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > Duration::from_secs(30) {
                let _ = child.kill();
                return Err(format!("{}: it hangs", self.name));
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let text =
            String::from_utf8(fs::read(&errors).unwrap()).map_err(|_| format!("{}: stderr is no text", self.name))?;
        let _ = fs::remove_file(errors);
        Ok((text, status))
    }
}

/// Long lines cut, for the files in which they are kept.
fn shortened(line: &str) -> String {
    let kept: String = line.chars().take(300).collect();
    if kept.len() < line.len() { format!("{kept}[… {} characters]", line.chars().count()) } else { kept }
}

/// All files below, with what they are; large ones by their length.
fn listing(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().map(Result::unwrap) {
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            let what = if kind.is_dir() {
                folders.push(path.clone());
                Vec::new()
            } else if kind.is_symlink() {
                fs::read_link(&path).unwrap().as_os_str().as_bytes().to_vec()
            } else if kind.is_file() && entry.metadata().unwrap().len() < 1 << 20 {
                fs::read(&path).unwrap_or_default()
            } else {
                entry.metadata().unwrap().len().to_string().into_bytes()
            };
            all.insert(path, what);
        }
    }
    all
}
