//! Every system call that changes something fails once, and is once the last one: `strace` makes them. What is left is, to the
//! byte, what was there before the command or what is there after it; never something between.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::place::Place;
use super::times;

/// What changes files, and what makes the change stay.
const CALLS: [&str; 10] =
    ["fsync", "fdatasync", "rename", "renameat", "renameat2", "linkat", "unlink", "ftruncate", "mkdir", "write"];

/// Commands that change several files, or one.
const CHANGING: [&[&str]; 10] = [
    &["set", "o0", "title", "Another title"],
    &["move", "o0", "--owner", "bo"],
    &["update", "--from", "batch.csv"],
    &["remove", "o2", "--force"],
    &["carry", "all/ana/o0", "all/ana/o1", "--to", "next"],
    &["create", "New", "--slug", "new", "--owner", "new"],
    &["cycle", "close", "all", "--force", "--carry-to", "next"],
    &["update", "o0.n", "7"],
    &["history", "join"],
    &["import", "json", "more.json"],
];

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A store in which each of these commands has something to do, made once and copied.
fn template() -> Place {
    let place = Place::with(3);
    place.done(&["cycle", "new", "next", "--start", "2030-01-01", "--end", "2030-12-31"]);
    place.done(&["align", "o1", "o0"]);
    place.done(&["history", "split"]);
    place.done(&["update", "o0.n", "3"]);
    // Back to the common file in the settings alone: both kinds of files are there.
    let settings = place.folder.join("okrs/okr.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    let lines: String = text.lines().filter(|line| !line.starts_with("history:")).map(|it| format!("{it}\n")).collect();
    fs::write(settings, lines).unwrap();
    place.done(&["comment", "o0", "common"]);
    place.write("batch.csv", "ref,value\no0.n,4\no1.n,5\no2.n,6\n");
    // Two objectives more than there are.
    let (document, _) = place.done(&["export", "json"]);
    let more: String = ["one", "two"]
        .iter()
        .map(|name| {
            format!(
                ",\n{{\"path\": \"all/{name}/new.yaml\", \"data\": {{\"title\": \"New\"}}}},\n{{\"path\": \"all/{name}/new.history.yaml\", \
                 \"events\": [{{\"id\": \"{name}\", \"at\": \"2026-01-02T09:00:00Z\", \"by\": \"ana\", \"event\": \"create\"}}]}}"
            )
        })
        .collect();
    place.write("more.json", &document.replace("\n]}", &format!("{more}\n]}}")));
    place
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

struct Copied(tempfile::TempDir);

impl Copied {
    fn of(template: &Place) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&template.folder.join("okrs"), &folder.path().join("okrs"));
        for file in ["batch.csv", "more.json"] {
            fs::copy(template.folder.join(file), folder.path().join(file)).unwrap();
        }
        Self(folder)
    }

    /// The files of the store by their names in it, without what a kill leaves for the next writer to sweep away.
    fn files(&self) -> Files {
        let place = Place::there(self.0.path());
        let named = place
            .files()
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(self.0.path()).unwrap().to_owned(), bytes));
        let of_store = named.filter(|(path, _)| path.extension().is_none_or(|ending| ending != "tmp"));
        // One that could not be removed when all was done is removed by the next command.
        of_store.filter(|(path, _)| !path.ends_with(".okr-change")).collect()
    }

    /// The command with clock and ids fixed, behind these words.
    fn run(&self, front: &[&str], words: &[&str]) -> Output {
        let place = Place::there(self.0.path());
        let mut okr = place.command(words);
        okr.env("OKR_NOW", "2027-01-01T00:00:00Z").env("OKR_SEED", "1");
        if front.is_empty() {
            return okr.output().unwrap();
        }
        let mut command = Command::new(front[0]);
        command.args(&front[1..]).arg(okr.get_program()).args(okr.get_args()).env_clear();
        command.envs(okr.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.current_dir(self.0.path()).stdin(Stdio::null()).output().unwrap()
    }
}

/// The files that are not the same, for messages.
fn differing(one: &Files, other: &Files) -> Vec<PathBuf> {
    let all = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path));
    all.cloned().collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

