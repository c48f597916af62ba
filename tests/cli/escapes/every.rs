//! Every command there is, on a store whose every text is poisoned, in a repository whose authors and branches are, with
//! poisoned arguments, in every format, and with the colours of a terminal.

use std::collections::BTreeSet;

use super::{EVIL, assert_plain, assert_unobeyed, evil_world};
use crate::world::World;

/// What is typed, where `{E}` is a poisoned argument. A command that is not here fails the test.
const EVERY: &[&str] = &[
    "status",
    "status --all",
    "list",
    "list --owner {E}",
    "list --tag {E}",
    "list --rev HEAD",
    "list --rev {E}",
    "show evil",
    "show evil.a",
    "show {E}",
    "tree",
    "tree {E}",
    "history evil",
    "history {E}",
    "history split --dry-run",
    "history split",
    "history join",
    "history tidy",
    "find e",
    "find {E}",
    "log",
    "log {E}",
    "cycle list",
    "cycle show",
    "cycle show {E}",
    "cycle new 2027-Q2 --title {E}",
    "cycle new {E}",
    "cycle close",
    "cycle close --force",
    "cycle close {E}",
    "cycle reopen {E}",
    "cycle reopen",
    "org show",
    "org add-unit sales --name {E}",
    "org add-unit {E}",
    "org add-person zoe --name {E} --email {E}",
    "org add-person {E}",
    "org set acme name {E}",
    "org set ana email {E}",
    "org set ana {E} {E}",
    "org set {E} lead {E}",
    "report gap",
    "report gap --by owner",
    "report progress",
    "report cadence",
    "report review",
    "report score",
    "report full",
    "report gap --fail-on {E}",
    "check",
    "check --all",
    "check --explain {E}",
    "check --only {E}",
    "check --fix",
    "completions bash",
    "completions {E}",
    "help",
    "help {E}",
    "man",
    "man {E}",
    "export csv",
    "export csv --columns {E}",
    "export jsonl",
    "export json",
    "export json --output {E}",
    "export markdown --all",
    "export ics --all",
    "export tables tables",
    "export tables {E}",
    "import json {E}",
    "import json poison.json --store imported",
    "fmt --check",
    "fmt",
    "fmt {E}",
    "diff HEAD",
    "diff HEAD --all",
    "diff HEAD --stat",
    "diff 2026-10-01 2026-11-15",
    "diff {E}",
    "verify --base HEAD",
    "verify --base {E}",
    "schema objective",
    "schema {E}",
    "schema --write {E}",
    "codeowners",
    "codeowners --write",
    "hooks show",
    "hooks install",
    "hooks remove",
    "merge-file {E} {E} {E}",
    "init",
    "init {E}",
    "create {E} --owner acme --kr {E}",
    "create {E} --owner acme --tag {E} --description {E}",
    "kr add served {E}",
    "kr add evil z=Z:done",
    "kr edit evil.b --title {E}",
    "kr edit evil.b --link {E} --initiative {E}",
    "kr edit evil.a --metric done --force --note {E}",
    "kr remove evil.b --force",
    "kr remove evil.{E}",
    "set evil title {E}",
    "set evil tags {E}",
    "set evil {E} {E}",
    "align served {E}",
    "align served --none --note {E}",
    "move evil --slug {E}",
    "move evil --owner {E}",
    "move evil --slug moved",
    "remove evil",
    "remove evil --force",
    "update evil.a 4 --note {E}",
    "update evil.a {E}",
    "update evil.b {E}",
    "update --from {E}",
    "update --from poison.csv",
    "checkin",
    "checkin {E}",
    "import csv {E}",
    "import csv goals.csv --dry-run",
    "import csv goals.csv --owner eng",
    "import csv goals.csv --map {E}",
    "import csv goals.csv --map title={E} --delimiter {E}",
    "import csv wrong.csv --dry-run",
    "import markdown goals.md --dry-run",
    "import markdown goals.md",
    "import yaml goals.yaml --dry-run",
    "import yaml goals.yaml",
    "import json goals.json --dry-run",
    "import json goals.json",
    "comment evil {E}",
    "retract evil {E}",
    "retract evil e1 --note {E}",
    "score evil 70 --note {E}",
    "score evil {E}",
    "review evil --mid --went-well {E} --stuck {E} --next {E}",
    "review",
    "review {E}",
    "complete evil --score 70 --note {E}",
    "abandon evil --note {E}",
    "reopen evil",
    "carry evil --to 2027-Q1",
    "carry {E} --to {E}",
    "{E}",
    "list {E}",
    "--cycle {E} list",
    "--store {E} list",
    "--me {E} update evil.a 4",
    "--help",
    "--version",
];

