//! One bad input, run.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
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
    /// Whether it is meant to change files of the store.
    writes: bool,
    /// Whether it is run as somebody to whom the files do not belong.
    nobody: bool,
    /// A file that it may change, however it ends.
    target: Option<&'static str>,
}

pub fn case(name: &str, line: &str) -> Case {
    let words = line.split_whitespace().map(OsString::from).collect();
    let name = name.to_owned();
    Case { name, set_up: Vec::new(), words, env: Vec::new(), shell: None, writes: false, nobody: false, target: None }
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

    /// The command is meant to write, as its input is not that bad: files of the store may change if it ends well.
    pub fn may_write(self) -> Self {
        Self { writes: true, ..self }
    }

    /// The same for cases of a list, of which only some are harmless.
    pub fn may_write_if(self, harmless: bool) -> Self {
        Self { writes: self.writes || harmless, ..self }
    }

    /// This file may change, as that of a merge does with the conflicts in it.
    pub fn may_change(self, target: &'static str) -> Self {
        Self { target: Some(target), ..self }
    }

    /// Run by somebody who may read only what all may, and may not read this.
    pub fn unreadable(self, path: &'static str) -> Self {
        let chmod = |words: &[&str], path: &Path| {
            assert!(Command::new("chmod").args(words).arg(path).status().unwrap().success());
        };
        let hidden = self.set_up(move |root| {
            chmod(&["-R", "a+rX,go-w"], root);
            chmod(&["0"], &root.join("okrs").join(path));
        });
        Self { nobody: true, ..hidden }
    }
}

pub fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Lists of ten of the list before, of which the last, `*l9`, would hold ten billion words.
pub fn laughs() -> String {
    let first = "l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    let level = |at: usize| format!("l{at}: &l{at} [{}]\n", vec![format!("*l{}", at - 1); 10].join(", "));
    first + &(1..10).map(level).collect::<String>()
}