/// Whether all is as it was or all is done; histories are regrouped objective by objective.
fn is_one_of(now: &Files, before: &Files, after: &Files, words: &[&str]) -> bool {
    let parts: &[&str] = if words[0] == "history" { &["ana/o0.", "ana/o1.", "ana/o2."] } else { &[""] };
    let of = |files: &Files, part: &str| -> Files {
        let named = files.iter().filter(|(path, _)| path.to_string_lossy().contains(part));
        named.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    };
    parts.iter().all(|part| {
        let now = of(now, part);
        now == of(before, part) || now == of(after, part)
    })
}

/// Whether `strace` can be used here.
fn strace() -> bool {
    let there = Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success());
    if !there {
        assert!(std::env::var_os("OKR_CI").is_none(), "strace is not there");
        println!("not tested: there is no strace");
    }
    there
}

/// Runs every command with the first, the second, … of each kind of call made to do `what`; `holds` looks at what is left. How
/// often it was made to.
fn at_every_call(what: &str, holds: impl Fn(&Copied, &Output, &[&str], &str, (&Files, &Files)) + Sync) -> usize {
    let template = template();
    let commands = &CHANGING[..times(4, CHANGING.len())];
    let one = |words: &&[&str]| {
        let whole = Copied::of(&template);
        let before = whole.files();
        let done = whole.run(&[], words);
        assert!(done.status.success(), "okr {words:?}: {}", String::from_utf8_lossy(&done.stderr));
        let after = whole.files();
        assert_ne!(before, after, "okr {words:?} does something");
        let mut count = 0;
        for call in CALLS {
            for number in 1.. {
                let place = Copied::of(&template);
                let log = place.0.path().join("strace.log");
                let inject = format!("inject={call}:{what}:when={number}");
                let trace = format!("trace={call}");
                let front = ["strace", "-f", "-o", log.to_str().unwrap(), "-e", &trace, "-e", &inject];
                let output = place.run(&front, words);
                let log = fs::read_to_string(&log).unwrap();
                if !log.contains("(INJECTED)") && !log.contains("killed by SIGKILL") {
                    break;
                }
                // What is said is nobody's file.
                let said = log
                    .lines()
                    .any(|line| line.contains("INJECTED") && (line.contains("write(1") || line.contains("write(2")));
                if said {
                    continue;
                }
                count += 1;
                holds(&place, &output, words, &format!("okr {words:?} with {call} {number}"), (&before, &after));
            }
        }
        count
    };
    std::thread::scope(|scope| {
        let runs: Vec<_> = commands.iter().map(|words| scope.spawn(move || one(words))).collect();
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    })
}

/// What the next command says; it must end well.
fn next(place: &Copied, which: &str) -> String {
    let output = place.run(&[], &["list"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "after {which}: {said}");
    said
}

#[test]
fn a_call_that_fails_changes_nothing_and_says_so_or_nobody_need_know() {
    if !strace() {
        return;
    }
    let count = at_every_call("error=EIO", |place, output, words, which, (before, after)| {
        let errors = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            let wrong = differing(&place.files(), after);
            assert!(wrong.is_empty(), "{which} says that it is done, but {wrong:?}: {errors}");
            next(place, which);
            assert_eq!(differing(&place.files(), after), Vec::<PathBuf>::new());
            return;
        }
        assert_eq!(output.status.code(), Some(3), "{which}: {errors}");
        assert!(errors.contains("nothing was changed") || errors.contains("no event is lost"), "{which}: {errors}");
        let said = next(place, which);
        let (now, wrong) = (place.files(), differing(&place.files(), before));
        let is_part_of_it = words[0] == "history" && is_one_of(&now, before, after, words);
        assert!(wrong.is_empty() || is_part_of_it, "{which}: {wrong:?}: {errors}\nand then: {said}");
        assert!(!said.contains("finished") || words[0] == "history", "{which}: {said}");
    });
    println!("{count} calls that failed");
    assert!(count > 40, "{count}");
}

#[test]
fn a_kill_at_any_call_leaves_all_or_nothing_once_the_next_command_came() {
    if !strace() {
        return;
    }
    let count = at_every_call("signal=KILL", |place, _, words, which, (before, after)| {
        let said = next(place, which);
        let now = place.files();
        let (undone, done) = (differing(&now, before), differing(&now, after));
        assert!(is_one_of(&now, before, after, words), "after {which}: {undone:?}, {done:?}: {said}");
        assert!(!said.contains("finished") || words[0] == "history" || now == *after, "{which}: {said}");
    });
    println!("{count} kills");
    assert!(count > 40, "{count}");
}