/// Lines without a poisoned argument that are refused all the same, as nothing is to be done.
const REFUSED: &[&str] =
    &["cycle reopen", "remove evil", "reopen evil", "update --from poison.csv", "import csv wrong.csv --dry-run"];

/// As arguments can hold it: all but the zero byte, and a word of it that a shell or Git would run.
fn evil_argument() -> String {
    let text: String = serde_json::from_str(&format!("\"{EVIL}\"")).unwrap();
    text.replace('\0', "") + "$(touch pwned)`touch pwned`;touch pwned\u{e0041}\u{fff9}"
}

/// The commands that can be typed: those below which there is none.
fn leaves(command: &clap::Command, path: &str, into: &mut BTreeSet<String>) {
    let below: Vec<_> = command.get_subcommands().filter(|one| one.get_name() != "help").collect();
    if below.is_empty() {
        into.insert(path.to_owned());
    }
    for one in below {
        leaves(one, format!("{path} {}", one.get_name()).trim(), into);
    }
}

/// The poisoned store in a repository, with a commit whose author, message and branch are poisoned too.
fn poisoned() -> World {
    let world = evil_world();
    let evil = evil_argument();
    world.write(
        "poison.csv",
        &format!("ref,value,note\nevil.a,4,\"{}\"\n{},x,y\n", evil.replace('"', "\"\""), "\u{1b}[31m"),
    );
    world.write(
        "poison.json",
        &format!(
            "{{\"okr\": \"store\", \"version\": 1, \"files\": [{{\"path\": \"okr.yaml\", \"data\": {{}}}}, {{\"path\": \"2026-Q4/cycle.yaml\", \
             \"data\": {{\"title\": \"{EVIL}\", \"{EVIL}\": 1}}}}]}}"
        ),
    );
    let cell = evil.replace('"', "\"\"");
    world.write(
        "goals.csv",
        &format!(
            "objective,key result,owner,status,parent,{0}\n\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",x\n",
            "\u{1b}[31m"
        ),
    );
    world.write(
        "wrong.csv",
        &format!("objective,key result,target,due,cycle\n\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\"\n"),
    );
    let line = evil.replace(['\n', '\r'], " ");
    world.write(
        "goals.md",
        &format!(
            "# {line}\n\n**{line}**\n\n- {line} => {line}\n- [x] [{line}](https://e.example/\u{202e})\n\n{line}\n"
        ),
    );
    let layout = format!(
        "{{\"{EVIL}\": \"{EVIL}\", \"objectives\": [{{\"title\": \"{EVIL}\", \"description\": \"{EVIL}\", \"owner\": \"{EVIL}\", \"tags\": [\"{EVIL}\"], \"parent\": \"{EVIL}\", \
         \"krs\": [\"{EVIL}\", {{\"title\": \"{EVIL}\", \"target\": 5, \"unit\": \"{EVIL}\", \"note\": \"{EVIL}\", \"{EVIL}\": 1}}]}}]}}"
    );
    world.write("goals.yaml", &layout);
    world.write("goals.json", &layout);
    world.write("okrs/2027-Q1/cycle.yaml", "start: 2027-01-01\nend: 2027-03-31\n");
    let git = |words: &[&str]| {
        let run = std::process::Command::new("git").args(words).current_dir(world.path("")).output().unwrap();
        assert!(run.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&run.stderr));
    };
    git(&["init", "-q", "-b", "ma\u{202e}in"]);
    git(&["add", "-A"]);
    let name = format!("user.name={}", evil.replace(['\n', '<', '>'], " "));
    git(&["-c", &name, "-c", "user.email=\u{1b}[31m@\u{202e}x", "-c", "commit.gpgsign=false", "commit", "-qm", &evil]);
    // Something to tell apart from the commit.
    world.write("okrs/2026-Q4/eng/kind.yaml", "title: \"later \\u001b[31m\\u202e\"\n");
    let history = world.read("okrs/2026-Q4/acme/evil.history.yaml");
    world.write("okrs/2026-Q4/acme/evil.history.yaml", &history.replacen("\"value\": 3", "\"value\": 5", 1));
    world
}