/// Ways in which a file of ours can be broken that have nothing to do with what it says: around a text that is good.
pub fn broken(good: &str) -> Vec<(&'static str, Vec<u8>)> {
    let [start, end] = ["[", "]"].map(|sign| sign.repeat(100_000));
    let behind = |more: &[u8]| [good.as_bytes(), more].concat();
    vec![
        ("broken UTF-8", behind(b"# \xff\xfe\n")),
        ("broken UTF-8 in a key", behind(b"na\xffme: x\n")),
        ("a zero byte", behind(b"# \0\n")),
        ("a zero byte in a value", behind(b"title: a\0b\n")),
        ("UTF-16", good.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("a byte order mark", [b"\xef\xbb\xbf", good.as_bytes()].concat()),
        ("a byte order mark and a wrong key", [b"\xef\xbb\xbf", &*behind(b"colour: red\n")].concat()),
        ("CRLF", good.replace('\n', "\r\n").into_bytes()),
        ("CRLF and a wrong key", format!("{good}colour: red\n").replace('\n', "\r\n").into_bytes()),
        ("an alias bomb", format!("{}{good}", laughs()).into_bytes()),
        ("an alias bomb in a title", format!("{}{good}title: *l9\n", laughs()).into_bytes()),
        ("100,000 lists in each other", format!("{good}title: {start}{end}\n").into_bytes()),
        ("100,000 lists that never end", format!("{good}title: {start}\n").into_bytes()),
        ("50,000 mappings in each other", format!("{good}title: {}1\n", "{a: ".repeat(50_000)).into_bytes()),
        ("100,000 blocks in each other", format!("{good}title:\n  {}x\n", "- ".repeat(100_000)).into_bytes()),
        // Not too large for any file.
        (
            "30,000 lists in each other",
            format!("{good}title: {}\n", "[".repeat(30_000) + &"]".repeat(30_000)).into_bytes(),
        ),
        ("15,000 mappings in each other", format!("{good}title: {}1\n", "{a: ".repeat(15_000)).into_bytes()),
        ("30,000 blocks in each other", format!("{good}title:\n  {}x\n", "- ".repeat(30_000)).into_bytes()),
    ]
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
        let Ended { said, errors, status } = self.output(&root)?;
        let after = listing(&root);
        let wrong = |what: String| Err(format!("{}: {what}\n{errors}", self.name));
        let Some(code) = status.code() else { return wrong(format!("ended by signal {:?}", status.signal())) };
        if matches!(code, 4 | 101 | 127) {
            return wrong(format!("ended with {code}"));
        }
        let may_change = |path: &Path| {
            (self.writes && code == 0 && path.starts_with(root.join("okrs")))
                || self.target.is_some_and(|target| path == root.join(target))
                // What a run leaves for the next one.
                || path == root.join("home")
                || path.starts_with(root.join("home/.cache"))
        };
        let changed: Vec<_> = changed(&before, &after).filter(|path| !may_change(path)).collect();
        if !changed.is_empty() {
            return wrong(format!("ended with {code}, and on disk is changed: {changed:?}"));
        }
        if self.writes && (code != 0 || before == after) {
            return wrong(format!("was to write, ended with {code}"));
        }
        let [said, errors] = [&said, &errors].map(|text| text.replace(&root.display().to_string(), "ROOT"));
        // Colours that were asked for are no escapes of somebody else.
        let coloured = self.words.iter().any(|word| word == "--color");
        let plain = if coloured { without_colours(&said) } else { said.clone() };
        if let Some(line) = errors.lines().chain(plain.lines()).find(|line| line.contains(is_raw)) {
            return wrong(format!("raw: {line:?}"));
        }
        if code != 0 && errors.trim().is_empty() && plain.trim().is_empty() {
            return wrong(format!("{code} without a word"));
        }
        let mut lines: String = errors.lines().map(|line| format!("   {}\n", shortened(line, 300))).collect();
        if errors.trim().is_empty() {
            lines = digest(&plain);
        }
        Ok(format!("== {} ({code})\n{lines}", self.name).replace("   \n", "\n"))
    }

    fn output(&self, root: &Path) -> Result<Ended, String> {
        let okr = assert_cmd::cargo::cargo_bin!("okr");
        let mut command = Command::new("/usr/bin/prlimit");
        // A second of processor time, 200 MB of memory that is really there, files of 64 MB, and no core dumps.
        command.args(["--cpu=1", "--data=209715200", "--fsize=67108864", "--core=0"]);
        if self.nobody && fs::metadata(root).unwrap().uid() == 0 {
            command.args(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]);
        }
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
        let (said, errors) = (root.with_extension("stdout"), root.with_extension("stderr"));
        let [out, err] = [&said, &errors].map(|path| fs::File::create(path).unwrap());
        let mut child = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn().map_err(|why| why.to_string())?;
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
        let text = |path: PathBuf| {
            let bytes = fs::read(&path).unwrap();
            let _ = fs::remove_file(path);
            String::from_utf8(bytes).map_err(|_| format!("{}: what it says is no text", self.name))
        };
        Ok(Ended { said: text(said)?, errors: text(errors)?, status })
    }
}

/// What became of a command.
struct Ended {
    said: String,
    errors: String,
    status: std::process::ExitStatus,
}

/// What a terminal obeys, or what hides or turns text around, but for the ends of lines.
fn is_raw(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Without the sequences that set colours.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        match rest.strip_prefix('m') {
            Some(text) => out.push_str(text),
            None => out.extend(["\u{1b}[", part]),
        }
    }
    out
}

/// What a command said that had nothing to complain of: its first line and how many there are.
fn digest(said: &str) -> String {
    let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing");
    format!("   | {} ({} lines)\n", shortened(first.trim_end(), 100), said.lines().count())
}

/// Paths at which there is something else than there was.
fn changed<'a>(
    before: &'a BTreeMap<PathBuf, Vec<u8>>,
    after: &'a BTreeMap<PathBuf, Vec<u8>>,
) -> impl Iterator<Item = &'a PathBuf> {
    let new = after.iter().filter(|(path, what)| before.get(*path) != Some(*what)).map(|(path, _)| path);
    new.chain(before.keys().filter(|path| !after.contains_key(*path)))
}

/// Long lines cut, for the files in which they are kept.
fn shortened(line: &str, length: usize) -> String {
    let kept: String = line.chars().take(length).collect();
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