/// Without the sequences that set colours: the only ones of ours.
fn without_colours(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(after.len());
        match after[end..].strip_prefix('m') {
            Some(more) => rest = more,
            None => {
                out.push_str("\u{1b}[");
                rest = after;
            }
        }
    }
    out + rest
}

#[test]
fn no_command_is_left_out() {
    let mut commands = BTreeSet::new();
    leaves(&okrs::cli::command(), "", &mut commands);
    assert!(commands.len() > 40, "{commands:?}");
    let missing: Vec<_> = commands
        .into_iter()
        .filter(|command| !EVERY.iter().any(|line| line == command || line.starts_with(&format!("{command} "))))
        .collect();
    assert!(missing.is_empty(), "never run on poison: {missing:?}");
}

#[test]
fn no_command_lets_anything_through() {
    let evil = evil_argument();
    let formats: &[&[&str]] = &[
        &[],
        &["--color", "always"],
        &["--format", "json"],
        &["--format", "yaml"],
        &["--format", "csv"],
        &["--format", "markdown"],
        &["--format", "html"],
        &["--format", "github"],
        &["--format", "sarif"],
    ];
    let lines = std::sync::Mutex::new(EVERY.iter());
    let refused = std::sync::Mutex::new(BTreeSet::new());
    let runs = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some(line) = lines.lock().unwrap().next() else { return };
                    // Reading commands share their world with their formats; a writing one has one of its own.
                    let world = poisoned();
                    for format in formats {
                        let words = line.split(' ').map(|word| word.replace("{E}", &evil));
                        let output = world.command().args(words).args(*format).output().unwrap();
                        let what = format!("okr {line} {}", format.join(" "));
                        let text =
                            |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|_| panic!("{what}: no text"));
                        let (out, errors) = (text(output.stdout), text(output.stderr));
                        assert!(
                            !matches!(output.status.code(), None | Some(4 | 101)),
                            "{what}: {}\n{errors}",
                            output.status
                        );
                        // Cells of CSV keep their tabs and line ends, between quotation marks; lines of a calendar end in two.
                        let keeps = format.contains(&"csv") || line.starts_with("export csv");
                        let out = if keeps { out.replace(['\t', '\r'], "") } else { out };
                        let out = if line.starts_with("export ics") { out.replace("\r\n", "\n") } else { out };
                        assert_plain(&what, &without_colours(&out));
                        assert_plain(&format!("errors of {what}"), &without_colours(&errors));
                        assert_unobeyed(&format!("errors of {what}"), &errors);
                        if format.is_empty() {
                            if output.status.code() == Some(2) && !line.contains("{E}") {
                                refused.lock().unwrap().insert(*line);
                            }
                            assert_plain(&what, &out);
                        }
                        // What is for another program to read is as it is.
                        if format.is_empty() && !line.starts_with("export ") {
                            assert_unobeyed(&what, &out);
                        }
                        runs.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        assert!(
                            !world.path("pwned").exists() && !world.path("okrs/pwned").exists(),
                            "{what} ran a command"
                        );
                    }
                }
            });
        }
    });
    assert!(runs.into_inner() > 900);
    // A line that is refused at once says nothing of what the command would have shown.
    assert_eq!(refused.into_inner().unwrap(), REFUSED.iter().copied().collect());
}

#[test]
fn github_reads_one_annotation_a_finding() {
    let world = poisoned();
    let output = world.command().args(["check", "--format", "github", "--all"]).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    for line in out.lines() {
        let known = ["::error ", "::warning ", "::notice "].iter().any(|start| line.starts_with(start));
        assert!(known || !line.contains("::"), "a line that GitHub would obey: {line}");
    }
    assert!(out.contains("::error "), "{out}");
}
